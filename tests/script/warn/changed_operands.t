use warnings; $SIG{__WARN__}=sub{print "W:$_[0]"}; my $u; our $g;

$u =~ tr/a/b/; 
my $x = $g =~ tr/a/b/r; 
$x = $u =~ tr/a/b/r; $x = $g =~ tr/a/b/; our @a; $x = $a[1] =~ tr/a/b/; $x = ($a[1] =~ tr/a/b/r); $x= ($a[0] =~ s/a/b/); $x= ($a[0] =~ s/a/b/r); $x = $g =~ s/a/b/r; $x = $u=~ s/a/b/r; my %h; $x = $h{k} =~ s/a/b/r; $_=undef; $x = s/a/b/r; $x = tr/a/b/r; $x = s/a/b/; $x=tr/a/b/; $x = $g =~ m/a/; $x = $a[1] =~ /a/;
for my $i ($u..3) {last}
for my $i (1..$u) {} 
for ($g..2) {last} for my $i ($a[0]..2){last} for my $i (1..$h{k}){} 
for my $i (reverse 1..$u){} my @l=($u..1); @l=(1..$u); @l=('a'..$u); for my $i ("a"..$u) {last} for my $i ($u.."b") {last} for my $i (0+1..$u+0) {} 
foreach my $q (@$u) {} 
