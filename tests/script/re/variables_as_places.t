# The match variables as things to alias, refer to and pass on: read late, never written.
use strict; use warnings;
sub late { "zz" =~ /(z)/; "$_[0]" }
"keep" =~ /(k)(e)/; print late($1), " ", late($&), " $1\n";
my ($r, $w) = (\$1, \$&); "other" =~ /(t)h/; print "$$r $$w ", ref $r, "\n";
our $alias; *alias = \$1; "third" =~ /(i)/; print "$alias\n";
our (@starts, %names); *starts = \@-; *names = \%+;
"abcdef" =~ /b(?<n>c)(?<m>x)?/; print "@starts[0, 1] $#starts $names{n} ", join(',', sort keys %names), "\n";
print "$#- $#+ @{^CAPTURE} $-{n}[0] ", defined $-{m}[0] ? 1 : 0, exists $+{m} ? 1 : 0, "\n";
for my $code ('$1 = 2', '$+{n} = 1', '$+{zz} = 1', '%+ = ()', 'delete $+{n}', '$-[0] = 1', '@- = ()', 'push @+, 1',
              'undef @-', '$_ = 1 for $1', 'late2($1)', 'late2($+{n})', '$-{n} = 1', 'local $1; 1', '@{^CAPTURE} = ()') {
  no warnings;
  print "$code: ", eval "$code; 1" ? "ok\n" : $@ =~ s/ at .*//sr . "\n";
}
sub late2 { $_[0] = 1 }
my $s = "pre-mid-post"; $s =~ /mid/; print defined ${^MATCH} ? 1 : 0, "\n"; $s =~ /mid/p; print "${^PREMATCH}|${^MATCH}|${^POSTMATCH}\n";
my $out = ''; for my $i (1 .. 3) { if ("n$i" =~ /(\d)/) { $out .= $1 } elsif ("x" =~ /(x)/) { $out .= $1 } } print "$out $1\n" if "q" =~ /(q)/;
sub rec { my $n = shift; "n$n" =~ /(\d)/; return $1 if $n == 0; my $in = rec($n - 1); "$in$1" } print rec(3), "\n";
