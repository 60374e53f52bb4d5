# Data::Dumper: values as Perl source.
package Data::Dumper;
use strict;
require Exporter;
require Scalar::Util;
our $VERSION = '2.184';
our @ISA = ('Exporter');
our @EXPORT = ('Dumper');
our @EXPORT_OK = ('DumperX');

our ($Indent, $Trailingcomma, $Purity, $Pad, $Varname, $Useqq, $Terse, $Freezer, $Toaster, $Deepcopy, $Quotekeys,
    $Bless, $Maxdepth, $Pair, $Useperl, $Sortkeys, $Deparse, $Sparseseen, $Maxrecurse);
my %default = (Indent => 2, Trailingcomma => 0, Purity => 0, Pad => '', Varname => 'VAR', Useqq => 0, Terse => 0,
    Freezer => '', Toaster => '', Deepcopy => 0, Quotekeys => 1, Bless => 'bless', Maxdepth => 0, Pair => ' => ',
    Useperl => 0, Sortkeys => 0, Deparse => 0, Sparseseen => 0, Maxrecurse => 1000);

{
    no strict 'refs';
    for my $option (keys %default) {
        my $variable = \${"Data::Dumper::$option"};
        $$variable = $default{$option} if !defined $$variable;
        my $key = lc $option;
        *$option = sub {
            my $self = shift;
            return $self->{$key} if !@_;
            $self->{$key} = shift;
            return $self;
        };
    }
}

sub new {
    my ($class, $values, $names) = @_;
    if (!defined $values || ref $values ne 'ARRAY') {
        require Carp;
        Carp::croak('Usage:  PACKAGE->new(ARRAYREF, [ARRAYREF])');
    }
    no strict 'refs';
    my $self = bless {
        todump => $values,
        names  => $names || [],
        seen   => {},
        level  => 0,
        map { lc $_ => ${"Data::Dumper::$_"} } keys %default,
    }, $class;
    return $self;
}

sub Dumper { return Data::Dumper->Dump([@_]) }
sub DumperX { return Data::Dumper->Dump([@_]) }
sub Dumpxs   { my $self = shift; $self->Dump(@_) }
sub Dumpperl { my $self = shift; $self->Dump(@_) }

sub Reset { my $self = shift; $self->{seen} = {}; return $self }

sub Values {
    my ($self, $values) = @_;
    return @{ $self->{todump} } if @_ < 2;
    $self->{todump} = defined $values ? [@$values] : [];
    return $self;
}

sub Names {
    my ($self, $names) = @_;
    return @{ $self->{names} } if @_ < 2;
    $self->{names} = defined $names ? [@$names] : [];
    return $self;
}

# References that are known by a name and are printed as that name.
sub Seen {
    my ($self, $known) = @_;
    return map { @$_[0, 2] } values %{ $self->{seen} } if @_ < 2 || ref $known ne 'HASH';
    while (my ($name, $value) = each %$known) {
        next if !ref $value;
        $name = _variable_name($name, $value);
        $self->{seen}{ Scalar::Util::refaddr($value) } = [$name, 1, $value];
    }
    return $self;
}

# "*name" becomes what fits the value; any other name a scalar's.
sub _variable_name {
    my ($name, $value) = @_;
    if ($name =~ /^\*(.*)$/s) {
        my $type = defined $value && ref $value && !defined Scalar::Util::blessed($value)
            || ref $value ? Scalar::Util::reftype($value) || '' : '';
        return $type eq 'ARRAY' ? "\@$1" : $type eq 'HASH' ? "%$1" : $type eq 'CODE' ? "*$1" : "\$$1";
    }
    $name =~ s/^\$*/\$/;
    return $name;
}

sub Dump {
    my $self = shift;
    $self = $self->new(@_) if !ref $self;
    my @out;
    my $number = 0;
    for my $value (@{ $self->{todump} }) {
        $number++;
        $self->{post} = [];
        my $name = $self->{names}[ $number - 1 ];
        $name = defined $name && $name ne '' ? _variable_name($name, $value) : '$' . $self->{varname} . $number;
        my $margin = $self->{indent} >= 2 && !$self->{terse} ? ' ' x (length($name) + 3) : '';
        my $text = $self->_dump($value, $name, $margin);
        my @post = @{ $self->{post} };
        $text = "$name = $text;" if !$self->{terse} || @post;
        my $newline = $self->{indent} ? "\n" : '';
        $text .= $newline;
        $text .= "$_;$newline" for @post;
        if (length $self->{pad}) { $text =~ s/^/$self->{pad}/gm }
        push @out, $text;
    }
    return wantarray ? @out : join '', @out;
}

# The name of an element inside $name.
sub _inside {
    my ($name, $index) = @_;
    return "\$$1$index" if $name =~ /^[\@%](.*)$/s;
    return "$name$index" if $name =~ /^\\?[%\@*\$][^{].*[]}]$/s;
    return "$name->$index";
}

sub _quote {
    my $text = shift;
    $text =~ s/([\\'])/\\$1/g;
    return "'$text'";
}

my %escape = ("\a" => '\a', "\b" => '\b', "\t" => '\t', "\n" => '\n', "\f" => '\f', "\r" => '\r', "\e" => '\e');

sub qquote {
    my ($text) = @_;
    $text =~ s/([\\"\$\@])/\\$1/g;
    return qq("$text") if $text !~ /[^\x20-\x7e]/;
    $text =~ s/([\a\b\t\n\f\r\e])/$escape{$1}/g;
    $text =~ s/([\0-\x1f\x7f])(?=[0-9])/sprintf '\\%03o', ord $1/eg;
    $text =~ s/([\0-\x1f\x7f])/sprintf '\\%o', ord $1/eg;
    if ($text =~ /[^\x00-\xff]/ || utf8::is_utf8($text)) {
        $text =~ s/([^\x00-\x7f])/sprintf '\\x{%x}', ord $1/eg;
    }
    else { $text =~ s/([\x80-\xff])/sprintf '\\%03o', ord $1/eg }
    return qq("$text");
}

sub _string {
    my ($self, $text) = @_;
    return qquote($text) if $self->{useqq};
    if (utf8::is_utf8($text) && $text =~ /[^\x00-\x7f]/) {
        $text =~ s/([\\"\$\@])/\\$1/g;
        $text =~ s/([^\x00-\x7f])/sprintf '\\x{%x}', ord $1/eg;
        return qq("$text");
    }
    return _quote($text);
}

sub _key {
    my ($self, $key) = @_;
    return $key if $key =~ /^[A-Za-z_]\w*$/a && !$self->{quotekeys};
    return $key if !$self->{quotekeys} && $key =~ /^(?:0|-?[1-9][0-9]{0,8})$/;
    return $self->_string($key);
}

# Whether a plain scalar holds a number rather than text: "&" with text tells the two apart.
sub _is_number {
    no warnings;
    return length((my $empty = '') & $_[0]);
}

sub _plain {
    my ($self, $value) = @_;
    return 'undef' if !defined $value;
    if (ref \$value eq 'GLOB') {
        my $name = substr "$value", 1;
        $name =~ s/^main::/::/;
        return $name =~ /^(?:[A-Za-z_]\w*|::|')(?:\w|::|')*$/ ? "*$name" : '*{' . $self->_string($name) . '}';
    }
    # An integer of more than ten characters is text to the compiled Dumper, but never in "".
    return length $value <= 10 ? "$value" : "'$value'"
        if $self->{useqq} && !$self->{useperl} && $value =~ /^-?[1-9][0-9]{9,}\z/ && _is_number($value);
    return "$value" if $value =~ /^(?:0|-?[1-9][0-9]{0,9})\z/ && length $value <= 10
        && ($self->{useqq} || $self->{useperl} ? length $value < 10 || $value =~ /^-/ : _is_number($value));
    return $self->_string("$value");
}

sub _dump {
    my ($self, undef, $name, $margin) = @_;
    my $value = $_[1];
    if (!ref $value) {
        if (!$self->{sparseseen} && $name ne '') {
            my $id = Scalar::Util::refaddr(\$_[1]);
            my $seen = $self->{seen}{$id};
            if ($seen && $seen->[1] && !$self->{open}{$id}) { return "\${$seen->[0]}" }
            $self->{seen}{$id} = ["\\$name", 0, \$_[1]] if !$seen;
        }
        return $self->_plain($value);
    }

    my $class = Scalar::Util::blessed($value);
    if (defined $class && length $self->{freezer} && $value->can($self->{freezer})) {
        my $freezer = $self->{freezer};
        eval { $value->$freezer };
        warn "WARNING(Freezer method call failed): $@" if $@;
        $class = Scalar::Util::blessed($value);
    }
    my $type = Scalar::Util::reftype($value);
    my $id = Scalar::Util::refaddr($value);

    my $seen = $self->{seen}{$id};
    if ($seen) {
        if ($self->{purity} && $self->{level} > 0) {
            push @{ $self->{post} }, "$name = " . _reference($seen->[0]);
            return $type eq 'HASH' ? '{}' : $type eq 'ARRAY' ? '[]' : 'do{my $o}';
        }
        if (!$self->{deepcopy} || $self->{open}{$id} || !$seen->[1]) { return _reference($seen->[0]) }
    }
    else {
        my $known = $name =~ /^[\@%]/ ? "\\$name" : $type eq 'CODE' && $name =~ /^\*(.*)$/s ? "\\&$1" : $name;
        $self->{seen}{$id} = [$known, 1, $value];
    }

    my $regex = $type eq 'REGEXP' || defined $class && $class eq 'Regexp';
    undef $class if $regex && defined $class && $class eq 'Regexp';
    if ($self->{maxdepth} > 0 && $self->{level} >= $self->{maxdepth}) { return _quote("$value") }
    if ($self->{maxrecurse} > 0 && $self->{level} >= $self->{maxrecurse}) {
        die "Recursion limit of $self->{maxrecurse} exceeded\n";
    }

    my $before = defined $class ? $self->{bless} . '( ' : '';
    my $inner = $self->{indent} >= 2 ? $margin . ' ' x length $before : $margin;
    local $self->{open}{$id} = 1;
    local $self->{level} = $self->{level} + 1;
    my $text =
          $regex ? $self->_regex($value)
        : $type eq 'ARRAY' ? $self->_array($value, $name, $inner, defined $class)
        : $type eq 'HASH' ? $self->_hash($value, $name, $inner, defined $class)
        : $type eq 'CODE' ? $self->_code
        : $type eq 'SCALAR' || $type eq 'REF' || $type eq 'LVALUE' || $type eq 'VSTRING'
            ? $self->_scalar($value, $name, $inner, defined $class)
        : $type eq 'GLOB' ? '\\' . $self->_dump($$value, "*{$name}", $inner)
        : do { require Carp; Carp::croak("Can't handle '$type' type") };
    if (defined $class) {
        $text = $before . $text . ', ' . _quote($class) . ' )';
        $text .= "->$self->{toaster}()" if length $self->{toaster};
    }
    return $text;
}

# A name as an expression that is a reference.
sub _reference {
    my $name = shift;
    return $name =~ /^[\@%]/ ? "\\$name" : $name;
}

sub _separators {
    my ($self, $margin) = @_;
    return $self->{indent} >= 1 ? ("\n$margin  ", "\n$margin") : ('', '');
}

sub _array {
    my ($self, $array, $name, $margin, $blessed) = @_;
    my ($start, $end) = $self->_separators($margin);
    my ($open, $close) = $name =~ /^\@/ && !$blessed ? ('(', ')') : ('[', ']');
    return "$open$close" if !@$array;
    my @elements;
    for my $index (0 .. $#$array) {
        my $text = $self->_dump($array->[$index], _inside($name, "[$index]"), $self->{indent} ? "$margin  " : '');
        $text = "#$index$start$text" if $self->{indent} >= 3;
        push @elements, $start . $text;
    }
    my $comma = $self->{trailingcomma} && $self->{indent} ? ',' : '';
    return $open . join(',', @elements) . "$comma$end$close";
}

sub _hash {
    my ($self, $hash, $name, $margin, $blessed) = @_;
    my ($start, $end) = $self->_separators($margin);
    my ($open, $close) = $name =~ /^%/ && !$blessed ? ('(', ')') : ('{', '}');
    my $sort = $self->{sortkeys};
    my @keys = ref $sort eq 'CODE' ? @{ $sort->($hash) } : $sort ? sort keys %$hash : keys %$hash;
    return "$open$close" if !@keys;
    my @elements;
    for my $key (@keys) {
        my $shown = $self->_key($key);
        my $column = $self->{indent} >= 2 ? "$margin  " . ' ' x (length($shown) + 4) : "$margin  ";
        my $text = $self->_dump($hash->{$key}, _inside($name, "{$shown}"), $column);
        push @elements, "$start$shown$self->{pair}$text";
    }
    my $comma = $self->{trailingcomma} && $self->{indent} ? ',' : '';
    return $open . join(',', @elements) . "$comma$end$close";
}

sub _scalar {
    my ($self, $value, $name, $margin, $blessed) = @_;
    my $inside = "\${$name}";
    if ($blessed) { return 'do{\\(my $o = ' . $self->_dump($$value, $inside, $margin . '  ') . ')}' }
    return '\\' . $self->_dump($$value, $inside, "$margin  ");
}

sub _code {
    my $self = shift;
    if ($self->{deparse}) { require Carp; Carp::croak(q(Data::Dumper: Deparse is not supported)) }
    if ($self->{purity}) { require Carp; Carp::carp('Encountered CODE ref, using dummy placeholder') }
    return q(sub { "DUMMY" });
}

sub _regex {
    my ($self, $value) = @_;
    my ($pattern, $flags) = re::regexp_pattern($value);
    $pattern =~ s{(\\.)|/}{ defined $1 ? $1 : '\\/' }sge;
    $pattern =~ s/([^\x00-\xff])/sprintf '\\x{%x}', ord $1/ge;
    return "qr/$pattern/$flags";
}

1;
