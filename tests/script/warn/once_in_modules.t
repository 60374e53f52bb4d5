# A name that a module mentions, too, is not used once; whether it was loaded before or after.
BEGIN {
    $^W = 1;
    mkdir "lib";
    open my $f, '>', "lib/Mentions.pm" or die;
    print $f 'package Mentions; sub f { my $c = $Mentions::conf; warn "x" if defined $Mentions::other } 1;';
    close $f;
    unshift @INC, "lib";
    if (@ARGV) { $Mentions::conf = shift; $Mentions::other = 1 }
    $Mentions::third = 1;
}
use Mentions;
$Mentions::conf = $Mentions::late;
