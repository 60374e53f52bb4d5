# Messages at compile time tell where input is being read; those with near do not.
BEGIN { $^W = 1; $SIG{__WARN__} = sub { print "W: $_[0]" } }
open F,"<",$0; open F, "<",$0; <F>;
eval q{my $x; my $x; 1+2; print (3)+4; };
eval q{1 +* 2}; print $@;
eval q{use strict; $zz=1}; print $@;
eval q{die}; print $@;
eval q{BEGIN{die "x"}}; print $@;
eval q{foo bar baz}; print $@;
eval q{use NoSuchMod}; print $@ =~ s{\(\@INC.*?\) at}{at}rs;
eval q{last foo 1;}; print $@;
eval q{my $x = "abc}; print $@;
eval q{m/(/}; print $@;
eval q{tr/a-\x{100}//; $x = "\y"};
eval q{5=1}; print $@;
eval q{ sub ff {1} sub ff {2} };
eval q{ use NoSuch:; }; print $@;
eval q{ my ($a,$a); if ($x=1) {} @a[0]; %h{a}; "$h{}" }; print $@;
eval q{ no such; use 7; }; print $@;
eval q{ elsif(1){} }; print $@;
eval q{ goto FOO }; print $@;
eval q{ local $zz = 1; { my @b = (1) x -1; } sub { \$x } ; "\xzz"; 089 }; print $@;
eval q{0b12; 1_2_; 1__2; -f -d "x"; $#{a}; reverse "x"; $a == $b = 3; }; print $@;
