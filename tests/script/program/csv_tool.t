# CSV with quotes, embedded newlines and separators: parse, join two tables, group, write back.
use strict;
use warnings;

package CSV {
    use Carp;
    sub new { my ($class, %o) = @_; bless { sep => ',', quote => '"', %o }, $class }
    sub parse {
        my ($self, $text) = @_;
        my ($s, $q) = map quotemeta, @$self{qw(sep quote)};
        my (@rows, @row);
        pos($text) = 0;
        while (pos($text) < length $text) {
            my $field;
            if ($text =~ /\G$q((?:[^$q]|$q$q)*)$q/gc) { ($field = $1) =~ s/$q$q/$self->{quote}/g }
            elsif ($text =~ /\G([^$s$q\r\n]*)/gc) { $field = $1 }
            push @row, $field;
            if ($text =~ /\G$s/gc) {
                next unless $text =~ /\G(?=\r?\n|\z)/gc;
                push @row, '';
            }
            if ($text =~ /\G(?:\r?\n|\z)/gc) { push @rows, [@row]; @row = () }
            else { croak sprintf "bad CSV at offset %d: '%s'", pos $text, substr $text, pos $text, 10 }
        }
        return \@rows;
    }
    sub table {
        my ($self, $text) = @_;
        my ($head, @rows) = @{ $self->parse($text) };
        return [map { my %h; @h{@$head} = @$_; \%h } @rows];
    }
    sub format_row {
        my ($self, @f) = @_;
        join $self->{sep}, map { /[$self->{sep}$self->{quote}\r\n]|^\s|\s$/ ? '"' . s/"/""/gr . '"' : $_ } map { $_ // '' } @f;
    }
}

package main;
my $csv   = CSV->new;
my $people = $csv->table(<<'END');
id,name,dept,salary,note
1,"Smith, John",10,2500.50,"said ""hello"""
2,Ann Lee,20,3100,
3,"O'Hara",10,1800.25,"two
lines"
4,Zed,30,,"  padded  "
5,"",20,4000,x
END
my $depts = CSV->new(sep => ';')->table("id;title\r\n10;Sales\r\n20;\"R;D\"\r\n");
printf "%d people, %d departments\n", scalar @$people, scalar @$depts;
my %dept = map { $_->{id} => $_ } @$depts;
for my $p (@$people) {
    printf "%s|%s|%s|%s|%s\n", $p->{id}, $p->{name}, $dept{ $p->{dept} }{title} // '(none)',
        length $p->{salary} ? sprintf('%.2f', $p->{salary}) : '-', $p->{note} =~ s/\n/\\n/gr;
}
my %group;
push @{ $group{ $_->{dept} } }, $_ for @$people;
for my $d (sort { $a <=> $b } keys %group) {
    my @s = grep length, map $_->{salary}, @{ $group{$d} };
    my $t = 0;
    $t += $_ for @s;
    printf "%-6s n=%d sum=%9.2f avg=%s\n", $dept{$d} && $dept{$d}{title} || "dept $d", scalar @{ $group{$d} }, $t,
        @s ? sprintf '%.3f', $t / @s : 'n/a';
}
print "autovivified: ", join(',', sort keys %dept), "\n";
my $out = join "\n", map { my $p = $_; $csv->format_row(@$p{qw(id name dept salary note)}) } @$people;
print "$out\n";
my $again = $csv->parse("$out\n");
print "round trip: ", (join('|', map { @$_ } @$again) eq join('|', map { @$_{qw(id name dept salary note)} } @$people) ? 'same' : 'differs'), "\n";
for my $bad ('a,"b', 'a,"b"c,d', 'x"y') {
    my $ok = eval { $csv->parse($bad); 1 };
    print "$bad => ", $ok ? 'parsed' : $@ =~ s/ at \S+ line (\d+)\.$/ at line $1/r, $ok ? "\n" : '';
}
print scalar(@{ $csv->parse($_) }), " rows: ", join(' / ', map { scalar(@$_) . '=' . join '|', @$_ } @{ $csv->parse($_) }), "\n"
    for "a,b,c", "a,,c\n", ",\n", "a\n\nb\n", '""', '"",""', "";
