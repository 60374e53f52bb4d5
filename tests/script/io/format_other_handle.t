# write selects its handle while its formats run: $% $= $- $^ $~ and select in them are that handle's.
our $x=1; our $h;
format A_TOP =
page @< @< @< @<<<<<
$%,$=,$-,$^
.
format A =
@< @<<<<<<<<<<<< @<<<<<< @< @<
$x,ref(\select)eq'SCALAR'?select:'glob',$~,$%,$-
.
open F2,'>&',STDOUT; my $o=select F2; $~='A';$^='A_TOP';$= =4; $|=1; select $o;
for(1..6){ $x=$_; write F2 } print select,"\n"; print "$% $= $- $~\n";
format D =
@<<<
die "out\n"
.
select F2; $~='D'; select STDOUT;
eval { write F2 }; print $@, select,"\n";
format S =
@<<<<<<<<<
do { select STDERR; "sel" }
.
select F2; $~='S'; select STDOUT; write F2; print STDOUT select,"\n";
