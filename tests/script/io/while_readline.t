# Every form of reading lines in a condition, and what $_ and the variable are then.
use strict;
use warnings;
my $text = join '', map { "line $_\n" } 1 .. 3;
$text .= "0";
sub handle { open my $fh, '<', \$text or die; $fh }
our ($global, @list, %hash);
{ my $fh = handle(); while (<$fh>) { chomp; print "[$_]" } print defined $_ ? "def" : "undef", " $.\n" }
{ my $fh = handle(); while (my $l = <$fh>) { chomp $l; print "($l)" } print "\n" }
{ my $fh = handle(); my $l; while (defined($l = <$fh>)) { chomp $l; print "{$l}" } print defined $l ? "def" : "undef", "\n" }
{ my $fh = handle(); while ($global = <$fh>) { chomp $global; print "<$global>" } print defined $global ? "def" : "undef", "\n" }
{ my $fh = handle(); while ($hash{k} = <$fh>) { print length $hash{k} } print "\n" }
{ my $fh = handle(); my @subs; while (my $l = <$fh>) { push @subs, sub { $l } } print map({ $_->() } @subs), "\n" }
{ my $fh = handle(); my @refs; while (<$fh>) { push @refs, \"$_"; last if $. == 2 } print map({ $$_ } @refs), $_ }
{ my $fh = handle(); print "until: "; until (eof $fh) { $_ = <$fh>; chomp; print "$_;" } print "\n" }
{ my $fh = handle(); print "modifier: "; chomp, print "$_;" while <$fh>; print "\n" }
{ my $fh = handle(); print "for: "; for (; <$fh>;) { chomp; print "$_;" } print "\n" }
{ my $fh = handle(); if (defined(my $first = <$fh>)) { print "first $first" } print "not\n" unless defined(my $x = undef) }
{ my $fh = handle(); for (my @copy = (1, 2)) { while (<$fh>) { } print defined ? "kept" : "undef", ";" } print "\n" }
{ my $fh = handle(); local $_ = 'outer'; { local $_; while (<$fh>) { chomp; print } } print " $_\n" }
{ my $fh = handle(); eval { for (1, 2) { while (<$fh>) { print "in" } } }; print $@ =~ /^(Modification of a read-only value attempted)/ ? "$1\n" : "none: $@\n" }
{ my $fh = handle(); sub topic { while (<$fh>) { print length } print "\n" } for my $i (1) { topic() } }
open my $data, '<', \"a\nb\n" or die;
{ local *FH = $data; while (<FH>) { chomp; print "$_," } print "\n" }
{ package Lines; use overload '<>' => sub { shift @{ $_[0] } }; package main; my $it = bless [qw(x y z)], 'Lines'; while (<$it>) { print "over $_ " } print "\n" }
{ no warnings; my $closed = handle(); close $closed; my $n = 0; while (<$closed>) { $n++ } print "closed $n ", defined $_ ? 1 : 0, "\n" }
{ my $fh = handle(); local $/; while (<$fh>) { print length, "\n" } }
{ my $fh = handle(); binmode $fh, ':utf8'; while (<$fh>) { print utf8::is_utf8($_) ? "u" : "b" } print "\n" }
