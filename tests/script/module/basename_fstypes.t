# File::Basename under the rules of other systems.
use File::Basename;
my @p=('C:\\a\\b.txt','a/b/c.d','C:','C:/','C:foo','\\\\srv\\share\\x','/','','a\\','a\\b\\\\','d:a/','[dir.sub]file.txt;1','dev:[dir]f.c','a:b:c',':a','a:','//x/y','sys$x:file','\\','//','[a]','/a/[b]c','C:\\','C:\\\\','.', './','.\\','a','a b/c.TXT','dir:[x]','a:b:','::','a::',"x\ny/z\n");
for my $t ('Unix','MSWin32','DOS','OS2','VMS','Epoc','MacOS','cygwin','AmigaOS','RISCOS','NetWare','mswin','foo','VMSx','win','dos', 'Symbian','os390') {
  my $old=fileparse_set_fstype($t); print "$t old=$old\n";
  for my $p (@p) { my @r=fileparse($p,qr/\.[^.]*/); local $SIG{__WARN__}=sub{print "W:@_"}; my @q=fileparse($p,'.txt','.d;?\d*');print "$p => ",join('|',@r)," ; ",join('|',@q)," ; b=",basename($p)," B=",basename($p,'.txt','.d')," d=",dirname($p),"\n"; }
}
print fileparse_set_fstype(),"\n"; print fileparse_set_fstype('Unix'),"\n"; print fileparse_set_fstype(),"\n";
print eval{fileparse(undef)}//$@; 
for my $t (qw(MSDOS dosx VMS vms MACOS epoc UNIX Unix os2 riscos amiga amigaos CygWin MSWin32s MacPerl)) { fileparse_set_fstype('Unix'); fileparse_set_fstype($t); print "$t: ",fileparse_set_fstype(),"\n"; print join('|',fileparse("x/y.TXT",".txt")),"\n" }
fileparse_set_fstype("AmigaOS"); print "$_: ",dirname($_),"\n" for 'a/b/','a/b','a/b//','/','//','/a/','dh0:x/y/','dh0:x/y';
fileparse_set_fstype("Epoc"); print "$_: ",dirname($_),"\n" for 'a/b/','a/b','a/b//','/','//','/a/','dh0:x/y/','dh0:x/y';
$ENV{DEFAULT}='[dflt]'; fileparse_set_fstype("VMS"); print "$_: ",dirname($_)," ",join('|',fileparse($_)),"\n" for 'a','','x:y','<a>b','a>b';
