# tied and untie of what ?: chooses, and of undef.
use strict; use warnings;
use Tie::Hash;
tie my %h, 'Tie::StdHash';
for (\%h, [], \1, sub { }) {
    my $r = ref $_;
    print $r, " ", !!tied($r eq 'HASH' ? %{$_} : $r eq 'ARRAY' ? @{$_} : $r eq 'SCALAR' ? ${$_} : undef), "\n";
}
my %plain;
for my $which (0, 1) {
    untie($which ? %h : %plain);
    print $which, " ", tied %h ? "tied" : "free", "\n";
}
print defined tied(undef) ? "tied" : "no", "\n";
