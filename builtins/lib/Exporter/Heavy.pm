# The parts of Exporter that few imports need: sigils, tags, patterns, negation, versions, export_fail.
package Exporter::Heavy;
use strict;
no strict 'refs';
require Exporter;
our $VERSION = '5.77';

# The export names that a specification such as ":tag", "/pattern/" or "name" stands for, or nothing
# after a warning.
sub _expand {
    my ($module, $spec, $all) = @_;
    if ($spec =~ s/^://) {
        return @{"${module}::EXPORT"} if $spec eq 'DEFAULT';
        my $members = ${"${module}::EXPORT_TAGS"}{$spec};
        return @$members if $members;
        _complain(qq("$spec" is not defined in %${module}::EXPORT_TAGS));
        return undef;
    }
    if ($spec =~ m{^/(.*)/$}) {
        my $pattern = $1;
        return grep { /$pattern/ } keys %$all;
    }
    return $spec;
}

sub _complain {
    require Carp;
    local $Carp::CarpLevel = 1;
    Carp::carp(@_);
}

sub export {
    my ($module, $into, @specs) = @_;
    my $default = \@{"${module}::EXPORT"};
    my $all = $Exporter::Cache{$module} ||= {};
    if (!%$all) {
        $all->{ /^&(.*)/s ? $1 : $_ } = 1 for @$default, @{"${module}::EXPORT_OK"};
    }

    my ($bad, @names, @unknown);
    if (!@specs) {
        @names = @$default;
    }
    elsif (grep { m{^[/!:]} } @specs) {
        my (%chosen, @order);
        unshift @specs, ':DEFAULT' if $specs[0] =~ /^!/;
        for my $spec (@specs) {
            my $plain = $spec;
            my $remove = $plain =~ s/^!//;
            my @found = _expand($module, $plain, $all);
            if (@found == 1 && !defined $found[0]) { $bad = 1; next }
            warn "Import ", ($remove ? 'del' : 'add'), ": @found\n" if $Exporter::Verbose;
            if ($remove) { delete @chosen{@found} }
            else { $chosen{$_}++ or push @order, $_ for @found }
        }
        my %seen;
        @names = grep { $chosen{$_} && !$seen{$_}++ } @order;
    }
    else {
        @names = @specs;
    }

    my @wanted;
    for my $name (@names) {
        if ($all->{$name}) { push @wanted, $name }
        elsif ($name =~ /^&(.*)/s && $all->{$1}) { push @wanted, $1 }
        elsif ($name =~ /^\d/) {
            $module->VERSION($name);
            push @wanted, @$default if @names == 1;
        }
        else { push @unknown, $name }
    }
    if (@unknown) {
        require Carp;
        Carp::croak(join "\n", (map { qq("$_" is not exported by the $module module) } @unknown),
            q(Can't continue after import errors));
    }

    if (my %fail = map { (/^&(.*)/s ? $1 : $_) => 1 } @{"${module}::EXPORT_FAIL"}) {
        my @failed = grep { $fail{$_} } @wanted;
        @failed = $module->export_fail(@failed) if @failed;
        for (@failed) {
            _complain(qq("$_" is not implemented by the $module module on this architecture));
            $bad = 1;
        }
    }
    if ($bad) {
        require Carp;
        Carp::croak(q(Can't continue after import errors));
    }

    warn "Importing into $into from $module: ", join(', ', sort @wanted), "\n" if $Exporter::Verbose;
    _alias($module, $into, $_) for @wanted;
}

sub _alias {
    my ($module, $into, $name) = @_;
    my $sigil = $name =~ s/^([\$\@%*&])// ? $1 : '&';
    my $from = "${module}::$name";
    *{"${into}::$name"} =
          $sigil eq '&' ? \&$from
        : $sigil eq '$' ? \$$from
        : $sigil eq '@' ? \@$from
        : $sigil eq '%' ? \%$from
        :                 *$from;
}

sub add_tags {
    my ($module, $list, @tags) = @_;
    my $by_tag = \%{"${module}::EXPORT_TAGS"};
    my @plain;
    @tags = keys %$by_tag if !@tags;
    for my $tag (@tags) {
        if ($by_tag->{$tag}) { push @{"${module}::$list"}, @{ $by_tag->{$tag} } }
        else { push @plain, $tag }
    }
    push @{"${module}::$list"}, @plain;
    if (@plain && $^W) {
        require Carp;
        Carp::carp(join(', ', @plain) . ' are not tags');
    }
}

1;
