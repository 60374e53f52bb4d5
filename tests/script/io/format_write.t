# format and write: closures, pages and headers, names, errors (perldoc perlform).
$SIG{__WARN__}=sub{print "W:$_[0]"};
our ($a1,$b1)=("x","y");
format A =
@< @<
$a1, $b1
.
format A_TOP =
top @<
$%
.
format BIG =
1
2
3
4
5
.
format ARGS =
@< @<
{ $a1,
  $b1 }
# comment
lit @@@
1,2,3
.
format EMPTY =
.
sub show { my ($n)=@_; my $o=$n; $o =~ s/\f/<FF>/g; print "$o<<\n" }
sub w { my ($set,@n)=@_; my $out=""; open my $fh, '>', \$out; my $old=select $fh; $set->(); for (@n) { $~=$_; eval { write; 1 } or print STDOUT "E:$@" } my @s=($-,$%,$=,$~,$^); select $old; close $fh; show($out); print "@s\n" }
w(sub { $^="A_TOP"; $= = 6 }, ("A") x 8);
w(sub { $^="A_TOP"; $= = 6 }, ("BIG") x 3);
w(sub { $^="A_TOP"; $= = 4 }, ("A","BIG","A"));
w(sub { $= = 4 }, ("A","BIG","A"));
w(sub { $^="A_TOP"; $= = 4; $^A="pre" }, ("A","EMPTY"));
w(sub { $^="A_TOP"; $- = 2; }, ("A","A","A"));
w(sub { }, ("NONE"));
w(sub { $^L="--ff--"; $^="A_TOP"; $= =3 }, ("ARGS","ARGS"));
$^L="\f";
sub cl { my $lex = shift; 
format LEX =
lex @<<<<
$lex
.
 $~="LEX"; write; }
cl(1); cl("two"); sub rec { my $n = shift; cl($n); rec($n-1) if $n } rec(2);
my $file="file";
format FI =
@<<<<< @*
$file, $b1
.
$~="FI"; write; $file="changed"; write; $b1="l1\nl2"; write;
eval "format EV =\nev @<<\n\$file\n.\n\$~='EV'; write; 1" or print $@;
our @many=(1,2,3);
format MANY =
@< @< @<
@many
@<<~~
shift @many
.
$~="MANY"; write; write;
use strict; 
format =
std @<
1
.
$~ = "STDOUT"; write; write STDOUT; write(STDOUT); print "r=", write(), "\n";
my $h=\*STDOUT; write $h; print "$^,$~,$=,$-\n";
{ package P; our $v="pv"; 
format PF =
p @<<
$v
.
 sub go { $~="PF"; eval { write; 1} or print $@; $~="P::PF"; write; } } P::go();
my $val = sub { my $c = shift; sub { 
format CL =
cl @<<
$c
.
 $~="CL"; write } }; $val->("c1")->();

$SIG{__WARN__} = sub { print "W: $_[0]" };
no strict;
format A4 =
line
.
format T =
top
.
$= = 3; $~="A4"; for (1..9) { write; print "[$-,$%]\n" } $^="T"; for (1..5) { write; print "[$-,$%]\n" } $^L="FF\n"; $-=0; write; print "[$-,$%]\n"; $- = -3;  write; print "[$-,$%]\n"; print "printed\n"; write; print "[$-,$%]\n"; $% = 10; $-=0; write; print "[$-,$%]\n";

use warnings;
{ local $SIG{__WARN__} = sub { print "W: ", $_[0] =~ s/\(eval \d+\)/(eval)/r };
format OUT =
out @<
1
.
open OUT, '>', \my $text; write OUT; close OUT; print "[$text]\n"; print write(OUT) ? "yes" : "no", "\n";
format IN =
in
.
open IN, '<', '/dev/null'; print write(IN) ? "yes" : "no", "\n";
eval "format EV =\nev @<<\n\$undefined{x}\n.\n\$~ = 'EV'; write; 1" or print $@;
eval "format EV =\nev @<< @<<\n1\n.\n\$~ = 'EV'; write; 1" or print $@;
eval "no warnings; format EV =\nsyntax @<<\n1 +\n.\n1"; print $@ ? "error\n" : "none\n";
eval "no warnings; format EV =\nnot ended\n"; print $@ =~ /^Format not terminated/ ? "not terminated\n" : $@;
}
use IO::Handle;
open my $fh, '>', \my $buffer or die;
format BY_METHOD_TOP =
top of @<<<<<<
'page'
.
format BY_METHOD =
by method @##.##
$n
.
our $n = 1.5;
$fh->format_name('BY_METHOD'); $fh->format_top_name('BY_METHOD_TOP'); $fh->format_lines_per_page(4);
for (1 .. 4) { write $fh; $n *= 2 }
$fh->format_write('A4');
print $fh->format_name, " ", $fh->format_lines_left, " ", $fh->format_page_number, "\n";
close $fh; $buffer =~ s/\f/<FF>/g; print $buffer;
my $row;
format ROWS =
@>>> ^<<<<<<<~~
{
  $row->[0],
  $row->[1]
}
.
$~ = "ROWS";
for my $r ([1, "one"], [2, ""]) { $row = $r; $row->[0] = "" ; write }
