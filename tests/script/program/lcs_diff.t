# LCS, a unified diff printer, edit distance, and a patch applier that is checked against the diff.
use strict;
use warnings;
use List::Util qw(min max);

sub lcs_pairs {
    my ($x, $y) = @_;
    my @t = map { [(0) x (@$y + 1)] } 0 .. @$x;
    for my $i (reverse 0 .. $#$x) {
        for my $j (reverse 0 .. $#$y) {
            $t[$i][$j] = $x->[$i] eq $y->[$j] ? $t[$i + 1][$j + 1] + 1 : max $t[$i + 1][$j], $t[$i][$j + 1];
        }
    }
    my ($i, $j, @ops) = (0, 0);
    while ($i < @$x || $j < @$y) {
        if    ($i < @$x && $j < @$y && $x->[$i] eq $y->[$j]) { push @ops, [' ', $x->[$i], $i++, $j++] }
        elsif ($i < @$x && ($j == @$y || $t[$i + 1][$j] >= $t[$i][$j + 1])) { push @ops, ['-', $x->[$i], $i++, $j] }
        else { push @ops, ['+', $y->[$j], $i, $j++] }
    }
    return @ops;
}
sub unified {
    my ($x, $y, $context) = @_;
    my @ops = lcs_pairs($x, $y);
    my @changed = grep { $ops[$_][0] ne ' ' } 0 .. $#ops or return ();
    my @ranges;
    for my $c (@changed) {
        my ($from, $to) = (max(0, $c - $context), min($#ops, $c + $context));
        if (@ranges && $from <= $ranges[-1][1] + 1) { $ranges[-1][1] = $to }
        else { push @ranges, [$from, $to] }
    }
    my @out;
    for (@ranges) {
        my @hunk = @ops[$_->[0] .. $_->[1]];
        my ($old, $new) = (scalar(grep { $_->[0] ne '+' } @hunk), scalar(grep { $_->[0] ne '-' } @hunk));
        push @out, sprintf '@@ -%s +%s @@', map { $_->[1] == 1 ? $_->[0] : "$_->[0],$_->[1]" }
            [$old ? $hunk[0][2] + 1 : $hunk[0][2], $old], [$new ? $hunk[0][3] + 1 : $hunk[0][3], $new];
        push @out, map { "$_->[0]$_->[1]" } @hunk;
    }
    return @out;
}
sub patch {
    my ($x, @diff) = @_;
    my ($at, @out) = (0);
    for (@diff) {
        if (/^\@\@ -(\d+)(?:,(\d+))? /) { my $start = ($2 // 1) ? $1 - 1 : $1; push @out, @$x[$at .. $start - 1]; $at = $start; next }
        my ($op, $text) = unpack 'a1 a*', $_;
        if ($op ne '+') { die "hunk does not match at $at: '$x->[$at]' vs '$text'\n" if $x->[$at] ne $text; $at++ }
        push @out, $text if $op ne '-';
    }
    return (@out, @$x[$at .. $#$x]);
}
sub distance {
    my ($s, $t) = @_;
    my @prev = 0 .. length $t;
    for my $i (1 .. length $s) {
        my @cur = ($i);
        for my $j (1 .. length $t) {
            push @cur, min $prev[$j] + 1, $cur[-1] + 1, $prev[$j - 1] + (substr($s, $i - 1, 1) ne substr($t, $j - 1, 1));
        }
        @prev = @cur;
    }
    return $prev[-1];
}

my @old = split /\n/, <<'OLD';
use strict;
use warnings;

sub add {
    my ($x, $y) = @_;
    return $x + $y;
}

sub unused {
    return;
}

print add(1, 2), "\n";
# end
OLD
my @new = map { s/add/plus/gr } grep !/unused|return;/, @old;
splice @new, 2, 0, 'use feature "say";';
push @new, '', '1;';
for my $context (0, 1, 3) {
    my @d = unified(\@old, \@new, $context);
    print "context $context: ", scalar(@d), " lines\n", map "  $_\n", @d if $context;
    my @result = patch(\@old, @d);
    print "  applies: ", ("@result" eq "@new" ? 'yes' : "no: @result"), "\n";
}
print "no change: ", scalar(unified(\@old, [@old], 3)) || 'empty', "\n";
print "from nothing: ", join('|', unified([], ['a', 'b'], 1)), "\n";
print "to nothing: ", join('|', unified(['a'], [], 1)), "\n";
printf "%s -> %s: %d\n", @$_, distance(@$_) for [qw(kitten sitting)], [qw(flaw lawn)], ['', 'abc'], [qw(same same)], [qw(intention execution)];
my ($a1, $b1) = ([split //, 'AGGTAB'], [split //, 'GXTXAYB']);
print "lcs: ", join('', map { $_->[1] } grep { $_->[0] eq ' ' } lcs_pairs($a1, $b1)), "\n";
eval { patch(['x', 'z'], '@@ -1,2 +1 @@', ' x', '-y') };
print "bad patch: $@";
