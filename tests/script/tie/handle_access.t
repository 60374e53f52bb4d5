# Which operations on a tied handle call which methods, with what operands.
package F; sub l { my $n = shift; print main::OUT "$n(", join(',', map { !defined $_ ? 'undef' : ref $_ ? ref $_ : $_ } @_), ") ", (wantarray ? '':''), "\n" }
sub TIEHANDLE { my $c = shift; l TIEHANDLE=>@_; bless {in=>["l1\n","l2\n","l3\n"]}, $c } 
sub PRINT { my $s = shift; l PRINT=>@_, (defined $, ? ",=$,":()), (defined $\ ? "\\=".($\ eq "\n"?'nl':$\):()); 'p' } sub PRINTF { my $s=shift; l PRINTF=>@_; 'pf' } sub WRITE { my $s=shift; l WRITE=>@_; 'w' }
sub READLINE { my $s=shift; l READLINE=>@_, wantarray ? 'list':'scalar'; wantarray ? splice(@{$s->{in}}) : shift @{$s->{in}} }
sub GETC { l 'GETC', @_[1..$#_]; 'c' } sub READ { my $s=shift; l READ=>@_; my $r = \$_[0]; $$r = 'data'; 4 } sub CLOSE { l 'CLOSE', @_[1..$#_]; 'cl' } sub EOF { l 'EOF', @_[1..$#_]; '' } sub BINMODE { l BINMODE=>@_[1..$#_]; 'bm' } sub OPEN { l OPEN=>@_[1..$#_]; 'op' } sub FILENO { l FILENO=>@_[1..$#_]; 77 } sub SEEK { l SEEK=>@_[1..$#_]; 'sk' } sub TELL { l TELL=>@_[1..$#_]; 88 } sub UNTIE { l UNTIE=>@_[1..$#_] } sub DESTROY { l 'DESTROY' }
package main; open OUT, '>&', \*STDOUT; select STDOUT; $| = 1; select OUT; $| = 1;
sub t { my ($n,$c)=@_; print OUT "-- $n\n"; my @r = eval { $c->() }; print OUT "=> ", join('|', map { defined $_ ? $_ : 'undef' } @r), " $@\n"; }
my $o = tie *FH, 'F', 1, 2; undef $o; my ($x, $buf); $_ = 'topic';
t print => sub { print FH 'a', 'b' };
t print1 => sub { my $r = print FH 'a'; $r };
t printt => sub { print FH };
t printfh => sub { print {*FH} 'x' };
t printref => sub { my $r = \*FH; print $r 'x' };
t say => sub { use feature 'say'; say FH 'a', 'b' };
t saysep => sub { local $, = '-'; local $\ = '!'; print FH 1,2; use feature 'say'; say FH 3 };
t printf => sub { printf FH '%s-%s', 1, 2 };
t printf0 => sub { printf FH 'plain' };
t syswrite => sub { syswrite FH, 'abcdef' };
t syswrite2 => sub { syswrite FH, 'abcdef', 3 };
t syswrite3 => sub { syswrite FH, 'abcdef', 3, 1 };
t readline => sub { scalar <FH> };
t readlist => sub { my @l = <FH>; @l };
t readline0 => sub { $x = <FH>; defined $x ? 1 : 0 };
t readl => sub { readline(FH) };
t while => sub { my $n = 0; while (<FH>) { $n++ } $n };
t getc => sub { getc FH };
t read => sub { read FH, $buf, 10 };
t read2 => sub { my $r = read FH, $buf, 10, 2; "$r $buf" };
t sysread => sub { sysread FH, $buf, 5 };
t eof => sub { eof FH };
t eofp => sub { eof(FH) };
t eof0 => sub { eof };
t binmode => sub { binmode FH };
t binmode2 => sub { binmode FH, ':utf8' };
t open => sub { open FH, '<', 'file' };
t open2 => sub { open FH, '>file' };
t open3 => sub { open FH, '-|', 'cmd', 'arg' };
t fileno => sub { fileno FH };
t seek => sub { seek FH, 1, 2 };
t sysseek => sub { sysseek FH, 1, 2 };
t tell => sub { tell FH };
t tellno => sub { tell };
t close => sub { close FH };
t tied => sub { ref tied *FH };
t tiedr => sub { my $r = \*FH; ref tied *$r };
t opened => sub { require Scalar::Util; Scalar::Util::openhandle(*FH) ? 1 : 0 };
t test => sub { -t FH ? 1 : 0 };
t e => sub { -e FH ? 1 : 0 };
t truncate => sub { truncate FH, 0 };
t flock => sub { flock FH, 1 };
t select => sub { my $old = select FH; print 'sel'; printf '%d', 3; my $l = $|; $| = 1; select $old; $l };
t iom => sub { require IO::Handle; my $r = \*FH; $r->print('m'); };
t iom2 => sub { (\*FH)->printf('%s','m'); };
t iogl => sub { tied(*FH)->{in} = ["q\n"]; (\*FH)->getline; };
t ioauto => sub { (\*FH)->autoflush(1); };
t iofileno => sub { (\*FH)->fileno; };
t ioopened => sub { (\*FH)->opened; };
t ioclose => sub { (\*FH)->close; };
t untie => sub { untie *FH };
t after => sub { no warnings; print FH 'x' };
t lex => sub { open my $fh, '<', '/dev/null'; tie *$fh, 'F', 'lex'; print $fh 'hello'; my $l = <$fh>; close $fh; undef $fh; $l };
t lex2 => sub { my $fh = do { local *H; \*H }; tie *$fh, 'F'; print {$fh} 1,2; untie *$fh; 1 };
t stdout => sub { tie *STDOUT, 'F', 'stdout'; my $old = select STDOUT; print 'to stdout'; printf '%s', 'pf'; use feature 'say'; say 'said'; print STDOUT 'x'; select $old; untie *STDOUT; print STDOUT "back\n"; 1 };
t stderr => sub { tie *STDERR, 'F', 'stderr'; warn "warning\n"; print STDERR 'p'; warn 'x', 'y', "\n"; my @w = eval { die "dies\n" }; untie *STDERR; 1 };
t stdin => sub { tie *STDIN, 'F', 'stdin'; my $l = <STDIN>; my $m = <>; untie *STDIN; "$l|" . (defined $m ? $m : 'undef') };
t stdin2 => sub { tie *STDIN, 'F', 'stdin'; my @l = <STDIN>; my $c = getc; untie *STDIN; scalar(@l).$c };
t missing => sub { package E; sub TIEHANDLE { bless [] } package main; tie *EE, 'E'; for my $c ('print EE 1','printf EE 1','<EE>','getc EE','read EE,$buf,1','close EE','eof EE','binmode EE','open EE,"<x"','fileno EE','seek EE,1,1','tell EE','syswrite EE,1') { eval $c; print OUT "$c: ", $@ =~ s{eval \d+}{eval}r } };
t local => sub { tie *LL, 'F'; { local *LL; print OUT defined tied *LL ? "tied\n" : "plain\n" } print OUT ref tied *LL, "\n"; };
t dup => sub { open my $d, '>&', \*LL; 1 };
t selftie => sub { package ST; require Symbol; sub new { my $s = bless Symbol::gensym(), shift; tie *$s, $s; $s } sub TIEHANDLE { return $_[0] if ref $_[0]; bless {}, $_[0] } sub PRINT { my $s = shift; print main::OUT "ST PRINT @_\n"; 1 } sub DESTROY { print main::OUT "ST DESTROY\n" } package main; { my $s = ST->new; print $s 'self'; print {*$s} 'self2'; } print OUT "gone\n"; 1 };
t format => sub { my $r = \*FH; tie *FH, 'F'; my $u = fileno($r); $u };
