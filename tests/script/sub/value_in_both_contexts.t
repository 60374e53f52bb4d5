# What a sub returns is computed in the context of its call: the blocks in it have their own
# variables, labels and string evals whichever it is.
use strict;
use warnings;

our @none;
our %many = (a => 1, b => 2, c => 3);

sub show {
    my ($name, $code) = @_;
    my @list   = $code->(7);
    my $scalar = $code->(7);
    $code->(7);
    printf "%-12s (%s) %s\n", $name, join(',', map { ref ? 'r' . $_->() : $_ } @list), $scalar;
}

show(while_pair => sub {
    eval { while (my ($k, $v) = @none) { print "never\n" } 1 }
});
show(while_each => sub {
    eval { my $sum = 0; while (my ($k, $v) = each %many) { $sum += $v } ($_[0], $sum) }
});
show(two_loops => sub {
    (eval { if (1) { local $_ = 1; while (my ($k, $v) = @none) { } } $_[0] });
});
show(cfor => sub {
    (1, do { my ($n, @seen) = (0); for (my ($i, $j) = (0, 5); $i < $j; $i++, $j--) { push @seen, $i, $j } @seen });
});
show(string_eval => sub {
    eval { my $x = 5; my $y = 6; eval '$x . $y' }
});
show(nested_eval => sub {
    (0, eval { my ($x, $y) = (1, 2); { my $z = 3; eval '$x + $y + $z' or die } });
});
show(map_eval => sub {
    return ('m', map { my $x = $_; my $y = eval '$x + 1'; sub { $x + $y } } 1 .. 3);
});
show(label => sub {
    eval { my $i = 0; AGAIN: $i++; goto AGAIN if $i < 3; ($i, 2) }
});
show(label_value => sub {
    my $label = 'AGAIN';
    (7, eval { my $i = 0; AGAIN: $i++; goto $label if $i < 3; ($i, 2) });
});
show(state => sub {
    use feature 'state';
    (1, do { state $n = 10; my $m = $n++; $m });
});
{
    my @warned;
    local $SIG{__WARN__} = sub { push @warned, $_[0] =~ s/ at .*//sr };
    my $f = sub {
        no warnings 'void';
        (1, do { my ($i, $j, @a) = (1, 2); my $t = "$a[$j]"; @a });
    };
    my @r = $f->();
    my $r = $f->();
    print "$_\n" for @warned;
}
