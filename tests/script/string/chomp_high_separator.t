# chomp with separators beyond ASCII, in either form of string.
{ local $/ = "\xff"; my $s = "a\xff"; print chomp($s), length $s, "\n" }
{ local $/ = "\x{ff}\x{100}"; my $s = "\xff\x{100}"; print chomp($s), length $s, "\n" }
{ local $/ = "\xe9"; my $s = "x\x{100}\xe9"; print chomp($s), length $s, "\n" }
{ local $/ = "\xe9"; utf8::upgrade($/); my $s = "x\xe9"; print chomp($s), length $s, "\n" }
{ local $/ = "\xa9"; my $s = "\xe9"; utf8::upgrade($s); print chomp($s), length $s, "\n" }
