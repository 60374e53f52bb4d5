# use lib, FindBin, __FILE__, modules that call import with arguments, nested packages in one file.
use strict; use warnings;
BEGIN { mkdir "m"; mkdir "m/Foo"; my %f = ("m/Foo/Bar.pm" => 'package Foo::Bar; use strict; sub import { my ($c, %o) = @_; my $p = caller; no strict "refs"; *{"${p}::bar"} = sub { ($o{prefix} // "") . "bar(@_)" } } sub file { __FILE__ } package Foo::Bar::Inner; sub i { "inner " . __PACKAGE__ } 1;', "m/Foo/Data.pm" => "package Foo::Data; sub text { local \$/; my \$t = <DATA>; \$t } 1;\n__DATA__\nmodule data\nline 2\n"); for (sort keys %f) { open my $h, '>', $_ or die; print $h $f{$_} } }
use lib 'm';
use Foo::Bar prefix => 'pre-';
use Foo::Data;
print bar(1, 2), " ", Foo::Bar->file, " ", Foo::Bar::Inner::i(), "\n";
print Foo::Data::text();
print $INC{'Foo/Bar.pm'}, " ", $INC[0], "\n";
no lib 'm';
print $INC[0] eq 'm' ? "still" : "removed", "\n";
eval { require Foo::Late };
print $@ ? "not found\n" : "found\n";
{ local @INC = ('m'); open my $h, '>', 'm/Foo/Late.pm'; print $h "package Foo::Late; sub x { 'late' } 'true value';"; close $h; print require Foo::Late; print Foo::Late->x, "\n"; }
BEGIN { package In::Line; sub import { print "inline import: @_[1..$#_]\n" } $INC{'In/Line.pm'} = 1 }
use In::Line 'a';
use In::Line qw(b c);
{ local $@; eval "use Foo::Missing; 1" or print "missing: ", $@ =~ /^(Can't locate \S+)/, "\n"; } require "./m/Foo/Late.pm";
print "done\n";
unlink glob "m/Foo/*";
rmdir "m/Foo";
rmdir "m";
