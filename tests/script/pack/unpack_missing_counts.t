# unpack: a count before "/" that the data have no more bytes for.
for my $case (['a5 w/a', 'abcde'], ['a5 n/a', 'abcde'], ['a5 C/(n)', 'abcde'], ['a5 C/n', 'abcde'], ['a4 n/a', 'abcde'],
    ['a5 A/a', 'abcde'], ['w/a', ''], ['a/a', ''], ['a0 C/a', ''], ['C/a', "\0"], ['a5 C/a C/a', "abcde\0"],
    ['a5 x0/a', 'abcde'], ['(n/a)*', ''], ['a4 a3/a a', 'abcde'], ['a5 j/a*', 'abcde']) {
    my ($template, $data) = @$case;
    my @got = eval { unpack $template, $data };
    print "$template: ", join('|', @got), ' ', $@ =~ s/ at .*//sr, "\n";
}
print defined scalar(unpack 'x5 w/a', 'abcde') ? 'defined' : 'undef', "\n";
