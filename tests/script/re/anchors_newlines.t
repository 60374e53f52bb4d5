# ^ $ \A \z \Z \b with newlines, /m and /s, trailing newline rules.
use strict; use warnings;
for my $s ("a", "a\n", "a\nb", "a\nb\n", "\n", "", "b\na\n\n") { (my $n = $s) =~ s/\n/\\n/g; print "[$n] ", join("", map { $s =~ $_ ? 1 : 0 } qr/^a$/, qr/^a$/m, qr/\Aa\z/, qr/\Aa\Z/, qr/a\Z/, qr/a\z/, qr/^$/, qr/^$/m, qr/a.b/, qr/a.b/s, qr/\n\z/, qr/^b/, qr/^b/m, qr/$/, qr/\z/, qr/^\z/m), " ", scalar(() = $s =~ /^/mg), scalar(() = $s =~ /$/mg), scalar(() = $s =~ /$/g), "\n" }
(my $t = "x\ny\n") =~ s/^/> /mg;
print $t;
($t = "x\ny\n") =~ s/$/;/mg;
print $t;
($t = "x\ny\n") =~ s/\n$/!/;
print "$t\n";
($t = "  x  \n") =~ s/\s+\z//;
print "[$t]\n";
print join("|", split /^/m, "a\nb\nc"), "\n";
