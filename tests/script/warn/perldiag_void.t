# One trigger of a warning per line: what all warnings say, what is left without the category and with the
# category alone (perldiag, categories void and scalar).
use strict;
sub warnings_of {
    my ($letter, $pragma, $code) = @_;
    my @given;
    local $SIG{__WARN__} = sub { push @given, @_ };
    no strict;
    eval "package Try$letter; $pragma; $code; 1" or push @given, "died: $@";
    s/0x[0-9a-f]{6,}/ADDR/g, s/\(eval \d+\)/(eval N)/g, s/^/    / for @given;
    @given;
}
my @lines = <DATA>;
close DATA;
open my $keep, '>&', \*STDOUT or die;
$| = 1;
for (@lines) {
    chomp;
    my ($category, $code) = /^([\w:]+): (.*)/ or next;
    $code =~ s/~~/\n/g;
    my @all = warnings_of("A", "use warnings", $code);
    my @without = warnings_of("B", "use warnings; no warnings '$category'", $code);
    my @alone = warnings_of("C", "no warnings; use warnings '$category'", $code);
    print "$_\n", @all, "    without: ", scalar @without, ", alone: ", scalar @alone, "\n";
}
__DATA__
void: 5; 1
void: "abc"; 1
void: "abc" . "d"; 1
void: -5; 1
void: 1.5; 1
void: 0x10; 1
void: undef; 1
void: my $x; $x; 1
void: my @x; @x; 1
void: our $x; $x; 1
void: our @x; @x; 1
void: our %x; %x; 1
void: my $x; "$x"; 1
void: my $x; "a$x"; 1
void: my ($x, $y); $x + $y; $x - 1; $x * 2; $x / 2; $x % 2; $x ** 2; 1
void: my ($x, $y) = (1, 1); $x < $y; $x > 1; $x <= 1; $x >= 1; $x != 1; $x <=> 1; 1
void: my ($x, $y) = (1, 1); $x lt $y; $x gt 1; $x le 1; $x ge 1; $x ne 1; $x cmp 1; 1
void: my $x = 1; $x | 1; $x ^ 1; $x >> 1; ~$x; $x & 2; 1
void: use feature 'bitwise'; my $x = 1; $x |. 1; $x ^. 1; ~.$x; $x &. 2; 1
void: use integer; my $x = 1; $x + 1; $x * 2; -$x; $x < 1; $x <=> 2; 1
void: my $x = 1; -$x; !$x; not $x; +$x; 1
void: my ($x, @a, %h); $a[0]; $h{a}; @a[0, 1]; @h{1, 2}; %a[0, 1]; %h{1, 2}; $#a; 1
void: my $r = []; $r->[0]; @$r; $$r[1]; $#$r; $#{$r}; @{$r}[1, 2]; 1
void: my $r = {}; $r->{a}; %$r; $r->{a}{b}; @{$r}{1, 2}; 1
void: my $r = \1; $$r; ${$r}; 1
void: sub f {} &f; f; f(); \&f; 1
void: \my @a; [1, 2]; {; } sub { }; 1
void: my @a; sort @a; reverse @a; 1
void: my @a; map { $_ } @a; grep { $_ } @a; 1
void: my %h; keys %h; values %h; each %h; 1
void: my @a; keys @a; values @a; each @a; 1
void: my ($x, %h); defined $x; exists $h{a}; delete $h{a}; ref $x; 1
void: my $x = ""; length $x; uc $x; lc $x; ucfirst $x; lcfirst $x; quotemeta $x; 1
void: use feature 'fc'; my $x = ""; fc $x; 1
void: my $x = 1; abs $x; int $x; sqrt $x; sin $x; cos $x; exp $x; log $x; atan2 $x, 1; hex $x; oct $x; 1
void: my $x = 1; ord $x; chr $x; index $x, 1; rindex $x, 1; substr $x, 0; substr $x, 0, 1; substr $x, 0, 1, "a"; 1
void: my $x = 1; sprintf "%s", $x; join ",", $x, 2; pack "A", $x; unpack "A", $x; vec $x, 0, 1; 1
void: time; localtime; gmtime; caller; wantarray; times; 1
void: getppid; getpgrp; getpriority 0, 0; getpwnam "root"; getpwuid 0; getgrnam "root"; getgrgid 0; getlogin; 1
void: getpwent; getgrent; gethostbyname "localhost"; getprotobyname "tcp"; getservbyname "http", "tcp"; 1
void: my ($x, $y) = (1, 2); $x .. $y; 1
void: my $x = 1; $x ? 5 : 6; $x ? $x : 6; 1
void: my $x = 1; $x && 5; $x || 5; $x // 5; $x and 5; $x or "a"; 1
void: my $x = 1; 5 if $x; $x if $x; 5 unless $x; 1
void: my $x = 1; ($x, 5); (5, 6); (1, 2); ("a", $x); 1
void: my $x = 1; $x x 2; ($x) x 2; "a" x $x; 1
void: my $x = ""; $x =~ /a/; $x =~ s/a//r; $x =~ tr/a//; $x =~ tr/a/b/r; $x !~ /a/; $x !~ s/a//; 1
void: my $x = ""; /a/; s/a/b/r for $x; tr/a/b/r for $x; qr/a/; 1
void: my $x = ""; split /a/, $x; my @a; splice @a, 0, 0; 1
void: my $x = 1; scalar($x); scalar(@ARGV); 1
void: do { 5 }; do { 5; 6 }; eval { 5 }; eval { 5; 6 }; 1
void: for (1) { 5; $_ } while (0) { "a"; } 1
void: my @l = (1, do { 5; 6 }); my $y = do { 7; 8 }; 1
void: if (1) { 5 } else { 6 } 1
void: my $x = 1; $x == 1; $x eq 1; $x = 2, 5; 1
void: for (5; 0; 6) { } 1
void: for (my $i = 0; $i < 0; $i + 1) { } 1
void: use constant VC => 5; VC; 1
void: my $x = 1; "di"; "ds"; "ig"; "0 but true"; 0; 1; "0"; "1"; 2; 1
void: my $x; my $y; my ($p, $q); local $_; our $z; 1
void: *STDOUT; *{"STDOUT"}; STDOUT; 1
void: 5, 6, 7; 1
void: not 5; !5; 1
void: print "" , 5; () = (5, 6); 1
void: my @a; $a[5] ; $a[0]{b}; $a[-1]; 1
void: my $x = 1; $x++, $x; $x--; 1
void: "a" lt "b"; 1 + 2; 1 . 2; 1
void: v1.2; 1
void: 'a'; q(b); qq(c); qw(d); qw(e f); 1
void: <<A; 1~~text~~A
void: my $x = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"; "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"; "new\nline\t\x{100}\"q\""; 1
void: -e "x"; -s _; -d "/" && 1; 1
void: prototype "f"; ref []; lc; uc; defined; 1
void: getsockname STDIN; fileno STDIN; eof STDIN; tell STDIN; 1
void: require strict; chomp(my $x = 1); pos; study; lock my $y; 1
void: $$; $0; @ARGV; %ENV; $ENV{PATH}; $_; $1; $&; 1
void: INIT { 1 }
void: CHECK { 1 }
void: use feature 'isa'; my $x; $x isa Foo; 1
void: unpack "A", "a"; my @x = (5) x 2; 1
void: my ($x) = (5, 6)[0]; (5, 6)[0]; (localtime)[0]; 1
scalar: my $x = sort 1, 2
scalar: my @a; my $x = sort @a
scalar: my @a; my $x = reverse sort @a
scalar: my %h; my $x = (sort keys %h) + 1
scalar: my @a; return sort @a
scalar: my @a; my $x = () = sort @a
scalar: my @a; my $x = scalar(sort @a)
scalar: my %h; my @a; my $x = @a[0, 1]; $x = %a[0, 1]; $x = %h{1, 2}
scalar: my %h; my $x = @h{1, 2}
scalar: my ($y, $x) = (1); $x = ($y, 5); $x = (1, $y)
scalar: if (sort 1, 2) { }
scalar: sub sc { sort 1, 2 } my $x = sc()
