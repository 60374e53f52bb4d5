# Duck typing, abstract methods, mixins by glob, delegation, can-based dispatch, stringified classes.
use strict; use warnings;
package Shape { sub new { my ($c, %a) = @_; my $s = bless { %a }, $c; $s } sub area { my $s = shift; die ref($s) . " must implement area\n" } sub describe { my $s = shift; sprintf "%s area %.2f", ref $s, $s->area } }
package Circle { our @ISA = 'Shape'; sub area { 3.14159265 * $_[0]{r} ** 2 } }
package Rect { our @ISA = 'Shape'; sub area { $_[0]{w} * $_[0]{h} } }
package Square { our @ISA = 'Rect'; sub new { my ($c, %a) = @_; $c->SUPER::new(w => $a{s}, h => $a{s}) } }
package Blob { our @ISA = 'Shape' }
package Loud { sub mix { my ($c, $into) = @_; no strict 'refs'; *{"${into}::shout"} = sub { uc $_[0]->describe } } }
package main;
print $_->describe, "\n" for Circle->new(r => 1), Rect->new(w => 2, h => 3), Square->new(s => 4);
print eval { Blob->new->describe } // $@;
Loud->mix('Shape');
print Square->new(s => 1)->shout, "\n";
package Proxy { our $AUTOLOAD; sub new { bless { t => $_[1] }, $_[0] } sub AUTOLOAD { my $s = shift; my $n = $AUTOLOAD =~ s/.*:://r; return if $n eq 'DESTROY'; my $m = $s->{t}->can($n) or die "no $n\n"; $s->{t}->$m(@_) } }
package main;
my $p = Proxy->new(Rect->new(w => 5, h => 5));
print $p->area, "\n";
print eval { $p->nothing } // $@;
for my $m (qw(area volume)) { print "$m ", Circle->can($m) ? "yes" : "no", "\n" }
my %reg = (c => 'Circle', r => 'Rect');
print $reg{$_}->new(r => 1, w => 1, h => 1)->isa('Shape') ? "shape\n" : "no\n" for sort keys %reg;
my @sorted = sort { $a->area <=> $b->area } map { Square->new(s => $_) } 3, 1, 2;
print join(",", map { $_->area } @sorted), "\n";
