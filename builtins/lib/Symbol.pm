# Symbol: anonymous globs, and names with their packages.
package Symbol;
use strict;
no strict 'refs';
our $VERSION = '1.09';
require Exporter;
our @ISA = ('Exporter');
our @EXPORT = qw(gensym ungensym qualify qualify_to_ref);
our @EXPORT_OK = qw(delete_package geniosym);

my %global = map { $_ => 1 } qw(ARGV ARGVOUT ENV INC SIG STDERR STDIN STDOUT);

sub geniosym () {
    my $glob = gensym;
    select select $glob;    # selecting creates the handle inside
    return *$glob{IO};
}

sub ungensym ($) { }

sub qualify ($;$) {
    my ($name) = @_;
    return $name if ref \$name eq 'GLOB' || ref $name || $name =~ /::|'/;
    my $package;
    if ($name =~ /\A(?:[^A-Za-z]|\^[A-Za-z_]+)\z/ || $global{$name}) {
        $name =~ s/\A\^([A-Za-z_])/ $1 eq '_' ? "\x1f" : chr(ord(uc $1) ^ 64) /e;
        $package = 'main';
    }
    else { $package = @_ > 1 ? $_[1] : caller }
    return "${package}::$name";
}

sub qualify_to_ref ($;$) {
    return \*{ qualify $_[0], @_ > 1 ? $_[1] : scalar caller };
}

sub delete_package ($) {
    my $package = shift;
    $package = "main$package" if $package =~ /\A::/;
    $package = "main::$package" if $package !~ /\Amain::/;
    $package .= '::' if $package !~ /::\z/;
    my ($stem, $leaf) = $package =~ /\A(.*::)(.*::)\z/;
    my $parent = \%$stem;
    return unless defined $parent->{$leaf};
    my $table = *{ $parent->{$leaf} }{HASH};
    for my $name (keys %$table) { undef *{ $package . $name } if ref \$table->{$name} eq 'GLOB' && $name !~ /::\z/ }
    %$table = ();
    delete $parent->{$leaf};
}

1;
