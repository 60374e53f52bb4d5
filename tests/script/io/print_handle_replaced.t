# print knows its handle before its items are computed, and does not keep it from going.
use strict;
use warnings;
use feature 'say';
my $text;
$SIG{__WARN__} = sub { print STDOUT "warned: $_[0]" };
sub handle { open my $made, '>', \$text or die; $made }
sub shown  { print STDOUT "$_[0]: [", $text // 'undef', "]\n"; $text = ''; close OUT }

for my $case (1 .. 9) {
    open OUT, '>&', \*STDOUT or die;
    OUT->autoflush(1);
    my $o    = handle();
    my $keep = $o;
    my $r = $case == 1 ? print { $o } sub { $o = \*OUT; "b" }->()
        : $case == 2 ? print { $o } "a" . sub { $o = \*OUT; "b" }->()
        : $case == 3 ? printf { $o } "%s%s", "a", sub { $o = \*OUT; "b" }->()
        : $case == 4 ? say { $o } "a", sub { $o = \*OUT; "b" }->()
        : $case == 5 ? print { $o } "x", ($o = \*OUT) && "b"
        : 1;
    undef $keep if $case > 5;
    $r = $case == 6 ? print { $o } sub { undef $o; "b" }->()
        : $case == 7 ? print { $o } "a" . sub { undef $o; "b" }->()
        : $case == 8 ? printf { $o } "%s%s", "a", sub { undef $o; "b" }->()
        : $case == 9 ? print { $o } 'a', sub { $o = undef; "b" }->()
        : $r;
    shown("$case " . ($r ? 'true' : 'false'));
}
