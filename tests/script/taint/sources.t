# Where tainted values come from. Runs itself with -T.
BEGIN {
    if (!${^TAINT}) {
        $ENV{N} = 5;
        open my $o, '>', 'in' or die $!;
        print $o "abcdef\nline\n";
        close $o;
        open STDIN, '<', 'in' or die $!;
        exec $^X, '-T', $0, 'arg' or die $!;
    }
}
use Scalar::Util 'tainted'; use POSIX (); use Cwd ();
sub T { print "$_[0]: ", (tainted($_[1])?1:0), "\n" }
T('$0',$0); T('$^X',$^X); T('$$',$$); T('$^O',$^O); T('$]',$]); T('$^T',$^T); T('ARGV',$ARGV[0]); T("INC0",$INC[0]); T("INC-1",$INC[-1]); T('%INC',$INC{'POSIX.pm'}); T('$!',$!); T('PATH',$ENV{PATH}); T('$@',$@); T('$<',$<); T('$(',$(); T('$/',$/);T('$;',$;);
open my $f,'<',$0; my $l = <$f>; T('readline',$l); my @l = <$f>; T('lines',$l[0]); close $f;
open $f,'<',\"mem\nx\n"; $l=<$f>; T('mem',$l); read($f,$l,1); T('mem read',$l);
open $f,'<',$0; read $f,$l,3; T('read',$l); my $n = read $f,$l,3; T('read n',$n); sysread $f,$l,3; T('sysread',$l); $l = getc $f; T('getc',$l); T('eof',eof($f)); T('tell',tell $f); $l=fileno $f; T('fileno',$l);
my @st = stat $f; T("stat",$st[7]); $l = -s $0; T('-s',$l); $l = -e $0; T('-e',$l); $l = -M $0; T('-M',$l);
opendir my $d,'.'; $l = readdir $d; T('readdir',$l); @l = readdir $d; T('readdirs',$l[0]); 
symlink 'a','sl'; $l = readlink 'sl'; T('readlink',$l);
my @pw = getpwuid 0; T("pw$_",$pw[$_]) for 0..$#pw; $l = getpwuid 0; T('pwuid s',$l); $l=getpwnam 'root'; T('pwnam s',$l); my @gr=getgrgid 0; T("gr$_",$gr[$_]) for 0..$#gr;
@l = getpwnam 'root'; T("pwn8",$l[8]);
T('time',time); T('localtime',scalar localtime); T('localtime0',(localtime)[0]); T('times',(times)[0]); T('getppid',getppid); T('rand',rand); T('umask',umask);
T('cwd',Cwd::getcwd()); T('cwd2',Cwd::cwd()); T('abs',Cwd::abs_path('.')); T('uname',(POSIX::uname())[0]); T('posixgetcwd',POSIX::getcwd()); T('strftime',POSIX::strftime("%Y",localtime)); T('ttyname',POSIX::ctermid());
T('hostbyname',scalar gethostbyname('localhost')); my @h=gethostbyname('localhost'); T("h$_",$h[$_]) for 0..$#h; my @pr=getprotobyname('tcp'); T("pr$_",$pr[$_]) for 0..$#pr; my @sv=getservbyname('http','tcp'); T("sv$_",$sv[$_]) for 0..$#sv; T('protoS',scalar getprotobyname 'tcp');
{ local $ENV{PATH}='/bin:/usr/bin'; delete local @ENV{qw(IFS CDPATH ENV BASH_ENV)}; $l = `echo hi`; T('qx',$l); @l = `echo hi`; T('qxl',$l[0]); T('$?',$?); $l = system('true'); T('system',$l); open my $p,'-|','echo x'; $l=<$p>; T('pipe',$l); T('setpath',$ENV{PATH}); my $cp = $ENV{PATH}; T('cp',$cp);}
@l = <*.pl>; T('glob',$l[0]); @l = glob('a b'); T('glob2',$l[0]);
use Socket; socketpair(my $a,my $b,AF_UNIX,SOCK_STREAM,0); syswrite $a,"hello\n"; recv $b,$l,2,0; T('recv',$l); $l = getpeername($a); T('peer',$l); $l=getsockname $a; T('sockn',$l); $l=getsockopt($a,SOL_SOCKET,SO_TYPE); T('sockopt',$l); 
pipe my $r,my $w; syswrite $w,"abc\n"; $l=<$r>; T('pipe',$l);
socket(my $u,AF_INET,SOCK_DGRAM,0); bind $u,sockaddr_in(0,INADDR_LOOPBACK); my $ad=getsockname $u; T('sockname',$ad); my ($port,$ip)=sockaddr_in($ad); T('port',$port); send $u,"x",0,$ad; $l=recv $u,my $buf,10,0; T('recvfrom',$l); T('buf',$buf);
my $q=msgget(0,0600|01000); msgsnd $q,pack("l! a*",1,"hi"),0; msgrcv $q,$buf,100,0,0; T('msgrcv',$buf); msgctl $q,0,0;
my $s=shmget(0,100,0600|01000); shmwrite $s,"abc",0,3; shmread $s,$buf,0,3; T('shmread',$buf); shmctl $s,0,0;
my ($port2,$ip2); T('inet_aton',inet_aton('127.0.0.1')); T('ntoa',inet_ntoa(INADDR_LOOPBACK)); T('DATA',scalar <DATA>);
$l = select(undef,undef,undef,0); T('select',$l); my $st = POSIX::read(0,my $bb,3); T('posixread',$bb); $l=<STDIN>; T('STDIN',$l); 
my $e = eval { die $ENV{PATH} };  T('sprintf',sprintf("%s",1)); T('caller',(caller(0))[0]); T('__FILE__',__FILE__); T('getlogin',getlogin()); T('wait',wait); T('ENVkeys',(keys %ENV)[0]); T('join',join('',%INC)); T('$^V',$^V); T('env',join '',values %ENV); T('$ARGV',$ARGV); T('getpriority',getpriority(0,0)); T('getpgrp',getpgrp); T('$ENV{x}',$ENV{NOSUCH}); T('chdir',chdir '.');
use Scalar::Util; T('dualvar',Scalar::Util::dualvar(1,$ENV{PATH})); use List::Util (); 
T('sum',List::Util::sum(1,$ENV{N})); T('max',List::Util::max(1,$ENV{N})); T('first',List::Util::first(sub {1},$ENV{N})); T('uniq',(List::Util::uniq('a',$ENV{N}))[0]);T('uniq1',(List::Util::uniq('a',$ENV{N}))[1]); T('shuffle',(List::Util::shuffle($ENV{N}))[0]); T('reduce',List::Util::reduce(sub {$a.$b},'x',$ENV{N})); T('blessed',Scalar::Util::blessed($ENV{N})); T('lln',Scalar::Util::looks_like_number($ENV{N})); 
__DATA__
data
