# With -t, and with -T -U, what would be refused is a warning. Runs itself with -t.
BEGIN {
    if (!${^TAINT}) {
        @ENV{qw(T N)} = ('/nosuch/x', 5);
        $ENV{PATH} = '/usr/bin:/bin';
        open STDIN, '<', '/dev/null';
        exec $^X, '-t', $0 or die $!;
    }
}
my $t=$ENV{T}; my $n=5; open FH,'<',$0; $|=1; open STDERR,'>&STDOUT';
for my $c ('unlink $t','unlink $t,$t','unlink "a",$t','rename $t,"b"','mkdir $t','rmdir $t','chmod 0,$t','chown 0,0,$t','utime 0,0,$t','kill 0,$ENV{N}+99999990','link $t,"b"','symlink $t,"/nosuch/x"','truncate $t,0','chdir $t','umask 0+$ENV{N}','require $t','do $t','ioctl FH,0,$t','fcntl FH,1,$ENV{N}','socket(S,$ENV{N},1,0)','socketpair(S,R,$ENV{N},1,0)','bind S,$t','setpgrp 0,$ENV{N}','setpriority 0,0,0+$ENV{N}','open F,">$t"','open F,">",$t','sysopen F,$t,1','sprintf $t','eval $t; 1','`true $t`','print $t . sprintf("%s",1); 1','glob $t','qx(true)','chdir','rename $t,$t', 'sysopen F,"/nosuch/d",65','sysopen F,"/nosuch/d",0,$ENV{N}','POSIX::mkfifo($t,0)','POSIX::open($t,1)','unlink if (local $_=$t)','chmod $ENV{N},"/nosuch/a","/nosuch/b"','$SIG{$ENV{N}}=1','require "nosuch.pl" if $t','printf $t','printf STDOUT $t', 'printf "%s",$t;1','die $t;1','send S,$t,0','utime undef,undef,$t') { my $pid=fork; if(!$pid) { require POSIX; print "-- $c\n"; local $SIG{__WARN__} = sub { my $w = shift; $w =~ s/ at .*//s; print "$w\n" }; eval "$c"; POSIX::_exit(0) } waitpid $pid,0 }
