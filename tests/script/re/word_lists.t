# Alternations of many words: the order of preference, prefixes of each other, /i, wide characters.
my @w=qw(foo foobar bar ba b baz foot fo zoo zebra alpha alphabet beta gamma delta); my $r=join"|",@w; my @t=(@w,qw(foobarx bax xfoo zebr alphabe),"foo bar zoo"); for my $t (@t){ print join("|",$t=~/($r)/g),";", join("|",$t=~/^($r)$/)," "; } print "\n"; for my $t(map uc,@t){ print join("|",$t=~/($r)/gi),";"} print "\n"; my @s=reverse @w; $r=join"|",@s; print join("|",$_=~/($r)/g),";",join("|",/^(?:x|$r|)(.*)$/),";" for @t; print "\n";
print join("|","a.b+c d*"=~/(a\.b|a\.c|\+c| d|d\*|e|f|g|h|\x{e9}|\x{e8})/g),"\n"; print join("|","aAbBkK\x{212a}"=~/(aa|ab|bb|bk|kk|k|A|b|ss|s)/gi),"\n"; print "a"=~/^(?:a|(?i)b|c|D|e|F|g|H|i|j)$/?1:0,"C"=~/^(?:a|(?i)b|c|D|e|F|g|H|i|j)$/?1:0,"A"=~/^(?:a|(?i)b|c|D|e|F|g|H|i|j|A)$/?1:0,"\n";
print "abcd"=~/^(?:abx|aby|abc|ab|a|abcd|b|c|d)(.*)$/?$1:'',"\n"; print "abcd"=~/(?:abx|aby|||abc|ab|a|abcd|b|c|d)(.*)$/?$1:'',"\n"; print "q"=~/^(?:a|b|c|d|e|f|g|h|i|)$/?1:0,"\n";
print join("|", "one two three"=~/\b(?:one|on|o|two|tw|t|thre|three|th)\b/g),"\n";print join("|", "xonex"=~/(?<=one|two|tre|for|fiv|six|sev|eig)x/g),"\n";
my @keywords = map { sprintf "%s%04d", chr(97 + $_ % 26), $_ * 7 } 1 .. 3000;
my $any = join "|", @keywords;
my $found = 0;
$found += () = "b0007 x0161 q9999 a00182 z20993 Z" =~ /\b(?:$any)\b/g for 1 .. 50;
print "$found\n";
