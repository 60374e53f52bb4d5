# DNS messages by hand: build, compress names, parse with pointers, print like dig; loop protection.
use strict;
use warnings;

my %type = (A => 1, NS => 2, CNAME => 5, SOA => 6, PTR => 12, MX => 15, TXT => 16, AAAA => 28);
my %type_name = reverse %type;

package Writer;
sub new { bless { data => '', names => {} }, shift }
sub put { my $s = shift; $s->{data} .= pack shift, @_; $s }
sub name {
    my ($s, $name) = @_;
    my @labels = split /\./, $name;
    while (@labels) {
        my $rest = lc join '.', @labels;
        if (defined(my $at = $s->{names}{$rest})) { return $s->put('n', 0xC000 | $at) }
        my $here = length $s->{data};
        $s->{names}{$rest} = $here if $here < 0x4000;
        my $label = shift @labels;
        die "label too long\n" if length $label > 63;
        $s->put('C/a*', $label);
    }
    $s->put('C', 0);
}
sub record {
    my ($s, $name, $type, $ttl, $rdata) = @_;
    $s->name($name)->put('n n N', $type{$type}, 1, $ttl);
    my $at = length $s->{data};
    $s->put('n', 0);
    ref $rdata ? $rdata->($s) : $s->put('a*', $rdata);
    substr($s->{data}, $at, 2) = pack 'n', length($s->{data}) - $at - 2;
    $s;
}

package main;
sub read_name {
    my ($msg, $pos) = @_;
    my (@labels, $end, %seen);
    while (1) {
        die "name loop\n" if $seen{$$pos}++;
        die "truncated name\n" if $$pos >= length $$msg;
        my $len = unpack "\@$$pos C", $$msg;
        if (($len & 0xC0) == 0xC0) {
            my $target = unpack("\@$$pos n", $$msg) & 0x3FFF;
            $end //= $$pos + 2;
            $$pos = $target;
            next;
        }
        $$pos++;
        last unless $len;
        push @labels, substr $$msg, $$pos, $len;
        $$pos += $len;
    }
    $$pos = $end if defined $end;
    return join('.', @labels) || '.';
}
sub parse {
    my $msg = shift;
    die "short header\n" if length $msg < 12;
    my ($id, $flags, @counts) = unpack 'n6', $msg;
    my %m = (id => $id, rcode => $flags & 15, map { $_->[0] => $flags >> $_->[1] & 1 } [qr => 15], [aa => 10], [tc => 9], [rd => 8], [ra => 7]);
    $m{opcode} = $flags >> 11 & 15;
    my $pos = 12;
    for (1 .. $counts[0]) {
        my $n = read_name(\$msg, \$pos);
        my ($t, $c) = unpack "\@$pos nn", $msg;
        $pos += 4;
        push @{ $m{question} }, "$n IN " . ($type_name{$t} // "TYPE$t");
    }
    for my $section (qw(answer authority additional)) {
        for (1 .. $counts[{ answer => 1, authority => 2, additional => 3 }->{$section}]) {
            my $n = read_name(\$msg, \$pos);
            my ($t, $c, $ttl, $len) = unpack "\@$pos nnNn", $msg;
            $pos += 10;
            my ($rdata, $p) = (substr($msg, $pos, $len), $pos);
            my $name = $type_name{$t} // "TYPE$t";
            my $text
                = $name eq 'A'    ? join '.', unpack 'C4', $rdata
                : $name eq 'AAAA' ? join(':', map { sprintf '%x', $_ } unpack 'n8', $rdata) =~ s/(?:^|:)0(?::0)+(?::|$)/::/r
                : $name eq 'MX'   ? do { my $pref = unpack 'n', $rdata; $p += 2; "$pref " . read_name(\$msg, \$p) }
                : $name eq 'TXT'  ? join ' ', map { qq("$_") } unpack '(C/a*)*', $rdata
                : $name eq 'SOA'  ? do { my @n = map { read_name(\$msg, \$p) } 1, 2; join ' ', @n, unpack "\@$p N5", $msg }
                : $name =~ /^(?:NS|CNAME|PTR)$/ ? read_name(\$msg, \$p)
                : '\\# ' . $len . ' ' . uc unpack 'H*', $rdata;
            push @{ $m{$section} }, sprintf '%-24s %6d IN %-5s %s', $n, $ttl, $name, $text;
            $pos += $len;
        }
    }
    $m{left} = length($msg) - $pos;
    return \%m;
}

my $w = Writer->new->put('n6', 0xBEEF, 0x8580, 1, 7, 1, 1);
$w->name('www.example.com')->put('nn', $type{A}, 1);
$w->record('www.example.com', CNAME => 300, sub { $_[0]->name('web.Example.com') });
$w->record('web.example.com', A    => 60,   pack 'C4', 192, 0, 2, 1);
$w->record('web.example.com', AAAA => 60,   pack 'n8', 0x2001, 0xdb8, 0, 0, 0, 0, 0, 1);
$w->record('example.com',     MX   => 3600, sub { $_[0]->put('n', 10)->name('mail.example.com') });
$w->record('example.com',     TXT  => 5,    pack '(C/a*)*', 'v=spf1', 'with space');
$w->record('1.2.0.192.in-addr.arpa', PTR => 1, sub { $_[0]->name('web.example.com') });
$type{TYPE99} = 99;
$w->record('example.com', TYPE99 => 2 ** 31, "\0\1\xfe");
$w->record('example.com', SOA => 86400, sub { my $s = shift; $s->name('ns.example.com'); $s->name('root.example.com'); $s->put('N5', 2024010101, 7200, 900, 1209600, 86400) });
$w->record('mail.example.com', A => 60, pack 'C4', 192, 0, 2, 25);
my $packet = $w->{data};
print length($packet), " bytes\n";
print "$_\n" for unpack '(A64)*', unpack 'H*', $packet;
my $m = parse($packet);
print join(' ', map { "$_=$m->{$_}" } grep { !ref $m->{$_} } sort keys %$m), "\n";
for my $s (qw(question answer authority additional)) { print ";; $s\n", map "$_\n", @{ $m->{$s} } }
for my $bad (substr($packet, 0, 10), substr($packet, 0, 14), pack('n6', 1, 0, 1, 0, 0, 0) . "\xc0\x0c\0\1\0\1") {
    print eval { parse($bad); 'parsed' } // "error: $@";
}
eval { Writer->new->name('x' x 64 . '.org') };
print "error: $@";
