# In-memory files whose variable changes while they are open.
use strict; use warnings; $|=1;
$SIG{__WARN__}=sub{print "W: $_[0]"};
my $m="";
sub show { my $x=shift; print "$x: ", (defined $m ? "<".($m=~s/\0/\\0/gr).">" : "undef"), "\n" }
open my $f, ">", \$m or die; 
$m="zz"; print $f "ab",$m,"c"; show 1;
$m="12345"; print $f "X"; show 2; 
$m=""; print $f "YY"; show 3; print "tell ",tell($f),"\n";
undef $m; print $f "Z"; show 4; 
seek $f,0,0; $m="hello"; print $f "J"; show 5;
seek $f,10,0; print $f "end"; show 6;
$m = 12; print $f "n"; show 7; close $f; 
$m="start"; open $f, ">>", \$m; show 8; print $f "A"; show 9; $m="new"; print $f "B"; show 10; seek $f,0,0; print $f "C"; show 11; print "t ",tell $f,"\n"; close $f;
$m="l1\nl2\nl3\n"; open $f, "<", \$m; my $l=<$f>; print $l; $m="a\nb\nc\nd\ne\n"; print scalar <$f>; print "eof ",eof($f)?1:0,"\n"; $m="x"; print "eof ",eof($f)?1:0,"\n"; $l=<$f>; print defined $l?"l $l\n":"undef\n"; $m="0123456789\nabc\n"; $l=<$f>; print defined $l?"l $l":"undef\n"; undef $m; { no warnings; $l=<$f>; print defined $l?"l $l":"undef\n";} close $f;
$m="abcdef"; open $f,"+<",\$m; read $f,my $b,2; print "$b\n"; print $f "ZZ"; show 12; read $f,$b,1; print "$b\n"; seek $f,0,2; print $f "tail"; show 13; seek $f,-2,1; read $f,$b,9; print "$b\n"; close $f;
$m="abc"; open $f,"+>",\$m; show 14; print $f "hello\nworld\n"; seek $f,0,0; print <$f>; close $f;
$m="abc"; open $f,"+>>",\$m; print $f "X"; seek $f,0,0; print <$f>,"\n"; print $f "Y"; show 15; close $f;
# seek past the end reading
$m="abc"; open $f,"<",\$m; print seek($f,10,0)?1:0, tell($f), eof($f)?1:0,"\n"; $l=<$f>; print defined $l?1:0,"\n"; print seek($f,-1,0)?1:0," $!\n"; print tell($f),"\n"; close $f;
# undef var

{ my $u; open $f,">>",\$u or print "fail $!\n"; print defined $u ? "def\n":"undef\n"; print $f "q"; print "$u\n"; close $f; }
{ my $u; open $f,"+<",\$u or print "fail $!\n"; print defined $u ? "def\n":"undef\n"; print $f "q"; print "$u\n"; close $f; }
# readonly
eval { open($f,">",\"const") }; print $@; open($f,"<",\"const") and print <$f>,"\n";
# magic targets
{ local $_; open $f,">",\$_; print $f "topic"; print "$_\n"; close $f }
eval { open $f,">",\$1 or print "d1 $!\n"; }; print $@;
{ my %h; open $f,">",\$h{k}; print $f "elem"; print "$h{k}\n"; delete $h{k}; print $f "more"; print exists $h{k}?1:0,"\n"; close $f;}
{ my @a; open $f,">",\$a[2]; print scalar(@a),"\n"; print $f "elem"; print "$a[2]\n"; close $f;}
{ open $f,">",\substr(my $s="hello",1,2) or print "lv $!\n"; print $f "XYZ"; close $f; print "$s\n";}
{ my $s="\x{263a}abc"; open $f,"<",\$s or print "wide: $!\n"; } 
{ my $s="\xe9abc"; utf8::upgrade $s; open $f,"<",\$s or print "wide: $!\n"; print length(<$f>),"\n"; close $f;}
{ my $s=""; open $f,">",\$s; print $f "\xe9"; $s.="\x{263a}"; print eval{ print $f "x"} ? "ok\n":"no $!\n"; print length $s,"\n"; close $f;}
{ my $s=""; open $f,">:utf8",\$s; print $f "\x{263a}"; print length $s,"\n"; close $f; }
{ my $s="a\nb\n"; open $f,"<",\$s; my $x=<$f>; $s.="c\n"; print <$f>; $s.="d\n"; print "after eof: ",<$f>,"\n"; close $f }
{ my $s=""; open my $w,">",\$s; open my $r,"<",\$s; print $w "one\n"; print "r: ",scalar(<$r>)//'undef',"\n"; print $w "two\n"; print "r: ",<$r>; close $w; close $r; }
{ my $s="x"; open my $w,">",\$s; truncate($w,0) or print "trunc $!\n"; print fileno($w),"\n"; }
