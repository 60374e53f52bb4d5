# IO::Handle: the methods of every file handle.
package IO::Handle;
use strict;
require Exporter;
require Symbol;
require IO;
our $VERSION = '1.48';
our @ISA = ('Exporter');
our @EXPORT_OK = qw(
    autoflush output_field_separator output_record_separator input_record_separator input_line_number
    format_page_number format_lines_per_page format_lines_left format_name format_top_name
    format_line_break_characters format_formfeed format_write print printf say getline getlines
    printflush flush SEEK_SET SEEK_CUR SEEK_END _IOFBF _IOLBF _IONBF);

sub _usage { require Carp; Carp::croak("usage: $_[0]") }

# What perl's compiled half says: where the method was called, and which line was read last.
sub _refuse {
    require Carp;
    my (undef, $file, $line) = caller 1;
    die "$_[0] at $file line $line", Carp::_input_line(), ".\n";
}

sub new {
    my $class = ref $_[0] || $_[0] || 'IO::Handle';
    _usage("$class->new()") if @_ != 1;
    return bless Symbol::gensym(), $class;
}

sub new_from_fd {
    my $class = ref $_[0] || $_[0] || 'IO::Handle';
    _usage("$class->new_from_fd(FD, MODE)") if @_ != 3;
    my $handle = Symbol::gensym();
    shift;
    fdopen($handle, @_) or return undef;
    return bless $handle, $class;
}

# C's mode strings ("r+") in the form open wants ("+<"), which is accepted as well.
my %mode = (r => '<', w => '>', a => '>>', 'r+' => '+<', 'w+' => '+>', 'a+' => '+>>');

sub _open_mode_string {
    my $mode = shift;
    return $mode if $mode =~ /^\+?(?:<|>>?)$/;
    return $mode{$mode} // do { require Carp; Carp::croak("IO::Handle: bad open mode: $mode") };
}

sub fdopen {
    _usage('$io->fdopen(FD, MODE)') if @_ != 3;
    my ($handle, $fd, $mode) = @_;
    $mode = _open_mode_string($mode);
    if (!ref $fd && ref \$fd ne 'GLOB' && $fd =~ /^\d+$/) {
        return open($handle, "$mode&=", $fd) ? $handle : undef;
    }
    $fd = Symbol::qualify_to_ref($fd, scalar caller) if !ref $fd;
    return open($handle, "$mode&", $fd) ? $handle : undef;
}

sub close    { _usage('$io->close()')    if @_ != 1; close $_[0] }
sub opened   { _usage('$io->opened()')   if @_ != 1; no warnings; defined fileno $_[0] }
sub fileno   { _usage('$io->fileno()')   if @_ != 1; fileno $_[0] }
sub eof      { _usage('$io->eof()')      if @_ != 1; eof $_[0] }
sub getc     { _usage('$io->getc()')     if @_ != 1; getc $_[0] }
sub stat     { _usage('$io->stat()')     if @_ != 1; stat $_[0] }
sub truncate { _usage('$io->truncate(LEN)') if @_ != 2; truncate $_[0], $_[1] }

sub print  { _usage('$io->print(ARGS)')       if !@_; my $io = shift; print {$io} @_ }
sub printf { _usage('$io->printf(FMT,[ARGS])') if @_ < 2; my $io = shift; printf {$io} @_ }
sub say    { _usage('$io->say(ARGS)') if !@_; my $io = shift; local $\ = "\n"; print {$io} @_ }

sub printflush {
    my $io = shift;
    my $before = select $io;
    local $| = 1;
    my $done = print {$io} @_;
    select $before;
    return $done;
}

sub getline {
    _refuse('usage: $io->getline()') if @_ != 1;
    my $io = shift;
    return scalar <$io>;
}
*gets = \&getline;

sub getlines {
    _refuse('usage: $io->getlines()') if @_ != 1;
    _refuse(q(Can't call $io->getlines in a scalar context, use $io->getline)) if !wantarray;
    my $io = shift;
    return <$io>;
}

sub read {
    _usage('$io->read(BUF, LEN [, OFFSET])') if @_ != 3 && @_ != 4;
    return read $_[0], $_[1], $_[2], $_[3] || 0;
}

sub sysread {
    _usage('$io->sysread(BUF, LEN [, OFFSET])') if @_ != 3 && @_ != 4;
    return sysread $_[0], $_[1], $_[2], $_[3] || 0;
}

sub write {
    _usage('$io->write(BUF [, LEN [, OFFSET]])') if @_ < 2 || @_ > 4;
    local $\;
    my $length = defined $_[2] ? $_[2] : length $_[1];
    return print { $_[0] } substr $_[1], $_[3] || 0, $length;
}

sub syswrite {
    _usage('$io->syswrite(BUF [, LEN [, OFFSET]])') if @_ < 2 || @_ > 4;
    return syswrite $_[0], $_[1] if @_ == 2;
    return syswrite $_[0], $_[1], $_[2], $_[3] || 0;
}

sub binmode { _usage('$io->binmode([LAYER])') if @_ < 1; @_ > 1 ? binmode $_[0], $_[1] : binmode $_[0] }

sub fcntl { _usage('$io->fcntl( OP, VALUE );') if @_ != 3; fcntl $_[0], $_[1], $_[2] }
sub ioctl { _usage('$io->ioctl( OP, VALUE );') if @_ != 3; ioctl $_[0], $_[1], $_[2] }

# --- variables that belong to the selected handle ------------------------------------------------

sub autoflush {
    my $handle = ref $_[0] ? $_[0] : Symbol::qualify_to_ref($_[0], scalar caller);
    return _autoflush($handle, @_ > 1 ? $_[1] : 1);
}

BEGIN {
    my %per_handle = (format_page_number => '%', format_lines_per_page => '=', format_lines_left => '-',
        format_name => '~', format_top_name => '^');
    my %global = (output_field_separator => ',', output_record_separator => '\\',
        input_record_separator => '/', format_line_break_characters => ':', format_formfeed => "\cL");
    no strict 'refs';
    while (my ($method, $name) = each %per_handle) {
        *$method = sub {
            my $before = select(ref $_[0] ? $_[0] : Symbol::qualify($_[0], scalar caller));
            my $old = $$name;
            if (@_ > 1) {
                $$name = $method =~ /_name$/ ? Symbol::qualify($_[1], scalar caller) : $_[1];
            }
            select $before;
            return $old;
        };
    }
    while (my ($method, $name) = each %global) {
        *$method = sub {
            if (ref $_[0]) {
                require Carp;
                Carp::carp("$method is not supported on a per-handle basis");
            }
            my $old = $$name;
            $$name = $_[1] if @_ > 1;
            return $old;
        };
    }
}

sub input_line_number {
    local $.;
    () = tell Symbol::qualify($_[0], scalar caller) if ref $_[0];
    return $.;
}

sub format_write {
    if (@_ > 2) { require Carp; Carp::croak('usage: $io->write( [FORMAT_NAME] )') }
    my ($io, $format) = @_;
    return CORE::write($io) if @_ < 2;
    my $before = $io->format_name(Symbol::qualify($format, scalar caller));
    CORE::write($io);
    $io->format_name(Symbol::qualify($before, scalar caller));
}

sub constant {
    my $name = pop;
    no strict 'refs';
    return defined &{"IO::Handle::$name"} ? &{"IO::Handle::$name"}() : undef;
}

sub DESTROY { }

1;
