# Programs are not started with an environment that is not to be trusted (perlsec "Cleaning Up Your Path").
use strict;
use warnings;
$| = 1;
open my $o, '>', 'child.pl' or die $!;
print $o <<'END';
$ENV{PATH}='/bin:/usr/bin' if $ARGV[1]; delete @ENV{qw(IFS CDPATH ENV BASH_ENV)}; $ENV{IFS}=$ARGV[0] if $ARGV[1] eq 'ifs'; $ENV{ENV}=substr($ARGV[0],0,0) if $ARGV[1] eq 'env'; $ENV{TERM}=$ARGV[0] if $ARGV[1] eq 'term';
$ENV{PATH}='bin:/usr/bin' if $ARGV[1] eq 'rel'; $ENV{PATH}='/tmp:/usr/bin' if $ARGV[1] eq 'tmp'; delete $ENV{PATH} if $ARGV[1] eq 'del'; $ENV{PATH}=$ARGV[0] if $ARGV[1] eq 'arg'; $ENV{PATH}=undef if $ARGV[1] eq 'undef'; $ENV{PATH}='' if $ARGV[1] eq 'empty'; $ENV{PATH}='/usr/bin:' if $ARGV[1] eq 'trail';$ENV{PATH}='/nosuchx:/usr/bin' if $ARGV[1] eq 'nosuch';$ENV{PATH}=~s/x/x/ if $ARGV[1] eq 'subst'; %ENV=() if $ARGV[1] eq 'clear'; %ENV=(PATH=>'/bin') if $ARGV[1] eq 'assign'; undef %ENV if $ARGV[1] eq 'undefh';  $ENV{PATH}="/bin:/usr/bin" , local $ENV{PATH}=$ARGV[0] if $ARGV[1] eq 'local';
$0='x'; my $e=$ARGV[2] || '';
if ($e eq '') { system "true"; print "$?\n"; system "true;"; system 'true','a'; print `echo a`; open F,"true|"; print exec "true"; }
if ($e eq 'open') { open F,"true|" or print "no $!"; print "ok\n"; open F,'-|',"true","x"; print "list ok\n"; open F,'-|',"echo",$ARGV[0]; print <F>; close F; print "$?\n"}
if ($e eq 'qx') { print `true`} if ($e eq 'list') { system 'true','a'; print "ok\n"; } if ($e eq 'exec') { exec 'true' } if ($e eq 'execl') { exec 'true','a' } if ($e eq 'glob') { print <*.t> } if($e eq 'fork'){ open F,'-|' or do {print "child";exit}; print <F> } if ($e eq 'abs') { system "/bin/true"; print "ok" }
if ($e eq 'both') { system $ARGV[0] }  if ($e eq 'bothl') { system 'echo', $ARGV[0] } if ($e eq 'bothq') { print `$ARGV[0]` } if ($e eq 'bothp') { open F,"$ARGV[0]|" } if ($e eq 'bothe') { exec $ARGV[0] } 
END
close $o;
chmod 0755, '.';
mkdir 'open';
chmod 0777, 'open';
$ENV{PATH} = '/usr/bin:/bin';
delete @ENV{qw(IFS CDPATH ENV BASH_ENV)};
for my $case (qw(1 ifs env term rel tmp del arg undef empty trail nosuch subst clear assign undefh local)) {
    for my $start ('', qw(open qx list exec)) {
        print "-- $case $start\n";
        system $^X, '-T', 'child.pl', 'x', $case, $start;
    }
}
open STDERR, '>&', \*STDOUT;
for my $start ('', qw(open qx list exec execl glob fork abs both bothl bothq bothp bothe)) {
    print "-- none $start\n";
    system $^X, '-T', 'child.pl', 'x', '', $start;
}
