# Memory that cannot be had: perl's message and exit status, past every eval, END blocks included.
# not-sanitized: the sanitizer reports each refused allocation itself
use strict; use warnings;
my @programs = (
  '$x = "x" x $n', 'eval { $x = "x" x $n }; print "caught\n"', '$a[$n] = 1', '$#a = $n', '@a = (1) x $n',
  '@a = 1 .. $n', '$x = "ab"; $x x= $n', 'vec($x = "", $n, 8) = 1', '$x = sprintf "%${n}d", 1',
  'END { print "end\n" } $x = "x" x $n', '$x = "ab" x 1e19', '@a = (1, 2) x 9e18', 'for (1 .. 1e19) { }',
  '$x = "x" x -1; print "[$x]\n"', '$a[-$n] = 1', '$x = sprintf "%*d", 1 << 62, 1',
);
for my $program (@programs) {
  my $pid = open my $out, '-|' or do {
    open STDERR, '>&', \*STDOUT;
    exec $^X, '-e', 'no warnings; my ($x, @a); my $n = 1e15; ' . $program;
  };
  my $text = join '', <$out>;
  close $out;
  print "$program: $text [", $? >> 8, " ", $? & 127, "]\n";
}
