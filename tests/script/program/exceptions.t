# Exceptions as people write them: class hierarchies, rethrow, finally by guard, $@ pitfalls, __DIE__, warnings to errors, $. in messages.
use strict;
use warnings;

package My::Error {
    use overload '""' => sub { my $s = shift; ref($s) . ": $s->{message}" . ($s->{line} ? " (line $s->{line})" : '') }, 'bool' => sub { 1 }, fallback => 1;
    sub new { my ($class, %a) = @_; bless { %a }, $class }
    sub throw { my $class = shift; my %a = @_ % 2 ? (message => @_) : @_; my (undef, undef, $line) = caller; die $class->new(line => $line ? 'N' : 0, %a) }
    sub rethrow { die $_[0] }
    sub message { $_[0]{message} }
    sub caught { my ($class, $e) = @_; $e = $@ unless @_ > 1; Scalar::Util::blessed($e) && $e->isa($class) ? $e : undef }
    sub PROPAGATE { my ($s, $file, $line) = @_; push @{ $s->{via} }, $line > 0 ? 'here' : 'nowhere'; $s }
}
package My::Error::IO { our @ISA = 'My::Error'; sub errno { $_[0]{errno} } }
package My::Error::NotFound { our @ISA = 'My::Error::IO' }

package main;
use Scalar::Util;
sub try_catch(&;@) {
    my ($try, @handlers) = @_;
    my @result = eval { $try->() };
    if (my $err = $@) {
        while (my ($class, $h) = splice @handlers, 0, 2) { return $h->($err) if $class eq 'ANY' || Scalar::Util::blessed($err) && $err->isa($class) }
        die $err;
    }
    return wantarray ? @result : $result[-1];
}
sub risky {
    my $n = shift;
    My::Error->throw('plain')                                          if $n == 1;
    My::Error::NotFound->throw(message => 'nothing', errno => 2)       if $n == 2;
    die "string\n"                                                     if $n == 3;
    die { code => 4 }                                                  if $n == 4;
    die "with line"                                                    if $n == 5;
    my $x = $n == 6 ? 1 / ($n - 6) : $n == 7 ? undef->method : $n == 8 ? [] + {} > 0 : 'fine';
    $n == 9 and sqrt(-1);
    $n == 10 and log(0);
    $n == 11 and no_such_function();
    $n == 12 and main->no_such_method;
    $n == 13 and do { my $r = 'str'; @$r };
    $n == 14 and do { my $r = {}; $r->[0] };
    $n == 16 and do { use warnings FATAL => 'numeric'; my $t = 'abc'; my $u = $t + 1 };
    $n == 17 and exit_in_eval();
    return "returned $x";
}
sub exit_in_eval { return eval { return 'inner' } . ' then ' . (eval { die "lost\n"; 1 } ? 'yes' : "no: $@") }
for my $n (0 .. 14, 16, 17) {
    my $r = try_catch { risky($n) } 'My::Error::NotFound' => sub { "not found ($_[0]{errno})" }, 'My::Error' => sub { "mine: " . $_[0]->message }, ANY => sub { my $e = shift; ref $e ? 'ref ' . join ',', %$e : "any: $e" };
    $r =~ s/ at \S+ line \d+\.?\n?//;
    chomp $r;
    print "$n: $r\n";
}
my $outer = eval { try_catch { My::Error::IO->throw(message => 'disk', errno => 28) } 'My::Error::NotFound' => sub { 'no' }; 1 };
print "rethrown: $@\n" unless $outer;
eval { eval { My::Error->throw('first') }; die };
print "propagated: $@ via @{ $@->{via} || ['nothing'] }\n";
eval { eval { die "text\n" }; die };
print "propagated text: ", $@ =~ s/at \S+ line \d+/at FILE/gr;
eval { $@ = ''; die };
print "plain die: ", $@ =~ s/ at .*//sr, "\n";

# The classic pitfalls.
package Clobber { sub new { bless {}, shift } sub DESTROY { eval { 1 } } }
my $ok = eval { my $c = Clobber->new; die "survives\n"; 1 };
print "clobber: ", $ok ? 'ok' : $@;
my $val = eval { die { list => [1, 2, 3] } } || "@{ $@->{list} }";
print "value: $val\n";
{
    local $@ = 'kept';
    eval { 1 };
    print "inside: '$@' ";
}
print "outside: ", ref $@ ? 'still a hash' : "'$@'", "\n";
sub finally { my ($code, $cleanup) = @_; my $w = wantarray; my @r = eval { $w ? $code->() : scalar $code->() }; my $e = $@; $cleanup->(); die $e if $e; return $w ? @r : $r[0] }
my @order;
eval { finally(sub { push @order, 'body'; die "body failed\n" }, sub { push @order, 'cleanup'; eval { die "ignored\n" } }) };
print "order: @order, error: $@";
{
    my @seen;
    local $SIG{__DIE__} = sub { push @seen, ref $_[0] || $_[0] =~ s/ at .*//sr };
    eval { die "one" };
    eval { My::Error->throw('two') };
    eval { my $x = 1; $x->method };
    eval 'die "four"; 1';
    eval "syntax error here(";
    print "die handler saw: ", join(' | ', @seen[0 .. 3]), ' ', scalar(@seen) > 4 ? 'and syntax' : '', "\n";
}
{
    local $SIG{__WARN__} = sub { die "fatal warning: " . $_[0] };
    eval { my $u; my $s = "x$u" };
    print $@ =~ s/ at \S+ line.*//sr, "\n";
}
open my $fh, '<', \"l1\nl2\nl3\n" or die;
<$fh> for 1 .. 2;
eval { die "reading" };
print $@ =~ s/ at \S+ line \d+/ at F/r;
eval { warn "w\n"; local $. = 10; die "local" };
print $@ =~ s/ at \S+ line \d+/ at F/r;
close $fh;
eval { die "closed" };
print $@ =~ s/ at \S+ line \d+/ at F/r;
eval { eval { die "a\n" }; print "got $@"; die "b\n" };
print "got $@";
my @stack;
sub lvl1 { lvl2(@_) } sub lvl2 { lvl3(reverse @_) } sub lvl3 { my $i = 0; while (my @c = caller $i++) { push @stack, $c[3] =~ s/main:://r . ($c[4] ? '()' : '') . (defined $c[5] ? $c[5] ? 'L' : 'S' : 'V') } }
eval { my @x = lvl1(1, 2) };
print "stack: @stack\n";
print "nested eval string: ", eval(q{eval(q{die "deep\n"}); "after $@"}), eval q{no_strict_var} // "undef: " . ($@ ? 'error' : 'none'), "\n";
