# A handler runs before the right side of a condition whose left side made the signal come.
# Each program runs by itself; its output, messages and status are shown.
use strict;
use warnings;
$| = 1;
my ($name, %program, @order);
while (my $line = <DATA>) {
    if ($line =~ /^#### (.*)/) { push @order, $name = $1 }
    else { $program{$name} .= $line }
}
for my $test (@order) {
    print "== $test\n";
    open my $file, '>', 'p.pl' or die;
    print $file $program{$test};
    close $file;
    my $status = system "$^X p.pl < /dev/null > out 2> err";
    for my $which ('out', 'err') {
        open my $in, '<', $which or die;
        my $text = join '', <$in>;
        print "$which: $text" if length $text;
    }
    print "\nstatus $status\n";
}
__DATA__
#### g1
$|=1; $SIG{USR1}=sub{ $f="H"; print "[h]" }; sub t { $f=""; print "$_[0]: "; }
t("or"); (kill(USR1,$$)-1) or print "r$f"; print "\n";
t("||"); (kill(USR1,$$)-1) || print "r$f"; print "\n";
t("and"); kill(USR1,$$) and print "r$f"; print "\n";
t("&&"); kill(USR1,$$) && print "r$f"; print "\n";
t("//"); kill(USR1,$$) // print "r$f"; print "\n";
t("?:"); kill(USR1,$$) ? print "r$f" : print "x$f"; print "\n";
t("if"); print "r$f" if kill(USR1,$$); print "\n";
t("unless"); print "r$f" unless kill(USR1,$$)-1; print "\n";
t("if block"); if (kill(USR1,$$)) { print "r$f" } print "\n";
t("unless block"); unless (kill(USR1,$$)-1) { print "r$f" } print "\n";
t("if else"); if (kill(USR1,$$)-1) { print "n" } else { print "r$f" } print "\n";
t("elsif"); if (kill(USR1,$$)-1) { print "n" } elsif ($f) { print "r$f" } print "\n";
t("list"); print kill(USR1,$$), "r$f"; print "\n";
t("concat"); print kill(USR1,$$) . "r$f"; print "\n";
t("plus"); print kill(USR1,$$) + length($f); print "\n";
t("comma"); @a=(kill(USR1,$$), "r$f"); print "@a\n";
t("assign or"); ($x=kill(USR1,$$)-1) or print "r$f"; print "\n";
t("not"); !kill(USR1,$$) or print "r$f"; print "\n";
t("not2"); print "r$f" if !(kill(USR1,$$)-1); print "\n";
t("xor"); (kill(USR1,$$) xor $f); print "r$f"; print "\n";
t("||="); $z=0; $z ||= kill(USR1,$$); print "$z$f\n";
t("while"); $n=0; while (kill(USR1,$$) and $n++<1) { print "r$f" } print "\n";
t("dowhile"); $n=0; do { print "r$f" } while (kill(USR1,$$)-1); print "r$f\n";
t("ternval"); print kill(USR1,$$) ? "r$f" : "x"; print "\n";
t("foreach"); for (kill(USR1,$$)) { print "r$f" } print "\n";
t("map"); print map { "r$f" } kill(USR1,$$); print "\n";
t("map2"); print map { kill(USR1,$$) && "r$f" } 1,2; print "\n";
t("grep"); print grep { kill(USR1,$$) && $f } 1,2; print "\n";
t("call"); sub g { print "r$f" } g(kill(USR1,$$)); print "\n";
t("call after"); sub k { kill USR1,$$; } k() and print "r$f"; print "\n";
t("call after2"); sub k2 { kill USR1,$$ } k2() + 0 == 1 or print "x"; print "r$f"; print "\n";
t("call in list"); print k(), "r$f"; print "\n";
t("return"); sub r { return kill USR1,$$ } print r() ? "r$f" : ""; print "\n";
t("do"); print do { kill USR1,$$ } ? "r$f":""; print "\n";
t("eval"); print eval { kill USR1,$$ } ? "r$f":""; print "\n";
t("str eval"); print eval "kill USR1,\$\$" ? "r$f":""; print "\n";
t("hash"); %h=(a=>kill(USR1,$$), b=>$f); print "$h{b}\n";
t("sub idx"); @q=(1,2); print $q[kill(USR1,$$)], "r$f"; print "\n";
t("anon"); $r=[kill(USR1,$$),"$f"]; print "$$r[1]\n";
t("interp"); print "@{[kill(USR1,$$)]}r$f"; print "\n";
t("chain"); kill(USR1,$$) && $f && print "r$f"; print "\n";
t("chain2"); $f || kill(USR1,$$) && $f || print "x"; print "\n";
t("next"); for (1,2) { kill(USR1,$$) and next; print "no" } continue { print "c$f" } print "\n";
t("last"); for (1,2) { kill(USR1,$$) and last; print "no" } print "r$f\n";
t("sort"); print sort { kill(USR1,$$) && $f && 0 || $a<=>$b } 2,1; print "r$f\n";
t("s///e"); ($s="a")=~s/a/kill(USR1,$$)&&"r$f"/e; print "$s\n";
t("cmp"); print kill(USR1,$$) == 1 ? "r$f":"x"; print "\n";
t("cmp2"); if (kill(USR1,$$) == 1) { print "r$f" } print "\n";
t("cmp3"); kill(USR1,$$) == 1 and print "r$f"; print "\n";
t("cmp4"); kill(USR1,$$) == 1 or print "n"; print "r$f\n";
t("print"); $r = print(kill(USR1,$$)) && "r$f"; print "$r\n";
t("range"); for (kill(USR1,$$)..1) { print "r$f" } print "\n";
t("c-for"); for (my $i=0; $i<1 && kill(USR1,$$); $i++) { print "r$f" } print "\n";
t("until"); $n=1; until (kill(USR1,$$) && $n--<1) { print "r$f" } print "\n";
t("given"); print "r$f" unless !kill(USR1,$$); print "\n";
t("wait"); (select(undef,undef,undef,0) == 0 && kill(USR1,$$)) and print "r$f"; print "\n";
t("system"); system("kill -USR1 $$")==0 and print "r$f"; print "\n";
#### g2
$|=1; $SIG{ALRM}=sub{ $f="H"; print "[h]" }; use Time::HiRes 'ualarm'; sub t { $f=""; print "$_[0]: "; ualarm 20000 }
pipe R,W;
t("sleep"); sleep(5)>5 or print "r$f"; print "\n";
t("select"); select(undef,undef,undef,3)>0 or print "r$f"; print "\n";
t("sysread"); sysread(R,$b,1) or print "r$f"; print "\n";
t("sysread if"); unless (sysread(R,$b,1)) { print "r$f" } print "\n";
t("sysread defd"); defined(sysread(R,$b,1)) or print "r$f"; print "\n";
t("defined asg"); defined(my $n=sysread(R,$b,1)) or print "r$f"; print "\n";
t("defined asg2"); if (!defined(my $n=sysread(R,$b,1))) { print "r$f" } print "\n";
t("wait"); if(!($p=fork)) { select undef,undef,undef,.1; exit } waitpid($p,0)==$p and print "r$f"; print "\n";
t("pause"); use POSIX 'pause'; pause() or print "r$f"; print "\n";
t("die"); $SIG{ALRM}=sub { die "x\n" }; eval { sysread(R,$b,1) or print "no"; }; print $@;
t("die2"); eval { sleep 5 and print "no"; }; print $@;
t("die3"); eval { my $r = sleep 5; print "no"; }; print $@;
t("die4"); eval { sleep 5 }; print $@;
t("die5"); my $r=eval { sleep 5; 1 } || "failed"; print "$r $@";
t("die6"); my $r=eval { sleep(5) || 1 } || "failed"; print "$r $@";
t("die7"); my $r=eval { 1 if sleep 5 } || "failed"; print "$r $@";
#### h1
$|=1; use IO::Handle; sub t { print STDOUT "$_[0]: "; }
$SIG{PIPE}=sub{ $f="H"; print STDOUT "[h]" };
sub mk { pipe R,W; close R; W->autoflush(1); $f=""; t($_[0]) }
mk("print"); print(W "x") or print STDOUT "r$f"; print STDOUT "\n";
mk("print if"); if (!print(W "x")) { print STDOUT "r$f"; } print STDOUT "\n";
mk("say"); use feature 'say'; say(W "x") or print STDOUT "r$f"; print STDOUT "\n";
mk("printf"); printf(W "x") or print STDOUT "r$f"; print STDOUT "\n";
mk("syswrite"); syswrite(W,"x") or print STDOUT "r$f"; print STDOUT "\n";
mk("method"); W->print("x") or print STDOUT "r$f"; print STDOUT "\n";
mk("methodf"); W->printf("x") or print STDOUT "r$f"; print STDOUT "\n";
mk("method syswrite"); W->syswrite("x") or print STDOUT "r$f"; print STDOUT "\n";
mk("method flush"); W->autoflush(0); print W "x"; W->flush or print STDOUT "r$f"; print STDOUT "\n";
mk("close"); W->autoflush(0); print W "x"; close W or print STDOUT "r$f"; print STDOUT "\n";
mk("method close"); W->autoflush(0); print W "x"; W->close or print STDOUT "r$f"; print STDOUT "\n";
mk("tern"); print STDOUT print(W "x") ? "y$f" : "n$f"; print STDOUT "\n";
mk("list"); print STDOUT print(W "x"), "n$f"; print STDOUT "\n";
mk("assign"); $r=print(W "x"); print STDOUT "n$f"; print STDOUT "\n";
mk("assign list"); @r=(print(W "x"), "n$f"); print STDOUT "@r\n";
mk("not"); not print(W "x") and print STDOUT "r$f"; print STDOUT "\n";
mk("last"); for (1) { print W "x" or last; } print STDOUT "r$f\n";
mk("fork"); W->autoflush(0); print W "x"; defined(my $p=fork) and print STDOUT $p?"r$f":""; exit if !$p; waitpid $p,0; print STDOUT "\n";
mk("send"); use Socket; socketpair A,B,AF_UNIX,SOCK_STREAM,0; close A; send(B,"x",0) or print STDOUT "r$f"; print STDOUT "\n";
mk("bsock"); socketpair A,B,AF_UNIX,SOCK_STREAM,0; close A; B->autoflush; print B "x" or print STDOUT "r$f"; print STDOUT "\n";
mk("sprintf"); $x=sprintf("%s%s", print(W "x"), $f); print STDOUT "$x\n";
mk("concat"); $x=print(W "x") . "z$f"; print STDOUT "$x\n";
mk("hash"); %h=(a=>(print W "x"), b=>$f); print STDOUT "$h{b}\n";
mk("raise"); kill('PIPE',$$) && print STDOUT "r$f"; print STDOUT "\n";
mk("posix"); use POSIX; POSIX::raise(SIGPIPE) and print STDOUT "r$f"; print STDOUT "\n";
mk("posix kill"); POSIX::kill($$,SIGPIPE) and print STDOUT "r$f"; print STDOUT "\n";
mk("posix write"); POSIX::write(fileno W,"x",1) or print STDOUT "r$f"; print STDOUT "\n";
mk("posix2"); if (POSIX::raise(SIGPIPE)) { print STDOUT "r$f"; } print STDOUT "\n";
mk("posix3"); print STDOUT POSIX::raise(SIGPIPE), "r$f"; print STDOUT "\n";
mk("posix4"); $m="raise"; print STDOUT &{"POSIX::$m"}(SIGPIPE)," r$f"; print STDOUT "\n";
mk("sigprocmask"); POSIX::sigprocmask(SIG_BLOCK,POSIX::SigSet->new(SIGPIPE)); kill PIPE=>$$; POSIX::sigprocmask(SIG_UNBLOCK,POSIX::SigSet->new(SIGPIPE)) and print STDOUT "r$f"; print STDOUT "\n";
mk("readline cond"); open($k,"-|","kill -PIPE $$; echo a"); print STDOUT "r$f" if <$k>; print STDOUT "\n";
mk("readline while"); open($k,"-|","kill -PIPE $$; echo a"); while (<$k>) { print STDOUT "r$f"; } print STDOUT "\n";

mk("system"); system("kill -PIPE $$") or print STDOUT "r$f"; print STDOUT "\n";

mk("pipe close"); open($k,"|kill -PIPE $$"); close $k and print STDOUT "r$f"; print STDOUT "\n";
mk("HiRes2"); unless ($p=fork) { select undef,undef,undef,.05; kill PIPE=>getppid; exit } Time::HiRes::usleep(2e6) and print STDOUT "r$f"; wait; print STDOUT "\n";
#### h2
$|=1; $SIG{USR1}=sub { print "[h]" }; sub t { print "$_[0]: " }
package O { use overload '""'=>sub { kill USR1=>$$; "s" }, '+'=>sub { kill USR1=>$$; 1 }, 'bool'=>sub { kill USR1=>$$; 1}; } $o=bless [],'O';
t("ov str"); print "$o", "a"; print "\n"; t("ov bool"); $o and print "a"; print "\n"; t("ov +"); print $o+1,"a"; print "\n";
package T { sub TIESCALAR { bless [] } sub FETCH { kill USR1=>$$; 1 } sub STORE { kill USR1=>$$ } } tie $t,'T';
t("tied"); print $t, "a"; print "\n"; t("tied or"); $t and print "a"; print "\n"; t("tied st"); ($t=1) and print "a"; print "\n";
package D { sub DESTROY { kill USR1=>$$ } } t("destroy"); { my $d=bless [],'D'; } print "a\n"; t("undef"); $d=bless [],'D'; undef $d; print "a\n"; t("undef2"); $d=bless [],'D'; ($d=0) or print "a"; print "\n";
t("sort"); print sort { kill USR1=>$$; 0 } 1,2; print "\n";
t("grep"); print grep { kill USR1=>$$ } 1,2; print "\n";
t("map"); print map { kill(USR1=>$$), "m" } 1,2; print "\n";
t("eval"); print eval { kill USR1=>$$ }, "a"; print "\n";
t("require"); open F,">m.pm"; print F "kill USR1=>\$\$; 1"; close F; push @INC,"."; print do "./m.pm"; print "\n"; t("req"); require "./m.pm" and print "a"; print "\n";
t("sub"); sub s1 { kill USR1=>$$ } print s1(), "a"; print "\n"; t("sub2"); s1() and print "a"; print "\n"; t("sub3"); if (s1()) { print "a" } print "\n"; t("sub4"); our $x=s1()+1; print "a\n";
t("sig in sig"); { local $SIG{USR2}=sub { print "<"; kill USR1=>$$; print ">" }; kill USR2=>$$ and print "a"; print "\n"; }
t("local"); { local $x = kill USR1=>$$; print "a"; } print "\n";
t("blk"); { kill USR1=>$$ } print "a\n"; t("do"); do { kill USR1=>$$ } and print "a"; print "\n"; t("last stmt of sub"); sub s2 { my $y=1; kill USR1=>$$; } s2(); print "a\n";
t("BEGIN"); BEGIN { $SIG{USR2}=sub { print "[u2]" }; kill USR2=>$$ and print "b\n"; } print "\n";
t("goto"); sub s3 { kill USR1=>$$; goto &s4 } sub s4 { print "a" } s3(); print "\n";
t("last"); while (1) { kill(USR1=>$$), last } print "a\n";
t("return list"); sub s5 { return (kill(USR1=>$$), "a") } print s5(); print "\n";
t("nested"); print 1 + s1() + s1(), "a"; print "\n"; t("str"); print "x".s1()."y"; print "\n";
t("die"); eval { kill USR1=>$$; die "d\n" }; print $@;
t("exit"); END { print "end\n" } kill USR1=>$$ and exit;
