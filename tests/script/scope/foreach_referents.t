# What a foreach list names may go away when the list is complete, or while the loop runs.
our ($v, $y);
my @k;
sub f { for our $v (@{[12]}, $main::y) { $v++ } }
sub g { eval { for our $v (@{[5]}, "a", $main::y) { $v++ } } }
sub h { my $out = ""; for my $v (@{[$_[0], "b$_[0]"]}, $_[0]) { $v .= "x"; $out .= "$v " } $out }
sub i { for (values %{{a => "v$_[0]"}}, @{{b => ["s$_[0]"]}->{b}}[0], $_[0]) { $_ .= "y"; print "$_ " } }
for my $n (1 .. 50) { f(); push @k, "abc$n" x ($n % 7); g(); push @k, "def$n", [1, 2, 3] }
print "@k[0, 1, 3, 4] $y\n";
my ($p, $w) = ("q", "w" x 40); print h($p), h($w), "\n"; i(my $z = "z"); print "$z\n";
