# $* and $# in patterns and strings: no longer variables, and which texts are not them.
for my $code ('/$*/', '/a$*/', '/a$*b/', '/a($*)/', '/a$*|b/x', '/$#/', '/a$#/', '/(a$#)/', '/a$#|b/', '/a$#]/', '/a$# b/',
    '/[$*]/', '/[$#]/', 's/a$#//', 's{a$*} {b}x', 's{a}{$*}', 'split /$*/, 1', '/\Qa$*/', "m'a\$*'", "m'a\$#'", '/\$#/',
    '/a$#b/', '/a$#{[1]}/', '/$*$/', 'qr/$*/', '"a$*b"', '$* = 1', '$# = 1', 'tr/$*//', '/a$|b/', '/a$)/', 'm{a$ # b
 }x') {
    local $_ = 'a';
    my $ok = eval "$code; 1";
    print "$code: ", $ok ? "fine\n" : $@ =~ s/ at .*//sr . "\n";
}
