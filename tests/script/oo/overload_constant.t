# overload::constant for integer, float, binary, q and qr literals.
use strict; use warnings; use overload;
{ package Big; sub import { overload::constant(integer => sub { my ($s, $n, $how) = @_; "I<$s>" }, float => sub { "F<$_[0]>" }, binary => sub { "B<$_[0]>" }) } sub unimport { overload::remove_constant(integer => 0, float => 0, binary => 0) } require overload; }
BEGIN { Big->import }
print 12, " ", 3.5, " ", 0x1f, " ", 0b11, " ", 017, " ", 1e3, "\n";
BEGIN { Big->unimport }
print 12, " ", 3.5, "\n";
{ BEGIN { overload::constant(q => sub { my ($src, $str, $mode) = @_; "$mode:$str" }) } print "plain", 'single', " ", "a${\ 'x'}b", "\n"; my $s = "q"; $s =~ tr/a-z//; }
print "outside\n";
