# use English: long names for the special variables, live aliases.
use strict;
use warnings;
use English qw(-no_match_vars);
print $PROCESS_ID == $$ ? 1 : 0, $PID == $$ ? 1 : 0, " ", $PROGRAM_NAME eq $0 ? 1 : 0,
    " $OSNAME ", $EXECUTABLE_NAME eq $^X ? 1 : 0, " ", $BASETIME == $^T ? 1 : 0, "\n";
$OS_ERROR = 2;
print "$ERRNO ", $ERRNO + 0, " $!\n";
eval { die "oops\n" };
print $EVAL_ERROR;
system $^X, '-e', 'exit 3';
print $CHILD_ERROR >> 8, "\n";
{ local $OUTPUT_FIELD_SEPARATOR = '-'; local $ORS = "!\n"; print 1, 2; }
{ local $LIST_SEPARATOR = '+'; my @a = (1, 2); print "@a\n"; }
{
    local $INPUT_RECORD_SEPARATOR = ',';
    open my $h, '<', \'a,b,c';
    my $l = <$h>;
    print "$l $INPUT_LINE_NUMBER $NR\n";
}
$OUTPUT_AUTOFLUSH = 1;
print "$|\n";
print join(' ',
    $REAL_USER_ID == $<  ? 1 : 0,
    $EUID == $>          ? 1 : 0,
    $PERL_VERSION eq $^V ? 1 : 0,
    $SYSTEM_FD_MAX),
    "\n";
for (qw(topic)) { print "$ARG\n" }
sub f { print "@ARG\n" }
f(1, 2);
"abc" =~ /(b)(c)/;
print "$LAST_PAREN_MATCH @LAST_MATCH_START[0, 1] @LAST_MATCH_END[0, 1]\n";
my %h;
{ local $SUBSEP = '|'; $h{ 1, 2 } = 1 }
print keys %h, "\n";
print $WARNING ? 1 : 0, " ", $COMPILING ? 1 : 0, " $FORMAT_NAME $FORMAT_LINES_PER_PAGE\n";
@ARG = ();
print defined $INPLACE_EDIT ? 1 : 'undef', "\n";
