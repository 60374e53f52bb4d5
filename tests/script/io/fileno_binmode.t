# fileno of every kind of handle, and binmode results.
use strict;
use warnings;
no warnings 'once';
print join(' ', map { fileno $_ } *STDIN, *STDOUT, *STDERR), "\n";
print fileno(STDIN), fileno('STDOUT'), "\n";
open my $h, '<', $0;
print "lexical ", fileno($h) > 2 ? 1 : 0, "\n";
opendir my $d, '.' or die;
print "dir ", fileno($d) > 2 ? 1 : 0, "\n";
open my $m, '<', \'x';
print "memory ", fileno $m, "\n";
close $h;
{
    no warnings;
    print "closed ", defined fileno($h) ? 1 : 'undef', "\n";
    print "never ", defined fileno(NEVER) ? 1 : 'undef', "\n";
}
pipe my $r, my $w;
print "pipe ends differ ", fileno $r != fileno $w ? 1 : 0, "\n";
open $h, '<', $0;
print "binmode ", binmode($h) ? 1 : 0, binmode($h, ':raw') ? 1 : 0, binmode($h, ':utf8') ? 1 : 0,
    binmode($h, ':bytes') ? 1 : 0, binmode(STDOUT, ':raw') ? 1 : 0, "\n";
{
    my @w;
    local $SIG{__WARN__} = sub { push @w, $_[0] =~ s/ at .*//sr };
    my $ok = binmode $h, ':nolayer';
    print "unknown ", $ok ? 1 : 0, " @w\n";
}
{ no warnings; $! = 0; print "closed binmode ", binmode(NEVER) ? 1 : "no $!", "\n"; }
use POSIX ();
my $fd = POSIX::open($0, &POSIX::O_RDONLY);
open my $f, '<&=', $fd or die;
print "adopted ", fileno($f) == $fd ? 1 : 0, " ", scalar(<$f>);
close $f;
print "closed the fd ", defined POSIX::close($fd) ? 0 : 1, "\n";
