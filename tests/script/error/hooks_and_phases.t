# What is thrown while an error is on its way: by overloading, PROPAGATE, $SIG{__DIE__}, in BEGIN and END.
# Each line is a program of its own.
use strict;
use warnings;
use File::Temp ();

my $dir = File::Temp->newdir;
while (my $code = <DATA>) {
  chomp $code;
  open my $file, '>', "$dir/p.pl" or die $!;
  print $file $code;
  close $file;
  my $said = `cd $dir; $^X p.pl 2>&1 </dev/null`;
  my $status = $? >> 8;
  $said =~ s/0x[0-9a-f]+/0xX/g;
  $said =~ s/\(\@INC contains:[^)]*\)/(INC)/g;
  print "--- $code\n$said\n=> $status\n";
}
__DATA__
package O; use overload q("")=>sub{die "ov\n"}; package main; die bless[],"O"
package O; use overload q("")=>sub{die "ov\n"}; package main; END{ print "end $?\n"; } die bless[],"O"
package O; use overload q("")=>sub{die "ov\n"}; package main; END{ die bless[],"O" }
package O; use overload q("")=>sub{die "ov\n"}; package main; eval { die bless[],"O" }; print "r:", ref $@, "\n"; eval { my $x="a$@" }; print "now $@"; eval { die "a", bless [],"O" }; print "3: $@"; 
package O; use overload q("")=>sub{die "ov\n"}; package main; $@=bless [],"O"; eval { die }; print ref($@)||$@
package O; sub PROPAGATE {die "prop\n"} package main; $@=bless [],"O"; die;
package O; sub PROPAGATE {die "prop\n"} package main; eval {$@=bless [],"O"; die;}; print "e:$@"
package O; sub PROPAGATE {my($s,$f,$l)=@_; "p:$f:$l\n"} package main; eval {$@=bless [],"O"; die;}; print "e:$@"
package O; sub PROPAGATE {exit 3} package main; eval {$@=bless [],"O"; die;}; print "e:$@"
$SIG{__DIE__}=sub{die "hook $_[0]"}; END{die "x\n"}
$SIG{__DIE__}=sub{die "hook $_[0]"}; END{print "e2\n"} END{die "x\n"} die "main\n"
$SIG{__DIE__}=sub{print "hook $_[0]"}; END{die "x\n"}
$SIG{__DIE__}=sub{exit 7}; END{die "x\n"} print "a\n"
END{die "x\n"} END {die "y\n"}
END{eval{die "x\n"}; print "in $@"} $?=3
END{exit 4} die "x\n"
END{$?=9} die "x\n"
BEGIN{die "b\n"}
BEGIN{die {a=>1}}
INIT{die "b\n"} print 1
CHECK{die "b\n"} print 1
UNITCHECK{die "b\n"} print 1
BEGIN{$SIG{__DIE__}=sub{die "hook:$_[0]"}} BEGIN{die "b\n"}
print eval{die "a\n"}||$@, eval{die "b\n"}||$@
sub f{print @_} f(eval{die "a\n"}||$@, eval{die "b\n"}||$@)
print $@||eval{die "a\n"}||$@, eval{die "b\n"}||"x", "\n"; print "$@" , eval{die "c\n"}||"x"
my @l=(eval{die "a\n"}||$@, eval{die "b\n"}||$@); print @l
eval { local $SIG{__DIE__} = sub { die bless[$_[0]],"E" }; die "q\n" }; print ref $@, $@->[0]
eval { local $SIG{__DIE__} = sub { eval {die "inner\n"}; print "got $@" }; die "q\n" }; print "o:$@"
warn bless [],"X"; package O; use overload q("")=>sub{die "ov\n"}; package main; eval{ warn bless[],"O"}; print "e:$@"
$@="foo"; warn; $@=""; warn; $@=bless[],"X"; warn; eval{die}; print $@
eval { die "a\n" }; eval { die }; print $@; eval{ eval { die "in\n" }; die }; print $@
sub DESTROY{die "d\n"} {bless []} print "k\n"; eval { bless []; 1 }; print "e:$@\n"
END { print "x$?\n"; die "y\n" } exit 5
$SIG{__WARN__}=sub{die "w:$_[0]"}; END{warn "q\n"} print "a\n"
BEGIN{$SIG{__DIE__}=sub{print "h:$_[0]"}} BEGIN{die "b\n"}
BEGIN{$SIG{__DIE__}=sub{print "h:$_[0]"}} use Nonesuch;
BEGIN{$SIG{__DIE__}=sub{print "h:$_[0]"}} use strict "foo";
BEGIN{$SIG{__DIE__}=sub{print "h:$_[0]"}} INIT{die "i\n"}
BEGIN{$SIG{__DIE__}=sub{print "h:$_[0]"}} CHECK{die "i\n"}
BEGIN{$SIG{__DIE__}=sub{print "h:$_[0]"}} UNITCHECK{die "i\n"}
BEGIN{$SIG{__DIE__}=sub{print "h:$_[0]"}} eval q{BEGIN{die "i\n"}}; print "e:$@"
$SIG{__DIE__}=sub{print "h:$_[0]"}; eval q{use Nonesuch2;}; print "e:",substr($@,0,40)
$SIG{__DIE__}=sub{print "h:$_[0]"}; eval q{UNITCHECK{die "i\n"}}; print "e:$@"
BEGIN{$SIG{__DIE__}=sub{print "h:",ref $_[0],"\n"}} BEGIN{die {}}
BEGIN{$SIG{__DIE__}=sub{print "h:$_[0]"}} BEGIN{exit 3}
BEGIN{$SIG{__DIE__}=sub{print "h:$_[0]"}} BEGIN { eval { die "in\n" }; print "ok\n" }
