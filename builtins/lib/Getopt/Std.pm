# Getopt::Std: switches of one letter.
package Getopt::Std;
use strict;
no strict 'refs';
require Exporter;
our $VERSION = '1.13';
our @ISA = ('Exporter');
our @EXPORT = qw(getopt getopts);
our ($OUTPUT_HELP_VERSION, $STANDARD_HELP_VERSION);

# Stores a switch's value in the hash, or in the caller's $opt_x, which is exported to it.
sub _store {
    my ($hash, $package, $letter, $value, $exported) = @_;
    if (ref $hash) { $hash->{$letter} = $value; return }
    ${"opt_$letter"} = $value;
    push @$exported, "\$opt_$letter";
}

sub _export {
    my @names = @_ or return;
    local $Exporter::ExportLevel = 2;
    local @EXPORT = (@EXPORT, @names);
    delete $Exporter::Cache{+__PACKAGE__};
    Exporter::import('Getopt::Std', @names);
    delete $Exporter::Cache{+__PACKAGE__};
}

sub getopt (;$$) {
    my ($with_value, $hash) = @_;
    $with_value = '' if !defined $with_value;
    my @exported;
    while (@ARGV && $ARGV[0] =~ /^-(.)(.*)/s) {
        my ($letter, $rest) = ($1, $2);
        if ($ARGV[0] eq '--') { shift @ARGV; last }
        if (index($with_value, $letter) >= 0) {
            shift @ARGV;
            if ($rest eq '') { $rest = shift @ARGV }
            _store($hash, undef, $letter, $rest, \@exported);
        }
        else {
            _store($hash, undef, $letter, 1, \@exported);
            if ($rest eq '') { shift @ARGV }
            else { $ARGV[0] = "-$rest" }
        }
    }
    _export(@exported) if !ref $hash;
}

sub getopts ($;$) {
    my ($letters, $hash) = @_;
    my @exported;
    my $errors = 0;
    while (@ARGV && $ARGV[0] =~ /^-(.)(.*)/s) {
        my ($letter, $rest) = ($1, $2);
        if ($ARGV[0] eq '--') { shift @ARGV; last }
        my $at = index $letters, $letter;
        if ($letter ne ':' && $at >= 0) {
            if (substr($letters, $at + 1, 1) eq ':') {
                shift @ARGV;
                if ($rest eq '') {
                    $errors++ if !@ARGV;
                    $rest = shift @ARGV;
                }
                _store($hash, undef, $letter, $rest, \@exported);
            }
            else {
                _store($hash, undef, $letter, 1, \@exported);
                if ($rest eq '') { shift @ARGV }
                else { $ARGV[0] = "-$rest" }
            }
            next;
        }
        if ($letter eq '-' && $rest eq 'help') { version_mess($letters, 'main'); help_mess($letters, 'main'); _leave(); shift @ARGV; next }
        if ($letter eq '-' && $rest eq 'version') { version_mess($letters, 'main'); _leave(); shift @ARGV; next }
        warn "Unknown option: $letter\n";
        $errors++;
        if ($rest ne '') { $ARGV[0] = "-$rest" }
        else { shift @ARGV }
    }
    _export(@exported) if !ref $hash;
    return $errors == 0;
}

sub _leave {
    exit 0 if $STANDARD_HELP_VERSION;
    print { output_h() } <<'NOTE';
  [Now continuing due to backward compatibility and excessive paranoia.
   See 'perldoc Getopt::Std' about $Getopt::Std::STANDARD_HELP_VERSION.]
NOTE
}

sub output_h {
    return $OUTPUT_HELP_VERSION if defined $OUTPUT_HELP_VERSION;
    return \*STDOUT if $STANDARD_HELP_VERSION;
    return \*STDERR;
}

sub version_mess ($;$) {
    my ($letters, $package) = @_;
    my $out = output_h();
    if (@_ && defined &main::VERSION_MESSAGE) {
        main::VERSION_MESSAGE($out, __PACKAGE__, $VERSION, $letters);
        return;
    }
    my $version = $main::VERSION;
    $version = '[unknown]' if !defined $version;
    (my $perl = sprintf '%vd', $^V) =~ s/^v//;
    print {$out} "$0 version $version calling Getopt::Std::getopts (version $VERSION [paranoid]),\n"
        . "running under Perl version $perl.\n" if !$STANDARD_HELP_VERSION;
    print {$out} "$0 version $version calling Getopt::Std::getopts (version $VERSION),\n"
        . "running under Perl version $perl.\n" if $STANDARD_HELP_VERSION;
}

sub help_mess ($;$) {
    my ($letters) = @_;
    my $out = output_h();
    if (@_ && defined &main::HELP_MESSAGE) {
        main::HELP_MESSAGE($out, __PACKAGE__, $VERSION, $letters);
        return;
    }
    my (@with, @without);
    while ($letters =~ /(.)(:?)/gs) {
        if ($2) { push @with, $1 } else { push @without, $1 }
    }
    print {$out} "\nUsage: $0 [-OPTIONS [-MORE_OPTIONS]] [--] [PROGRAM_ARG1 ...]\n" if @_;
    print {$out} "\nThe following single-character options are accepted:\n";
    print {$out} "\tWith arguments: " . join(' ', map { "-$_" } @with) . "\n" if @with;
    print {$out} "\tBoolean (without arguments): " . join(' ', map { "-$_" } @without) . "\n" if @without;
    print {$out} "\nOptions may be merged together.  -- stops processing of options.\n";
    print {$out} "Space is not required between options and their arguments.\n" if @with;
}

1;
