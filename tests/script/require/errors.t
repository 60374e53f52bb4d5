# require, use and do FILE: texts of each failure, %INC entries, return values.
use strict; use warnings; BEGIN { @INC = ("inc", @INC); mkdir "inc" }
sub put { my ($n, $t) = @_; open my $f, '>', "inc/$n" or die; print $f $t; close $f } put("Good.pm", "package Good; our \$n; \$n++; sub v { 'v' } 1;\n");
put("False.pm", "package False; 0;\n");
put("Empty.pm", "");
put("Syntax.pm", "package Syntax; sub {\n1;\n");
put("Dies.pm", "package Dies; die 'dying in module';\n1;\n");
put("file.pl", "our \$ran++; 'file value';\n");
put("dierr.pl", "die \"do died\\n\";\n");
put("synerr.pl", "1 +;\n");
put("list.pl", "(1, 2, 3);\n");
put("Warny.pm", "package Warny; use warnings; my \$u; my \$x = 'a' . \$u; 1;\n");
sub t { my ($n, $c) = @_; my $r = eval $c; my $e = $@; $e =~ s/ \(you may need to install.*?\) \(\@INC contains:[^)]*\)/ (...)/g;
$e =~ s/\(\@INC contains:[^)]*\)/(...)/g; print "$n: ", $e ? $e : defined $r ? "$r\n" : "undef\n" } t("good", 'require Good'); t("again", 'require Good; $Good::n'); t("file form", 'require "Good.pm"; $Good::n'); t("false", 'require False'); t("false again", 'require False'); t("empty", 'require Empty'); t("syntax", 'require Syntax'); t("syntax again", 'require Syntax'); t("dies", 'require Dies'); t("dies again", 'require Dies'); t("missing", 'require No::Such::Mod'); t("missing file", 'require "no/such.pl"'); t("colons", 'require "No::Such"'); t("var", 'my $m = "Good"; require $m'); t("bareword var", 'my $m = "Nope::X"; eval "require $m; 1" or die $@'); t("undef", 'my $u; require $u'); t("empty string", 'require ""'); t("h file", 'require "foo.h"'); t("ph file", 'require "foo.ph"'); t("use missing", 'use No::Mod2; 1'); t("use false", 'use False; 1'); t("use syntax", 'use Syntax; 1'); t("nul", 'require "a\0b"'); t("do", 'our $ran; my $v = do "file.pl"; "$v $ran"'); t("do twice", 'do "file.pl"; our $ran'); t("do list", 'my @l = do "list.pl"; "@l"'); t("do missing", 'my $v = do "nofile.pl"; defined $v ? "d" : "u:" . ($! + 0)'); t("do die", 'my $v = do "dierr.pl"; defined $v ? "d" : "u:$@"'); t("do syntax", 'my $v = do "synerr.pl"; defined $v ? "d" : "u:$@"'); t("do ./", 'my $v = do "./inc/file.pl"'); t("version", 'require 5.010'); t("future", 'require 7'); t("vfuture", 'require v6.2.3'); print join(",", map { "$_=" . ($INC{$_} // 'undef') } grep { /^(Good|False|Empty|Syntax|Dies|file|list|Warny)/ } sort keys %INC), "\n"; { my @w; local $SIG{__WARN__} = sub { push @w, @_ }; eval 'require Warny'; print @w } delete $INC{'Good.pm'}; { no warnings; t("reload", 'require Good; $Good::n') } unlink glob "inc/*"; rmdir "inc";
