# What a statement declares is not visible in it, inside nested blocks, subs and evals neither.
use feature qw(state signatures say); no warnings; our @a=(7,8); our $x=5; our $y=6;
sub t { print join(",",map { $_//'u' } @_),"\n" }
{ my @a = (eval { 1; 2 }, @a); t @a; }
{ my @a = (do { 1; 2 }, @a); t @a; }
{ my $x = do { 1 } + $x; t $x; }
{ my $x = do { $x } + 1; t $x; }
{ my $x = do { 1; $x } + 1; t $x; }
{ my $x = do { my $y = $x; $y } + 1; t $x; }
{ my $x = do { my $y = 3; $x } + $x; t $x; }
{ my $x = sub { $x }->() ; t $x; }
{ my $x = sub { 1; $x }->() ; t $x; }
{ my $x = (sub { 1; $x }->()) + $x ; t $x; }
{ my ($x) = map { 1; $x + $_ } 1; t $x; }
{ my ($x) = (map { $_ } 1), $x; t $x; }
{ my ($x) = ((map { $_ } 1) [0] + $x); t $x; }
{ my ($x) = grep { $x } $x; t $x; }
{ my @r = sort { $x; $a <=> $b } @a; t @r; }
{ my $x = "@{[1]} $x"; t $x; }
{ my $x = "@{[$x]} $x"; t $x; }
{ my $x = "@{[do {1; $x}]} $x"; t $x; }
{ my $x = ${\ $x} ; t $x; }
{ my $x = @{[ 1 ]} + $x ; t $x; }
{ my $x = "ab" =~ s/a/$x/r . $x; t $x; }
{ my $x = "ab" =~ s/a/{1;$x}/re . $x; t $x; }
{ (my $x = $x) =~ s/5/{ 1; $x }/e; t $x; }
{ my $x = 1 if $y; t $x; }
{ if ((my $x = 3) && do { 1; $x } ) { t $x } }
{ if ((my $x = 3) && $x) { t $x } }
{ while (my $x = $y--) { t $x; last } }
{ for my $x (do { 1; $x }, $x) { t $x } }
{ for (my $x = 3; $x < 4; $x++) { t $x } }
{ my $f = sub { my $x = shift; $x } ; t $f->(4), $x }
{ my ($p, $q) = (do { my $p = 4; $p }, $x); t $p,$q }
{ my $x = eval 'my $x = $x; $x' ; t $x; }
{ my $x = eval '1; $x' ; t $x; }
{ our $z = 3; my $z = do { our $z; $z }; t $z }
{ state $x = do { 1; $x }; t $x }
{ my $x = <<E . $x; t $x }
@{[ do {1; $x} ]} $x
E
{ my %h = (a=>1, sub { 1; map { 1; $_ => 2 } 'q' }->(), x => $x); t map {"$_$h{$_}"} sort keys %h; }
{ my $x = { a => $x }->{a}; t $x }
{ my $x = [ map {; { a => $x } } 1 ]->[0]{a}; t $x }
{ my $x = sub ($p = $x) { 1; $p }->(); t $x } 
{ my $x = do { local $x = 4; $x } ; t $x }
{ my $x = do { if (1) { 9 } } ; t $x, $::x }
{ my $x = do { if (1) { 9 } } + $x; t $x, $::x }
{ my $x = do { while (1) { last } 1} + $x; t $x }
{ my $x = do { package Foo; 1; $x } ; t $x }
{ my $x = do { for my $i (1) { 1 } 1 } + $x ; t $x }
{ my $x = do { for (1) { } 1 } + $x ; t $x }
{ my $x = do { BEGIN { 1 } 1 } + $x ; t $x }
{ my $x = do { sub named { 1 } 1 } + $x ; t $x }
{ my $x = do { use strict; 1 } + $x ; t $x }
{ my $x = do { 1; } x ($x) ; t $x }
{ my @l = (my $x = 4, do { $x }, $x); t @l }
{ my @l = (my $x = 4, do { 1; $x }, $x); t @l }
{ my @l = (my $x = 4, sub { 1; $x }->(), $x); t @l }
{ my @l = (my $x = 4, eval q{ 1; $x }, $x); t @l }
{ my $x = "a" =~ /a(?{ 1; $x })/ ? $^R.$x : 0; t $x }
sub closure_in_value {
    my @a = ((eval { for (@a) { (eval { (sub { @a })->() }) } } // 1) . (@a)[-1]);
    @a;
}
t closure_in_value();
print eval 'use strict; my @b = (eval { 1; 2 }, @b); 1' ? "seen\n" : $@;
print eval 'use strict; my $b2 = do { 1; $b2 }; 1' ? "seen\n" : $@;
