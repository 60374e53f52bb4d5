use warnings; $SIG{__WARN__}=sub{print "W:$_[0]"}; my $u; our $g; our @a; my %h;
for my $i ($u.."b") {last} for my $i ("b"..$u) {last} for my $i ("3x"..4){last} for my $i (3.."4x"){last} for my $i ("x".."3"){last} 
for my $i (reverse $u..2){} for my $i (reverse 1..$g){} for (reverse "a"..$u){} my @l=reverse 1..$u; @l=map {$_} $u..1; @l=($u..$g); @l=("3x"..4); @l=(3.."4x"); @l=("a"..$u);@l=($u.."b"); 
if ($u..1){} my $s=(1..$u); if ("a".."b"){}
for ($u,1..$u){} print for $u..-1; @l=@a[$u..1]; 
