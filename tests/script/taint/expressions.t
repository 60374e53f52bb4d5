# What is tainted after an expression, statement by statement (perlsec). Runs itself with -T.
BEGIN {
    if (!${^TAINT}) { $ENV{T} = 'abc'; delete $ENV{NONE}; $| = 1; exec $^X, '-T', $0 or die $! }
}
use Scalar::Util 'tainted';
our $t = substr($ENV{PATH},0,3); $t = $ENV{T}; my $c="abc"; my %h=(k=>'v'); my @a=(1,2,3);
sub T { print "$_[0]: ", (tainted($_[1])?1:0), "\n" }
sub clean { return "x$c" } sub dirty { return $t } sub both { return ($t, "x") } sub tern { return $t ? "a" : "b" } sub tern2 { return $t ? "$c." : "b" }
my $x;
$x = 1 if $t; T("const mod if",$x);
$x = $c."b" if $t; T("op mod if",$x);
$x = $t ? "a":"b"; T("tern const",$x);
$x = $t ? $c."a":"b"; T("tern op",$x);
$x = $t ? $c:"b"; T("tern var",$x);
$x = $h{$t}; T("h key",$x);
$x = $a[$t]; T("a idx",$x);
$x = ($t eq 'a'); T("eq",$x);
$x = ($t == 1); T("==",$x);
$x = ($t <=> 1); T("<=>",$x);
$x = !$t; T("not",$x);
$x = length $t; T("length",$x);
$x = $t && "x"; T("and const",$x);
$x = $t && $c."x"; T("and op",$x);
$x = $t || "x"; T("or",$x);
$x = [$t]; T("ref",$x); T("elem",$x->[0]);
$x = ["a",$t,"b"]; T("el0",$x->[0]); T("el2",$x->[2]);
my ($p,$q) = ($t,"x"); T("list0",$p); T("list1",$q);
($p,$q) = ($t,$c."x"); T("list1op",$q);
($p,$q) = both(); T("both0",$p); T("both1",$q);
$x = both(); T("both scalar",$x);
$x = tern(); T("ternsub",$x); $x=tern2(); T("tern2sub",$x);
$x = $t . clean(); T("t.clean",$x);
$x = clean(); T("clean",$x);
$x = clean($t); T("clean(t)",$x);
$t =~ /(.*)/ and $x = $1; T("and cap",$x);
$t =~ /(.*)/ and $x = $1."a"; T("and cap op",$x);
if ($t =~ /(.*)/) { $x = $1."a"; T("cap op",$x) }
my @s = split /,/, $t; T("split",$s[0]);
my ($m) = $t =~ /(.)/; T("list match",$m);
my ($m2,$n2) = "abc" =~ /$t|(.)(.)/; T("list match tainted re",$m2);
"abc" =~ /(b)|$t/ && ($x = $1); T("cap tainted re",$x);
$x = $c; $x .= $t; T(".=",$x); $x = "lit"; T("reset",$x);
$x = $t; $x =~ s/./y/g; T("s///",$x); $x = $c; $x =~ s/a/$t/; T("s///t",$x); $x=$c; my $r = ($x =~ s/a/b/r); T("s r",$r);
$x = $c; $x =~ s/nomatch/$t/; T("s no match",$x);
($x = $t) =~ tr/a-z//cd; T("tr",$x); $x = ($t =~ tr/a//); T("tr count",$x);
$x = join ",", $t, 1; T("join",$x); $x = sprintf "%s", $t; T("sprintf",$x); $x = "$t"; T("interp",$x);
$x = lc $t; T("lc",$x); $x = substr($t,0,1); T("substr",$x); $x = index($t,"a"); T("index",$x); $x=ord $t; T("ord",$x);
$x = $t x 2; T("x",$x); $x = $t + 1; T("+",$x); $x = -$t; T("neg",$x);
$x = 5; $x += length $t; T("+=",$x); $x++; T("++",$x); $x = $t; $x++; T("t++",$x);
my %g = ($t => 1); T("key",(keys %g)[0]); %g = (a=>$t); T("val",$g{a}); T("values",(values %g)[0]); my %g2=%g; T("copied hash",$g2{a});
my @b = (1,$t,3); T("b0",$b[0]); T("b1",$b[1]); my @b2 = reverse @b; T("rev",$b2[1]); T("rev0", $b2[0]); my @b3 = sort @b; T("sort $_", $b3[$_]) for 0..2;
my @b4 = map { $_ } @b; T("map $_", $b4[$_]) for 0..2; @b4 = map { "x$_" } @b; T("mapx $_", $b4[$_]) for 0..2; @b4 = grep { $_ } @b; T("grep $_", $b4[$_]) for 0..2;
for (1,$t,2) { T("for",$_); my $y = $_; T("for copy",$y); $y = "x$_"; T("for op",$y) }
for my $e (both()) { T("forboth",$e) }
T("arg", $t); T("arg2", $t."x"); T("argc",$c."x");
push @b, $t; T("push",$b[-1]); push @b, "z"; T("push clean",$b[-1]); push @b,$t,"z"; T("push2",$b[-1]); unshift @b,$t; T("unshift",$b[0]);
$x = pop @b; T("pop",$x); $x = shift @b; T("shift",$x); my @sp = splice @b,0,2; T("splice $_",$sp[$_]) for 0,1;
local $_ = $t; T("local topic",$_); $x = chop(my $z = $t); T("chop",$x); T("chopped",$z);
T("uc", uc $t); $x = do { $t }; T("do",$x); $x = eval { $t }; T("eval",$x); $x = eval { $t; 1 }; T("eval1",$x);
$x = pack "a", $t; T("pack",$x); my @u = unpack "a1 a1", $t; T("unpack",$u[0]);
$x = \$t; T("reft",$x); T("deref",$$x); $x = ref $t; T("ref",$x); $x = defined $t; T("defd",$x);
$x = wantarray; my $str = "a${t}b"; T("str",$str); $x = exists $h{$t}; T("exists",$x); $x = $t ? 1 : 0; T("tern10",$x);
$x = chr $t; T("chr",$x); $x = hex $t; T("hex",$x); $x = int($t); T("int",$x); $x = abs $t; T("abs",$x); $x = reverse $t; T("rev",$x); $x = sqrt(abs $t); T("sqrt",$x); $x = quotemeta $t; T("qm",$x);
my ($y1,$y2) = @ENV{'T','NONE'}; T("slice",$y1); T("slice none",$y2);
substr($t,0,1) = "x"; T("lv substr", $t); $t = $ENV{T}; substr($c,0,1) = $t; T("substr lv c",$c); $c = "abc"; substr($c,0,1,$t); T("4arg",$c); $c="abc"; vec($c,0,8) = 65; T("vec",$c);
$x = $t; $x = "a"; T("x clean again",$x); $x = undef; T("undef",$x); $x = $t; undef $x; T("undef op",$x); $x = "b"; T("b",$x);
my $cl = sub { $t }; $x = $cl->(); T("closure",$x);
$x = (1,$t,2)[0]; T("list slice",$x); $x = (1,$t,2)[1]; T("list slice1",$x);
$x = "a" . ($t eq 'x'); T("concat bool",$x); $x = $c lt $t; T("lt",$x); $x = $c cmp $t; T("cmp",$x);
$x = $c =~ /a/; T("m",$x); $x = () = $t =~ /./g; T("countof",$x); $x = @{[$t]}; T("arr count",$x); 
$x = [map { $_ } $t]; T("anon map", $x->[0]); $x = {a=>$t}; T("anonh",$x->{a}); $x = {a=>1,b=>$t,c=>2}; T("anonh c",$x->{c}); T("anonh a",$x->{a});
T("scalar join", join("",@b)); T("hashinlist", {%g}->{a}); $x = each %{{$t=>1}}; T("each",$x); $x = delete $g{a}; T("delete",$x);
my $i = $t ? 3 : 4; T("i",$i); $x = $i; while ($t && $x < 5) { $x = $x + 1; T("while",$x) } 
$x = sprintf("%d",3) . ($t x 0); T("x0",$x); $x = $c; $x = $x . "b" unless !$t; T("unless",$x);
$x = $c . "u", T("comma", $x) if $t; 
