# File::Glob ':bsd_glob': glob in scalar context gives one name after the other, then undef.
use strict; use warnings;
use File::Glob ':bsd_glob';
while (defined(my $x = glob("{p,q,r s}"))) { print "<$x>" }
print "\n";
for (1 .. 4) { my $x = glob("{a,b}"); print $x // 'undef', " " }
print "\n";
for (1 .. 3) { my $x = <{u,v}>; print $x // 'undef', " " }
print "\n";
print scalar(bsd_glob("{a,b}")), " ", scalar(File::Glob::bsd_glob("{a,b}")), "\n";
print join('|', glob("{p,q} x")), "\n";
my $n = () = glob("{1,2,3}"); print "$n\n";
