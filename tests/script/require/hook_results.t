# What hooks in @INC may return: text, handle, generator, filter, state; the place they name.
use strict;
use warnings;
my %made = (
    'A1.pm' => sub { my @l = ("package A1;", "sub x {1}", "'last'"); sub { $_ = shift @l; @l ? 1 : 0 } },
    'A2.pm' => sub {
        my @l = ("package A2;", "sub x {1}", "'last'");
        (sub { print "args: @_\n"; $_ = shift @l; @l ? 1 : 0 }, 'state', 'unseen');
    },
    'A3.pm' => sub {
        open my $h, '<', \"package A3;\nsub x {'abc'}\n__LINE__;\n";
        ($h, sub { print "f[@_]<$_>"; s/abc/def/; $_[1]++; $_ eq '' ? 0 : 1 }, 's');
    },
    'A4.pm' => sub {
        open my $h, '<', \"package A4;\nsub x {'abc'}\n1;\n";
        (\"BEGIN { print 'pre ' }\n", $h, sub { s/abc/def/; $_ eq '' ? 0 : 1 });
    },
    'A5.pm'  => sub { \"package A5; sub x { __FILE__ =~ s/0x[0-9a-f]+/ADDR/r } 5;" },
    'A6.pm'  => sub { $INC{'A6.pm'} = 'mine'; \"package A6; sub x { __FILE__ } 6;" },
    'A7.pm'  => sub { \"package A7; die 'oops'" },
    'A8.pm'  => sub { (undef, \"8") },
    'A9.pm'  => sub {"string"},
    'A10.pm' => sub { [] },
);
unshift @INC, sub { my $make = $made{ $_[1] } or return; $make->() };

for my $n (1 .. 10) {
    my $r = eval "require A$n";
    my $e = $@ =~ s/0x[0-9a-f]+/ADDR/gr =~ s/\@INC contains.*//sr;
    my $entry = $INC{"A$n.pm"};
    print "A$n: ", $r // 'undef', " $e| ", eval { "A$n"->x } // '-', " ",
        ref $entry || $entry // 'none', "\n";
}
print "do ", (do 'A5.pm'), " ", ref $INC{'A5.pm'}, "\n";
@INC = ('nope', [3], {}, \"x", 'last');
for (1 .. 4) {
    eval { require Zoo };
    print $@;
    splice @INC, 1, 1;
}

# Entries in front of perl's own library win over it.
BEGIN { mkdir 'mine'; mkdir 'mine/Text'; open my $o, '>', 'mine/Text/Abbrev.pm' or die; print $o "package Text::Abbrev; sub whose {'mine'} 1;" }
unshift @INC, 'mine';
require Text::Abbrev;
print Text::Abbrev->whose, " $INC{'Text/Abbrev.pm'}\n";
