# More constants in one file than an instruction can name.
use strict;
our (@list, %map);
my $done = eval '@list = (' . join(',', map { "'w$_'" } 1 .. 70_000) . '); 1';
print $done ? 'done' : $@, " $#list $list[0] $list[28671] $list[28672] $list[69999]\n";
$done = eval join('', map { "\$map{k$_} = 'v$_'; " } 1 .. 40_000) . '1';
print $done ? 'done' : $@, ' ', scalar keys %map, " $map{k40000} $map{k20000}\n";
print eval('my $sum = 0; ' . join('', map { "\$sum += $_.5; " } 1 .. 40_000) . '$sum') // $@, "\n";
print eval('my $x = ""; '
        . join('', map { "if (\$x eq 'q$_') { print 'no' } elsif (\$x ne 'z$_') { \$x .= 'a$_' } " } 1 .. 12_000)
        . 'length $x') // $@, "\n";
print eval('my @l; ' . join('', map { "push \@l, \\'r$_', lc('Q$_') . 'b$_'; " } 1 .. 16_000)
        . join('', map { "\$l[-1] =~ s/q/d$_/; " } 1 .. 50)
        . q{for ('one', 'two') { next if $_ eq 'one'; eval { $_ .= 'x' }; print $@ =~ /^(\w+ of a)/, "\n" }
            goto END_OF_IT; print 'not here'; END_OF_IT: join '|', $#l, ${$l[-2]}, $l[-1], ${$l[9000]}})
    // $@, "\n";
print eval('"a" x 1_0') , ' ', eval('"b"x1_0'), ' ', scalar(@{[ (0)x10_000 ]}), ' ', '-' x3, "\n";
