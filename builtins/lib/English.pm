# English: long names for the punctuation variables.
package English;
use strict;
no strict 'refs';
our $VERSION = '1.11';
require Exporter;
our @ISA = ('Exporter');
our (@EXPORT, @MINIMAL_EXPORT, @MATCH_EXPORT);

# Names that mean a whole glob, each pair "punctuation NAME/NAME"; a caret stands for control.
my $globs = <<'NAMES';
_ ARG  . INPUT_LINE_NUMBER/NR  / INPUT_RECORD_SEPARATOR/RS  | OUTPUT_AUTOFLUSH
, OUTPUT_FIELD_SEPARATOR/OFS  \ OUTPUT_RECORD_SEPARATOR/ORS  " LIST_SEPARATOR  ; SUBSCRIPT_SEPARATOR/SUBSEP
% FORMAT_PAGE_NUMBER  = FORMAT_LINES_PER_PAGE  ~ FORMAT_NAME  ^ FORMAT_TOP_NAME  : FORMAT_LINE_BREAK_CHARACTERS
^L FORMAT_FORMFEED  ? CHILD_ERROR  ! OS_ERROR/ERRNO  ^E EXTENDED_OS_ERROR  @ EVAL_ERROR  $ PROCESS_ID/PID
< REAL_USER_ID/UID  > EFFECTIVE_USER_ID/EUID  ( REAL_GROUP_ID/GID  ) EFFECTIVE_GROUP_ID/EGID  0 PROGRAM_NAME
^V PERL_VERSION  ] OLD_PERL_VERSION  ^A ACCUMULATOR  ^C COMPILING  ^D DEBUGGING  ^F SYSTEM_FD_MAX
^I INPLACE_EDIT  ^O OSNAME  ^P PERLDB  ^R LAST_REGEXP_CODE_RESULT  ^S EXCEPTIONS_BEING_CAUGHT  ^T BASETIME
^W WARNING  ^X EXECUTABLE_NAME  ^N LAST_SUBMATCH_RESULT
NAMES
my %short = reverse split ' ', $globs;
for my $names (keys %short) {
    my $variable = $short{$names} =~ s/\A\^(.)/ chr(ord($1) ^ 64) /er;
    for (split '/', $names) {
        *$_ = *$variable;
        push @MINIMAL_EXPORT, "*$_";
    }
}
*LAST_PAREN_MATCH = \$+;
*LAST_PAREN_MATCH = \%+;
*LAST_MATCH_START = \@-;
*LAST_MATCH_END = \@+;
*FORMAT_LINES_LEFT = \$-;
push @MINIMAL_EXPORT, qw(*LAST_PAREN_MATCH *LAST_MATCH_START *LAST_MATCH_END *FORMAT_LINES_LEFT);
@MATCH_EXPORT = qw(*PREMATCH *MATCH *POSTMATCH);

# Only what names a scalar is a request; anything else, or nothing, asks for all.
sub import {
    my $class = shift;
    my @wanted = grep { s/^\$/*/ } my @names = @_;
    my $without_match = @_ && $_[0] eq '-no_match_vars';
    if (!$without_match) {
        *MATCH = *{'&'};
        *PREMATCH = *{'`'};
        *POSTMATCH = *{"'"};
    }
    @EXPORT = $without_match ? @MINIMAL_EXPORT : (@MINIMAL_EXPORT, @MATCH_EXPORT);
    delete $Exporter::Cache{$class};
    local $Exporter::ExportLevel = 1;
    Exporter::import($class, @wanted);
}

1;
