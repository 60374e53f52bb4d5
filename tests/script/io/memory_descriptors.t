# In-memory files have no descriptor: dup, sysread, syswrite, truncate; undef and closed handles.
use strict;
use warnings;
use Socket;
$| = 1;
$SIG{__WARN__} = sub { print "W: ", $_[0] =~ s/ at (?:\S+|\(eval \d+\)) line.*//sr, "\n" };
sub t {
    my ($name, $code) = @_;
    $! = 0;
    my @r = eval { $code->() };
    print "$name: ", join('|', map { defined $_ ? $_ : 'undef' } @r), ' ', $! + 0, ' ', $@ =~ s/ at \S+ line.*//sr, "\n";
}
t dup_read => sub { my $s = "abc\ndef\n"; open my $f, '<', \$s; my $l = <$f>; open my $g, '<&', $f; my @r = (scalar <$g>, scalar <$f>, fileno $g); chomp @r[0, 1]; $! = 0; @r };
t dup_write => sub { my $s = ''; open my $f, '>', \$s; print $f "abc"; open my $g, '>&', $f; print $g "def"; $s };
t sysread => sub { my $s = 'abc'; open my $f, '<', \$s; (sysread($f, my $b, 2), $b) };
t syswrite => sub { my $s = 'abc'; open my $f, '>', \$s; (syswrite($f, 'xyz'), $s) };
t truncate => sub { my $s = 'abc'; open my $f, '+<', \$s; (truncate($f, 0), $s) };
t dup_undef => sub { my $x; open my $f, '<&', $x };
t alias_undef => sub { open my $f, '<&=', undef };
t syswrite_length => sub { my $x; syswrite STDOUT, "a\n", $x };
for my $op (qw(binmode close fileno eof tell getc)) {
    t $op => sub { my $x; eval "no strict 'refs'; $op \$x" // ($@ ? die $@ : undef) };
}
t socket => sub { socket(undef, AF_INET, SOCK_STREAM, 0) };
t socketpair => sub { socketpair(undef, my $y, AF_UNIX, SOCK_STREAM, 0) };
t pipe => sub { pipe(undef, my $y) };
t sysopen => sub { sysopen(undef, '/dev/null', 0) };
t bind => sub { my $x; bind $x, 'x' };
open my $closed, '<', '/dev/null';
close $closed;
t eof => sub { eof $closed };
t eof_none => sub { no warnings; eof NOPE };
