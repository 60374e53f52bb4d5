# What a child reads of DATA is gone for its parent.
$| = 1;
print scalar <DATA>;
my $pid = fork;
if (!$pid) {
    print "child: ", scalar <DATA>;
    exit;
}
wait;
print "parent: ", scalar(<DATA>) // "nothing\n";
print "position: ", tell(DATA) > 0 ? 1 : 0, " ", fileno(DATA) > 2 ? 1 : 0, " ", -f DATA ? 1 : 0, "\n";
seek DATA, 0, 0;
print scalar <DATA>;
__END__
one
two
