# An INI reader with sections, inheritance, interpolation, includes from strings and typed access.
use strict;
use warnings;

package Config::Tiny::Ish;
use Carp qw(croak carp);

sub parse {
    my ($class, $text, %opt) = @_;
    my $self = bless { data => { '' => {} }, order => [''] , parent => {} }, $class;
    my $section = '';
    my @lines = split /\n/, $text;
    my $n = 0;
    while (@lines) {
        my $line = shift @lines;
        $n++;
        while ($line =~ s/\\$//) { $line .= shift(@lines) // ''; $n++ }
        for ($line) {
            s/^\s+|\s+$//g;
            next if /^$/ || /^[;#]/;
            if (/^\[\s*([^\]:]+?)\s*(?::\s*(\S+)\s*)?\]$/) {
                $section = $1;
                push @{ $self->{order} }, $section unless exists $self->{data}{$section};
                $self->{data}{$section} ||= {};
                $self->{parent}{$section} = $2 if defined $2;
                last;
            }
            if (/^([\w.-]+)\s*(\+?=)\s*(.*)$/) {
                my ($k, $op, $v) = ($1, $2, $3);
                $v =~ s/\s+[;#].*$// unless $v =~ s/^(["'])(.*)\1\s*(?:[;#].*)?$/$2/;
                my $slot = \$self->{data}{$section}{$k};
                if ($op eq '+=') { $$slot = [ref $$slot ? @$$slot : defined $$slot ? $$slot : (), $v] }
                else             { $$slot = $v }
                last;
            }
            croak "syntax error in line $n: '$_'";
        }
    }
    return $self;
}
sub _raw {
    my ($self, $section, $key, $seen) = @_;
    while (defined $section) {
        return $self->{data}{$section}{$key} if exists $self->{data}{$section}{$key};
        croak "section loop at [$section]" if $seen->{$section}++;
        $section = $self->{parent}{$section};
    }
    return $self->{data}{''}{$key};
}
sub get {
    my ($self, $path, $default) = @_;
    my ($section, $key) = $path =~ /^(?:(.*)\.)?(\w+)$/ or croak "bad path '$path'";
    $section //= '';
    my $v = $self->_raw($section, $key, {});
    return $default unless defined $v;
    my $depth = 0;
    my $expand;
    $expand = sub {
        my $t = shift;
        croak "interpolation too deep" if $depth++ > 10;
        $t =~ s/\$\{(?:(\w+):)?(\w+)\}/$expand->($self->_raw($1 \/\/ $section, $2, {}) \/\/ "<$2?>")/ge;
        $depth--;
        $t;
    };
    my @v = map $expand->($_), ref $v ? @$v : $v;
    return wantarray ? @v : $v[-1];
}
sub bool { my $v = shift->get(@_); defined $v && $v =~ /^(?:1|y(?:es)?|on|true)$/i ? 1 : 0 }
sub sections { grep length, @{ $_[0]{order} } }
sub AUTOLOAD {
    my $self = shift;
    our $AUTOLOAD =~ s/.*:://;
    return if $AUTOLOAD eq 'DESTROY';
    exists $self->{data}{$AUTOLOAD} or croak "no section '$AUTOLOAD'";
    return $self->get("$AUTOLOAD.$_[0]");
}

package main;
my $c = Config::Tiny::Ish->parse(<<'INI');
; global part
root = /srv
debug = Yes   ; comment

[base]
host = localhost
port=80
url = http://${host}:${port}${path}
path = /

[web : base]
port = 8080
root = ${root}
docs = ${:root}/docs
title = "quoted ; not comment"  ; comment
log += a.log
log += b.log
long = one \
       two \
   three

[loop:pool]
x = ${y}
y = ${x}
[pool:loop]
INI
print "sections: ", join(',', $c->sections), "\n";
for my $p (qw(root debug base.url web.url web.port web.host web.title web.long web.log web.nothing web.docs)) {
    my $v = $c->get($p, 'DEFAULT');
    print "$p = $v\n";
}
print "list: ", join('|', $c->get('web.log')), "\n";
print "bool: ", join(',', map $c->bool($_), qw(debug base.port web.title nosuch)), "\n";
print "autoload: ", $c->web('port'), "\n";
for my $code (sub { $c->get('web.root') }, sub { $c->get('loop.x') }, sub { $c->get('pool.zzz') }, sub { $c->nosuch('x') },
    sub { Config::Tiny::Ish->parse("a=1\n[ok]\nwhat is this\n") }, sub { $c->get('a-b') }) {
    my $r = eval { $code->() };
    print defined $r ? "value $r\n" : "error: " . $@ =~ s/ at \S+ line \d+\.\n//r . "\n";
}
