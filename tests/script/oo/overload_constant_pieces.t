# Which literals and string pieces reach the handlers of overload::constant.
use overload;
BEGIN { $h = sub { my ($src,$str,$mode)=@_; print "[$src|".(defined $str?$str:'undef')."|".(defined $mode?$mode:'undef')."]\n"; $str } ; }
{ BEGIN { overload::constant(integer=>$h,float=>$h,binary=>$h,q=>$h,qr=>$h) }
print 12, "\n"; print 1_000, -5, "\n"; $x=[1..3]; print 0x1f,0b11,017,0o17,1e3,.5,1.,1_0.5,18446744073709551616,"\n";
my $v="ab"; print "x${v}y\n", 'single', q(q1), qq(q$v), "no interp", "\n";
my %h=(foo=>1, "bar"=>2, -baz=>3); print $h{foo}, $h{'foo'}, $h{"bar"}, "\n";
my @w = qw(a b c); print "@w\n";
(my $t=$v) =~ tr/a-b/c-d/; $t =~ s/c/X$v-z/; $t =~ s/X/uc("q")/e; $t=~ y/X/Y/;
print "re\n" if $v =~ /a.${v}|b+/; my $r=qr/ab$/; my @s = split /,/, "a,b"; @s = split ' ', "a b"; @s=split ",", "a,b";
print <<A, <<'B';
here $v doc
second
A
single $v
B
print "", "\n"; print "\x41\n"; my $vs = v1.2; $vs=1.2.3; print "a\tb\Lcd\E$v[0] $v->[1] $h{key} $h{'k'} @h{a,b}\n";
print __LINE__, __FILE__ ? 1:0, __PACKAGE__,"\n"; sub foo{4} print foo(1), "\n"; print "a"."b", "c"x 3, "\n"; require 5.006; print $x->[2], "\n"; print "@{[1+1]}\n"; if (1) {print "one\n"} my $glob=<*.nope>; print -e "x";
use constant ABC => 5; print ABC, "\n"; use POSIX (); print foo => "\n"; print $v[1], $w[1], "\n"; print '', "\n";

print "m\n" =~ m'a$b'; use strict; our $x = {a=>1}; no strict; print 1 ? "t":"f"; 
}
print 13, "\n"; package Foo::Bar {} print "done ${\ 'ref'}\n";
