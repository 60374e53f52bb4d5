# Tie::Hash, Tie::Array, Tie::Scalar and Tie::Handle bases, tied handles for print and readline.
use strict;
use warnings;
require Tie::Hash;
require Tie::Array;
require Tie::Scalar;
require Tie::Handle;
{
    package Upper;
    our @ISA = 'Tie::StdHash';
    sub STORE { $_[0]{ $_[1] } = uc $_[2] }
    package Log;
    our @ISA = 'Tie::StdArray';
    sub STORE { print "store $_[1]\n"; $_[0][$_[1]] = $_[2] }
    package Count;
    our @ISA = 'Tie::StdScalar';
    sub FETCH { my $s = shift; $$s++ }
    package Out;
    sub TIEHANDLE { bless { buf => [], in => [@_[1 .. $#_]] }, $_[0] }
    sub PRINT     { my $s = shift; push @{ $s->{buf} }, join $, // '', @_; 1 }
    sub PRINTF    { my $s = shift; my $f = shift; push @{ $s->{buf} }, sprintf $f, @_; 1 }
    sub READLINE  { my $s = shift; wantarray ? splice @{ $s->{in} } : shift @{ $s->{in} } }
    sub GETC      {'c'}
    sub READ      { my ($s, undef, $l, $o) = @_; substr($_[1], $o // 0) = 'r' x $l; $l }
    sub WRITE  { my ($s, $b, $l, $o) = @_; push @{ $s->{buf} }, 'W' . substr $b, $o // 0, $l; $l }
    sub CLOSE  { print STDERR "closed\n"; 1 }
    sub EOF    { !@{ $_[0]{in} } }
    sub FILENO {42}
    sub BINMODE { print STDERR "binmode\n" }
    sub SEEK    {1}
    sub TELL    {7}
    sub OPEN    { print STDERR "open @_[1 .. $#_]\n"; 1 }
}
tie my %h, 'Upper';
$h{k} = 'value';
print "$h{k} ", join(',', keys %h), " ", exists $h{k} ? 1 : 0, "\n";
tie my @a, 'Log';
push @a, 1, 2;
$a[5] = 3;
print scalar(@a), "\n";
tie my $c, 'Count', 5;
print $c, $c, $c, "\n";
tie *FH, 'Out', "l1\n", "l2\n", "l3\n";
print FH 'a', 'b';
printf FH '%03d', 5;
syswrite FH, 'abcdef', 3, 1;
print scalar(<FH>);
my @r = <FH>;
print "rest ", scalar(@r), " eof ", eof(FH) ? 1 : 0, " fileno ", fileno(FH), " tell ", tell(FH),
    " getc ", getc(FH), "\n";
read FH, my $b, 3;
print "$b\n";
sysread FH, $b, 2, 1;
print "$b\n";
binmode FH;
seek FH, 0, 0;
open FH, '<', 'x';
close FH;
print join('|', @{ (tied *FH)->{buf} }), "\n";
untie *FH;
{
    local *STDOUT;
    tie *STDOUT, 'Out';
    print 'captured';
    printf '%s', 'too';
    my $t = tied *STDOUT;
    untie *STDOUT;
    print STDERR join(',', @{ $t->{buf} }), "\n"
}
print "normal again\n";
{
    tie *STDERR, 'Out';
    warn "into tie\n";
    print STDERR 'x';
    my $n = @{ tied(*STDERR)->{buf} };
    untie *STDERR;
    print "STDERR tie got $n\n"
}
untie $c;
print ref tied(%h), " ", defined tied($c) ? 1 : 'undef', "\n";
