# A handler closes the handle that eof and getc wait for.
$|=1; $SIG{ALRM}=sub{close R; print "h\n"}; pipe R,W; alarm 1; $n=eof R; print "1\n"; pipe R,W; alarm 1; $n=getc R; print defined $n?1:'u', "\n";
