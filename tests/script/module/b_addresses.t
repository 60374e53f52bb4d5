# B objects of references and of addresses; what is there before a module is loaded.
use B;
my ($x, $h, $s) = ([1], {}, "a");
my $sv = B::svref_2object($x);
print ref $sv, " ", $sv->object_2svref == $x ? 1 : 0, "\n";
for my $ref ($x, $h, \$s, sub { 1 }, \*STDOUT) {
    my $address = 0 + $ref;
    my $object = bless \$address, "B::SV";
    print ref $ref, " ", $object->object_2svref == $ref ? "same" : "other", "\n";
}
print defined &DynaLoader::boot_DynaLoader ? "boot\n" : "no boot\n";
use Unicode::UCD qw(charinfo);
print charinfo(0x41)->{name}, " ", charinfo(0x3b1)->{category}, "\n";
