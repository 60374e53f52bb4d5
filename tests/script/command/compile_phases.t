# Order of BEGIN, UNITCHECK, CHECK, INIT, main, END with use and require; ${^GLOBAL_PHASE}.
use strict;
use warnings;
sub run {
    open my $o, '>', 'p.pl';
    print $o $_[0];
    close $o;
    print `$^X -I. p.pl 2>&1`, "[", $? >> 8, "]\n";
}
{
    open my $o, '>', 'Phase.pm';
    print $o
        'package Phase; BEGIN { print "mod begin\n" } UNITCHECK { print "mod unitcheck\n" } CHECK { print "mod check\n" } INIT { print "mod init\n" } END { print "mod end\n" } print "mod body\n"; sub import { print "mod import\n" } 1;';
    close $o
}
run(
    'print "main\n"; BEGIN { print "begin\n" } use Phase; INIT { print "init\n" } CHECK { print "check 1\n" } CHECK { print "check 2\n" } END { print "end 1\n" } END { print "end 2\n" } UNITCHECK { print "unit\n" }'
);
run('require Phase; print "after require\n"');
run(
    'print "${^GLOBAL_PHASE}\n"; BEGIN { print "${^GLOBAL_PHASE}\n" } INIT { print "${^GLOBAL_PHASE}\n" } CHECK { print "${^GLOBAL_PHASE}\n" } END { print "${^GLOBAL_PHASE}\n" } package D; sub DESTROY { print "${^GLOBAL_PHASE}\n" } our $x = bless []; '
);
run('BEGIN { die "in begin\n" } print "no"');
run('CHECK { die "in check\n" } print "no"');
run('INIT { die "in init\n" } print "no"; END { print "end runs\n" }');
run('UNITCHECK { die "in unitcheck\n" }');
run(
    'eval q{BEGIN { print "eval begin\n" } INIT { print "too late\n" } print "eval body\n"}; print $@; use warnings; eval q{CHECK { 1 }}'
);
run(
    'BEGIN { *late = sub { "defined at begin" } } print late(), "\n"; print defined &later ? 1 : 0; sub later { }'
);
run(
    'use strict; BEGIN { our $g = 5 } our $g; print "$g\n"; my $x = 1; BEGIN { $x = 7 } print "$x\n"; my $y; BEGIN { $y = 8 } print "$y\n"'
);
