# Messages and status for missing scripts, directories, syntax errors, unterminated constructs and binary garbage.
use strict;
use warnings;
sub put { open my $o, '>:raw', 's.pl' or die; print $o $_[0]; close $o }
sub try {
    put($_[0]);
    my $o = `$^X s.pl 2>&1`;
    print $o =~ s/ \(you may need.*?\)( at)/$1/sr =~ s/ \(\@INC contains:.*?\)//sr, "[", $? >> 8,
        "]\n";
}
try('print "unterminated');
try("my \$x = 'abc;\nprint 1;\n");
try('my $x = q{abc');
try("print <<EOT;\ntext\n");
try('print "a" if (1');
try('sub f { print 1');
try('my $x = 1 +;');
try('m/abc');
try('s/a/b');
try('tr/a/b');
try('if (1) { print "x" ');
try('}');
try(')');
try('print "x" print "y"');
try('use strict; $undeclared = 1;');
try('use strict; my $x = bareword;');
try('foreach my $x (1,2 { }');
try('1 = 2;');
try('my ($a, $b;');
try('elsif (1) { }');
try("print 'ok';\nnosuchfunction('x');\n");
try('&nosuch;');
try('Foo->bar');
try('my $x = {a => 1; print 2;');
try('qw(a b');
try("=pod\n\nnever closed\n");
try('print 08;');
try('print "${";');
try('goto NOWHERE;');
try('last;');
try('return 5;');
try('print FOO::;');
try("local \$x = 1; my \$y = \$x->{;\n");
try('use NoSuchModule;');
try('no strict "nosuch"; use strict "nosuch";');
try('/(/');
try('/[a/');
try('/a{2,1}/');
try('/*/');
try('my $x = "a" =~ /(?<n>x/;');
