# exit, die, last, next and goto inside DESTROY, wherever the object goes: exit ends the program at
# once with its status, after the END blocks; the rest is a warning. Order of destruction in a scope.
use strict;
use warnings;
use List::Util ();
$| = 1;
open STDERR, '>&', \*STDOUT;
select((select(STDERR), $| = 1)[0]);

package L {
    sub new { my $c = shift; bless [@_], $c }
    sub DESTROY { my $s = shift; ($s->[0] || return)->() }
}

sub try {
    my ($name, $code) = @_;
    my $pid = fork;
    if (!$pid) {
        $SIG{__WARN__} = sub { print "W:$_[0]" };
        $code->();
        print "  goes on\n";
        exit 0;
    }
    waitpid $pid, 0;
    print "$name => ", $? >> 8, " ", $? & 255, "\n";
}
END { print "  END $?\n" }
our ($g, @a, %h, $l, $k);
my $ex = sub { exit 6 };
try assign => sub{ my $d=L->new($ex); $d=1; print "after\n" };
try var => sub{ my $d=L->new($ex); $d=1; $g=5; };
try delete => sub{ my %h=(a=>L->new($ex)); delete $h{a}; print "after\n" };
try clear => sub{ my %h=(a=>L->new($ex)); %h=(); print "after\n" };
try aclear => sub{ my @h=(L->new($ex)); @h=(); print "after\n" };
try shift => sub{ my @h=(L->new($ex)); shift @h; print "after\n" };
try splice => sub{ my @h=(L->new($ex)); splice @h,0,1; print "after\n" };
try pop => sub{ my @h=(L->new($ex)); pop @h; print "after\n" };
try ret => sub{ sub f1{ my $d=L->new($ex); return 7 } my $x=f1(); print "after $x\n" };
try tmp => sub{ L->new($ex); print "after\n" };
try tmp2 => sub{ print "x",L->new($ex)?"y":"z","\n"; print "after\n" };
try eval => sub{ eval{ my $d=L->new($ex); }; print "after\n" };
try evalstr => sub{ eval q{ my $d=L->new($ex); 1}; print "after\n" };
try evaldie => sub{ eval{ my $d=L->new($ex); die "x\n" }; print "after $@\n" };
try die => sub{ my $d=L->new($ex); die "x\n"; print "after $@\n" };
try sort => sub{ my @x=sort { my $d=L->new($ex); $a<=>$b } 3,2,1; print "after\n" };
try sortsub => sub{ my $f=sub{ my $d=L->new($ex); $a<=>$b }; my @x=sort $f 3,2,1; print "after\n" };
try map => sub{ my @x=map { my $d=L->new($ex); print "m\n"; $_ } 3,2,1; print "after\n" };
try grep => sub{ my @x=grep { L->new($ex); 1 } 3,2,1; print "after\n" };
try loop => sub{ for (1..3) { my $d=L->new($ex); print "it $_\n" } print "after\n" };
try local => sub{ { local $l = L->new($ex); print "in\n" } print "after\n" };
try global => sub{ $g=L->new($ex); exit 3 };
try globarr => sub{ @a=(L->new($ex),L->new(sub{print "other\n"})); exit 3 };
try mainex => sub{ my $d=L->new($ex); exit 3 };
try handlerdie => sub{ local $SIG{USR1}=sub{die "hd\n"}; my $d=L->new(sub{kill USR1=>$$; print "not\n"}); undef $d; print "after\n" };
try last => sub{ for(1..2){ my $d=L->new(sub{last}); undef $d; print "after\n"} };
try next => sub{ for(1..2){ my $d=L->new(sub{no warnings; next}); undef $d; print "after\n"} };
try nextlab => sub{ X: for(1..2){ my $d=L->new(sub{no warnings; next X}); undef $d; print "after\n"} };
try hnextlab => sub{ $! = 7; local $SIG{USR1}=sub{no warnings; next X}; X: for(1..2){ kill USR1=>$$; print "after\n"} };
try goto => sub{ X: for(1..2){ my $d=L->new(sub{no warnings; goto Y}); undef $d; print "after\n"} Y: print "Y\n" };
try two => sub{ my @h=(L->new($ex),L->new(sub{print "two\n"})); @h=(); print "after\n" };
try nest => sub{ my $d=L->new(sub{ my $e=L->new($ex); undef $e; print "inner after\n" }); undef $d; print "after\n" };
try code => sub{ my $d=L->new($ex); my $c=sub{$d}; undef $d; undef $c; print "after\n" };
try and => sub{ my $d=L->new($ex); undef $d and print "x"; $h{a}=1; open(my $f,">","never"); print -e "never"?1:0; };
try glob => sub{ { my $d=L->new($ex); } @a=glob("*.none"); print "@a\n" };
try re => sub{ { my $d=L->new($ex); } my $s="a"; $s=~s/a/print "in s"/e; };
try dieafter => sub{ { my $d=L->new($ex); } die "died\n" };
try ret2 => sub{ my $r=sub{ my $d=L->new($ex); 1 }->(); print "after\n" };
try dest_end => sub{ eval 'END{ my $d=L->new(sub{exit 4}); undef $d; print "not\n" }'; exit 2 };
try warnh => sub{ local $SIG{__WARN__}=sub{ my $d=L->new($ex); undef $d; print "not\n"}; warn "w"; print "after\n" };
try require => sub{ open my $f,">","R.pm"; print $f 'package R; { my $d=L->new(sub{exit 6}); } print "not\n"; 1'; close $f; require "./R.pm"; print "after\n"};
try BEGIN => sub{ eval 'BEGIN{ my $d=L->new(sub{exit 6}); undef $d; print "not\n" } 1'; print "after $@\n"};
try overload => sub{ eval 'package O; use overload q(""), sub { my $d=L->new(sub{exit 6}); undef $d; print "not\n"; "s" }; 1' or die; print "a".bless([],"O")."\n"; print "after\n"};
try listutil => sub{ require List::Util; my @r=List::Util::first(sub{ my $d=L->new($ex); undef $d; print "not\n"; 1},1,2); print "after\n"};
try fork => sub{ my $p=fork; if(!$p){ my $d=L->new(sub{exit 11}); undef $d; print "not\n"; exit} waitpid $p,0; print $?>>8,"\n" };
try exec => sub{ my $d=L->new(sub{exec "echo execed"}); undef $d; print "not\n" };
try stat4 => sub{ my $d=L->new(sub{ $?=5 }); exit 4 };
try stat5 => sub{ $g=L->new(sub{ $?=5 }); exit 4 };
try stat6 => sub{ $k=L->new(sub{ exit 5 }); $! = 7; die "x\n" };
try status => sub { my $d = L->new(sub { system "exit 3;" }); $? = 0; undef $d; print "$?\n" };
try late_status => sub { my $d = L->new(sub { system "exit 3;" }); exit 4 };
try global_status => sub { $g = L->new(sub { system "exit 3;" }); exit 4 };
try dying_hook => sub {
    local $SIG{__WARN__} = sub { die "hook @_" };
    eval { my $d = L->new(sub { die "in\n" }); undef $d; print "next\n"; 1 } or print "died $@";
};
try errors => sub {
    my $d = L->new(sub { $! = 3; $@ = "x"; $? = 77 });
    $! = 5; $@ = "e"; $? = 2;
    undef $d;
    print $! + 0, " $@ $?\n";
    $d = L->new(sub { eval { die "in\n" } });
    eval { my $e = $d; undef $d; die "out\n" };
    print $@;
};

package Told {
    sub new { my $c = shift; bless [@_], $c }
    sub DESTROY { print "D$_[0][0] ${^GLOBAL_PHASE}\n" }
}
{ my $a = Told->new(1); my $b = Told->new(2); my ($c, $d) = (Told->new(3), Told->new(4)); print "block\n" }
sub leave { my $a = Told->new(1); my $b = Told->new(2); my @x = (Told->new('x')); print "sub\n"; return 1 }
leave();
eval { my $a = Told->new(1); my $b = Told->new(2); die };
sub dies { my $a = Told->new(1); my $b = Told->new(2); die }
eval { dies() };
sub captured { my $d = Told->new('captured'); my $c = sub { $d }; undef $d; print "undefined\n" }
captured();
# What only a sub, a closure or a cycle still holds goes at the end.
try in_sub => sub { my $x = Told->new('held'); eval 'sub keeper { $x } 1' or die; keeper(); exit 1 };
my $cycle = { o => Told->new('cycle') };
$cycle->{me} = $cycle;
