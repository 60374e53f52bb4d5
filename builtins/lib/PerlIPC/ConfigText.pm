# PerlIPC::ConfigText: Config's values as text (perldoc Config, perlrun -V:NAME).
package PerlIPC::ConfigText;
use strict;

sub row {
    my ($values, $name) = @_;
    my $value = exists $values->{$name} ? $values->{$name} // 'undef' : 'UNKNOWN';
    return "$name='$value'";
}

# The rows whose whole name a pattern matches; none for what is no pattern.
sub matching {
    my ($values, $pattern) = @_;
    my $names = eval { qr/^(?:$pattern)=/ } or return;
    return map { row($values, $_) } grep { "$_=" =~ $names } sort keys %$values;
}

# A colon in front leaves the name out, one behind it the end of the line.
sub vars {
    my ($values, @queries) = @_;
    for my $query (@queries) {
        my ($bare, $name, $inline) = $query =~ /^(:?)(.*?)(:?)\z/s;
        my $end = $inline ? ' ' : ";\n";
        if ($name !~ /\W/) { print part(row($values, $name), $bare), $end; next }
        my @rows = matching($values, $name);
        print @rows ? map({ part($_, $bare) . $end } @rows) : "$name: not found$end";
    }
}

sub part {
    my ($row, $bare) = @_;
    $row =~ s/^\w+=// if $bare;
    return $row;
}

sub sh {
    my ($values) = @_;
    return join '', map { row($values, $_) . "\n" } sort keys %$values;
}

1;
