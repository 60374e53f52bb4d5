# print on descriptors that do not wait and have no room, and what closing says.
# Each program runs by itself; its output, messages and status are shown.
use strict;
use warnings;
$| = 1;
my ($name, %program, @order);
while (my $line = <DATA>) {
    if ($line =~ /^#### (.*)/) { push @order, $name = $1 }
    else { $program{$name} .= $line }
}
for my $test (@order) {
    print "== $test\n";
    open my $file, '>', 'p.pl' or die;
    print $file $program{$test};
    close $file;
    my $status = system "$^X p.pl < /dev/null > out 2> err";
    for my $which ('out', 'err') {
        open my $in, '<', $which or die;
        my $text = join '', <$in>;
        print "$which: $text" if length $text;
    }
    print "\nstatus $status\n";
}
__DATA__
#### nb2
use IO::Handle; pipe $r,$w; $w->blocking(0); $!=0; my $z=print {$w} "z"x100000; print $z?1:0," $!\n"; $r->blocking(0); $!=0; print sysread($r,$b,165536)//"u $!","\n"; $!=0;print close($w)?1:0," $!\n";$!=0; print sysread($r,$b,165536)//"u $!","\n";
#### nb3
use IO::Handle; pipe $r,$w; $w->blocking(0); $w->autoflush(1); $!=0; my $z=print {$w} "z"x100000; print $z?1:0," $!\n"; $r->blocking(0); $!=0; print sysread($r,$b,165536)//"u $!","\n"; $!=0;print close($w)?1:0," $!\n";$!=0; print sysread($r,$b,165536)//"u $!","\n";
#### nb4
use IO::Handle; pipe $r,$w; $w->blocking(0); syswrite $w,"x"x70000; for (1..4) { $!=0; my $z=print {$w} chr(64+$_)x5000; print $z?1:0," $!\n"; } $!=0; my $z=$w->flush; print defined $z?$z:'u'," $!\n"; $r->blocking(0); sysread $r,$b,65536;  print $w->flush//'u'," $!\n"; print sysread($r,$b,65536)//"u $!","\n"; $b=~tr/A-Za-z//s; print $b,"\n"; $!=0;print close($w)?1:0," $!\n";
#### nb5
use IO::Handle; pipe $r,$w; $w->blocking(0); $w->autoflush(1); syswrite $w,"x"x70000; for (1..4) { $!=0; my $z=print {$w} chr(64+$_)x3000; print $z?1:0," $!\n"; } $!=0;  $r->blocking(0); sysread $r,$b,65536;  print $w->flush//'u'," $!\n"; print sysread($r,$b,65536)//"u $!","\n"; $b=~tr/A-Za-z//s; print $b,"\n"; $!=0;print close($w)?1:0," $!\n";
#### nb6
use IO::Handle; pipe $r,$w; $w->blocking(0); syswrite $w,"x"x70000; print {$w} "abc"; $!=0;print close($w)?1:0," $!\n"; print defined fileno $w?1:0,"\n";
#### nb7
use IO::Handle; pipe $r,$w; $w->blocking(0); syswrite $w,"x"x70000; print {$w} "abc"; undef $w; print "done\n";
#### nb8
use IO::Handle; pipe $r,$w; $w->blocking(0); syswrite $w,"x"x70000; $z=print {$w} "abc"x1000,"def"x4000,"ghi"x1000; print $z?1:0," $!\n"; $!=0;$z=printf {$w} "%s","abc"x4000; print $z?1:0," $!\n"; sysread $r,$b,70000; $w->flush; close $w; undef $/; $b=<$r>; $b=~s/(...)(\1)*/"$1".length($&)/ge; print "$b\n";
#### nb9
use IO::Handle; pipe $r,$w; $w->blocking(0); syswrite $w,"x"x60000; $w->autoflush; $z=print {$w} "abc"x1000,"def"x4000,"ghi"x1000; print $z?1:0," $!\n"; $!=0;$z=printf {$w} "%s","abc"x4000; print $z?1:0," $!\n"; sysread $r,$b,70000; print length $b,"\n"; $w->flush; close $w; undef $/; $b=<$r>; $b=~s/(...)(\1)*/"$1".length($&)/ge; print "$b\n";
#### nb10
use IO::Handle; use Socket; socketpair $r,$w,AF_UNIX,SOCK_STREAM,0; $w->blocking(0); 1 while syswrite $w,"x"x70000;  $z=print {$w} "abc"x1000,"def"x4000,"ghi"x1000; print $z?1:0," $!\n"; $!=0;$z=printf {$w} "%s","abc"x4000; print $z?1:0," $!\n"; print close($w)?1:0," $!\n";
#### nb16
open $w,">","/dev/full"; $|=1; select $w; $|=1; select STDOUT; for(1..3){ $!=0; $z=print {$w} "abc"; print $z?1:0," $!\n";} use IO::Handle; print $w->error,"\n"; $w->clearerr; print $w->error; $!=0; print close($w)?1:0," $!\n";
#### w1
use IO::Handle; pipe $r,$w; $w->blocking(0); syswrite $w,"x"x70000; print {$w} "abc"; undef $w; print "done\n";
#### w2
use IO::Handle; pipe my $r,my $w; $w->blocking(0); syswrite $w,"x"x70000; print {$w} "abc"; undef $w; print "done\n";
#### w3
use IO::Handle; pipe my $r,my $w; $w->blocking(0); syswrite $w,"x"x70000; print {$w} "abc";
#### w4
use IO::Handle; use Socket; socketpair my $r,my $w,AF_UNIX,SOCK_STREAM,0; $w->blocking(0); 1 while syswrite $w,"x"x70000; print {$w} "abc"; undef $w; print "done\n";
#### w5
use IO::Handle; use Socket; socketpair my $r,my $w,AF_UNIX,SOCK_STREAM,0; $w->blocking(0); 1 while syswrite $w,"x"x70000; print {$w} "abc";
#### w6
use IO::Handle; use Socket; socketpair R,W,AF_UNIX,SOCK_STREAM,0; W->blocking(0); 1 while syswrite W,"x"x70000; print W "abc";
#### w7
use IO::Handle; use Socket; pipe R,W; W->blocking(0); 1 while syswrite W,"x"x70000; print W "abc";
#### w8
use IO::Handle; pipe $h{r},$h{w}; $h{w}->blocking(0); syswrite $h{w},"x"x70000; print {$h{w}} "abc"; delete $h{w}; print "done\n";
#### w9
use IO::Handle; pipe R,W; W->blocking(0); syswrite W,"x"x70000; print W "abc"; open W,">/dev/null"; print "done\n";
#### w11
$SIG{PIPE}='IGNORE'; open my $w,"|true"; select undef, undef, undef, 0.2; print {$w} "abc"; undef $w; print "done $? $!\n";
#### w12
$SIG{PIPE}='IGNORE'; pipe $r,my $w; close $r; print {$w} "abc"; $!=0; undef $w; print "done $? $!\n";
#### w13
$SIG{PIPE}='IGNORE'; use Socket; socketpair my $r,my $w,AF_UNIX,SOCK_STREAM,0; close $r; print {$w} "abc"; $!=0; undef $w; print "done $? $!\n";
#### w14
open my $w,">/dev/full"; print {$w} "abc"; $!=0; undef $w; print "done $? $!\n";
#### w15
my $pid=open my $f,"-|","echo x"; waitpid $pid,0; $!=0; open $f,"<","/dev/null"; print "ok $! $?\n";
#### w16
my $pid=open my $f,"-|","echo x"; waitpid $pid,0; $!=0; print close($f)?1:0," $! $?\n";
#### w17
my $pid=open my $f,"-|","echo x"; waitpid $pid,0; $!=0; undef $f; print "ok $! $?\n";
#### w18
my $pid=open my $f,"-|","echo x; exit 3"; waitpid $pid,0; $!=0; print close($f)?1:0," $! $?\n";
#### w19
my $pid=open F,"-|","echo x; exit 3"; waitpid $pid,0;
#### w20
my $pid=open F,"|-","cat"; close STDIN; print F "x\n"; open F,">&STDOUT"; print "ok $?\n";
#### w21
$SIG{CHLD}='IGNORE'; open my $f,"-|","echo x;exit 3"; print <$f>; print close($f)?1:0," $! $?\n";
#### w22
$SIG{CHLD}='IGNORE'; open my $f,"-|","echo x;exit 3"; print <$f>; undef $f; print "$! $?\n";
#### w23
$SIG{CHLD}='IGNORE'; open my $f,"-|","echo x;exit 3"; print <$f>; open $f,"</dev/null"; print "$! $?\n";
#### w24
$SIG{CHLD}=sub { 1 while waitpid(-1,1)>0 }; open my $f,"-|","echo x;exit 3"; print <$f>; select undef,undef,undef,.2; print close($f)?1:0," $! $?\n";
#### w25
$SIG{CHLD}=sub { 1 while waitpid(-1,1)>0 }; open my $f,"-|","echo x;exit 3"; print <$f>; select undef,undef,undef,.2; undef $f; print "$?\n";
#### w26
$SIG{CHLD}=sub { 1 while waitpid(-1,1)>0 }; open F,"-|","echo x;exit 3"; print <F>; select undef,undef,undef,.2; open F,"-|","echo y"; print <F>; close F; print "$?\n";
#### x1
open F,"<","/"; $!=0; $x=<F>; print "$!\n"; $!=0; print close(F)?1:0," $!\n";
#### x2
open my $f,"<","/"; $!=0; $x=<$f>; print "$!\n"; $!=0; undef $f; print " $!\n";
#### x3
use IO::Handle; pipe my $r,my $w; $r->blocking(0); $x=<$r>; print "$!\n"; $!=0; print close($r)?1:0," $!\n";
#### x4
use IO::Handle; pipe my $r,my $w; $r->blocking(0); $x=<$r>; print "$!\n"; $!=0; undef $r; print " $!\n";
