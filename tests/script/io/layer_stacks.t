# The stack of layers by list, for open and for binmode.
no warnings;
open my $made, '>', 'f' or die;
print $made "line\n";
close $made;
for my $l (':unix',':perlio',':crlf',':stdio',':utf8',':bytes',':raw',':mmap',':unix:perlio',':unix:crlf',':perlio:crlf',':perlio:crlf:crlf',':crlf:crlf',':crlf:perlio',':crlf:utf8',':utf8:crlf',':crlf:pop',':utf8:pop',':pop',':raw:pop',':raw:utf8:crlf',':raw:crlf',':crlf:raw',':crlf:bytes',':crlf:utf8:bytes',':utf8:bytes',':encoding(latin1)',':encoding(latin1):crlf',':crlf:encoding(latin1)',':encoding(latin1):pop',':encoding(latin1):raw',':encoding(latin1):bytes',':encoding(UTF-8):bytes',':encoding(UTF-8):crlf',':encoding(UTF-8):encoding(latin1)',':crlf:encoding(UTF-8):raw',':stdio:crlf',':stdio:raw',':unix:utf8',':perlio:perlio',':perlio:utf8:perlio',':unix:raw',':unix:bytes',':mmap:raw',':mmap:crlf',':pop:perlio',':unix:perlio:pop',':raw:perlio',':unix:unix',':perlio:unix',':crlf:unix',':crlf:utf8:crlf',':crlf:encoding(UTF-8):crlf',':perlio:raw',':crlf:pop:pop',':utf8:raw',':encoding(UTF-8):utf8:raw') {
 for my $m ('open','binmode') { my $r;
  if ($m eq 'open') { $r=open my $f,"<$l","f"; print "$m $l: ",$r?1:0," ",$r?join(",",PerlIO::get_layers($f)):"$!","\n"; }
  else { open my $f,"<","f"; $r=binmode $f,$l; print "$m $l: ",$r?1:0," ",join(",",PerlIO::get_layers($f)),"\n"; } } }
