# Storable: subs in images, what is_storing and its like tell.
$SIG{__WARN__}=sub{ my $m=shift; $m=~s,0x\w+,X,; print $m};
use Storable qw(freeze nfreeze thaw dclone); my $N="\x05\x0b";
sub t { my($l,$c)=@_; my @r=eval{$c->()}; print "$l: ", $@ ? "DIE $@" : join("|",map { defined $_ ? ref $_ ? ref : $_ : "undef"} @r),"\n"; }
t st=>sub{(Storable::is_storing()?1:0,Storable::is_retrieving()?1:0,Storable::last_op_in_netorder()?1:0)}; nfreeze([]);t st=>sub{(Storable::is_storing()?1:0,Storable::is_retrieving()?1:0,Storable::last_op_in_netorder()?1:0)};thaw(freeze([])); t st=>sub{(Storable::is_storing()?1:0,Storable::is_retrieving()?1:0,Storable::last_op_in_netorder()?1:0)}; thaw(nfreeze([])); t st=>sub{(Storable::is_storing()?1:0,Storable::is_retrieving()?1:0,Storable::last_op_in_netorder()?1:0)};
{ $Storable::Eval=1; t ev=>sub{ thaw($N."\x1a\x0a\x05{ 42}")->()}; t ev=>sub{ thaw($N."\x1a\x0a\x05{ 42(")->()};t ev=>sub{ thaw($N."\x1a\x0a\x03[1]")}; $Storable::Eval=sub{ print "E<$_[0]>\n"; sub{7}}; t evc=>sub{ thaw($N."\x1a\x0a\x05{ 42}")->()};}
$Storable::Eval=0; {$Storable::forgive_me=1; t fg=>sub{ my $x=thaw($N."\x1a\x0a\x05{ 42}"); (ref $x,$$x) }; t fgs=>sub{ my $x=thaw(freeze([sub{1}])); print ref $x->[0],"\n"; ${$x->[0]}=~s/0x\w+/X/; ${$x->[0]}};}
