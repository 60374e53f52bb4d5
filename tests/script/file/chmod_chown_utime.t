# chmod, chown, utime: counts, lists, handles, undef times, missing files.
use strict;
use warnings;
umask 022;
for (qw(a b)) { open my $o, '>', $_; close $o }
sub m { sprintf '%o', (stat $_[0])[2] & 07777 }
print chmod(0600, 'a', 'none', 'b'), " $! ", main::m('a'), main::m('b'), "\n";
open my $h, '<', 'a';
print chmod(0644, $h), " handle ", main::m('a'), "\n";
my @l = (0700, 'a', 'b');
print chmod(@l),        " array ", main::m('b'), "\n";
print "setuid ",        chmod(04755, 'b'), " ", main::m('b'), "\n";
print chmod(0, ()) + 0, " nothing\n";
print "string ",        chmod('0644', 'b'), " ", main::m('b'), "\n";
chmod oct('0644'), 'b';
print "chown ", chown($>, $) + 0, 'a', 'b'), " missing ", chown(-1, -1, 'none') + 0, " $! keep ",
    chown(-1, -1, 'a'), " handle ", chown(-1, -1, $h), "\n";
print "utime ",    utime(1e9, 1.2e9, 'a', 'none'), " ", join(',', (stat 'a')[8, 9]), "\n";
print "fraction ", utime(1000000000.7, 1000000001.2, 'a'), " ", join(',', (stat 'a')[8, 9]), "\n";
print "handle ",   utime(5,            6,            $h),  " ", join(',', (stat 'a')[8, 9]), "\n";
my $t = time;
utime undef, undef, 'a';
my $d = (stat 'a')[9] - $t;
print "now ", $d >= -1 && $d < 5 ? 1 : 0, "\n";
{
    local $SIG{__WARN__} = sub { print "W: ", $_[0] =~ s/ at .*//sr, "\n" };
    utime undef, 7, 'b';
    print join(',', (stat 'b')[8, 9]), "\n";
}
print "negative ", utime(-5, -5, 'b'), " ", join(',', (stat 'b')[8, 9]), "\n";
