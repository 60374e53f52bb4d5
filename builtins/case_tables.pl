# Prints builtins/unicode_case.inc: the case mappings and quotemeta's characters, learnt by asking
# the perl that runs this. Usage: perl builtins/case_tables.pl > builtins/unicode_case.inc
use strict;
use warnings;
use feature qw(unicode_strings fc);
no warnings qw(surrogate nonchar);

print "// Unicode case tables, made by builtins/case_tables.pl. Do not edit.\n";
my %map = (Lower => sub { lc $_[0] }, Upper => sub { uc $_[0] }, Title => sub { ucfirst $_[0] }, Fold => sub { fc $_[0] });
for my $name (sort keys %map) {
    my (@ranges, @multi);
    for my $c (128 .. 0x1ffff) {
        next if $c >= 0xd800 && $c < 0xe000;
        my $to = $map{$name}->(chr $c);
        next if $to eq chr $c;
        if (length $to > 1) {
            push @multi, [$c, map ord, split //, $to];
            next;
        }
        my $delta = ord($to) - $c;
        my $last = $ranges[-1];
        if ($last && $last->[2] == $delta && ($last->[3] == $c - $last->[1] || $last->[0] == $last->[1] && $c - $last->[1] <= 2)) {
            $last->[3] = $c - $last->[1];
            $last->[1] = $c;
        } else {
            push @ranges, [$c, $c, $delta, 1];
        }
    }
    print "constexpr CaseRange k${name}Ranges[] = {\n", map(sprintf("    {0x%x, 0x%x, %d, %d},\n", @$_), @ranges), "};\n";
    print "constexpr CaseString k${name}Strings[] = {\n",
        map(sprintf("    {0x%x, {%s}},\n", $_->[0], join ', ', map sprintf('0x%x', $_ // 0), @$_[1 .. 3]), @multi), "};\n";
}
my @quoted;
for my $c (128 .. 0x10ffff) {
    next if $c >= 0xd800 && $c < 0xe000;
    next if length(quotemeta chr $c) == 1;
    if (@quoted && $quoted[-1][1] == $c - 1) { $quoted[-1][1] = $c }
    else { push @quoted, [$c, $c] }
}
print "constexpr CodeRange kQuoted[] = {\n", map(sprintf("    {0x%x, 0x%x},\n", @$_), @quoted), "};\n";
