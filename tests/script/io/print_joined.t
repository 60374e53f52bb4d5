# print and say of one interpolated text or concatenation: the text goes to the handle as it would
# as a value, with the warnings, separators, layers and overloads of both operations.
use strict; use warnings; use feature 'say';
$SIG{__WARN__} = sub { print STDOUT "W: $_[0]" };
my ($u, $n, $s, $w) = (undef, -42, "text", "\x{263a}");
my @a = (1, "two", 3.5);
my %h = (k => 'v');

print "a$s b$n c$a[1] d$h{k} e$a[2]\n";
print "joined " . $s . ":" . $n * 2 . "\n";
say "said $s $n";
say "x" . $n . "y";
print STDOUT "to STDOUT $s\n";
print {*STDOUT} "to a block $s\n";
print "undef <$u> and " . $u . " again\n";
print "one" . $u, " two\n";
{
  local ($,, $\) = ("-", "!\n");
  print "sep $s";
  print "sep $s", "$n $n";
  say "say $s$n";
}
{
  local $| = 1;
  print "flushed $s\n";
}
print "empty: ", "$h{k}$s" eq '' ? 1 : 0, "\n";
my $e = '';
print "$e$e";
print "after nothing $e\n";

# in memory, with layers, closed, read-only
my $buffer = '';
open my $m, '>', \$buffer or die;
print $m "mem $s $n\n";
printf $m "%s", "$s$n\n";
say $m "tell ", tell $m;
print $m "at " . tell($m) . "\n";
print $m "wide $w\n" for 1 .. 1;
close $m;
print "buffer: ", join('|', map ord, split //, $buffer), "\n";
open $m, '>:utf8', \$buffer or die;
print $m "wide $w \xe9$s\n";
close $m;
print "utf8: ", join('|', map ord, split //, $buffer), "\n";
{ no warnings 'closed'; print "closed is false\n" unless print $m "nothing $s\n"; }
print $m "warned $s\n";
open $m, '<', \$buffer or die;
print $m "wrong way $s\n";

# results
my $r = print "result $s\n";
print "r=$r\n";
my @r = (print("in list $n\n"), say("and $s"));
print "r=@r\n";

# overloads and ties see the join first
package O { use overload '.' => sub { "cat(" . ($_[2] ? "$_[1],o" : "o,$_[1]") . ")" }, '""' => sub { "str" } }
package P { use overload '""' => sub { "P-str" }, fallback => 1 }
my ($o, $p) = (bless({}, 'O'), bless({}, 'P'));
print "o: $o!\n";
print $o . "\n", "\n";
print "p: $p and $p\n";
package IOx { our @ISA; sub new { open my $fh, '>&', \*STDOUT or die; bless $fh } }
{ local $| = 1; print "" . "before\n"; my $x = IOx->new; print $x "blessed $s\n"; close $x; }

# the selected handle
open my $sel, '>', \my $selected or die;
my $old = select $sel;
print "selected $s\n";
say "selected $n";
select $old;
print "got <$selected>\n";

# more than the buffer holds, long operands, many operands
my $long = 'x' x 70000;
open my $f, '>', \my $big or die;
print $f "$long$n$long\n" for 1 .. 3;
close $f;
print length($big), "\n";
print "$s$s$s$s$s$s$s$s$s$s$s$s$s$s$s$s$s$s$s$s\n";

# what operands do to each other
my $i = 1;
print "i=$i " . $i++ . " " . $i . "\n";
print "text " . ($s = "changed") . " $s\n";
my $die = eval { print "never " . die("inside\n") . " $s\n"; 1 };
print "died: $@" unless $die;
sub f { return print "from sub $_[0]\n" }
print f("one") . "\n";
for my $k (1 .. 3) { print "loop $k\n" if "$k" ne 2; }
