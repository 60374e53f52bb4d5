# "Useless use of ..." in void context.
use strict; use warnings; my ($x, @a, %h) = (1);
BEGIN { $SIG{__WARN__} = sub { print $_[0] } }
5;
"const"; $x; @a; %h; $x + 1; $x . "a"; $x == 1; $x eq "a"; -$x; !$x; ~$x; $a[0]; $h{a}; @a[0, 1]; \$x; [1]; { 1 } sub { 1 }; sort @a; reverse @a; keys %h; values %h; map { $_ } @a; grep { $_ } @a; defined $x; ref $x; length $x; lc $x; uc $x; join ",", @a; sprintf "%s", 1; substr $x, 0, 1; index $x, 1; abs $x; int $x; wantarray; scalar @a; $x <=> 1; $x x 2; 1 .. 2; $x ? 1 : 2; $x && 1; $x || 2; $x // 3; ($x, 1); (1, 2); "a" =~ /a/; $x =~ tr/a//r; unpack "A", $x; pack "A", 1; time; localtime; caller; oct 1; hex 1; ord 1; chr 1; exists $h{a}; 0; 1; "0"; "1"; undef; "di"; "ds"; "ig"; 7; not $x; $x lt 1; $x << 1; $x & 1; 
print "end\n";
