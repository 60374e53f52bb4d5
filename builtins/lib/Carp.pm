# Carp: warn and die from the caller's point of view, with backtraces on request.
package Carp;
use strict;
no strict 'refs';
our $VERSION = '1.52';
our $CarpLevel = 0;
our $MaxArgNums = 8;
our $MaxArgLen = 64;
our $MaxEvalLen = 0;
our $Verbose = 0;
our $RefArgFormatter;
our (%CarpInternal, %Internal);
$CarpInternal{$_}++ for 'Carp', 'warnings';
$Internal{$_}++ for 'Exporter', 'Exporter::Heavy';

# perl's Carp looks at its surroundings in four string evals, which the numbers in "(eval N)" show.
eval '1' for 1 .. 4;

require Exporter;
our @ISA = ('Exporter');
our @EXPORT = qw(confess croak carp);
our @EXPORT_OK = qw(cluck verbose longmess shortmess);
our @EXPORT_FAIL = qw(verbose);

sub export_fail {
    shift;
    $Verbose = shift if $_[0] eq 'verbose';
    @_;
}

sub croak   { die ref $_[0] ? @_ : _short(@_) }
sub carp    { warn ref $_[0] ? @_ : _short(@_) }
sub confess { die ref $_[0] ? @_ : _long(0, @_) }
sub cluck   { warn ref $_[0] ? @_ : _long(0, @_) }

sub shortmess { _short(@_) }

# Called directly by a package's own code, longmess leaves that code's frame out.
sub longmess {
    my $from = caller;
    _long($Internal{$from} || $CarpInternal{$from} ? 0 : 1, @_);
}

sub _short {
    return $_[0] if ref $_[0];
    local ($!, $^E);
    my $frame = $Verbose ? 0 : short_error_loc();
    return _backtrace(_first(0), @_) if !$frame;
    my (undef, $file, $line) = caller $frame;
    return join '', @_, " at $file line $line.\n";
}

sub _long {
    my $extra = shift;
    return $_[0] if ref $_[0];
    local ($!, $^E);
    return _backtrace(_first($extra), @_);
}

# The frame (counted from inside the function that asks) whose line a short message names: the first call
# between packages that do not trust each other. 0 when there is none.
sub short_error_loc {
    my ($frame, $skip, $called, %trust) = (0, $CarpLevel, 'Carp');
    while (defined(my $caller = caller $frame)) {
        my $safe = $caller eq $called || $CarpInternal{$called} || $CarpInternal{$caller}
            || $Internal{$caller} || _trusts($called, $caller, \%trust)
            || _trusts($caller, $called, \%trust);
        return $frame - 1 if !$safe && $skip-- <= 0;
        $called = $caller;
        $frame++;
    }
    return 0;
}

# Whether one package trusts another, through @CARP_NOT or else @ISA, at any distance.
sub _trusts {
    my ($one, $other, $cache) = @_;
    my $friends = $cache->{$one} ||= do {
        my (%reached, @open);
        @open = ($one);
        while (defined(my $package = shift @open)) {
            next if $reached{$package}++;
            my $names  = \%{"${package}::"};
            my @lists  = map { exists $names->{$_} && ref \$names->{$_} eq 'GLOB' ? *{ $names->{$_} }{ARRAY} // () : () }
                qw(CARP_NOT ISA);
            my ($list) = grep { @$_ } @lists;
            push @open, @$list if $list;
        }
        \%reached;
    };
    return $friends->{$other};
}

# The frame (counted from inside _backtrace) at which a full trace starts.
sub _first {
    my ($frame, $skip) = (1, $CarpLevel + shift);
    while (defined(my $package = caller $frame)) {
        last if !$CarpInternal{$package} && $skip-- <= 0 && !$Internal{$package};
        $frame++;
    }
    $frame-- if !defined caller $frame;
    return $frame;
}

sub _backtrace {
    my ($frame, @message) = @_;
    my (undef, $file, $line) = caller $frame;
    my $text = join '', @message, " at $file line $line", _input_line(), ".\n";
    while (defined(my $call = _call(++$frame))) { $text .= "\t$call\n" }
    return $text;
}

# ", <FH> line N" as warn would add it, or nothing.
sub _input_line {
    return '' unless defined $.;
    local ($@, $SIG{__DIE__});
    eval { die "" . "\n\0" };
    my ($handle) = $@ =~ /( , \s <.*?> \s (?:line|chunk) \s \d+ )\.\n\z/sx;
    return $handle // '';
}

# One line of a trace: what was called in this frame (counted from _backtrace), with which arguments, where.
sub _call {
    my $frame = 1 + shift;
    my (undef, $file, $line, $sub, $has_args, undef, $text, $is_require);
    my @args;
    {
        package DB;
        (undef, $file, $line, $sub, $has_args, undef, $text, $is_require) = caller $frame;
        return undef unless defined $file;
        @args = @DB::args if $has_args;
    }
    if (defined $text) {
        if ($is_require) { $sub = "require $text" }
        else {
            my $cut = '';
            $text =~ s/([\\'])/\\$1/g;
            $sub = "eval '" . _shortened($text, $MaxEvalLen, \$cut) . ($cut ? '...' : '') . "'";
        }
    }
    elsif ($sub eq '(eval)') { $sub = 'eval {...}' }
    $sub .= '(' . _arguments(@args) . ')' if $has_args;
    return "$sub called at $file line $line";
}

sub _shortened {
    my ($text, $limit, $cut) = @_;
    return $text if $limit <= 2 || length $text <= $limit;
    $$cut = 1;
    return substr $text, 0, $limit - 3;
}

sub _arguments {
    my $shown = $MaxArgNums || 0;
    my $more;
    if ($shown eq '0 but true' || $shown < 0) { $more = 1; splice @_ }
    elsif ($shown && @_ > $shown) { $more = 1; splice @_, $shown }
    return join ', ', (map { _argument($_) } @_), $more ? '...' : ();
}

my $formatting;

sub _argument {
    my $value = $_[0];
    return 'undef' unless defined $value;
    my $cut = '';
    if (ref $value) {
        if (!$formatting && defined(my $text = _own_text($value))) { return $text }
        my $class = Scalar::Util::blessed($value);
        if (defined $class && $class eq 'Regexp') {
            my ($flags, $pattern) = "$value" =~ /\A\(\?\^?([a-z]*):(.*)\)\z/s;
            return 'qr(' . _printable(_shortened($pattern, $MaxArgLen, \$cut), '') . ")$flags"
                . ($cut ? '...' : '');
        }
        my $address = sprintf '%s(0x%x)', Scalar::Util::reftype($value), Scalar::Util::refaddr($value);
        return defined $class ? "$class=$address" : $address;
    }
    return $value if $value =~ /\A-?[0-9]+(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?\z/;
    $value = _shortened($value, $MaxArgLen, \$cut);
    return '"' . _printable($value, '"\\\\$@') . '"' . ($cut ? '...' : '');
}

sub _printable {
    my ($text, $escaped) = @_;
    $text =~ s/([$escaped])/\\$1/g if length $escaped;
    $text =~ s/([^ -~])/sprintf '\\x{%x}', ord $1/ge;
    return $text;
}

# What the object itself (CARP_TRACE) or the program's formatter says an argument looks like.
sub _own_text {
    my $value = shift;
    my $formatter;
    if (defined Scalar::Util::blessed($value) && $value->can('CARP_TRACE')) {
        $formatter = sub { $_[0]->CARP_TRACE };
    }
    $formatter ||= $RefArgFormatter or return undef;
    $formatting = 1;
    my $text = do { local ($@, $SIG{__DIE__}); eval { $formatter->($value) } };
    $formatting = 0;
    return defined $text ? "$text" : undef;
}

require Scalar::Util;

1;
