# Flags of bsd_glob one by one: braces that do not close, sets, case, marks, errors, tilde.
use strict;
use warnings;
use File::Glob ':bsd_glob';
mkdir 'd';
chdir 'd';
mkdir 'sub';
$ENV{HOME} = '/root';
for ('b', 'a', 'B', 'A', 'b{x', 'in', '[in', 'sub/f', 'q\\\\*', '.dot') { open my $o, '>', $_ or die }
my $n = 0;
sub t { my ($p,$f)=@_; my @r = eval { bsd_glob($p, defined $f ? $f : ()) }; print ++$n, " $p: ", join("|",@r), " e", GLOB_ERROR, "\n"; }
print join("|", glob("b{x in{ {a,b}"), glob('b{'), glob('{a'), glob('a}'), glob('{}'), glob('{,a}'), glob('a{b,{c}')), "\n";
t('b{x', GLOB_BRACE|GLOB_NOCHECK); t('in{', GLOB_BRACE); t('{a', GLOB_BRACE|GLOB_NOMAGIC); t('b{', GLOB_BRACE|GLOB_NOMAGIC); t('a{b,{c}', GLOB_BRACE|GLOB_NOMAGIC); t('{}',GLOB_BRACE|GLOB_NOMAGIC); t('{,a}b',GLOB_BRACE|GLOB_NOMAGIC); t('{[}a,b]}', GLOB_BRACE|GLOB_NOMAGIC); t('{a,b}{a,b}', GLOB_BRACE|GLOB_NOMAGIC);t('{a,b}{a,b}', GLOB_BRACE|GLOB_NOCHECK); t('x{a,[}]}', GLOB_BRACE|GLOB_NOCHECK);
t('A', GLOB_NOCASE); t('[A]', GLOB_NOCASE); t('SUB/F', GLOB_NOCASE); t('SUB/F*', GLOB_NOCASE); t('[a-b]', GLOB_NOCASE); t('[A-B]', GLOB_NOCASE|GLOB_ALPHASORT); t('*', GLOB_ALPHASORT); t('*'); t('*', 0); t('*',GLOB_MARK); t('sub', GLOB_MARK); t('su*/', GLOB_MARK); t('sub/', GLOB_MARK); t('sub/.', GLOB_MARK); t('s*/f', GLOB_MARK); t('nodir/*', GLOB_ERR); t('nodir/*', GLOB_ERR|GLOB_NOCHECK); t('in/*', GLOB_ERR); t('\\*', GLOB_NOCHECK); t('\\*', GLOB_QUOTE|GLOB_NOCHECK); t('\\a', GLOB_QUOTE|GLOB_NOCHECK); t('\\a', 0); t('\\q', GLOB_QUOTE|GLOB_NOMAGIC); t('\\q*', GLOB_QUOTE|GLOB_NOMAGIC);t('\\q*', GLOB_QUOTE|GLOB_NOCHECK);
t('[!a]', 0); t('[^a]',0); t('[]a]',0); t('[in',0); t('[in', GLOB_NOMAGIC); t('[', GLOB_NOMAGIC); t('', GLOB_NOCHECK); t('', GLOB_NOMAGIC); t('',0); t('/',0); t('//',0); t('/tm[p]',0); t('./a',0); t('*/f',0); t('.',0); t('.*',0); t('?dot',0); t('[.]dot',0); t('.d*',0); t('a**',0); t("a\nb", GLOB_NOCHECK); t('~', GLOB_TILDE); t('~/', GLOB_TILDE|GLOB_NOCHECK); t('~root', GLOB_TILDE); t('~nouser', GLOB_TILDE|GLOB_NOCHECK); t('a~', GLOB_TILDE|GLOB_NOCHECK); t('{a,~/q}', GLOB_CSH); t('~"a', GLOB_CSH); t('a b', GLOB_NOCHECK); t('"a b"', GLOB_NOCHECK); t('{a,a}', GLOB_BRACE); t('{b,a}', GLOB_BRACE|GLOB_NOSORT); t('{b,a,A}', GLOB_BRACE|GLOB_ALPHASORT); t('zz{b,a}*', GLOB_BRACE|GLOB_NOCHECK); t('a', GLOB_LIMIT); t('*', GLOB_LIMIT);
print scalar(bsd_glob('*')), "\n";  print join('|', File::Glob::csh_glob('a b "in" {A,B}')), "\n"; 
{ local $_='*'; print eval {join('|', bsd_glob())}//$@, "\n"; print eval {bsd_glob('a',1,2,3)}//$@,"\n"; print File::Glob::GLOB_ERROR(), prototype('File::Glob::bsd_glob')//'none',"\n"; }
