# Surrogates and characters behind U+10FFFF are characters to perl: utf8::decode, utf8::valid, :utf8 handles.
use strict;
use warnings;
no warnings 'surrogate', 'non_unicode';
$SIG{__WARN__} = sub { print "warned: ", $_[0] =~ s/ at \S+ line \d+.*//sr, "\n" };
my $file = 'decode_beyond_unicode.tmp';
for my $bytes ("\xed\xa0\x80", "\xf4\x90\x80\x80", "\xf8\x88\x80\x80\x80", "\xfc\x84\x80\x80\x80\x80", "\xef\xbf\xbf", "\xc3\xa9",
    "plain", "\xc0\x80", "\xe2\x98", "\xf0\x80\x80\x80", "a\xff")
{
    my $text = $bytes;
    my $ok   = utf8::decode($text);
    print unpack('H*', $bytes), ': ', $ok ? 1 : 0, ' ', join(',', map { sprintf '%x', ord } split //, $text), ' ',
        utf8::valid($text) ? 1 : 0, "\n";
    next if !$ok;
    open my $o, '>:raw', $file or die;
    print $o "$bytes\n";
    close $o;
    open my $i, '<:utf8', $file or die;
    my $line = <$i>;
    chomp $line;
    print '  read ', length $line, ' ', $line eq $text ? 'same' : 'other', "\n";
}
unlink $file;
