# -i and $^I: rewriting, backups with suffix and star, several files, missing files.
use strict;
use warnings;
sub put { open my $o, '>', $_[0] or die; print $o $_[1]; close $o }
sub get { open my $i, '<', $_[0] or return "<$!>"; local $/; my $d = <$i>; $d =~ s/\n/N/g; $d }
put('a', "x1\nx2\n");
put('b', "x3\n");
{
    local ($^I, @ARGV) = ('.bak', 'a', 'b');
    while (<>) { s/x/y/; print; print "$ARGV\n" if eof; }
}
print get('a'), ' ', get('a.bak'), ' ', get('b'), ' ', get('b.bak'), "\n";
system $^X, '-i', '-pe', 's/y/z/', 'a';
print get('a'), " ", join(',', sort glob '*'), "\n";
system $^X, '-i.orig', '-ne', 'print unless /z2/', 'a';
print get('a'), ' ', get('a.orig'), "\n";
system $^X, '-iold_*', '-pe', '$_ = uc', 'b';
print get('b'), ' ', get('old_b'), "\n";
mkdir 'bk';
system $^X, '-ibk/*.sv', '-pe', 's/Y/Q/', 'b';
print get('b'), ' ', get('bk/b.sv'), "\n";
system "$^X -i -pe 1 nofile b 2>err";
print get('err') =~ s/ at .*//r, "\n";
print get('b'),                  "\n";
chmod 0640, 'b';
system $^X, '-i', '-pe', 's/$/!/', 'b';
printf "mode %o %s\n", (stat 'b')[2] & 0777, get('b');
{
    local ($^I, @ARGV) = ('', 'a');
    while (<>) { print STDOUT "to stdout $_"; print ARGVOUT "to argvout\n"; }
}
print get('a'), "\n";
print "after: ", select, "\n";
