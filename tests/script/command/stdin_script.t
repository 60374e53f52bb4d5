# The program from standard input: -, no arguments, __END__ followed by data, arguments after -.
use strict;
use warnings;
$| = 1;
sub feed {
    my ($script, @a) = @_;
    open my $p, '|-', $^X, @a or die;
    print $p $script;
    close $p;
    print "[", $? >> 8, "]\n";
}
feed("print \"from stdin\\n\";\n");
feed("print \"\$0 \@ARGV\\n\";", '-', 'a', 'b');
feed("print \"data: \", <STDIN>;\n__END__\nrest of stdin\n");
feed("while (<DATA>) { print \"D \$_\" }\n__END__\nl1\nl2\n");
feed("\$! = 0; die \"message\\n\"");
feed("exit 3");
feed("print __FILE__, ' ', __LINE__, \"\\n\"");
feed("my \$x;\nprint 'w' . \$x . \"\\n\"; warn 'here'", '-w');
feed("print 1 +;\n");
feed('');
feed("print \"with switches\";\n", '-l');
feed("#!/usr/bin/perl -l\nprint 'hash bang'; print 'x'");
feed("print 'x'; system qq{$^X -e 'print scalar(<STDIN>) // q{none}'};\n__END__\nfor child\n",
    '-');
