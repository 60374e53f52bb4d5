# //g in list context with nested and optional groups, and while loops over the same string.
use strict; use warnings;
my $s = "a=1, b=, c=3";
my @m = $s =~ /(\w)=(\d)?/g;
print join("|", map { $_ // 'undef' } @m), "\n";
my @n = $s =~ /((\w)=)(\d?)/g;
print join("|", @n), "\n";
print join("|", "aabbcc" =~ /(.)\1/g), " ", scalar(my @c = "aXbXc" =~ /X/g), "\n";
while ($s =~ /(\w)=(\d)/g) { print "$1$2\@", pos $s, " " }
print "\n";
print join("|", "2024-01-02" =~ /^(\d+)-(\d+)-(\d+)$/), " ", join("|", "x" =~ /(y)?/), "|\n";
my ($first, @rest) = "k v1 v2" =~ /\w+/g;
print "$first: @rest\n";
my %h = "a:1 b:2" =~ /(\w):(\d)/g;
print join(",", map { "$_$h{$_}" } sort keys %h), "\n";
print "none\n" unless () = "abc" =~ /\d/g;
print join("|", map { "[$_]" } "abc" =~ /(?=(\w))/g), " ", join("|", "aaa" =~ /(?=(aa))/g), "\n";
for my $w ("one two" =~ /\w+/g) { print ucfirst $w, " " }
print "\n";
print scalar(() = "mississippi" =~ /ss|pp/g), " ", join(",", map { pos() // 'u' } my @x = ("a" =~ /a/g)), "\n";
