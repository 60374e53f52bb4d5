# One-argument select: names returned, unknown names, restoring, lexical handles, print follows.
use strict;
use warnings;
print "name ", select, "\n";
open my $h, '>', 'f' or die;
my $old = select $h;
print "into file\n";
my $cur = select;
print $cur "glob ref usable\n";
select $old;
print "was ", $old, " ref ", ref \$old, "\n";
print "lexical handle: ", ref(\$cur), " ", ref($cur) || 'none', " ",
    $cur =~ /^\*main::\$h$/ ? 'named' : "$cur" =~ /^GLOB/ ? 'globref' : 'other', "\n";
open(BW, '>', 'g');
my $o2 = select BW;
my $n  = select;
select $o2;
print "bareword $n\n";
{
    package Other;
    open(IN2, '>', 'h');
    my $o  = select IN2;
    my $nn = select;
    select $o;
    print "package $nn\n";
}
{
    no strict 'refs';
    select 'STDERR';
    my $x = select;
    print "on stderr\n";
    select STDOUT;
    print "string $x\n";
}
close $h;
open $h, '<', 'f';
print <$h>;
close BW;
select BW;
{ no warnings; my $r = print 'x'; select STDOUT; print "print to closed ", $r ? 1 : 0, "\n"; }
printf "%s\n", select;
{ local *STDOUT; open STDOUT, '>', 'inner'; print 'swallowed'; close STDOUT }
print "after local: ", -s 'inner', "\n";
select undef if 0;
my $r = eval { select(STDOUT) };
print "same $r\n";
