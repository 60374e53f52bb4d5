# How often FETCH is called where perl calls it more or less often than once per mention.
package S;
sub TIESCALAR { my ($c, $v) = @_; bless { v => $v }, $c }
sub FETCH { print "F "; $_[0]{v} }
sub STORE { print "S($_[1]) "; $_[0]{v} = $_[1] }

package H;
sub TIEHASH { my $c = shift; bless {@_}, $c }
sub FETCH { print "F($_[1]) "; $_[0]{ $_[1] } }
sub STORE { print "S($_[1]) "; $_[0]{ $_[1] } = "<$_[2]>" }
sub CLEAR { print 'C '; %{ $_[0] } = () }
sub EXISTS { print "E($_[1]) "; exists $_[0]{ $_[1] } }
sub FIRSTKEY { print 'FK '; (sort keys %{ $_[0] })[0] }
sub NEXTKEY { print 'NK '; my ($s, $k) = @_; (grep { $_ gt $k } sort keys %$s)[0] }

package A;
sub TIEARRAY { my $c = shift; bless [@_], $c }
sub FETCH { print "F($_[1]) "; $_[0][$_[1]] }
sub FETCHSIZE { print 'FS '; scalar @{ $_[0] } }

package main;
tie my @a, 'A', 5, 6;
sub t { my ($n, $c) = @_; print "$n: "; my @r = $c->(); print "=> @r\n" }
tie my $x, 'S', 5;
tie my %n, 'H', a => 1, b => 2;
my $y;
t or       => sub { $x || 7 };
t dor      => sub { $x // 7 };
t count    => sub { my $n = () = ($x, $y); $n };
t sort     => sub { sort { $a cmp $b } $x, "b" };
t assigned => sub { $y = ($n{a} = 4); $y };
t chain    => sub { $n{a} = $n{b} = 1; 1 };
t swap     => sub { @n{ 'a', 'b' } = @n{ 'b', 'a' }; 1 };
t list     => sub { my @c = (%n = (c => 1, d => 2)); @c };
t slice    => sub { (@a)[1] };
t grep     => sub { grep { $_ > 1 } @a };
t sorted   => sub { my @s = sort { $a <=> $b } $x, 3, $x; 1 };
