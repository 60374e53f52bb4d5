# Exporter: @EXPORT, @EXPORT_OK, tags, negation, patterns, failing imports and their message.
use strict;
use warnings;
BEGIN {
    package My::Mod;
    $INC{'My/Mod.pm'} = 1;
    require Exporter;
    our @ISA         = 'Exporter';
    our @EXPORT      = qw(a b);
    our @EXPORT_OK   = qw(c d $s @l %h *g);
    our %EXPORT_TAGS = (set => [qw(c d)], all => [qw(a b c d)]);
    our $s           = 'scalar';
    our @l           = (1, 2);
    our %h           = (k => 'v');
    our $VERSION     = '1.50';
    sub a {'a'}
    sub b {'b'}
    sub c {'c'}
    sub d {'d'}
}
{
    package T1;
    My::Mod->import;
    print join(',', map { T1->can($_) ? 1 : 0 } qw(a b c d)), "\n"
}
{
    package T2;
    My::Mod->import(qw(c));
    print join(',', map { T2->can($_) ? 1 : 0 } qw(a b c d)), "\n"
}
{
    package T3;
    My::Mod->import(qw(:set));
    print join(',', map { T3->can($_) ? 1 : 0 } qw(a b c d)), "\n"
}
{
    package T4;
    My::Mod->import(qw(:DEFAULT !b));
    print join(',', map { T4->can($_) ? 1 : 0 } qw(a b c d)), "\n"
}
{
    package T5;
    My::Mod->import(qw(/^[bc]$/));
    print join(',', map { T5->can($_) ? 1 : 0 } qw(a b c d)), "\n"
}
{
    package T6;
    BEGIN { My::Mod->import(qw($s @l %h)) }
    print "$s @l $h{k}\n"
}
{ package T7; My::Mod->import(()); print "empty list ", T7->can('a') ? 1 : 0, "\n" }
local $SIG{__WARN__} = sub { print "W: ", $_[0] =~ s/ at \S+ line.*//sr, "\n" };
eval { package T8; My::Mod->import('nope') };
print $@ =~ s/ at \S+ line.*//sr, "\n";
eval { package T9; My::Mod->import(':notag') };
print $@ =~ s/ at \S+ line.*//sr, "\n";
eval { My::Mod->VERSION(2) };
print $@ =~ s/ at \S+ line.*//sr, "\n";
eval { My::Mod->require_version(1) };
print $@ ? 'err' : 'ok', "\n";
{
    package User;
    use Exporter 'import';
    our @EXPORT_OK = 'z';
    sub z {'zz'}
}
User->import('z');
print main->can('z')->(), "\n";
My::Mod->export_to_level(0, 'My::Mod', 'd');
Exporter::export_ok_tags('nothing') if 0;
print defined &main::d ? 1 : 0, "\n";
