# Modules of perl's library that tie: Tie::File, Tie::RefHash, Env, Memoize, Config, Errno.
use strict;
use warnings;
use Tie::File;
use Tie::RefHash;
use Memoize;
use Env qw(@TIE_LIST TIE_WORD);
use Config;
use Errno;

my $file = "/tmp/perlipc_tie_file.$$";
sub put { open my $out, '>', $file or die $!; print $out @_; close $out }
sub text { open my $in, '<', $file or die $!; local $/; <$in> }
put("one\n", "two\n", "three\n");
my $object = tie my @lines, 'Tie::File', $file or die "tie: $!";
print scalar(@lines), " lines, $lines[1], last $lines[-1]\n";
$lines[1] = 'TWO';
push @lines, 'four', 'five';
splice @lines, 0, 1, 'zero', 'half';
print "@lines\n";
print join('|', grep {/e/} @lines), "\n";
$_ .= '.' for @lines;
delete $lines[-1];
$#lines = 3;
unshift @lines, shift(@lines) . '!';
print text();
undef $object;
untie @lines;
print scalar(@lines), "\n";
unlink $file;

tie my %by_ref, 'Tie::RefHash';
my $key = [1, 2];
$by_ref{$key} = 'array';
$by_ref{text} = 'string';
for my $k (sort { ref $a cmp ref $b } keys %by_ref) {
    print ref $k ? "reference to @$k" : $k, " => $by_ref{$k}\n";
}
print exists $by_ref{$key} ? 1 : 0, exists $by_ref{[1, 2]} ? 1 : 0, "\n";
while (my ($k, $v) = each %by_ref) { delete $by_ref{$k} if ref $k }
print join(',', %by_ref), "\n";

my $calls = 0;
sub slow { $calls++; "<@_>" }
memoize('slow');
print slow(1), slow(1), slow(2), slow(1), " $calls calls\n";
Memoize::flush_cache('slow');
print slow(1), " $calls calls\n";

$ENV{TIE_LIST} = 'a:b:c';
print scalar(@TIE_LIST), " $TIE_LIST[1]\n";
push @TIE_LIST, 'd';
shift @TIE_LIST;
print "$ENV{TIE_LIST}\n";
our $TIE_WORD = 'word';
print "$ENV{TIE_WORD}\n";

for my $change (sub { $Config{new} = 1 }, sub { delete $Config{path_sep} }, sub { %Config = () }) {
    eval { $change->() };
    print $@;
}
print exists $Config{path_sep} ? 1 : 0, exists $Config{no_such} ? 1 : 0, scalar(grep { $_ eq 'osname' } keys %Config), "\n";
for my $change (sub { $!{ENOENT} = 1 }, sub { delete $!{ENOENT} }, sub { %! = () }) {
    eval { $change->() };
    print $@ =~ /^(ERRNO hash is read only!)/ ? "$1\n" : "changed: $@\n";
}
$! = 2;
print $!{ENOENT} ? 1 : 0, $!{EPERM} ? 1 : 0, exists $!{ENOENT} ? 1 : 0, "\n";
