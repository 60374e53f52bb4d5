# Variables that the condition of a modifier declares live on behind the statement, whatever the
# condition called.
use strict; use warnings;
sub f { my @l = @_; return @l }
sub kept { return "none" unless my @p = f(@_); my $l = pop @p; return "$l|@p" }
print kept(1, 2), " ", kept(3), " ", kept(), "\n";
sub hash { return unless my %h = f(a => 1); my $other = 5; my @more = (1) x 10; return "$h{a} $other @more" }
print hash(), "\n";
sub list { print "no" unless my ($p, $q) = f(1, 2); my $l = 5; return "$l|$p $q" }
print list(), "\n";
print "no" if !(my @top = sort { $b <=> $a } f(1, 3, 2));
my $after = "x" x 3;
print "$after @top\n";
for my $round (1 .. 3) {
    next unless my ($n) = grep { $_ == $round } f(1, 3);
    my $text = join ",", map { $_ * $n } 1 .. 3;
    print "$round $n $text\n";
}
sub object { my $self = bless { @_ }, 'Counted'; return $self }
sub Counted::DESTROY { print "gone $_[0]{n}\n" }
sub holds { return 0 unless my $o = object(n => shift); my @filler = (1, 2, 3); print "has $o->{n} @filler\n"; return 1 }
holds(1);
print "returned\n";
if (my @in = f(7)) { my $x = 1; print "@in $x\n" } else { print "none\n" }
unless (my @in = f()) { my $x = 2; print scalar(@in), " $x\n" }
