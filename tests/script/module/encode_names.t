# Functions, objects, names and aliases of Encode.
use strict; use warnings; use Encode qw(:all);
$SIG{__WARN__}=sub{print "W:",@_};
sub sh { my $x=shift; defined $x ? join(".",map sprintf("%x",ord),split //,$x).(utf8::is_utf8($x)?"u":"b") : "undef" }
sub t { my($l,$c)=@_; my @r=eval{$c->()}; print "$l: ", $@ ? "DIE $@" : join("|",map sh($_),@r)."\n"; }
t("cref enc", sub{ encode("ascii","a\x{e9}b\x{100}",sub{ sprintf "<U+%04X>",shift})});
t("cref dec", sub{ decode("utf8","a\xe9\xffb",sub{ join ",",map sprintf("<%02X>",$_),@_})});
t("cref dec8", sub{ decode("UTF-8","a\xe3\x81b",sub{ join ",",map sprintf("<%02X>",$_),@_})});

t("cref enc16", sub{ no warnings; encode("UTF-16BE","a\x{d800}b",sub{ join ",",map sprintf("<%02X>",$_),@_})});
t("unk", sub{ encode("nope","x")}); t("undefenc", sub{ encode(undef,"x")}); t("undefstr", sub{ encode("ascii",undef)}); t("decunk", sub{ decode("nope","x")}); t("decundef", sub{decode("ascii",undef)});
t("from_to", sub { my $x="\xe9"; my $n=from_to($x,"latin1","utf8"); ($n,$x)}); t("from_to2", sub { my $x="\xe9\xff"; my $n=from_to($x,"utf8","latin1"); ($n,$x)});t("from_to3", sub { my $x="\xc4\x80"; my $n=from_to($x,"utf8","latin1",FB_CROAK); ($n,$x)});
t("from_to4", sub { my $x="\xc4\x80"; my $n=from_to($x,"utf8","latin1",FB_QUIET); ($n,$x)}); t("from_to5", sub { my $x; my $n=from_to($x,"utf8","latin1"); ($n,$x)}); t("from_to6", sub { my $x='a'; from_to($x,"utf8","zork")});
t("from_to7", sub { my $x="\x{100}"; my $n=from_to($x,"utf8","latin1"); ($n,$x)});
t("wide dec", sub { decode("latin1","\x{100}")}); t("wide dec utf8", sub { decode("utf8","\x{100}")});t("wide dec utf8", sub { decode_utf8("\x{100}")});
t("wide dec16", sub { decode("UTF-16LE","\x{100}")});
t("nobom", sub{decode("UTF-16","ab")}); t("bom", sub{decode("UTF-16","\xff\xfea\0")}); t("nobom32", sub{decode("UTF-32","abcd")}); t("empty16", sub{decode("UTF-16","")});t("one16", sub{decode("UTF-16","a")}); t("odd", sub{decode("UTF-16BE","\0ab")}); t("odd",sub{decode("UTF-16BE","\0ab",1)}); t("lo", sub{decode("UTF-16BE","\xdc\0\0a",1)}); t("hi", sub{decode("UTF-16BE","\xd8\0\0a",1)});t("hie", sub{decode("UTF-16BE","\xd8\0",1)});t("32big", sub{decode("UTF-32BE","\0\x11\0\0",1)});t("32big0", sub{decode("UTF-32BE","\0\x11\0\0")}); t("ucs2 sur", sub{decode("UCS-2BE","\xd8\0\xdc\0",1)});t("ucs2 sur0", sub{decode("UCS-2BE","\xd8\0\xdc\0")}); t("ucs2 enc", sub{encode("UCS-2BE","\x{10000}",1)});t("ucs2 enc", sub{encode("UCS-2BE","\x{10000}")});
t("renew16", sub{ my $o=find_encoding("UTF-16"); my $n=$o->renew; my @r=($n->renewed, $o->renewed, $n->encode("a"), $n->encode("b"), ref $n, ref $o); @r});
t("ro", sub { decode("utf8","abc",FB_QUIET)}); t("ro2", sub { encode("utf8","abc",FB_CROAK)});
t("isutf8",sub{(is_utf8("a"),is_utf8("\x{100}"),is_utf8(undef),is_utf8(12))}); t("on", sub{my $x="\xc4\x80"; my $r=_utf8_on($x); my @r=($r,$x); $r=_utf8_off($x); (@r,$r,$x)}); t("onu",sub{ my $x; (_utf8_on($x),_utf8_off($x),_utf8_on(my $y=12))});
t("proto", sub { map prototype("Encode::$_"), qw(encode decode is_utf8 from_to decode_utf8 encode_utf8)});
t("num", sub{ (encode("utf8",12), decode("utf8",12.5))}); t("ref", sub{ my $x=encode("utf8",[]); $x=~s/0x\w+/X/; $x});
t("lc", sub { map { my $o=find_encoding($_); $o?$o->name:undef} qw(locale 646 latin1 L1 Latin-2 UTF-8 utf-8 utf8 UTF8 utf_8 cp1252 CP1252 windows-1252 WinLatin1 iso-8859-15 ISO_8859-15 8859-5 koi8-r KOI8-U utf16 UTF16LE ucs2 UCS-2 ucs4 utf-32le us-ascii ascii ASCII iso-646-us hebrew greek cyrillic ibm437 437 cp-437 sjis shift_jis euc-jp big5 gbk gb2312 ujis johab utf7 UTF-7 MIME-Q iso-2022-jp hz nope), "" });
t("ra", sub { map resolve_alias($_), "latin1","utf8","UTF-8","nope"});
print join(",",Encode->encodings()) =~ m{cp1252.*koi8-r.*UTF-16LE} ? "ok\n":"not\n";  print join(",", map { my $e=find_encoding($_); $e? join "/",ref $e,$e->mime_name//'-',$e->perlio_ok,$e->needs_lines?1:0 : "-" } qw(ascii utf8 UTF-8 cp1252 koi8-r UTF-16 UCS-2BE iso-8859-7 cp437)),"\n";
t("objdec", sub{ my $o=find_encoding("koi8-r"); my $b="\xc1\xc2"; my $s=$o->decode($b); ($s,$b,$o->encode($s),$o->encode("\x{3042}"),eval{$o->encode("\x{3042}",1)},$@)}); t("objdec2", sub{ my $o=find_encoding("utf8"); my $b="\xc1\xc2"; my $s=$o->decode($b); ($s,$b)});
t("objmeth", sub{ my $o=find_encoding("iso-8859-1"); my $b="\xc1\xc2"; my $s=$o->decode($b,FB_QUIET); ($s,$b)});
t("usage", sub{ &encode() }); t("usage2", sub{ &decode("x")}); t("usage3", sub{ &from_to("x")});t("usage4", sub{ &decode_utf8()});t("usage5", sub{ &is_utf8()});
use Encode::Alias; define_alias("myalias"=>"koi8-r"); t("alias", sub{ find_encoding("myalias")->name}); define_alias(qr/^foo-(\d)$/i => '"iso-8859-$1"'); t("alias2", sub{ find_encoding("Foo-5")->name}); Encode::Alias::delete_aliases() if 0;
{ package MyEnc; use parent 'Encode::Encoding'; __PACKAGE__->Define('rot13','r13'); sub encode { my($s,$str,$chk)=@_; $str=~tr/a-z/n-za-m/; $_[1]='' if $chk; $str } sub decode { my($s,$str,$chk)=@_; $str=~tr/a-z/n-za-m/; $_[1]='' if $chk; $str } }
t("my", sub{ (encode("rot13","abc"), decode("r13","nop"), find_encoding("r13")->name)});
