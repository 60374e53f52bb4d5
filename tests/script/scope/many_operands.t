# Expressions of many operands, deep nests and scopes of many variables: a slot for each is not there.
use strict;
use warnings;
no warnings 'recursion';

our $x = 1;
our @list = (2, 3);
our %map = (k => 4);

sub check {
  my ($name, $text, $measure) = @_;
  my $value = eval $text;
  print "$name: ", $@ ? "error $@" : $measure ? $measure->($value) : $value, "\n";
}

my $many = 40_000;
check("sum of constants", '$x' . '+1' x $many);
check("sum of variables", '$x' . '+$x' x $many);
check("sum of elements", '$x' . '+$list[1]' x $many);
check("products and sums", '$x' . '+$x*$map{k}' x $many);
check("differences on the right", '$x-(' x 15_000 . '1' . ')' x 15_000);
check("bits", '$x' . '|$x' x $many);
check("integer", 'use integer; $x' . '+$x' x $many);
check("conditions", '$x' . '&&$x' x 3_000);
check("alternatives", '0' . '||($x-1)' x 3_000 . '||7');
check("signs", '- ' x 15_001 . '$x');
check("negations", '!' x 15_001 . '$x');
check("joined", '$x' . '.$x' x 10_000, sub { length shift });
check("joined texts", '$x' . '.$x."ab"' x 9_000, sub { length shift });
check("interpolated", '"' . '$x-' x 12_000 . '"', sub { length shift });
check("appended", 'my $t = "a"; $t .= $x' . '.$x' x 10_000 . '; $t', sub { length shift });
check("comma", '(' . '$x,' x $many . '5)[-1]');
check("choices", '!$x?1:' x 3_000 . '2');

sub depth {
  my ($r) = @_;
  my $n = 0;
  while (ref $r) {
    ++$n;
    $r = ref $r eq 'ARRAY' ? $r->[0] : $r->{a};
  }
  return $n;
}
check("nested arrays", '[' x 20_000 . ']' x 20_000, \&depth);
check("nested hashes", '{a=>' x 20_000 . '1' . '}' x 20_000, \&depth);
check("nested both", '[{a=>' x 9_000 . '1' . '}]' x 9_000, \&depth);

# Operands in slots that several have in turn keep the order of evaluation.
{
  my @seen;
  my $note = sub { push @seen, $_[0]; $_[0] };
  my $sum = eval join '+', map { "\$note->($_)" } 1 .. 2_000;
  print "order: ", ($sum == 2_001_000 && "@seen" eq "@{[1 .. 2_000]}" ? "kept" : "lost"), "\n";
}
{
  my $n = 0;
  check("steps", 'my $n = 0; ' . join('+', ('$n++') x 3_000));
  my $text = eval 'my $i = 0; ' . join '.', ('$i++', '"-"') x 3_000;
  print "joined steps: ", ($text eq join('', map { "$_-" } 0 .. 2_999) ? "kept" : "lost"), "\n";
}

# Many variables in one scope.
check("variables", join('', map {"my \$v$_ = $_; "} 1 .. 20_000) . '$v1 + $v20000');
check("list of variables", 'my (' . join(',', map {"\$v$_"} 1 .. 20_000) . ') = (1 .. 20_000); $v20000');
{
  my @warnings;
  local $SIG{__WARN__} = sub { push @warnings, $_[0] =~ s/ at .*//sr };
  check("redeclared", join('', map {"my \$w$_ = $_; "} 1 .. 40) . 'my $w7 = 70; our $w8 = 80; { my $w7 = 1; } $w7 + $w8');
  print "$_\n" for @warnings;
  check("own value", join('', map {"my \$u$_ = $_; "} 1 .. 40) . 'no warnings; my $u3 = $u3 + 1; $u3');
  check("shadowed block", join('', map {"my \$t$_ = $_; "} 1 .. 40) . '{ my $t5 = $t5 * 2; $x = $t5 } "$x $t5"');
}
