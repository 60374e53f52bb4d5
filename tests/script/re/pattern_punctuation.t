# Which $ in a pattern begins a punctuation variable (perlop "Gory details of parsing quoted constructs").
no strict;
for my $c (map chr, 33 .. 38, 43 .. 47, 58 .. 64, 92 .. 94, 96, 124, 126) {
    next if $c eq '^' || $c eq '%';
    my $d = "\x01";
    my $source = "m${d}^a\$${c}X${d}";
    local $SIG{__WARN__} = sub { };
    my $matches = eval "sub { \$_[0] =~ $source }";
    my $error = $@ =~ s/\(eval \d+\).*//sr;
    my $value = eval { no warnings; ${$c} } // '';
    print "$c: ", !$matches ? "ERR $error" : ($matches->("a${value}X") ? "variable" : "") . ($matches->("a") ? " end" : ""), "\n";
}
$\ = "q";
print "an" =~ /^a$\n/ ? 1 : 0, "aqn" =~ /^a$\n/ ? 1 : 0, "a\n" =~ /^a$
/x ? 1 : 0, "a" =~ /^a$/ ? 1 : 0, "a|" =~ /^a$|b/ ? 1 : 0, "a" =~ /^(a$)/ ? 1 : 0, "ab" =~ /^a(?:$|b)/ ? 1 : 0;
$\ = undef;
print "\n", "a b" =~ /a$"b/ ? 1 : 0, "a5" =~ /^a${\ 5}$/ ? 1 : 0, "\n";
print eval { my $p = q{( *+)}; qr/$p/x } ? 1 : $@;
print eval { my $p = q{( *FAIL)}; qr/$p/x } ? 1 : $@;
