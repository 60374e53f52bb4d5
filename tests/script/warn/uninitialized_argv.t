# What shift and pop take from @ARGV by themselves is named; what they take from @_ is not.
use warnings;
local $SIG{__WARN__} = sub { my $w = shift @_; $w =~ s/\(eval \d+\)/EVAL/g; print $w };
sub f { eval q{my $x = 1 + shift; 1}; my $y = "a" . lc shift; $y = 1 + pop }
f(undef, undef);
eval q{my $x = 1 + shift;};
my $x = pop() . "a";
$x = lc shift;
my %h = ("" => 1);
$x = $h{+shift};
@ARGV = (undef, 1);
$x = 1 + shift;
