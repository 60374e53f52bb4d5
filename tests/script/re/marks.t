# $REGMARK and $REGERROR (perlvar), set by verbs with names.
our ($REGERROR, $REGMARK);
sub show {
    my ($text, $re) = @_;
    ($REGERROR, $REGMARK) = ('E', 'M');
    my $matched = $text =~ $re ? 1 : 0;
    print "$re: $matched error <$REGERROR> mark <$REGMARK>\n";
}
show("xb y", qr/x(*COMMIT).y/);
show("xby", qr/x(*COMMIT).y/);
show("xby", qr/x(*COMMIT:c).y/);
show("xbb", qr/[x](*PRUNE:n).[y]/);
show("xbb", qr/[x](*MARK:n).[y]/);
show("xby", qr/[x](*MARK:n).[y](*PRUNE:q)/);
show("xby", qr/[x](*THEN:n).[y]|z/);
show("abc", qr/a(*FAIL)/);
show("abc", qr/a(*FAIL:foo)/);
show("abc", qr/a(*F)|b/);
show("abc", qr/a(*ACCEPT)b/);
show("abc", qr/a(*ACCEPT:foo)b/);
show("ab", qr/(*MARK:one)a(*MARK:two)b/);
show("ab", qr/(*MARK:one)[a](*MARK:two)[c]|[a]b/);
show("ab", qr/(*MARK:one)[a](*MARK:two)[c]|a[b](*MARK:three)/);
show("aaab", qr/a+b?(*COMMIT)(?{1})(*FAIL)/);
show("aab", qr/a+(*PRUNE:p)(?{1})b(*F)/);
for my $word (qw(cat dog bird)) {
    $word =~ /^(?:c(*MARK:feline)at|d(*MARK:canine)og|(*MARK:other)\w+)$/ and print "$word: $REGMARK\n";
}
