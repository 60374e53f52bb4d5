# perlipc-only: perl uses memory here that it has freed
# Assignment operators on elements whose container is cleared by the code that the operand runs.
use strict;
use warnings;

our (@a, %h, $t);
sub gone { @a = (); undef @a; %h = () }

package Object {
    use overload '""' => sub { main::gone(); 'o' }, '+' => sub { main::gone(); 5 }, '0+' => sub { main::gone(); 3 },
        '.' => sub { main::gone(); 'cat' };
}
package Text { use overload '""' => sub { main::gone(); 'o' }, fallback => 1 }
package Scalar { sub TIESCALAR { bless [] } sub FETCH { main::gone(); 4 } sub STORE { main::gone() } }

sub fill { @a = map { "1$_" } 1 .. 20; %h = map { $_ => "2$_" } 1 .. 20 }
my $object = bless [], 'Object';
my $text   = bless [], 'Text';
tie $t, 'Scalar';

my %code = (
    append_object => sub { $a[3] .= $object; $h{3} .= $object },
    append_text   => sub { $a[3] .= $text },
    append_tied   => sub { $a[3] .= $t },
    helem_object  => sub { $h{3} .= $object },
    helem_text    => sub { $h{3} .= $text },
    helem_tied    => sub { $h{3} .= $t },
    add_object    => sub { $a[3] += $object },
    add_tied      => sub { $a[3] += $t },
    add_helem     => sub { $h{3} += $t },
    multiply      => sub { no warnings; $h{3} *= $t },
    subtract      => sub { $a[3] -= $t },
    self          => sub { $a[3] = $object; $a[3] += 1 },
    self_append   => sub { $h{4} = $text; $h{4} .= 'x' },
    increment     => sub { no warnings; $a[3] = $object; $a[3]++ },
    foreach       => sub { my $n = 0; for my $key (sort keys %h) { $h{$key} .= $text; last if $n++ > 20 } },
    reference     => sub { my $r = \@a; $r->[3] .= $text; $r->[2] += $t },
);
print '1..', scalar(keys %code), "\n";
my $number = 0;
for my $name (sort keys %code) {
    fill();
    my $done = eval { $code{$name}->(); 1 };
    my $seen = $done ? scalar(@a) . ' ' . scalar(keys %h) : $@;
    # A tied operand is read before the element is made anew.
    my $wanted = $name =~ /tied|helem$|multiply|subtract|reference/ ? qr/^\d \d$/ : qr/^0 0$/;
    print $seen =~ $wanted ? 'ok ' : 'not ok ', ++$number, " - $name: $seen\n";
}
