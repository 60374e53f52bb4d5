# formline: every kind of field, where ^ fields break their text, ~ and ~~ (perldoc perlform).
binmode STDOUT, ":utf8";
sub f { my ($p,@a)=@_; $^A=""; my $r = eval { formline($p,@a); 1 }; my $o=$^A; $o =~ s/\n/\\n/g; $o =~ s/\t/\\t/g; print "[$o]", $r ? "":" E:$@", "\n" }
f('@<<< @>>> @||| x', "ab","cd","ef"); f("@<<< @<<<\n","ab"); f("@<<<   \n","a"); f("abc  \n"); f("@<\n", "a\nb"); f("@<<<\n","a\tb"); f("@<<...","abcdef"); f("@<<...|","abc"); f("@*|","a\nb\n"); f("  @*|\n","a\nb\n"); f("@##.##|@#|@###|@0##|@.##|@##",1.005,100,-5,7,.5,"abc"); f("@##",undef); f("^##|",undef); f("@##|"); 
{ my $t = "the quick brown fox-trot jumped"; $^A=""; formline("^<<<<<<<~~\n",$t); print $^A; print defined $t ? "[$t]":"undef","\n" } $^A="";
{ my $t = "aaa bbb ccc"; f2("^<<<|", $t); sub f2 { $^A=""; formline($_[0],$_[1]); my $o = $^A; print "[$o] [", defined $_[1] ? $_[1] : "undef", "]\n" } f2("^<<<<<|", $t); f2("^<<<<<<<<|",$t); f2("^<<<|",$t);
my $u="averyveryverylongword x"; f2("^<<<",$u); f2("^<<<",$u); my $v="a-b-c-d"; f2("^<<|",$v); my $w = "a\nb\nc"; f2("^<<<|",$w); f2("^*|",$w); f2("^*|",$w); my $x="a\rb c"; f2("^<<<<|",$x); my $y = "  lead"; f2("^<<<<<<|",$y); my $z="abc   def"; f2("^<<|",$z); f2("^<|",$z); my $q="abc def"; f2("^<...|",$q);my $q2="abc"; f2("^<<<...|",$q2); my $q3="one two three"; f2("^<<<<<...|",$q3); my $e=""; f2("^<<<~|",$e); f2("~^<<< x\n",$e); my $n=undef; f2("^<<|",$n);  my $tr="abc  "; f2("^<<|",$tr); my $tr2="abc  "; f2("^<<<<<<<|",$tr2); my $nl="abc\n"; f2("^<<<<<|",$nl); my $nn="\n\nabc"; f2("^<<<<<|",$nn); f2("^<<<<<|",$nn);f2("^<<<<<|",$nn);}
f("~ @<<< y\n",""); f("~ @<<< y\n","a"); f("a ~ b\n"); f("@","xyz"); f("@|||","a"); f("@||","ab"); f("@>>>|","abcdef"); f("@#.",5.5); f("@.",5.5); f("@<.x",5); f("a\@b\n",1); f("@<<\n@>>\n",1,2); f("~\n"); f("@###.##e",1); f("@0###",-5); f("@##.#",99999); f("@#",-1); f("@#",-10); f("@##",1e10); f("^*",my $k="x\ny"); f("@* @*","a","b"); f("\t@<<\t|","a"); f("@<<\r\n","a"); f("@<"); f("@##","1e1"); f("@<<<","\x{263a}\x{263b}cdefg") ; f("@>>>>","a\x01b");f("^0##",3); f("^##",""); f("^.##",undef);f("@<",1,2,3);
$: = " "; my $d="a-b c-d"; f2("^<<<|",$d); $: = "-"; $d = "ab cd-ef gh"; f2("^<<<<<<|",$d); f2("^<<<<<<|",$d); $: = ""; $d = "ab cd"; f2("^<<<|",$d); f2("^<<<|",$d);
sub g { my ($p,@a)=@_; $^A=""; my $r = eval { formline($p,@a); 1 }; my $o=$^A; $o =~ s/\n/\\n/g; $o =~ s/\t/\\t/g; $o =~ s/\r/\\r/g; print "$p => [$o]", $r ? "":" E:$@", "\n" }
g('abc  '); g('@<<< ', 'a'); g('@|||','a'); g('@0##|@0##.##|@0#|^0##|',7,3.14159,-5,undef); g('@<<<|',"a\rb"); g('@<<<|',"a\fb"); g('~ @<<< y',"  "); g('~ @<<< y',"0"); g('~ @### y',undef); g('~ ^### y',undef); g('~ ^### y',0); g('@#.##|@.#|@.|@#.|@##.|x',1.5,2.5,3.5,4.5,5.5);
g('@<<<|@|||@>>>|',"ab","cd","ef"); g('@', 'ab'); g('^|', 'ab'); g('@#|@#',1); g('@<x@>y',1,2); g("@<<\n@<<\n~ @<<\nend\n", 1,2,""); g("~~ ^<<\n", my $x="aaa bbb"); g("a\@\n~~ ^<<|\nz\n", 1, my $y="aaa bbb"); g('@*', "a\nb\n\n"); g("x @*\ny", "a\nb"); g("x ^*\ny", my $z="a\nb"); g("~ ^*", my $q=""); g("~ @*", ""); g('@<<~~',""); g('a~b@<', 1); g('@##', "12abc"); g('@##', 1e400); g('@##',-0.4); g('@###', "0x10"); g('@>>', "\x{e9}\x{263a}"); g('@>>...|', "abcdefgh"); g('@||...|', "abcdefgh"); g('@##...|', 5); g('@...|', "abcdefgh"); g('^...|', my $w="abcdefgh"); g('@*...|', "abc"); g('@<.<|', "abcdef"); g('@<..|', "abcdef"); g('@,@', 1,2); g('100% @<% \\', 1); g('@<', undef); g('', 1); g("\n\n", 1);
$: = " \n-"; sub g2 { $^A=""; formline($_[0],$_[1]); my $o = $^A; $o =~ s/\n/\\n/g; print "$_[0] [$o] [", defined $_[1] ? $_[1] : "undef", "]\n" } 
my $t="ab-cd"; g2('^<<|',$t); $t="abc-de"; g2('^<<|',$t); $t="abcd-e"; g2('^<<|',$t); $t="a bcd"; g2('^<<|',$t); $t="a  bcd"; g2('^<<|',$t); $t="abc\tde"; g2('^<<|',$t); $t="ab\n\ncd"; g2('^<<|',$t); g2('^<<|',$t);$t="a-bcd efg"; g2('^>>>>|',$t); $t="a-bcd efg"; g2('^||||||||',$t); $t="abc\rdef"; g2('^<|',$t); g2('^<|',$t);g2('^<|',$t);  $t="ab cd"; g2('^<<<<...|',$t); $t="abc def ghi"; g2('^<<<<<...|',$t); $t="ab \n cd"; g2('^<<|',$t); $t="abcdef"; g2('^*|',$t); $t="a\n\nb"; g2('^*|',$t); g2('^*|',$t); g2('^*|',$t); $t="x\n"; g2('^*|',$t); $t=undef; g2('^*|',$t); $t="a b"; g2('@<|',$t); $t=12.5; g2('^##.#|',$t); $t="a - b - c"; g2('^<<<|',$t); $t="---a"; g2('^<|',$t); g2('^<|',$t); $t="abc-"; g2('^<<|',$t); $t="abc- d"; g2('^<<|',$t); $t="ab-c- d"; g2('^<<<|',$t);

# errors, warnings, values that repeat, read-only operands
$: = " \n-";
use warnings;
local $SIG{__WARN__} = sub { print "W: $_[0]" };
my $unset;
$^A = ""; formline("@< @<\n", 1); print $^A;
$^A = ""; formline("@< ^<\n", $unset, $unset); print $^A;
my @queue = 1 .. 4;
$^A = ""; formline("@<~~\n", shift @queue); print $^A;
$^A = ""; eval { formline("^<\n", "const") }; print $@;
$^A = ""; print formline("@<\n", "x"), "\n";
$^A = "before "; formline("@<\n", "y"); print $^A;
my %h = (k => "one two three"); my @a = ("four five six");
$^A = ""; formline("^<<<< ^<<<<\n", $h{k}, $a[0]); print "$^A$h{k}|$a[0]\n";
$^A = ""; formline("@<< @<< @<<\n", map { $_ * 2 } 1 .. 3); print $^A;
