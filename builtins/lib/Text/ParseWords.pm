# Text::ParseWords: split text into words as the shell does.
package Text::ParseWords;
use strict;
require Exporter;
our $VERSION = '3.31';
our @ISA = ('Exporter');
our @EXPORT = qw(shellwords quotewords nested_quotewords parse_line);
our @EXPORT_OK = qw(old_shellwords);
our $PERL_SINGLE_QUOTE;

sub shellwords {
    my @words;
    for my $line (@_) {
        next if !defined $line;
        (my $copy = $line) =~ s/^\s+//;
        my @found = parse_line('\s+', 0, $copy);
        pop @found if @found && !defined $found[-1];
        return () if length $copy && !@found;
        push @words, @found;
    }
    return @words;
}

sub quotewords {
    my ($delimiter, $keep, @lines) = @_;
    my @words;
    for my $line (@lines) {
        my @found = parse_line($delimiter, $keep, $line);
        return () if length $line && !@found;
        push @words, @found;
    }
    return @words;
}

sub nested_quotewords {
    my ($delimiter, $keep, @lines) = @_;
    my @words;
    for my $line (@lines) {
        my @found = parse_line($delimiter, $keep, $line);
        return () if length $line && !@found;
        push @words, \@found;
    }
    return @words;
}

# The words of one line; nothing when a quote is not closed. A delimiter at the very end adds an undefined word.
sub parse_line {
    my ($delimiter, $keep, $line) = @_;
    no warnings 'uninitialized';
    my (@words, $word);
    while (length $line) {
        $line =~ s/^(?:
              "((?:[^\"\\]|\\.)*)"           # $1: in double quotes
            | '((?:[^\'\\]|\\.)*)'           # $2: in single quotes
            | (\\.)                          # $3: a backslash and what it protects
            | ((?:(?!$delimiter)[^\\"'])+)   # $4: plain text
            | ($delimiter)                   # $5: between words
        )//xs or return ();
        my ($double, $single, $escape, $plain, $between) = ($1, $2, $3, $4, $5);
        return () if !defined $double && !defined $single && !length $escape && !length $plain && !length $between;
        if ($keep) {
            $word .= defined $double ? qq("$double") : defined $single ? "'$single'" : $escape . $plain;
        }
        elsif (defined $double) { $double =~ s/\\(.)/$1/sg; $word .= $double }
        elsif (defined $single) { $single =~ s/\\([\\'])/$1/g if $PERL_SINGLE_QUOTE; $word .= $single }
        else { $escape =~ s/^\\(?=.)//s; $word .= $escape . $plain }
        if (length $between) {
            push @words, $word;
            push @words, $between if $keep eq 'delimiters';
            undef $word;
        }
        push @words, $word if !length $line;
    }
    return @words;
}

sub old_shellwords { return shellwords(@_ ? join('', @_) : $_) }

1;
