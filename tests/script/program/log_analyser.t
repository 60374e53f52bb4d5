# An access-log analyser: parse with a named-capture pattern, aggregate, print tables.
use strict;
use warnings;
use List::Util qw(sum0 max min first reduce);

my $line_re = qr{
    ^ (?<host> \S+ ) \s \S+ \s (?<user> \S+ ) \s
    \[ (?<day>\d\d) / (?<mon>\w{3}) / (?<year>\d{4}) : (?<time>\d\d:\d\d:\d\d) \s (?<zone>[-+]\d{4}) \] \s
    " (?<method> [A-Z]+ ) \s (?<path> [^\s?"]+ ) (?: \? (?<query> [^\s"]* ) )? (?: \s HTTP/(?<version> [\d.]+ ) )? " \s
    (?<status> \d{3} ) \s (?<bytes> \d+ | - )
    (?: \s "(?<referer> [^"]* )" \s "(?<agent> (?: [^"\\] | \\. )* )" )? $
}x;

my (%by_status, %by_path, %by_host, %by_hour, @bad, %agents);
my $total = 0;
while (my $line = <DATA>) {
    chomp $line;
    next if $line =~ /^\s*(?:#|$)/;
    unless ($line =~ $line_re) {
        push @bad, [$., $line];
        next;
    }
    my %r = %+;
    $r{bytes} = 0 if $r{bytes} eq '-';
    $total += $r{bytes};
    $by_status{ $r{status} }++;
    my $p = $by_path{ $r{path} } //= { hits => 0, bytes => 0, methods => {} };
    $p->{hits}++;
    $p->{bytes} += $r{bytes};
    $p->{methods}{ $r{method} }++;
    push @{ $by_host{ $r{host} } }, \%r;
    $by_hour{ substr $r{time}, 0, 2 }{ int $r{status} / 100 }++;
    if (defined $r{agent}) { (my $short = $r{agent}) =~ s{[/ (].*}{}; $agents{$short}++ }
    if (defined $r{query}) {
        for (split /[&;]/, $r{query}) {
            my ($k, $v) = map { tr/+/ /r =~ s/%([0-9a-fA-F]{2})/chr hex $1/ger } split /=/, $_, 2;
            push @{ $p->{query}{$k} }, $v // '(none)';
        }
    }
}

printf "%d requests, %d bytes, %d bad lines\n", sum0(values %by_status), $total, scalar @bad;
printf "  line %d: %.30s%s\n", @$_, length $_->[1] > 30 ? '...' : '' for @bad;
print "\nStatus  Count\n------  -----\n";
printf "%-6s  %5d  %s\n", $_, $by_status{$_}, '#' x $by_status{$_} for sort keys %by_status;

print "\n", sprintf("%-22s %5s %8s  %s\n", qw(Path Hits Bytes Methods)), '-' x 50, "\n";
for my $path (sort { $by_path{$b}{hits} <=> $by_path{$a}{hits} || $a cmp $b } keys %by_path) {
    my $p = $by_path{$path};
    printf "%-22.22s %5d %8s  %s\n", $path, $p->{hits}, commify($p->{bytes}),
        join ',', map { "$_:$p->{methods}{$_}" } sort keys %{ $p->{methods} };
    print "    $_ = ", join('; ', @{ $p->{query}{$_} }), "\n" for sort keys %{ $p->{query} || {} };
}
sub commify { my $n = reverse shift; $n =~ s/(\d{3})(?=\d)/$1,/g; return scalar reverse $n }

print "\nHosts\n";
for my $host (sort { @{ $by_host{$b} } <=> @{ $by_host{$a} } or $a cmp $b } keys %by_host) {
    my @r = @{ $by_host{$host} };
    my $biggest = reduce { $a->{bytes} >= $b->{bytes} ? $a : $b } @r;
    my $error   = first { $_->{status} >= 400 } @r;
    printf "%-15s %2d  biggest %s (%d)  users %s  first error %s\n", $host, scalar @r, $biggest->{path}, $biggest->{bytes},
        join('/', do { my %s; grep !$s{$_}++, map $_->{user}, @r }), $error ? "$error->{status} $error->{path}" : 'none';
}
print "\nHours\n";
for my $h (sort keys %by_hour) {
    print "$h ", join(' ', map { "${_}xx=$by_hour{$h}{$_}" } sort keys %{ $by_hour{$h} }), "\n";
}
print "Agents: ", join(', ', map { "$_ ($agents{$_})" } sort { $agents{$b} <=> $agents{$a} || $a cmp $b } keys %agents), "\n";
__DATA__
# comment line
10.0.0.1 - frank [10/Oct/2000:13:55:36 -0700] "GET /apache_pb.gif HTTP/1.0" 200 2326 "http://www.example.com/start.html" "Mozilla/4.08 [en] (Win98; I ;Nav)"
10.0.0.1 - - [10/Oct/2000:13:56:01 -0700] "GET /index.html HTTP/1.1" 200 10240 "-" "Mozilla/5.0"
10.0.0.2 - - [10/Oct/2000:14:00:00 -0700] "POST /form?name=J%6Fe+Doe&empty=&flag HTTP/1.1" 302 - "-" "curl/7.0"
10.0.0.2 - alice [10/Oct/2000:14:02:10 -0700] "GET /missing HTTP/1.1" 404 512 "-" "curl/7.0"
this line is broken and also rather long

192.168.100.200 - - [10/Oct/2000:15:30:59 +0000] "GET /index.html" 200 10240
10.0.0.1 - frank [10/Oct/2000:15:59:59 -0700] "DELETE /form?id=7;force=1 HTTP/1.1" 500 99 "-" "say \"hi\" bot"
10.0.0.3 - - [10/Oct/2000:99] "GET / HTTP/1.1" 200 1
10.0.0.3 - - [11/Oct/2000:00:00:00 -0700] "GET /a/very/long/path/that/is/cut/off.html HTTP/2" 304 0 "-" "Mozilla/5.0"
