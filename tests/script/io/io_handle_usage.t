# Refusals of IO::Handle's methods.
# Each program runs by itself; its output, messages and status are shown.
use strict;
use warnings;
$| = 1;
my ($name, %program, @order);
while (my $line = <DATA>) {
    if ($line =~ /^#### (.*)/) { push @order, $name = $1 }
    else { $program{$name} .= $line }
}
for my $test (@order) {
    print "== $test\n";
    open my $file, '>', 'p.pl' or die;
    print $file $program{$test};
    close $file;
    my $status = system "$^X p.pl < /dev/null > out 2> err";
    for my $which ('out', 'err') {
        open my $in, '<', $which or die;
        my $text = join '', <$in>;
        print "$which: $text" if length $text;
    }
    print "\nstatus $status\n";
}
__DATA__
#### e13
use IO::File; my $f=IO::File->new("p.pl"); <$f>; eval { $f->getline(2) }; print $@; warn "w"; eval { die "e" }; print $@; use Carp; eval { croak "c" }; print $@; eval { Carp::confess "cc" }; print $@; eval { IO::File->new("x","badmode") }; print $@;
#### c1
use Carp; pipe $r,$w; syswrite $w,"a\n"x9; $x=<$r>; eval { croak "hi" }; print $@; use IO::Handle; $r->getline; eval { croak "hi" }; print $@; warn "w"; eval { $r->getline(1) }; print $@; eval { die "z" }; print $@;
#### c2
use IO::Handle; pipe $r,$w; syswrite $w,"a\n"x9; $x=$r->getline; eval { $r->getline(1) }; print $@; eval { my $x=$r->getlines }; print $@;
