# User-defined character properties, blocks, and what they say when something is wrong with them.
use strict; use warnings;
sub t { my $c = shift; my $r = join "|", map { defined $_ ? $_ : "undef" } eval $c; my $e = $@; $e =~ s/ at \S+ line.*//s; print "$c => ", $e ? "ERR $e\n" : "$r\n" }
sub InKana { "3040\t309F\n30A0\t30FF\n" }
sub IsFoo { "+utf8::IsUpper\n-utf8::InLatin1\n0030 0033\n" }
sub IsBar { "+main::InKana\n!utf8::Alphabetic\n&utf8::Any\n" }
sub IsBad { "xyz\n" }
sub IsRev { "0039\t0031\n" }
sub IsEmpty { "" }
sub IsCase { $_[0] ? "0061\n" : "0041\n" }
sub IsCom { "0061 # comment\n\n0062\t0063\t# x\n" }
sub IsAnd { "+utf8::Upper\n&utf8::ASCII\n" }
sub IsNested { "+main::IsCom\n+main::IsAnd\n-main::IsCase\n" }
package Pk; sub IsPk { "0070\n" } package main;
t q{join "", map { chr($_) =~ /\p{InKana}/ ? 1 : 0 } 0x41, 0x3041, 0x30a1};
t q{join "", map { chr($_) =~ /\P{InKana}/ ? 1 : 0 } 0x41, 0x3041, 0x30a1};
t q{join "", map { chr($_) =~ /[\p{InKana}a]/ ? 1 : 0 } 0x61, 0x41, 0x3041, 0x30a1};
t q{join "", map { chr($_) =~ /[^\p{InKana}a]/ ? 1 : 0 } 0x61, 0x41, 0x3041, 0x30a1};
t q{join "", map { chr($_) =~ /[\P{InKana}a]/ ? 1 : 0 } 0x61, 0x41, 0x3041, 0x30a1};
t q{join "", map { chr($_) =~ /\p{IsFoo}/ ? 1 : 0 } 0x41, 0xc1, 0x391, 0x31, 0x34};
t q{join "", map { chr($_) =~ /\p{IsBar}/ ? 1 : 0 } 0x41, 0x31, 0x3041};
t q{join "", map { chr($_) =~ /\p{IsAnd}/ ? 1 : 0 } 0x41, 0x31, 0xc1};
t q{join "", map { /\p{IsNested}/ ? 1 : 0 } qw(a b c d A B)};
t q{"a" =~ /\p{IsBad}/};
t q{"a" =~ /\p{IsRev}/};
t q{"a" =~ /\p{IsEmpty}/ ? 1 : 0};
t q{join "", map { /\p{IsCase}/ ? 1 : 0 } qw(a A b)};
t q{join "", map { /\p{IsCase}/i ? 1 : 0 } qw(a A b)};
t q{join "", map { /\p{IsCom}/ ? 1 : 0 } qw(a b c d)};
t q{"a" =~ /\p{IsNone}/};
t q{"p" =~ /\p{IsPk}/};
t q{"p" =~ /\p{Pk::IsPk}/};
t q{"p" =~ /\p{Pk::IsNone}/};
t q{package Pk; "p" =~ /\p{IsPk}/};
t q{package Pk; "p" =~ /\p{IsCom}/};
t q{package Pk; "a" =~ /\p{main::IsCom}/};
t q{"p" =~ /\p{isPk}/};
t q{"p" =~ /\p{Foo}/};
t q{"p" =~ /\p{^IsCom}/};
t q{my $p = "\\\\p{IsCom}"; "xb" =~ /$p$/ ? 1 : 0};
sub later { "b" =~ /\p{IsLater}/ ? 1 : 0 } eval 'sub IsLater { "0062\n" }'; print later(), "\n";
for my $p (qw(InGreek Block=Greek blk=Cyrillic InBasicLatin Block:Latin1 InCJK InPUA InGeneralPunctuation InBoxDrawing InHebrew InArabic In_Thai InEmoticons W Lu=Y)) {
  my $re = eval { qr/\p{$p}/ } or do { print "$p: ", $@ =~ s/ at \S+ line.*//sr, "\n"; next };
  print "$p: ", join(",", map { sprintf "%x", $_ } grep { chr($_) =~ $re } 0x41, 0xe9, 0x370, 0x3b1, 0x410, 0x5d0, 0x627, 0xe01, 0x2014, 0x2500, 0x4e00, 0xe000, 0x1f600), "\n";
}
