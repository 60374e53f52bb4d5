# sigtrap: install signal handlers at compile time.
package sigtrap;
use strict;
our $VERSION = '1.10';
our $Verbose ||= 0;

my %list = (
    'normal-signals'        => [qw(HUP INT PIPE TERM)],
    'error-signals'         => [qw(ABRT BUS EMT FPE ILL QUIT SEGV SYS TRAP)],
    'old-interface-signals' => [qw(ABRT BUS EMT FPE ILL PIPE QUIT SEGV SYS TERM TRAP)],
);

sub _croak { require Carp; Carp::croak(@_) }

sub import {
    my $package = shift;
    my $handler = \&handler_traceback;
    my ($only_untrapped, $installed) = (0, 0);
    my $install = sub {
        for my $signal (@_) {
            next if $only_untrapped && $SIG{$signal} && $SIG{$signal} ne 'DEFAULT';
            $package->_install($signal, $handler);
            $installed++;
        }
    };
    my @words = @_;
    while (@words) {
        my $word = shift @words;
        if ($word =~ /^[A-Z][A-Z0-9]*$/) { $installed++; $install->($word) }
        elsif (my $signals = $list{$word}) {
            $installed++;
            $install->(grep { exists $SIG{$_} } @$signals);
        }
        elsif ($word eq 'untrapped') { $only_untrapped = 1 }
        elsif ($word eq 'any') { $only_untrapped = 0 }
        elsif ($word eq 'stack-trace') { $handler = \&handler_traceback }
        elsif ($word eq 'die') { $handler = \&handler_die }
        elsif ($word eq 'handler') {
            _croak(q(No argument specified after 'handler')) if !@words;
            $handler = shift @words;
            if (!ref $handler && $handler ne 'IGNORE' && $handler ne 'DEFAULT' && $handler !~ /::/) {
                $handler = "main::$handler";
            }
        }
        elsif ($word =~ /^\d/) { $package->VERSION($word) }
        else { _croak("Unrecognized argument $word") }
    }
    if (!$installed) {
        @_ = ($package, 'old-interface-signals');
        goto &import;
    }
}

sub _install {
    my ($package, $signal, $handler) = @_;
    print "Installing handler $handler for $signal\n" if $Verbose;
    $SIG{$signal} = $handler;
}

sub handler_die { _croak("Caught a SIG$_[0]") }

sub handler_traceback {
    package DB;    # caller then fills in the arguments
    my $signal = shift;
    $SIG{ABRT} = 'DEFAULT';
    kill ABRT => $$ if our $panic++;
    syswrite STDERR, "Caught a SIG$signal";
    my (undef, $file, $line) = caller 0;
    syswrite STDERR, " at $file line $line\n";
    for (my $frame = 1; my (undef, $its_file, $its_line, $sub, $has_args, $context, $text, $require) = caller $frame; $frame++) {
        my @args = map {
            my $value = defined $_ ? $_ : '';
            $value =~ s/'/\\'/g;
            $value =~ s/([^\0]*)/'$1'/ unless $value =~ /^-?[\d.]+$/;
            $value =~ s/([\200-\377])/sprintf 'M-%c', ord($1) & 0177/eg;
            $value =~ s/([\0-\37\177])/sprintf '^%c', ord($1) ^ 64/eg;
            $value;
        } $has_args ? @DB::args : ();
        my $sigil = $context ? '@ = ' : '$ = ';
        my $arguments = $has_args ? '(' . join(', ', @args) . ')' : '';
        if (defined $text) {
            if ($require) { $sub = "require $text" }
            else { $text =~ s/\n;?\z//; $text =~ s/([\\'])/\\$1/g; $sub = "eval '$text'" }
        }
        elsif ($sub eq '(eval)') { $sub = 'eval {...}' }
        $its_file = "file '$its_file'" if $its_file ne '-e';
        syswrite STDERR, "$sigil$sub$arguments called from $its_file line $its_line\n";
    }
    kill ABRT => $$;
}

1;
