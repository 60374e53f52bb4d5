# "..." behind a field of a format: lines that are not shown count as more; where the dots stand.
our $v;
for my $p ("@>>>...","@<<<...","@|||...","@<...","@...","@>>>>>...") { for $v ("l1\nl2\nl3 abc","ab\n","abcdefghijkl","abcdefg\nhij","", "a\n\n","abcdefg\n","a b\n  \n") { $^A=''; formline("$p|\n",$v); print "$p [",$v=~s/\n/N/gr,"] $^A"; } }
for my $p ("^>>>...","^<<<...") { for ("l1\nl2\nl3 abc","ab\n","abcdefghijkl","abcdefg\nhij","", "a\n\n","abcdefg\n","a b\n  \n") { my $v=$_; $^A=''; formline("$p|\n",$v); print "$p [",s/\n/N/gr,"] $^A"; } }
for my $p ("^<<<<<<<...","^>>>>>>>...","^||||||||...","^<...","@<<<<...") { for ("alpha beta gamma","a bcdefghijklmn op","abc def ghi jkl mno","eeeeeeeeeeeee", "x\ny", "xyz   w         \n  \n u") { my $v=$_; for my $e ("|\n","","  ") {$^A=''; formline("$p$e",$v); print "$p [",s/\n/N/gr,"] $^A\n";} } }
