# The line of a `use` that goes over several: of what fails, and where import is called from.
BEGIN {
    $INC{"Told.pm"} = 1;
    sub Told::import { my @c = caller; print "import $c[2]\n"; die "refused" if ($_[1] // "") eq "die" }
    sub Told::unimport { print "unimport ", (caller)[2], "\n" }
    $Told::VERSION = 1;
}
use Told
  qw(a
  b);
use Told (
 1,
 2,
);
no Told
  ;
use Told { a => 1,
  b => 2 }

  ;
use Told; use Told
; print __LINE__, "\n";
use Told 'x
y
z';
use Told <<A, <<B;
a
b
A
c
B
print __LINE__, "\n";
for my $text ("use Told\n  qw(die\n b);\n1", "\nuse Told (\n'die',\n 'b'\n);\n1", "\n\nuse Nope::Mod\n  qw(a\n b);\n1",
              "use strict\n 'foo';1", "use Told 9\n qw(a);", "use\n v7;", "use Told 0.5\n;\nuse Told 3\n (a);") {
    eval $text or print $@ =~ s/\(eval \d+\)/(eval N)/gr =~ s/\(you may.*\)\)?|\(\@INC.*?\)//gr;
}
