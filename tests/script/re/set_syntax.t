# (?[ ]): sets computed from others (perlrecharclass "Extended Bracketed Character Classes").
$SIG{__WARN__} = sub { print "W: @_" };
for my $p ("(?[ [z-a] ])", "(?[ \\p{Foo} ])", "(?[ (?a) ])", "(?[ [^a] ])", "(?[ # comment\n [a] ])",
    "(?[ [[:alpha:]] - [b] ])", "(?[ [b-d]^[c-e] ])", "(?[ [a-z] - [b] + [b] & [b] ])", "(?[ !([a]+[b]) ])", "(?[ [a]|[b] ])(?i)C",
    "(?[ () ])", "(?[ ([a]) ([b]) ])", "(?[ [a]! [b] ])", "(?[ [a] & ! [a] ])", '(?[ a ])', '(?[ [a] [b] ])', '(?[ [a] + ])',
    '(?[ + [a] ])', '(?[ ])', '(?[ [a]', '(?[ [a] )', '(?[ ( [a] ])', '(?[ [a] ) ])', '(?[ \w - [a-f] ', '(?[ [a-z] & [^aeiou] ])+x',
    '(?[ ! [a] ])', '(?[ [:alpha:] ])', '(?[ \x41 + \N{U+42} ])', '(?[ [a]-[a] ])', '(?[[a]+[b]])', '(?[ \d & \p{Thai} ])',
    '(?[ [a b] ])', '(?[ ! ! [a] ])', '(?[ ([a] + [b]) & [b] ])', '(?[ \n ])', '(?[ [a] % [b] ])', '(?[ . ])',
    '(?[ \p{Lu} + \p{Nd} - [A-C5] ])', '(?[ \w & \PL ])', '(?[ \S - [\x{80}-\x{10ffff}] - [a-z] ])', '^(?[ [a-c] ])*$', '(?[ [:^alpha:] & [ -~] ])') {
    my $r = eval { qr/$p/ };
    print "$p => ", $r // $@, "\n";
    print join("", grep { /$r/ } map chr, 33 .. 126), "\n" if $r;
}
my $q = qr/(?[ [a-c] ])/;
my $z = qr/(?[ $q + [x] ])/;
print "$z ", join("", grep /$z/, "a" .. "z"), "\n";
my $i = qr/(?[ [a-c] - [B] ])/i;
print "$i ", join("", grep /$i/, "a" .. "z", "A" .. "Z"), "\n";
print "\xe9" =~ /(?[\w])/ ? 1 : 0, "A" =~ /(?[ [a] ])/i ? 1 : 0, "\x{e9}\x{100}" =~ /^(?[ \p{Latin} - [a-z] ])+$/ ? 1 : 0, "\n";
print join("|", "price 12 EUR, 7 USD" =~ /((?[ [A-Z] - [AEIOU] ])+|(?[ \d & [0-7] ])+)/g), "\n";
