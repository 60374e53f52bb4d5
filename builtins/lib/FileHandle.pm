# FileHandle: the older face of IO::File.
package FileHandle;
use strict;
require IO::File;
our $VERSION = '2.03';
our @ISA = ('IO::File');
our @EXPORT = qw(_IOFBF _IOLBF _IONBF);
our @EXPORT_OK = qw(pipe autoflush output_field_separator output_record_separator input_record_separator
    input_line_number format_page_number format_lines_per_page format_lines_left format_name
    format_top_name format_line_break_characters format_formfeed print printf getline getlines);

{
    no strict 'refs';
    *$_ = \&{"IO::Handle::$_"} for grep { $_ ne 'pipe' && defined &{"IO::Handle::$_"} } @EXPORT, @EXPORT_OK,
        qw(fileno close eof getc ungetc truncate stat opened blocking error clearerr flush sync fdopen);
    *$_ = \&{"IO::Seekable::$_"} for qw(seek tell);
    *$_ = \&{"Fcntl::$_"} for grep { /^(?:O|SEEK)_/ } @IO::File::EXPORT;
}

sub import {
    my $class = shift;
    my $into = caller;
    require Exporter;
    Exporter::export($class, $into, @_);
    Exporter::export('Fcntl', $into, grep { /^O_/ } @Fcntl::EXPORT) if !@_;
    Exporter::export('IO::Seekable', $into) if !@_;
}

sub pipe {
    my ($reader, $writer) = (IO::Handle->new, IO::Handle->new);
    if (@_) {
        return undef if !pipe $reader, $writer;
        *{ $_[0] } = *$reader;
        *{ $_[1] } = *$writer;
        return 1;
    }
    return pipe($reader, $writer) ? ($reader, $writer) : undef;
}

1;
