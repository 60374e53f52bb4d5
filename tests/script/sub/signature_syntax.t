# Signatures: what is accepted and refused, arity messages, and what is said about @_ beside them.
use v5.36;
local $SIG{__WARN__} = sub { my $w = shift; $w =~ s/\(eval \d+\)/EVAL/g; print "warned: $w" };
sub try_it ($code) {
    my $result = eval "use v5.36; $code";
    my $text = defined $result ? "$result\n" : $@;
    $text =~ s/\(eval \d+\)/EVAL/g;
    print "$code\n   $text";
}
try_it($_) for
    'sub a1 ($x,,) { $x } a1(1)', 'sub a2 ($x,) { $x } a2(2)', 'sub a3 (,) { } 1', 'sub a4 ($x, $y = $x + 1, $z = $x . $y) { "$x $y $z" } a4(1) . a4(1, 5)',
    'sub a5 ($=, $= 5, @) { 5 } a5() . a5(1, 2, 3)', 'sub a6 ($, $y) { $y } a6(1, 2)', 'a6(1)', 'a6(1, 2, 3)', 'sub a7 ($x, %) { 1 } a7(1, 2)', 'a7(1, 2, 3)',
    'sub a8 (%) { 1 } a8(1)', 'sub a9 ($x, %h) { 1 } a9(1, 2)', 'my sub lex ($q) { } lex()', 'my $f = sub ($x) { }; $f->()', 'sub b1 ($x, $y = 5) { } b1()',
    'b1(1, 2, 3)', 'sub b2 ($x, $y, @z) { } b2(1)', 'sub b3 ($x) :prototype($) { } 1', 'sub b4 :prototype($$) ($x, $y) { } prototype \&b4',
    'sub b5 ($x); 1', 'sub b6 ($x = , $y = ) { } 1', 'sub b7 ($x //= 5) { } 1', 'sub b8 ($x ||= 5) { } 1', 'sub b9 (foo) { } 1', 'sub c1 ($x[0]) { } 1',
    'sub c2 ($_) { } 1', 'sub c3 (@_) { } 1', 'sub c4 (&code) { } 1', 'sub c5 (\@x) { } 1', 'sub c6 (@a, $x) { } 1', 'sub c7 (@a = 1) { } 1';

# Every way to use @_.
eval <<'CODE' or print $@;
# line 1 "args"
use v5.36; no warnings 'void';
sub g { }
sub f ($x) {
  my ($p) = @_;
  my $n = @_;
  my @c = @_;
  my %h = @_;
  @_ = (1);
  push @_, 1;
  unshift @_, 2;
  splice @_, 0, 1;
  shift @_;
  pop @_;
  my $s = shift(@_) + 1;
  g(@_);
  &g(@_);
  &g;
  &$s;
  $s->(@_);
  $s->m(@_);
  print @_;
  say "@_ x";
  print "$_[0] y";
  my $e = $_[0] + 1;
  $_[0] = 1;
  $_[0]++;
  $_[$x] .= "a";
  my ($q, $r) = @_[0, 1];
  my $l = $#_;
  $#_ = 1;
  my $z = [@_];
  my $zz = {@_};
  my @m = map { $_ } @_;
  my @gr = grep { $_ } @_;
  my @so = sort @_;
  my @re = reverse @_;
  for (@_) { 1 }
  for my $i (0 .. $#_) { 1 }
  if (@_) { 1 }
  if (@_ > 1) { 1 }
  unless (@_) { 1 }
  while (@_) { last }
  my $b = @_ ? 1 : 2;
  my $c2 = @_ && 1;
  my $c3 = !@_;
  my $c4 = @_ + 1;
  my $c5 = scalar(@_);
  join ",", @_;
  sprintf "%s", @_;
  die @_ if $x;
  my $ref = \@_;
  my $ref2 = \$_[0];
  my @l2 = (1, @_, 2);
  my $y = sub { $_[0] };
  wantarray ? @_ : 1;
  exists $_[0]; delete $_[0]; defined $_[0];
  undef @_;
  local @_ = 1;
  keys @_; each @_; values @_;
  eval { @_ };
  do { @_ };
  my ($aa, $bb) = (shift, shift);
  my $sh = shift // 5;
  my $ss = shift || pop;
  foreach my $v (1, @_) { 1 }
  chomp @_;
  @_[0] = 5;
  my %sl = %_[0, 1];
  my @xs = (@_) x 2;
  "a@_[0,1]";
  $s = "a" . @_;
  $s = @_ . "x";
  lc $_[0];
  tie @_, "X";
  system @_; exec @_;
  ref \@_;
  return @_ if $x;
  return scalar @_;
  goto &g;
  goto &$s;
}
sub f2 ($x) { @_ }
sub f3 ($x) { $_[0] }
sub f4 ($x) { shift }
sub f5 ($x, $y = shift, $z = $_[0], $w = @_) { 1 }
my $f6 = sub ($x) { @_ };
sub f7 ($x) { no warnings 'experimental::args_array_with_signatures'; shift; @_ }
sub f8 ($x) { sub { shift } }
sub f9 ($x) { if ($x) { return $_[1] } else { print shift } }
1;
CODE
