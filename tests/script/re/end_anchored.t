# Patterns that end with $ or \z look at the end of a long string only.
my $s = "ab" x 150_000;
my $n = 0;
$n++ while $s =~ s/\w\w$//;
print "$n ", length $s, "\n";
for my $text ("foo.txt\n", "a.c", "x" x 5000 . ".jpeg", "x" x 5000 . ".tar.gz\n", "caf\x{e9}\x{100}.\x{e9}b") {
    print join("|", map { defined ? s/[^ -~]/?/gr : 'u' } $text =~ /(\.\w{1,4})$/, $text =~ /(.)\z/s,
        $text =~ /([a-z]|\x{e9}b|txt\n)\Z/, $text =~ /(?:(j)p(e)?g|(gz)?)$/, scalar $text =~ /^.{3}\.c$/), "\n";
}
my $long = "0123456789" x 1000;
print $-[0], "\n" if $long =~ /(?:8|78)9$/;
print $-[0], "\n" if $long =~ /(?=\d{3}$)7/;
print $long =~ /5(?!67890*$)\d{4}$/ ? "yes $-[0]\n" : "no\n";
print $long =~ /(?<=56)789$/ ? "yes $-[0]\n" : "no\n";
print $long =~ /9$|^0/ ? "yes $-[0]\n" : "no\n";
print $long =~ /x?$/ ? "yes $-[0]\n" : "no\n";
(my $copy = $long) =~ s/9?$/-/g;
print length $copy, substr($copy, -4), "\n";
print join("|", map { length } split /9$/, $long), "\n";
pos($long) = 9_998;
print $long =~ /\d$/g ? pos $long : 'none', "\n";
print $long =~ /\d$/g ? pos $long : 'none', "\n";
my $lines = "ab\n" x 1000;
print scalar(() = $lines =~ /b$/mg), " ", scalar(() = $lines =~ /b$/g), " ", scalar(() = $lines =~ /\n?$/g), "\n";
print "ends\n" if "x" x 3000 . "SS" =~ /\xdf$/iu;
