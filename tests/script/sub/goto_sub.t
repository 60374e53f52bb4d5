# goto &sub replaces the frame: caller, @_, and errors.
use strict; use warnings;
sub target { my @c = caller(0); "$c[3] from line $c[2] args @_" }
sub via { @_ = ("new", @_); goto &target }
print via(1), "\n";
sub direct { goto &target }
print direct("x", "y"), "\n";
my $code = sub { "anon @_" };
sub to_ref { goto $code }
print to_ref(3), "\n";
sub to_expr { goto &{$_[0]} }
print to_expr(sub { scalar @_ }), "\n";
sub loop { my $n = shift; return "done" if !$n; @_ = ($n - 1); goto &loop }
print loop(50000), "\n";
sub nope { goto &undefined_sub }
eval { nope(); 1 } or print $@;
eval { goto &target; 1 } or print $@;
sub in_eval { eval { goto &target; 1 } or return $@ }
print in_eval();
our $AUTOLOAD;
sub AUTOLOAD { my $n = $AUTOLOAD =~ s/.*:://r; return if $n eq 'DESTROY'; no strict 'refs'; *$AUTOLOAD = sub { "auto $n(@_)" }; goto &$AUTOLOAD }
print main->hello(1) =~ s/main/M/r, "\n";
print fresh(2, 3), "\n";
print defined &fresh ? "installed\n" : "no\n";
sub depth { my $d = 0; $d++ while caller($d); $d }
sub d1 { depth() }
sub d2 { goto &depth }
print d1(), d2(), "\n";
{ local $@; sub lcl { local $_ = "local"; goto &show } sub show { defined $_ ? $_ : 'undef' } our $outer = $_ = "global"; print lcl(), "\n"; }
sub ctx { wantarray ? "list" : defined wantarray ? "scalar" : "void" }
sub gctx { goto &ctx }
my @l = gctx();
my $s = gctx();
print "$l[0] $s\n";
