# Exporter: the default import method. A plain list of function names never leaves import().
package Exporter;
use strict;
no strict 'refs';
our $VERSION = '5.77';
our $Debug = 0;
our $ExportLevel = 0;
our $Verbose;
$Verbose ||= 0;
our %Cache;

sub import {
    my $module = shift;
    my $into = caller $ExportLevel;
    if ($module eq 'Exporter' && @_ && $_[0] eq 'import') {
        *{"${into}::import"} = \&import;
        return;
    }
    my $default = \@{"${module}::EXPORT"};
    my $known = $Cache{$module} ||= {};
    my $symbols = \%{"${module}::"};
    if ($Verbose || $Debug || exists $symbols->{EXPORT_FAIL} && @{"${module}::EXPORT_FAIL"}) {
        return _careful($module, $into, @_);
    }
    if (!%$known) {
        $known->{ /^&(.*)/s ? $1 : $_ } = 1 for @$default, @{"${module}::EXPORT_OK"};
    }
    my @names = @_ ? @_ : @$default;
    for (@names) {
        return _careful($module, $into, @_) if /\W/ || @_ && !$known->{$_};
    }
    *{"${into}::$_"} = \&{"${module}::$_"} for @names;
}

sub _careful {
    my ($module, $into, @list) = @_;
    require Exporter::Heavy;
    Exporter::Heavy::export($module, $into, @list);
}

sub export { goto &_careful }

sub export_to_level {
    my ($module, $level, undef, @list) = @_;
    _careful($module, scalar caller($level), @list);
}

sub export_fail { shift; @_ }

sub export_tags    { require Exporter::Heavy; Exporter::Heavy::add_tags(scalar caller, 'EXPORT', @_) }
sub export_ok_tags { require Exporter::Heavy; Exporter::Heavy::add_tags(scalar caller, 'EXPORT_OK', @_) }

sub require_version {
    my ($self, $wanted) = @_;
    $self->VERSION($wanted);
}

1;
