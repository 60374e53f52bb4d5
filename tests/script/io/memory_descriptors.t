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
    print "$name: ", join('|', map { defined $_ ? $_ : 'undef' } @r), ' ', $! + 0, ' ', $@ =~ s/ at \S+( \d+\))? line.*//sr, "\n";
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
{
    no strict 'refs';
    t loose_socket => sub { socket(undef, AF_INET, SOCK_STREAM, 0) };
    t loose_pipe => sub { pipe(undef, my $y) };
    t accept => sub { my $x; accept my $y, $x };
}
open my $closed, '<', '/dev/null';
close $closed;
t eof => sub { eof $closed };
t eof_none => sub { no warnings; eof NOPE };
socketpair my $left, my $right, AF_UNIX, SOCK_STREAM, 0 or die;
t recv => sub { (recv($left, my $b, 5, MSG_DONTWAIT), $b, $!{EAGAIN} ? 1 : 0) };
print "repeated ", length("ab" x1e2), "\n";

# What `local *FH` made outlives the scope in a copy of the glob.
sub old_style { local *FH; open FH, '<', $0 or die; return *FH }
my ($one, $two) = (old_style(), old_style());
print defined fileno FH ? 1 : 0, fileno $one != fileno $two ? 1 : 0, defined <$one> ? 1 : 0, "\n";
close $one;
print defined <$two> ? 1 : 0, " $two\n";
my $fresh = do { local *FH };
open $fresh, '<', $0 or die;
print defined <$fresh> ? 1 : 0, defined fileno FH ? 1 : 0, "\n";
sub referred { local *FH; open FH, '<', $0 or die; return \*FH }
print defined fileno(referred()) ? 1 : 0, "\n";
