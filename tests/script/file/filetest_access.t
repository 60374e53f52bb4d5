# use filetest 'access': permissions are asked for with access(2); the stat buffer stays as it is.
use strict; use warnings;
my $f = "access.tmp";
open my $h, '>', $f or die;
print $h "x";
close $h;
chmod 0400, $f;
# The superuser may do everything: somebody else asks.
if ($> == 0) { chmod 0777, "."; chown 65534, 65534, $f; $( = $) = 65534; $< = $> = 65534 }
sub show { print join(",", map { defined $_ ? $_ eq '' ? 'no' : $_ : 'undef' } @_), "\n" }
{
    use filetest 'access';
    show(-r $f, -w $f, -x $f, -R $f, -W $f, -X $f, -e $f, -s $f);
    show(-r "none", -w "none");
    print $! + 0, "\n";
    open $h, '<', $f;
    show(-r $h, -w $h);
    stat ".";
    show(-r _, -w _, -d _);
    stat "/";
    print -d -r $f ? "old" : "new", " ", -f -r $f ? "new" : "old", "\n";
    show(-r -f $f, -e -r -w $f);
    -e ".";
    my $readable = -r $f;
    show(-d _);
    my $u;
    show(-r $u);
    no filetest 'access';
    show(-w $f);
}
show(-r $f, -w $f);
eval q{use filetest 'nope'};
print $@;
eval q{use filetest; 1} or print $@;
