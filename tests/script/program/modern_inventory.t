# An inventory in modern style: v5.36 with signatures, say, postfix dereference, isa, builtin functions, try/catch.
use v5.36;
use experimental qw(try builtin for_list);
use builtin qw(true false is_bool trim ceil floor indexed reftype blessed created_as_number);

package Item {
    my $next_id = 1;
    sub new ($class, %args) {
        my $self = bless { id => $next_id++, qty => 0, tags => [], %args }, $class;
        die "name required\n" unless length($self->{name} // '');
        return $self;
    }
    sub name ($self) { $self->{name} }
    sub qty ($self, $new = undef) { $self->{qty} = $new if defined $new; $self->{qty} }
    sub value ($self, $rate = 1, @) { $self->{qty} * ($self->{price} // 0) * $rate }
    sub TO_TEXT ($self, $indent = 2, %opt) { (' ' x $indent) . join ' ', map { "$_=" . ($self->{$_} // $opt{undef} // '-') } grep { !ref $self->{$_} } sort keys $self->%* }
}
package Perishable {
    our @ISA = ('Item');
    sub new ($class, $days, @rest) { my $self = Item::new($class, @rest); $self->{days} = $days; $self }
    sub value ($self, @args) { $self->SUPER::value(@args) * ($self->{days} > 0 ? 1 : 0.5) }
}
package Stock {
    sub new ($class) { bless { items => {}, log => [] }, $class }
    sub add ($self, @items) {
        for my $item (@items) {
            die { code => 1, text => 'not an item: ' . (defined $item ? $item : 'undef') } unless $item isa Item;
            die { code => 2, text => $item->name . ' twice' } if exists $self->{items}{ $item->name };
            $self->{items}{ $item->name } = $item;
            push $self->{log}->@*, 'added ' . $item->name;
        }
        return $self;
    }
    sub remove ($self, $name, $n = 1) {
        my $item = $self->{items}{$name} // die { code => 3, text => "no $name" };
        die { code => 4, text => "only $item->{qty} of $name" } if $item->qty < $n;
        $item->qty($item->qty - $n);
    }
    sub total ($self, $rate = 1) { my $t = 0; $t += $_->value($rate) for values $self->{items}->%*; $t }
    sub each_sorted ($self, $by, $code) { $code->($_, $self->{items}{$_}) for sort { $by->($self->{items}->@{$a, $b}) || $a cmp $b } keys $self->{items}->%* }
}

package main;
my $stock = Stock->new;
$stock->add(Item->new(name => 'bolt', qty => 100, price => 0.25), Item->new(name => 'gear', qty => 7, price => 12.5, tags => [qw(metal round)]))
      ->add(Perishable->new(-1, name => 'glue', qty => 3, price => 4), Perishable->new(9, name => 'milk', qty => 10, price => 1.1));
say sprintf 'total %.2f, at half %.3f', $stock->total, $stock->total(0.5);
$stock->each_sorted(sub ($x, $y) { $y->value <=> $x->value }, sub ($name, $item) { say sprintf '%-5s %7.2f %s', $name, $item->value, ref $item });
for my $case (['bolt', 30], ['gear', 8], ['nail'], ['milk', 10]) {
    try {
        say "removed, left ", $stock->remove($case->@*);
    }
    catch ($e) {
        say ref $e eq 'HASH' ? "error $e->{code}: $e->{text}" : "other: $e";
    }
}
sub attempt ($code) { try { return 'ok ' . $code->() } catch ($e) { chomp $e unless ref $e; return 'caught ' . (ref $e ? $e->{text} : $e =~ s/ at \S+ line \d+\.//r) } }
say attempt(sub { Item->new(qty => 1) });
say attempt(sub { $stock->add('string') });
say attempt(sub { $stock->add(Item->new(name => 'bolt')) });
say attempt(sub { $stock->remove });
say attempt(sub { $stock->total(1, 2) });
say attempt(sub { my ($x, $y) = (1, 0); $x / $y });
say $stock->{items}{gear}->TO_TEXT, ' ', $stock->{items}{milk}->TO_TEXT(0, undef => 'none');
say join ', ', map { "$_->[0]:$_->[1]" } sort { $a->[0] cmp $b->[0] } map { [$_->name, scalar $_->{tags}->@*] } values $stock->{items}->%*;
say "log: $stock->{log}->@* last: $stock->{log}->$#* @{[ $stock->{log}->@[0, -1] ]}";
for my ($k, $v) (map { $_ => $stock->{items}{$_}->qty } sort keys $stock->{items}->%*) { print "$k=$v " }
say '';
for my ($i, $x) (indexed 'a' .. 'c') { print "$i$x " }
say join ' ', trim("  both  "), ceil(1.2), floor(-1.2), reftype($stock), blessed($stock), is_bool(1 == 1) ? 'bool' : 'no', is_bool(1) ? 'bool' : 'no', true, '[' . false . ']';
my %copy = %$stock{log};
my %part = $stock->{items}->%{'bolt'};
say join ' ', keys %copy, map { $_->name } values %part;
my sub private ($n) { $n < 2 ? 1 : $n * __SUB__->($n - 1) }
say private(10), ' ', 1 < 2 <= 2 ? 'chained' : 'no', ' ', 5 <=> 10, ' ', fc('ÀB') eq fc('Àb') ? 'same' : 'different';
my $g = sub ($first, $second = $first * 2, %named) { join ' ', $first, $second, map { "$_=$named{$_}" } sort keys %named };
say $g->(1), ' | ', $g->(1, 5, z => 1, y => 2), ' | ', attempt(sub { $g->(1, 2, 3) });
state @list = (1, 2, 3);
state %map = (a => 1);
say "@list $map{a} ", "10" |. "3", ' ', 10 | 3, ' ', "a" x 3, ' ', !!1, ' ', "\x{e9}" =~ /\w/ ? 'word' : 'not';
