# Test::More: the test functions, on top of Test::Builder.
package Test::More;
use strict;
require Test::Builder::Module;
require Scalar::Util;
our $VERSION = '1.302190';
our @ISA = ('Test::Builder::Module');
our @EXPORT = qw(
    ok use_ok require_ok is isnt like unlike is_deeply cmp_ok skip todo todo_skip pass fail eq_array eq_hash
    eq_set $TODO plan done_testing can_ok isa_ok new_ok diag note explain subtest BAIL_OUT);
our $TODO;

my $tb = Test::Builder->new;

sub builder { $tb }

sub import_extra {
    my ($class, $list) = @_;
    @$list = grep { !(defined $_ && $_ eq 'no_diag' && ($tb->no_diag(1), 1)) } @$list;
}

sub plan         { local $Test::Builder::Level = $Test::Builder::Level; $tb->plan(@_) }
sub done_testing { $tb->done_testing(@_) }

sub ok ($;$)       { $tb->ok(@_) }
sub is ($$;$)      { $tb->is_eq(@_) }
sub isnt ($$;$)    { $tb->isnt_eq(@_) }
sub like ($$;$)    { $tb->like(@_) }
sub unlike ($$;$)  { $tb->unlike(@_) }
sub cmp_ok ($$$;$) { $tb->cmp_ok(@_) }
sub pass (;$)      { $tb->ok(1, @_) }
sub fail (;$)      { $tb->ok(0, @_) }
sub diag     { $tb->diag(@_) }
sub note     { $tb->note(@_) }
sub explain  { $tb->explain(@_) }
sub subtest  { $tb->subtest(@_) }
sub BAIL_OUT { $tb->BAIL_OUT($_[0]) }

# --- classes -------------------------------------------------------------------------------------

sub can_ok ($@) {
    my ($thing, @methods) = @_;
    my $class = ref $thing || $thing;
    if (!$class) {
        my $ok = $tb->ok(0, '->can(...)');
        $tb->diag('    can_ok() called with empty class or reference');
        return $ok;
    }
    if (!@methods) {
        my $ok = $tb->ok(0, "$class->can(...)");
        $tb->diag('    can_ok() called with no methods');
        return $ok;
    }
    my @missing = grep { my $method = $_; !eval { local $SIG{__DIE__}; $thing->can($method) } } @methods;
    my $ok = $tb->ok(!@missing, @methods == 1 ? "$class->can('$methods[0]')" : "$class->can(...)");
    $tb->diag(map { "    $class->can('$_') failed\n" } @missing) if @missing;
    return $ok;
}

sub isa_ok ($;$$) {
    my ($thing, $class, $name) = @_;
    my ($kind, $what);
    if (!defined $thing) { ($kind, $what) = ('undef', 'undef') }
    elsif (!ref $thing) { ($kind, $what) = ('class', "The class (or class-like) '$thing'") }
    elsif (defined(my $own = Scalar::Util::blessed($thing))) { ($kind, $what) = ('object', "object of class '$own'") }
    else { ($kind, $what) = ('reference', "reference of type '" . Scalar::Util::reftype($thing) . "'") }
    my ($before, $after) = ($what, $what);
    if (defined $name) { $before = $after = "'$name'" }
    elsif ($kind eq 'object') { ($before, $after) = ("An $what", "The $what") }
    elsif ($kind eq 'reference') { ($before, $after) = ("A $what", "The $what") }

    my ($isa, $error);
    if ($kind eq 'reference') { $isa = UNIVERSAL::isa($thing, $class) }
    elsif ($kind ne 'undef') {
        local ($@, $SIG{__DIE__});
        $isa = eval { $thing->isa($class) };
        $error = $@;
    }
    if ($error && $error !~ /^Can't (?:call|locate object) method "isa"/) { die $error }
    my $ok = $tb->ok($isa, "$before isa '$class'");
    if (!$ok) { $tb->diag($kind eq 'undef' ? "    $after isn't defined" : "    $after isn't a '$class'") }
    return $ok;
}

sub new_ok {
    my ($class, $arguments, $name) = @_;
    $tb->croak('new_ok() must be given at least a class') if !@_;
    my ($object, $error);
    {
        local ($@, $SIG{__DIE__});
        $object = eval { $class->new(@{ $arguments || [] }) };
        $error = $@;
    }
    local $Test::Builder::Level = $Test::Builder::Level + 1;
    if ($error) {
        $class = 'undef' if !defined $class;
        local $Test::Builder::Level = $Test::Builder::Level - 1;
        $tb->ok(0, "$class->new() died");
        $tb->diag("    Error was:  $error");
    }
    else { isa_ok($object, $class, $name) }
    return $object;
}

# --- loading -------------------------------------------------------------------------------------

sub require_ok ($) {
    my $module = shift;
    my $package = caller;
    $module = qq('$module') if $module !~ /^[a-zA-Z_]\w*(?:::\w+)*$/;
    my ($loaded, $error) = _evaluate("package $package;\nrequire $module;\n1;\n");
    my $ok = $tb->ok($loaded, "require $module;");
    if (!$ok) {
        chomp $error;
        $tb->diag("    Tried to require '$module'.\n    Error:  $error");
    }
    return $ok;
}

sub use_ok ($;@) {
    my ($module, @wanted) = @_;
    my ($package, $file, $line) = caller;
    my $code = "package $package;\n#line $line $file\n";
    if (@wanted == 1 && $wanted[0] =~ /^\d+(?:\.\d+)?$/) { $code .= "use $module $wanted[0];\n1;\n" }
    else { $code .= "use $module \@Test::More::imports;\n1;\n" }
    local our @imports = @wanted;
    my ($loaded, $error) = _evaluate($code);
    my $ok = $tb->ok($loaded, "use $module;");
    if (!$ok) {
        chomp $error;
        $error =~ s{^BEGIN failed--compilation aborted at .*$}
            {BEGIN failed--compilation aborted at $file line $line.}m;
        $tb->diag("    Tried to use '$module'.\n    Error:  $error");
    }
    return $ok;
}

sub _evaluate {
    local ($@, $!, $SIG{__DIE__});
    my $done = eval $_[0];
    return ($done, "$@");
}

# --- leaving tests out ---------------------------------------------------------------------------

sub skip {
    my ($why, $count) = @_;
    if (!defined $count) { $count = 1 }
    elsif ($count =~ /\D/) {
        $tb->carp('skip() was passed a non-numeric number of tests.  Did you get the arguments backwards?');
        $count = 1;
    }
    $tb->skip($why) for 1 .. $count;
    no warnings 'exiting';
    last SKIP;
}

sub todo_skip {
    my ($why, $count) = @_;
    $count = 1 if !defined $count;
    $tb->todo_skip($why) for 1 .. $count;
    no warnings 'exiting';
    last TODO;
}

sub todo { $tb->todo(@_) }

# --- structures ----------------------------------------------------------------------------------

my $missing = \'Does not exist';    # stands for an element that one side does not have
our (@path, %seen);

sub is_deeply {
    if (@_ != 2 && @_ != 3) {
        my (undef, $file, $line) = caller;
        my $count = @_;
        warn "is_deeply() takes two or three args, you gave $count.\n"
            . "This usually means you passed an array or hash instead \nof a reference to it at $file line $line\n";
        return $tb->ok(0);
    }
    my ($got, $expected, $name) = @_;
    ($got, $expected) = _texts($got, $expected);
    if (!ref $got && !ref $expected) { return $tb->is_eq($got, $expected, $name) }
    local (@path, %seen);
    if (!ref $got || !ref $expected) {
        my $ok = $tb->ok(0, $name);
        $tb->diag(_difference([undef, undef, $got, $expected]));
        return $ok;
    }
    my $same = do { local ($@, $!); _same($got, $expected) };
    my $ok = $tb->ok($same, $name);
    $tb->diag(_difference(@path)) if !$ok;
    return $ok;
}

# Objects with overloaded "" as text, when the other side is text or such an object too.
sub _texts {
    my ($one, $other) = @_;
    for my $value ($one, $other) {
        next if !ref $value || !defined Scalar::Util::blessed($value) || ref $value eq 'Regexp';
        require overload;
        $value = "$value" if overload::Method($value, '""') && (!ref $one || !ref $other || "$one" eq "$other");
    }
    return ($one, $other);
}

sub _same {
    my ($got, $expected) = @_;
    ($got, $expected) = _texts($got, $expected)
        if !(ref $got && $got == $missing) && !(ref $expected && $expected == $missing);
    if (!defined $got || !defined $expected || !ref $got || !ref $expected
        || $got == $missing || $expected == $missing) {
        return 1 if !defined $got && !defined $expected;
        return 1 if defined $got && defined $expected && !ref $got && !ref $expected && $got eq $expected;
        push @path, [undef, undef, $got, $expected];
        return 0;
    }
    my ($one, $other) = (Scalar::Util::refaddr($got), Scalar::Util::refaddr($expected));
    return 1 if $one == $other;
    if ($seen{$one}) { return $seen{$one} == $other }
    local $seen{$one} = $other;

    my ($type, $its) = map { my $t = Scalar::Util::reftype($_); $t eq 'REF' ? 'SCALAR' : $t } $got, $expected;
    if ($type eq $its) {
        if ($type eq 'ARRAY') { return _same_array($got, $expected) }
        if ($type eq 'HASH') { return _same_hash($got, $expected) }
        if ($type eq 'SCALAR') { return _same_inside('REF', undef, $$got, $$expected) }
        if ($type eq 'REGEXP' && "$got" eq "$expected") { return 1 }
    }
    push @path, [undef, undef, $got, $expected];
    return 0;
}

# Compares one element; what is on the path when it differs stays there.
sub _same_inside {
    my ($type, $index, $got, $expected) = @_;
    push @path, [$type, $index, $got, $expected];
    my $depth = @path;
    if (_same($got, $expected)) { $#path = $depth - 2; return 1 }
    return 0;
}

sub _same_array {
    my ($got, $expected) = @_;
    my $last = $#$got > $#$expected ? $#$got : $#$expected;
    for my $index (0 .. $last) {
        return 0 if !_same_inside('ARRAY', $index,
            $index > $#$got ? $missing : $got->[$index], $index > $#$expected ? $missing : $expected->[$index]);
    }
    return 1;
}

sub _same_hash {
    my ($got, $expected) = @_;
    my $longer = keys %$got > keys %$expected ? $got : $expected;
    for my $key (sort keys %$longer) {
        return 0 if !_same_inside('HASH', $key,
            exists $got->{$key} ? $got->{$key} : $missing, exists $expected->{$key} ? $expected->{$key} : $missing);
    }
    return 1;
}

sub _difference {
    my @steps = @_;
    my ($variable, $arrow) = ('$FOO', '->');
    for my $step (@steps) {
        my ($type, $index) = @$step;
        next if !defined $type;
        if ($type eq 'REF') { $variable = "\${$variable}" }
        else {
            $variable .= $arrow . ($type eq 'HASH' ? "{$index}" : "[$index]");
            $arrow = '';
        }
    }
    my @values = map {
              !defined $_              ? 'undef'
            : ref $_ && $_ == $missing ? 'Does not exist'
            : ref $_                   ? "$_"
            :                            "'$_'"
    } @{ $steps[-1] }[2, 3];
    my @names = map { (my $copy = $variable) =~ s/\$FOO/$_/; $copy } '     $got', '$expected';
    return "    Structures begin differing at:\n    $names[0] = $values[0]\n    $names[1] = $values[1]\n";
}

sub eq_array {
    local (@path, %seen);
    return _same(@_[0, 1]) ? 1 : 0;
}

sub eq_hash {
    local (@path, %seen);
    return _same(@_[0, 1]) ? 1 : 0;
}

sub eq_set {
    my ($one, $other) = @_;
    return 0 if @$one != @$other;
    no warnings 'uninitialized';
    return eq_array([grep(ref, @$one), sort(grep(!ref, @$one))], [grep(ref, @$other), sort(grep(!ref, @$other))]);
}

1;
