# Whitespace and newlines between any two tokens, semicolons, blocks, statement ends.
use strict
; use
warnings ;
my
$x
=
5
;print $x , "\n" ; ;;; { ; } {
print
(
"paren across lines" , "\n" ) } my %h = ( 'a'
=> 1 ,
) ; print $h
{a} , $h {
'a' } , "\n" ; my @a = ( 1 , 2 ) ; print $a [0] , $ a[1] , $#a , $# {a} , "\n" ; my $r = \ @a ; print $r
-> [ 0 ] , $$r [ 1 ] , @ $r , "\n" ; sub f
{ return
"f@_" } print f ( 1 ) , f (2)
, & f ( 3 ) , "\n" ; if ( $x
> 3 ) { print "gt\n" }
else { print "le\n" } for
my $i ( 1 .. 2 ) { print $i }
print "\n" ;
my $o = bless { } , 'main' ;
sub m1 { "m1" }
print $o -> m1 , $o
  -> m1
  ( ) , main -> m1 , "\n" ; print "a" =~
/a/ ? 1 : 0 , "\n" ; my $s = "abc" ; $s =~ s {b}
{B} ; print $s , "\n" ; print - 5 , + 5 , ! 0 , ~ 0 & 1 , "\n" ; print 1 +
2 , 3
- 1 , "\n" ; print "" . $x ++ , " " , $x , "\n" ; print __LINE__
, "\n" ; do { print "do\n" } ; my $c = sub { "c" } ; print $c -> ( ) , & $c ( ) , "\n" ; print qw
( q w ) , "\n" ; print "end" ; print "\n"
