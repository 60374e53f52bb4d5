# Empty scripts, __END__, CRLF line ends, NUL bytes, BOM, no final newline, binary data, deep nesting.
use strict;
use warnings;
sub put { open my $o, '>:raw', 's.pl' or die; print $o $_[0]; close $o }
sub try {
    my ($l, $c) = @_;
    put($c);
    my $o = `$^X s.pl 2>&1`;
    print "$l: ", $o =~ s/[^\n -~]/?/gr, " [", $? >> 8, "]\n";
}
try('empty',          '');
try('newline',        "\n");
try('comment',        '# only');
try('end',            "__END__\nprint 1");
try('no newline',     'print 1');
try('crlf',           "print 'a';\r\nprint 'b';\r\n");
try('crlf heredoc',   "print <<E;\r\ntext\r\nE\r\nprint 'after';\r\n");
try('bom',            "\xef\xbb\xbfprint 'bom'");
try('data',           "print <DATA>;\n__DATA__\nl1\nl2\n");
try('end data',       "print <DATA>;\n__END__\nx\n");
try('ctrl-d',         "print 1;\n\x04\nprint 2;");
try('ctrl-z',         "print 1;\n\x1a\nprint 2;");
try('latin1',         "my \$x = '\xe9'; print length \$x");
try('utf8',           "use utf8; my \$x = '\xc3\xa9'; print length \$x");
try('no utf8',        "my \$x = '\xc3\xa9'; print length \$x");
try('pod',            "print 1;\n\n=pod\n\nprint 2;\n\n=cut\n\nprint 3;\n");
try('line directive', "# line 200 \"other.pl\"\nwarn 'here'");
try('deep',           'print ' . '(' x 500 . '1' . ')' x 500);
try('long line',      'print "' . 'x' x 20000 . '" eq "" ? 1 : 2');
try('many lines',     "1;\n" x 5000 . 'print __LINE__');
try('tab',            "print\t1\t;\f\n");
try('nested data',    "package P; print scalar <P::DATA>;\n__DATA__\nin P\n");
try('end in string',  "print '__END__';\n");
try('return at top',  'eval { return 1 }; print 5');
try('seek data',      "seek DATA, 0, 0; print scalar <DATA>;\n__END__\n");
