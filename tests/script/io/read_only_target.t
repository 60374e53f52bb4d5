# What cannot be changed is refused before anything is read.
use strict;
use warnings;
use Socket;
pipe my $r, my $w or die;
syswrite $w, "abcdefghij\n";
for ('fixed') { eval { sysread $r, $_, 3 }; print $@ }
for ('fixed') { eval { sysread $r, $_, 3, 2 }; print $@ }
for ('fixed') { eval { read $r, $_, 3 }; print $@ }
print scalar <$r>;
socketpair my $a, my $b, AF_UNIX, SOCK_DGRAM, 0 or die;
send $b, $_, 0 for qw(one two);
for ('fixed') { eval { recv $a, $_, 10, 0 }; print $@ }
defined recv $a, my $text, 10, 0 or die;
print "$text\n";
