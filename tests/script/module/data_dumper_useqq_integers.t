# Data::Dumper with Useqq: integers of more than ten characters.
use Data::Dumper;
$Data::Dumper::Useqq = $Data::Dumper::Terse = $Data::Dumper::Indent = $Data::Dumper::Sortkeys = 1;
for my $useperl (0, 1) {
    local $Data::Dumper::Useperl = $useperl;
    print Dumper(1234567890123, 12345678901, 1234567890, 123456789, -1234567890, -12345678901, -123456789, "12345678901",
        "1234567890", "012345678901", 12345678901234567890, 0, [12345678901], { 12345678901 => 12345678901 });
}
