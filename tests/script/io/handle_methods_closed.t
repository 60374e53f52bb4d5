# The methods of IO::Handle on a handle that was closed, and on one that never was open.
use strict;
use IO::Handle;
use IO::File;
my $closed = IO::File->new('/dev/null', 'r') or die $!;
close $closed;
my %operands = (ungetc => [65], setpos => ['abc']);

for my $handle ($closed, IO::File->new) {
    for my $method (qw(clearerr error sync flush blocking eof stat opened fileno getc untaint getpos
                       ungetc setpos close)) {
        $! = 0;
        my @got = eval { $handle->$method(@{ $operands{$method} || [] }) };
        my $why = $@;
        $why =~ s/GEN\d+/GEN/;
        print "$method: ", join('|', map { defined $_ ? $_ : 'undef' } @got), ' (', scalar @got,
            ') ', $! + 0, $why ? " $why" : "\n";
    }
}
