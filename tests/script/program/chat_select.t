# A select-based chat server with line buffers per client; clients run in children.
use strict;
use warnings;
use IO::Select;
use IO::Socket::INET;

my $listen = IO::Socket::INET->new(Listen => 5, LocalAddr => '127.0.0.1', LocalPort => 0, Proto => 'tcp')
    or die "listen: $@";
my $addr = join ':', $listen->sockhost, $listen->sockport;

# Each client: wait for the greeting, then for its turn (the server calls it by name), speak, quit.
my %lines = (
    ann => ['hello all', '/me waves', '/quit'],
    bob => ['hi ann', "/nick rob", 'now rob', '/quit'],
    eve => ['/who', '/quit'],
);
pipe my $result_r, my $result_w or die;
for my $name (sort keys %lines) {
    next if fork;
    close $listen;
    my $s = IO::Socket::INET->new($addr) or die "connect: $@";
    $s->autoflush;
    print $s "/login $name\n";
    my @heard;
    while (my $line = <$s>) {
        chomp $line;
        if ($line eq 'YOUR TURN') {
            print $s shift @{ $lines{$name} }, "\n";
            next;
        }
        push @heard, $line;
    }
    syswrite $result_w, sprintf "%s\t%s\n", $name, join '; ', grep /\Q$name\E|rob|bye/, @heard;
    exit 0;
}
close $result_w;

my $sel = IO::Select->new($listen);
my (%buffer, %nick, @transcript, %outbox);
sub broadcast {
    my ($text, $except) = @_;
    push @transcript, $text;
    for my $fh (map { $nick{$_} ? $_ : () } keys %nick) {
        next if defined $except && $fh eq $except;
        my $to = $outbox{$fh} or next;
        print $to "$text\n";
    }
}
sub drop {
    my $fh = shift;
    $sel->remove($fh);
    delete $buffer{$fh};
    delete $outbox{$fh};
    my $n = delete $nick{$fh};
    broadcast("$n left") if defined $n;
    close $fh;
}
my %command = (
    login => sub { my ($fh, $arg) = @_; $nick{$fh} = $arg },
    me    => sub { my ($fh, $arg) = @_; broadcast("* $nick{$fh} $arg") },
    nick  => sub { my ($fh, $arg) = @_; broadcast("$nick{$fh} is now $arg"); $nick{$fh} = $arg },
    who   => sub { my ($fh) = @_; broadcast('users: ' . join ',', sort values %nick) },
    quit  => sub { my ($fh) = @_; print $fh "bye $nick{$fh}\n"; drop($fh) },
);
sub line {
    my ($fh, $text) = @_;
    if ($text =~ m{^/(\w+)(?:\s+(.*))?$}) {
        my $cb = $command{$1} or return print $fh "unknown command $1\n";
        return $cb->($fh, $2);
    }
    broadcast("<$nick{$fh}> $text");
}

my ($logged_in, @order) = (0);
my $until = time + 9;
my $waiting_for;
EVENT: while (time < $until) {
    if (!@order && keys %nick == 3 && !$logged_in) {
        $logged_in = 1;
        @order = map { { name => $_, n => scalar @{ $lines{$_} } } } sort keys %lines;
    }
    if (@order && !$waiting_for) {
        my ($fh) = grep { defined $nick{$_} && $nick{$_} =~ /^(?:$order[0]{name}|rob)$/ } sort keys %nick;
        ($fh) = grep { $nick{$_} eq $order[0]{name} || $order[0]{name} eq 'bob' && $nick{$_} eq 'rob' } keys %nick;
        $waiting_for = $fh;
        print { $outbox{$fh} } "YOUR TURN\n";
        shift @order unless --$order[0]{n};
    }
    last if $logged_in && !%nick;
    for my $fh ($sel->can_read(0.2)) {
        if ($fh == $listen) {
            my $c = $listen->accept or next;
            $c->autoflush(1);
            $sel->add($c);
            $buffer{$c} = '';
            $outbox{$c} = $c;
            next;
        }
        my $got = sysread $fh, $buffer{$fh}, 1024, length $buffer{$fh};
        if (!$got) { drop($fh); next }
        while (exists $buffer{$fh} && $buffer{$fh} =~ s/\A(.*?)\r?\n//) {
            my $text = $1;
            undef $waiting_for if defined $waiting_for && $waiting_for eq $fh;
            line($fh, $text);
        }
    }
}
print "$_\n" for @transcript;
my %heard = map { chomp; split /\t/, $_, 2 } <$result_r>;
print "$_ heard: $heard{$_}\n" for sort keys %heard;
1 while wait != -1;
print "selected handles: ", $sel->count, "\n";
