# Source filters: closures, objects, Filter::Simple, their end, line numbers, DATA behind them.
BEGIN {
    our $dir = "/tmp/source_filters.$$";
    mkdir $dir or die;
    my %text = (
        MyFilter => <<'END_OF_MODULE',
package MyFilter; use Filter::Simple; FILTER { s/Sir\s+Bors/King Arthur/g; }; 1;
END_OF_MODULE
        CodeF => <<'END_OF_MODULE',
package CodeF; use Filter::Simple; FILTER_ONLY code => sub { s/\bprnt\b/print/g }, quotelike => sub { s/hello/HELLO/g }; 1;
END_OF_MODULE
        Obj => <<'END_OF_MODULE',
package Obj; use Filter::Util::Call; sub import { my ($type)=@_; my ($ref)=[0]; filter_add(bless $ref) } sub filter { my ($self)=@_; my $status; if (($status=filter_read())>0) { $self->[0]++; s/COUNT/$self->[0]/g } elsif ($self->[0] >= 0) { $_ = "print 'end ', $self->[0], qq{\\n};\n"; $self->[0]=-1; $status=1 } $status } 1;
END_OF_MODULE
        Block => <<'END_OF_MODULE',
package Block; use Filter::Util::Call; sub import { filter_add(sub { my $s = filter_read(7); tr/XY/ab/; $s }) } 1;
END_OF_MODULE
    );
    for my $name (keys %text) {
        open my $out, '>', "$dir/$name.pm" or die;
        print $out $text{$name};
        close $out;
    }
    unshift @INC, $dir;
}
END { unlink glob "$main::dir/*"; rmdir $main::dir }
BEGIN { package F1; $INC{'F1.pm'}=1; use Filter::Util::Call; sub import { my ($type,@a)=@_; my ($from,$to)=@a; filter_add(sub { my $st; s/$from/$to/g if ($st=filter_read())>0; $st }) } sub unimport { filter_del() } }
BEGIN { package F2; $INC{'F2.pm'}=1; use Filter::Util::Call; sub import { my ($type,@a)=@_; my $r=[@a]; filter_add($r) } sub filter { my $self=shift; my $st; if (($st=filter_read())>0) { tr/a-zA-Z/n-za-mN-ZA-M/ } $st } sub unimport { filter_del() } }
print "plain\n";
use F1 'hello','goodbye'; print "hello same line\n";
print "hello next ", __LINE__, "\n";
no F1; print "hello after no, same\n";
print "hello unfiltered\n";
use F2;
cevag "ebg13 jbexf ", __YVAR__, "\a"; 
ab S2;
print "back ", __LINE__, "\n";
$_='keep';
use MyFilter; print "Sir Bors and Sir   Bors\n"; 
print "Sir Bors 3 ", __LINE__, "\n";
no MyFilter;
print "Sir Bors 5 ", __LINE__, "\n";
use CodeF;
prnt "hello prnt\n"; prnt 'x',"\n";
no CodeF;
print "done 9 ", __LINE__, "\n"; 
use Obj;
print "COUNT\n"; print <<"X";
here COUNT
X
print "COUNT ", __LINE__, " $_\n";
print "XYX ", __LINE__, "\n"; print "XXXXXYYYYYXXXXX\n";
my $s = eval "print qq{XY eval\n}; 1";
print while <DATA>;
__DATA__
data X COUNT
more
