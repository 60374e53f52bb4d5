# Handles over a variable that is, or has become, undefined; reading a handle that only writes or appends.
use strict;
use warnings;
my ($told, $last) = (0, '');
$SIG{__WARN__} = sub { $told++; $last = $_[0] =~ s/ at \S+ line \d+.*//sr };
sub told { print "$_[0]: $told $last\n"; ($told, $last) = (0, '') }
my ($b, $w, $q);
sub undefined { $b = "abc"; open $w, '<', \$b or die; undef $b }
undefined; $q = <$w>;            told('line');
undefined; my @all = <$w>;       told('list');
undefined; read $w, $q, 1;       told('read');
undefined; $q = getc $w;         told('getc');
undefined; $q = eof $w;          told('eof');
undefined; { local $/;       $q = <$w> } told('slurp');
undefined; { local $/ = \10; $q = <$w> } told('record');
undefined; { local $/ = '';  $q = <$w> } told('paragraph');
undefined; seek $w, 0, 2;        told('seek');
{ open my $o, '>', \my $text or die; $q = <$o>; told('write only') }
told('gone');
{ open my $o, '>', \my $text or die; $q = eof $o; told('eof of it') }
told('gone');
my $file = 'memory_undefined.tmp';
for my $mode ('>>', '>') {
    open my $o, $mode, $file or die;
    $q = <$o>;     told("$mode line");
    $q = eof $o;   told("$mode eof");
    read $o, $q, 1; told("$mode read");
    print close $o ? 1 : 0, "\n";
}
unlink $file;
