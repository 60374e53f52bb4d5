# Every CHECK of Encode with every kind of encoding: results, what is left of the source, messages.
use strict; use warnings; use Encode qw(:all);
$SIG{__WARN__}=sub{print "W:",@_};
sub sh { my $x=shift; defined $x ? join(".",map sprintf("%x",ord),split //,$x).(utf8::is_utf8($x)?"u":"b") : "undef" }
sub t { my($l,$c)=@_; my @r=eval{$c->()}; print "$l: ", $@ ? "DIE $@" : join("|",map sh($_),@r)."\n"; }
for my $chk (0, DIE_ON_ERR, FB_QUIET, FB_WARN, FB_PERLQQ, FB_HTMLCREF, FB_XMLCREF, DIE_ON_ERR|LEAVE_SRC, PERLQQ, WARN_ON_ERR, WARN_ON_ERR|PERLQQ, WARN_ON_ERR|LEAVE_SRC, RETURN_ON_ERR|LEAVE_SRC, LEAVE_SRC, STOP_AT_PARTIAL) {
 for my $e (qw(ascii iso-8859-1 cp1252 koi8-r utf8 UTF-8 UTF-16 UTF-16LE UCS-2BE UTF-32)) {
  my $s="a\x{e9}\x{3042}z\x{10000}y\x{d800}"; { no warnings; t("enc $e $chk", sub{ no warnings; my $r=encode($e,$s,$chk); ($r,$s)}); }
  my $b="a\xe9\x81\x9d\xff\xc3z\xe3\x81"; t("dec $e $chk", sub{ my $r=decode($e,$b,$chk); ($r,$b)});
 }
}
