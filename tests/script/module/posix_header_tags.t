# use POSIX with a header's name, with and without the colon; words that are no tag.
use strict;
use warnings;
for my $words ('"sys_wait_h"', '":sys_wait_h"', 'qw(errno_h floor)', '"math_h"', '"foo_h"', '":foo_h"',
    '"math_h_c99"', '":math_h_c99"', '"WNOHANG", "nosuch"') {
    my $n = 'P' . ++our $count;
    local $SIG{__WARN__} = sub { };
    my $failed = !eval "package $n; use POSIX $words; 1";
    no strict 'refs';
    print "$words: ", $failed ? "import errors " x ($@ =~ /import errors/) : '',
        join(' ', grep { defined &{"${n}::$_"} } qw(WNOHANG EINTR floor fmax)), "\n";
}
