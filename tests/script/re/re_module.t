# use re: default flags, and the functions about patterns and names (perldoc re).
use re qw(is_regexp regexp_pattern regname regnames regnames_count);
my $q = qr/(?<a>x)(?<b>y)?(?<a>z)/ix;
print is_regexp($q) ? 1 : 0, is_regexp("x") ? 1 : 0, is_regexp(\1) ? 1 : 0, "\n";
my ($p, $m) = regexp_pattern($q);
print "$p $m ", scalar(regexp_pattern($q)), "\n";
"xz" =~ $q;
print join(",", sort(regnames())), " ", join(",", sort(regnames(1))), " ", regnames_count(), "\n";
print regname("a"), " ", join(",", map { $_ // 'u' } @{regname("a", 1)}), "\n";
print defined regname("b") ? 1 : 0, defined regname("zz") ? 1 : 0, "\n";
print join(",", map { "$_=$+{$_}" } sort keys %+), " ", join(",", map { "$_=${^CAPTURE}{$_}" } sort keys %{^CAPTURE}),
    " ", join(",", map { $_ . "=" . scalar @{${^CAPTURE_ALL}{$_}} } sort keys %{^CAPTURE_ALL}), "\n";
print "$$q ${qr/x/i}\n";
{ use re '/xx'; print qr/a/, qr/b/i; use re '/i'; print qr/c/; no re '/x'; print qr/d/; use re '/aa'; print qr/e/, qr/e/u }
print "\n";
{ use re '/x'; print qr/a/; { use re '/xx'; print qr/b/; no re '/xx'; print qr/c/ } print qr/c/; use re '/xmx'; print qr/d/ }
print "\n";
{ use re '/x'; use re '/i'; use re '/a'; use re '/aa'; print qr/a/; use re '/u'; print qr/b/; no re '/u'; print qr/c/ }
print "\n";
$SIG{__WARN__} = sub { print "W: ", $_[0] =~ s{eval \d+}{eval N}r };
eval qq{use re "$_"; print qr/a/, "\n"} for "/au", "/uu", "strict";
eval qq{no re "strict"; 1} and print "ok\n";
