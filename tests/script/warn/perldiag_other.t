# One trigger of a warning per line: what all warnings say, what is left without the category and with the
# category alone (perldiag, numbers, calls, handles, patterns).
use strict;
sub warnings_of {
    my ($letter, $pragma, $code) = @_;
    my @given;
    local $SIG{__WARN__} = sub { push @given, @_ };
    no strict;
    eval "package Try$letter; $pragma; $code; 1" or push @given, "died: $@";
    s/0x[0-9a-f]{6,}/ADDR/g, s/\(eval \d+\)/(eval N)/g, s/^/    / for @given;
    @given;
}
my @lines = <DATA>;
close DATA;
open my $keep, '>&', \*STDOUT or die;
$| = 1;
for (@lines) {
    chomp;
    my ($category, $code) = /^([\w:]+): (.*)/ or next;
    $code =~ s/~~/\n/g;
    my @all = warnings_of("A", "use warnings", $code);
    my @without = warnings_of("B", "use warnings; no warnings '$category'", $code);
    my @alone = warnings_of("C", "no warnings; use warnings '$category'", $code);
    print "$_\n", @all, "    without: ", scalar @without, ", alone: ", scalar @alone, "\n";
}
__DATA__
digit: my $x = hex("xyz")
digit: my $x = oct("89")
digit: my $x = oct("0b12")
digit: my $x = oct("0o18")
digit: my $x = "\xg"
digit: my $x = "\x"
digit: my $x = "\x1g"
digit: my $x = "\x{1g}"
digit: my $x = "\x{g}"
digit: my $x = "\x{1_0}"
digit: my $x = "\x{1__0}"
digit: my $x = "\x{}"
digit: my $x = "\x{ 41 }"
digit: my $x = "\o{8}"
digit: my $x = "\o{18}"
digit: my $x = "\o{1_0}"
digit: my $x = "\08"
digit: my $x = "\18"
digit: my $x = "\08 \018 \0008"
digit: my $x = "\400 \777"
digit: my $x = "\x4\x"
digit: my $x = "a" =~ /\018/
overflow: my $x = hex("fffffffffffffffff")
overflow: my $x = 0xfffffffffffffffff
overflow: my $x = 0b11111111111111111111111111111111111111111111111111111111111111111
overflow: my $x = 07777777777777777777777777
overflow: my $x = oct("0b11111111111111111111111111111111111111111111111111111111111111111")
overflow: my $x = oct("7777777777777777777777777")
overflow: my @x = gmtime(1e20)
overflow: my @x = gmtime(-1e20)
overflow: my @x = gmtime("nan")
overflow: srand(1e30)
portable: my $x = 0xfffffffff
portable: my $x = 0b111111111111111111111111111111111
portable: my $x = 0777777777777
portable: my $x = hex("fffffffff")
portable: my $x = oct("0b111111111111111111111111111111111")
portable: my $x = oct("777777777777")
portable: my $x = oct("0xfffffffff")
numeric: my $x = "abc" + 1
numeric: my $x = "3abc" * 1
numeric: my $x = "" + 1
numeric: my $x = " 3 " + 1
numeric: my $x = "3\n" + 1; $x = "a\nb" + 1; $x = "\x{100}" + 1; $x = "\0" + 1
numeric: my $x = "abc" == 1
numeric: my $x = "0x10" + 0
numeric: my @a = (1); my $x = $a["abc"]
numeric: my $x = "a" x "b"
numeric: my $x = "a" x -1
numeric: my $x = "a" x "inf"
numeric: my $x = ""; $x++; $x = "a-b"; $x++
numeric: my $x = "z z"; ++$x
numeric: my $x = "abc"; $x--
numeric: my $x = sprintf "%d", "abc"
numeric: my $x = chr "abc"
numeric: my $x = substr "abc", "x"
numeric: my $x = 1 <=> "b"
numeric: my @x = sort { $a <=> $b } "a", "b"
numeric: my $x = -"abc"; $x = -"-abc"; $x = - "1x"
numeric: my $x = "abc" | 1; $x = "abc" & 1; $x = "1x" << 2
numeric: my $x = int "abc"; $x = abs "q"; $x = sqrt "4x"
numeric: my @x = 1 .. "abc"
numeric: my @x = "1" .. "3x"; @x = "a" .. 5
numeric: my $x = "0 but true" + 5; $x = "0 but false" + 5
numeric: my $x = "1e" + 0; $x = "1e5x" + 0; $x = "+" + 0; $x = ".5." + 0; $x = "Inf" + 0; $x = "infx" + 0; $x = "nanq" + 0
numeric: my $x = "ab" . ("x" x 50); $x += 0
imprecision: my $x = 9007199254740993e5; $x++
imprecision: my $x = 1e20; $x--
imprecision: my $x = -1e20; ++$x; --$x; $x = 1e16; $x++
ambiguous: my $f = 1; my $x = "${f}"; $x = "${time}"
ambiguous: my $x = ${ time }
ambiguous: my $x = @{sort}
ambiguous: my $x = ${shift}; $x = @{shift}
ambiguous: my $x = "@foo.bar"
ambiguous: my $x = "user@example.com"
ambiguous: my $x = "a@b@c"; our @d; $x = "a@d"
ambiguous: my $x = "@{foo}"; $x = "@foo[1]"
ambiguous: my $x = "a" =~ /a@foo/
ambiguous: sub dump_it { } sub fooo { 1 } my $x = -fooo
ambiguous: my $x = -foo; sub foox { } $x = -foox
ambiguous: my $x = print -foo2 => 1 if 0; sub reverse { 1 } my @y = reverse 1
ambiguous: sub lc { "mine" } my $x = lc "A"
ambiguous: sub lc2 { } sub dump { } my $x = &dump()
ambiguous: my $x = 5; $x = time / 2; $x = $x %time
ambiguous: sub uu; my $x = uu /2; 1 #/
ambiguous: sub ww; my $x = ww -1; $x = ww - 1; $x = ww &f; $x = ww *f; $x = ww %f; $x = ww <f>
ambiguous: sub ww2 { 1 } my $x = ww2 *f; $x = ww2 %f; $x = ww2 &f
ambiguous: my $x = -e -f; $x = sqrt -1 if 0
bareword: my $x = Nosuch::Package::
bareword: my $x = Nosuch::Package::->can("x")
bareword: my $x = 1; if (foo && $x) { }
bareword: my $y = bar || 1
bareword: my $x = foo ? 1 : 2
bareword: my $x = ! foo; 1 if foo; 1 unless foo or 0
bareword: use constant TYPO => 1; if (TYOP or 0) { }
exec: exec "nosuchprogramatall"; 1
exec: exec "nosuchprogramatall"; die
exec: exec "nosuchprogramatall" or die "x"
exec: exec "nosuchprogramatall"; my $x = 1; $x
exec: exec "nosuchprogramatall"; warn "x"
exec: { exec "nosuchprogramatall" } 1
exec: exec "nosuchprogramatall" if 1; 1
exec: exec("nosuchprogramatall") || 5; 1
exec: if (0) { exec "x"; } 1
exec: sub exf { exec "nosuchprogramatall"; } exf(); 1
exec: exec "nosuchprogramatall"; ; 1
exec: exec "nosuchprogramatall"; sub afterexec { } 1
exec: { no warnings; exec "nosuchprogramatall"; } 1
parenthesis: my $x, $y
parenthesis: my $x, $y = 1
parenthesis: my $x, my $y
parenthesis: our $x, $y
parenthesis: local $x, $y
parenthesis: local $x, $y = 5
parenthesis: my @x, @y = 5
parenthesis: my $x,@y = 5
parenthesis: my $x , $y , $z
parenthesis: use feature 'state'; state $x, $y
parenthesis: f(my $x, $y = 1); sub f { }
parenthesis: my $x, 5
precedence: my ($x, $y); my $z = $x & $y == 1
precedence: my ($x, $y); my $z = $x | $y < 1; $z = $x ^ $y != 1; $z = $x == 1 & $y
precedence: my ($x, $y); my $z = $x & ($y == 1); $z = $x & $y + 1
precedence: my ($x, $y); my $z = $x & $y eq 1; $z = $x lt 1 | 2
precedence: use feature 'bitwise'; my ($x, $y) = (1, 1); my $z = $x &. $y == 1
precedence: open my $x, "<", "/dev/null" || die
precedence: open F, "/dev/null" || die
precedence: my $x = !$y == 1; $x = !$y =~ /a/
precedence: my $x = -f "x" == 1; return 1 unless 1; 1 if not 1 == 2
printf: my $x = sprintf "%y"
printf: my $x = sprintf "%"
printf: my $x = sprintf "%5"
printf: my $x = sprintf "%-", 1
printf: my $x = sprintf "%z%\x{100}%\n"
printf: my $x = sprintf "%1\$s%0\$s", 1
printf: my $x = sprintf "%vd", version->new("1.2") if 0; printf STDERR "" . "%k" if 0
printf: my $x = sprintf "%d%n", 1
redundant: my $x = sprintf "%s", 1, 2
redundant: my $x = sprintf "a", 1
redundant: my $x = sprintf "%2\$s", 1, 2
missing: my $x = sprintf "%s"
missing: my $x = sprintf "%s%s", 1
missing: my $x = sprintf "%*d", 1
missing: my $x = sprintf "%3\$s", 1
qw: my @x = qw(a, b)
qw: my @x = qw(a #b)
qw: my @x = qw(a,)
qw: my @x = qw(, #)
qw: my @x = qw(a# ,b)
qw: for (qw(a,b c#d)) { }
reserved: my $x = foo
reserved: my $x = foo . bar
reserved: my $x = Foo
reserved: my $x = foo => 1
reserved: my @x = (foo, bar)
signal: $SIG{FOO} = "x"
signal: $SIG{CHLD} = "IGNORE"; $SIG{CHLD} = "DEFAULT"
signal: $SIG{USR1} = "nosuchhandler"; kill "USR1", $$; $SIG{USR1} = "DEFAULT"
signal: $SIG{FOO} = sub { }
signal: local $SIG{BAR} = 1
signal: kill "FOO", $$
substr: my $x = substr "abc", 5
substr: my $x = "abc"; substr($x, 5) = "x"
substr: my $x = []; substr($x, 0, 1) = "a"
substr: my $x = []; substr($x, 0, 1, "a")
substr: my $x = substr "abc", -5, 1
substr: my $x = "abc"; my $y = \substr($x, 5); my $z = $$y
unpack: my @x = unpack "C", "\x{100}"
unpack: my @x = unpack "s", "\x{100}a"
unpack: my @x = unpack "A,A", "aa"
pack: my $x = pack "C", 300
pack: my $x = pack "c", 200
pack: my $x = pack "C", -1
pack: my $x = pack "W", -1
pack: my $x = pack "U0W", 300
pack: my $x = pack "a,a", 1, 2
pack: my $x = pack "p", "abc"
pack: my $x = pack "n", 70000; $x = pack "w", 1
pack: my $x = pack "u200", "abc"
pack: my $x = pack "A", "\x{100}"; $x = pack "b", "\x{100}"; $x = pack "H", "\x{100}"
utf8: my $x = chr(-1)
utf8: my $x = chr("inf") if 0; binmode STDERR; open my $f, ">", \my $b; print $f "\x{100}"
utf8: open my $f, "<", \"\x{100}"
syscalls: open my $f, "<", "a\0b"
syscalls: mkdir "a\0b"; unlink "a\0b"; stat "a\0b"; -e "a\0b"; rename "a\0b", "c"; chdir "a\0b"
syscalls: opendir my $d, "a\0b"; rmdir "a\0b"; chmod 0, "a\0b"; symlink "a\0b", "c"; readlink "a\0b"
newline: -e "a\n"; stat "a\n"; open my $f, "<", "nosuch\n"; chdir "nosuch\n"; lstat "nosuch\n"; opendir my $d, "a\n"
newline: -e "a\nb"; open my $f, "nosuch\n"; require "nosuch\n"
newline: unlink "nosuch\n"; -l "nosuch\n"; -d "nosuch\n"
untie: 1
layer: binmode STDIN, ":nosuch"
layer: open my $f, "<:nosuch", "/dev/null"
layer: open my $f, "<:encoding(nosuch", "/dev/null"
layer: open my $f, "<:-foo", "/dev/null"
io: open my $f, "<", \my @a
io: open my $f, [] , "x"
io: open my $f, "<:encoding(nosuch)", "/dev/null"
io: open my $f, "<", "/dev/null"; print $f "a"
io: open F, "<", "/dev/null"; print F "a"; close F
io: open F, ">", "/dev/null"; my $x = <F>; read F, $x, 1; getc F; sysread F, $x, 1; close F
io: -l STDIN; lstat STDIN
io: opendir my $d, "/"; closedir $d; readdir $d; closedir $d; rewinddir $d; telldir $d; seekdir $d, 0
io: readdir NOD; closedir NOD
io: open my $f, "<", "/dev/null"; -l $f; lstat $f; lstat *STDIN; lstat _
closed: open F, "<", "/dev/null"; close F; print F 1; printf F 1; my $x = <F>; getc F; read F, $x, 1; sysread F, $x, 1; syswrite F, 1
closed: open F, "<", "/dev/null"; close F; eof F; tell F; seek F, 0, 0; sysseek F, 0, 0; fileno F; flock F, 1; truncate F, 0; binmode F; close F
closed: open F, "<", "/dev/null"; close F; stat F; -e F; -f F; lstat F; chdir F; ioctl F, 0, 0; fcntl F, 0, 0
closed: open my $f, "<", "/dev/null"; close $f; print $f 1; say $f 2; my @x = <$f>; eof $f; tell $f; seek $f, 0, 0; stat $f; -e $f; close $f
closed: open F, "<", "/dev/null"; close F; accept(N, F); bind F, 1; connect F, 1; listen F, 1; shutdown F, 1; send F, 1, 1; recv F, my $x, 1, 0; getsockname F; getpeername F; getsockopt F, 1, 1; setsockopt F, 1, 1, 1
unopened: eof NOF; tell NOF; seek NOF, 0, 0; sysseek NOF, 0, 0; fileno NOF; flock NOF, 1; truncate NOF, 0; binmode NOF; close NOF
unopened: stat NOF; -e NOF; -f NOF; -s NOF; -t NOF; -T NOF; lstat NOF; chdir NOF; ioctl NOF, 0, 0; fcntl NOF, 0, 0
unopened: accept(N, NOF); bind NOF, 1; connect NOF, 1; listen NOF, 1; shutdown NOF, 1; send NOF, 1, 1; recv NOF, my $x, 1, 0; getsockname NOF; getpeername NOF; getsockopt NOF, 1, 1; setsockopt NOF, 1, 1, 1
unopened: my $n = "Nosuch"; print $n 1; print {"Nosuch"} 1; my $u; eval { print $u 1 }; close $n
pipe: open my $f, "|"; open my $g, "-|", "" if 0; open my $h, "|"
pipe: open my $f, "|true|"; open my $g, "| true |"; open my $h, "  |"
regexp: "a" =~ /a{/; "a" =~ /a{1/; "a" =~ /[a-\d]/; "a" =~ /[\w-x]/
regexp: "a" =~ /[[:alpha:]/; "a" =~ /[:alpha:]/
regexp: "a" =~ /(?:)*/; "a" =~ /(?=a)*/; "a" =~ /\b*/; "a" =~ /^*/; "a" =~ /$+/
regexp: "a" =~ /\q/; "a" =~ /[\q]/; "a" =~ /\y\i\j/
regexp: "a" =~ /a/c; my $x = "a"; $x =~ s/a//c; "a" =~ /a/gc; $x =~ s/a//gc
regexp: split /a/g, "a"; split /a/c, "a"
regexp: "a" =~ /(?-p)a/; "a" =~ /(?)a/; "a" =~ /(?^)a/
regexp: "a" =~ /a]/; "a" =~ /a}/; "a" =~ /x{,3}/
regexp: "a" =~ /[aa]/; "a" =~ /[a-a]/; "a" =~ /\N{U+41}/; "a" =~ /[\N{U+41}-\N{U+43}]/
regexp: my $x = qr/[\d-z]/; my $y = "a"; $y =~ s/[\d-z]//
regexp: "a" =~ /[A-z]/; "a" =~ /[0-\x{663}]/; "a" =~ /\8/ if 0; "a" =~ /\c{/ if 0
regexp: "a" =~ /a++?/ if 0; "a" =~ /(a)?*/ if 0; "a" =~ /a**/ if 0
ambiguous: use strict; my $x = "user@example.com"
misc: my $x = $[ == 0; $[ = 0; eval { $[ = 1 }; warn $@
experimental::try: use feature 'try'; try { 1 }~~catch ($e) { }
