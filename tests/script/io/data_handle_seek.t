# DATA is the program's own handle: it can go back to the first line (perldata, quines).
print while <DATA>;
print eof(DATA) ? "end\n" : "more\n";
seek DATA, 0, 0;
my $first = <DATA>;
print $first, tell(DATA) == length $first ? "told\n" : "lost\n";
print eof(DATA) ? "end\n" : "more\n";
my $rest = do { local $/; <DATA> };
print length($first . $rest) == -s $0 ? "all\n" : "part\n", $rest =~ /^__END__\ndata 1\n/m ? "found\n" : "missing\n";
print defined(<DATA>) ? "more\n" : "end\n";
seek DATA, -7, 2;
print <DATA>;
# $. without a handle keeps what it is given.
close DATA;
{ local $. = 7; print "$.\n" }
$SIG{__WARN__} = sub { print "W: @_" };
for my $code ('do { $x } = 1', 'eval { $x } = 1', '++$x = 1', '(++$x) += 1', 'substr("abc", 1) = 2', 'substr($x + 1, 1) .= 2',
    'vec("a", 0, 8) = 1', 'chop(substr("abc", 1))', 'substr($x ? $y : "a", 1) = 2', '($x) x 3 = 1', '$x x 3 = 1') {
    eval "$code;1" and print "accepted $code\n";
    print $@ =~ s/\(eval \d+\)/EVAL/r;
}
__END__
data 1
data 2
