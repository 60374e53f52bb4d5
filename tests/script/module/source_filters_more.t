# Source filters inside blocks, beside here-documents, by blocks of bytes.
BEGIN {
    our $dir = "/tmp/source_filters_more.$$";
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

require MyFilter; { package Foo; BEGIN { MyFilter->import }
print "Sir Bors\n"; }
eval q{print "string Sir Bors\n"};
print <<A . <<B, "x\n"; use CodeF; # heredoc
Sir Bors a
A
prnt b
B
prnt "z\n";
no CodeF; 
print "q\n"; print __FILE__ =~ /filters/ ? 1:0, "\n"; 
sub f { use MyFilter;
 return "Sir Bors in sub"; }
print f(), "\n";
use Block;
print "XYX ", __LINE__, "\n"; print "XXXXXYYYYYXXXXX\n";
print "last X\n";
