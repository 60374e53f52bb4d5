// Messages for malformed patterns and warnings about odd ones, as perl 5.36 words them.
#include <gtest/gtest.h>

#include "tests/unit/regex/support.h"

namespace perlipc::test {
namespace {

struct Case {
  const char* pattern;
  const char* message;
};

constexpr Case errors[] = {
    {"(", "Unmatched ( in regex; marked by <-- HERE in m/( <-- HERE /"},
    {"a(b", "Unmatched ( in regex; marked by <-- HERE in m/a( <-- HERE b/"},
    {")", "Unmatched ) in regex; marked by <-- HERE in m/) <-- HERE /"},
    {"a)b", "Unmatched ) in regex; marked by <-- HERE in m/a) <-- HERE b/"},
    {"[", "Unmatched [ in regex; marked by <-- HERE in m/[ <-- HERE /"},
    {"[abc", "Unmatched [ in regex; marked by <-- HERE in m/[ <-- HERE abc/"},
    {"*a", "Quantifier follows nothing in regex; marked by <-- HERE in m/* <-- HERE a/"},
    {"+", "Quantifier follows nothing in regex; marked by <-- HERE in m/+ <-- HERE /"},
    {"?", "Quantifier follows nothing in regex; marked by <-- HERE in m/? <-- HERE /"},
    {"a|*", "Quantifier follows nothing in regex; marked by <-- HERE in m/a|* <-- HERE /"},
    {"(*a)", "Unknown '(*...)' construct 'a' in regex; marked by <-- HERE in m/(*a) <-- HERE /"},
    {"(+)", "Quantifier follows nothing in regex; marked by <-- HERE in m/(+ <-- HERE )/"},
    {"a**", "Nested quantifiers in regex; marked by <-- HERE in m/a** <-- HERE /"},
    {"a+++", "Nested quantifiers in regex; marked by <-- HERE in m/a+++ <-- HERE /"},
    {"a{2}{3}", "Nested quantifiers in regex; marked by <-- HERE in m/a{2}{ <-- HERE 3}/"},
    {"a?*", "Nested quantifiers in regex; marked by <-- HERE in m/a?* <-- HERE /"},
    {"a*?+", "Nested quantifiers in regex; marked by <-- HERE in m/a*?+ <-- HERE /"},
    {"a{70000}",
     "Quantifier in {,} bigger than 65534 in regex; marked by <-- HERE in m/a{70000 <-- HERE }/"},
    {"a{1,70000}",
     "Quantifier in {,} bigger than 65534 in regex; marked by <-- HERE in m/a{1,70000 <-- HERE }/"},
    {"(?<n", "Sequence (?<... not terminated in regex; marked by <-- HERE in m/(?<n <-- HERE /"},
    {"(?<n>", "Unmatched ( in regex; marked by <-- HERE in m/( <-- HERE ?<n>/"},
    {"(?<n>a", "Unmatched ( in regex; marked by <-- HERE in m/( <-- HERE ?<n>a/"},
    {"(?<>a)",
     "Group name must start with a non-digit word character in regex; marked by <-- HERE in "
     "m/(?<> <-- HERE a)/"},
    {"(?<1a>b)",
     "Group name must start with a non-digit word character in regex; marked by <-- HERE in "
     "m/(?<1 <-- HERE a>b)/"},
    {"(?'n", "Sequence (?'... not terminated in regex; marked by <-- HERE in m/(?'n <-- HERE /"},
    {"(?<n>a)\\k<m>",
     "Reference to nonexistent named group in regex; marked by <-- HERE in m/(?<n>a)\\k<m <-- "
     "HERE >/"},
    {"\\k", "Sequence \\k... not terminated in regex; marked by <-- HERE in m/\\k <-- HERE /"},
    {"\\k<", "Sequence \\k<... not terminated in regex; marked by <-- HERE in m/\\k< <-- HERE /"},
    {"\\k<n", "Sequence \\k<... not terminated in regex; marked by <-- HERE in m/\\k<n <-- HERE /"},
    {"\\k{n", "Sequence \\k{... not terminated in regex; marked by <-- HERE in m/\\k{n <-- HERE /"},
    {"\\1", "Reference to nonexistent group in regex; marked by <-- HERE in m/\\1 <-- HERE /"},
    {"(a)\\2",
     "Reference to nonexistent group in regex; marked by <-- HERE in m/(a)\\2 <-- HERE /"},
    {"\\g", "Unterminated \\g... pattern in regex; marked by <-- HERE in m/\\g <-- HERE /"},
    {"\\g{", "Sequence \\g{... not terminated in regex; marked by <-- HERE in m/\\g{ <-- HERE /"},
    {"\\g{1", "Unterminated \\g{...} pattern in regex; marked by <-- HERE in m/\\g{1 <-- HERE /"},
    {"\\g{2}",
     "Reference to nonexistent group in regex; marked by <-- HERE in m/\\g{2} <-- HERE /"},
    {"\\g{-1}",
     "Reference to nonexistent or unclosed group in regex; marked by <-- HERE in m/\\g{- <-- "
     "HERE 1}/"},
    {"(a)\\g{-2}",
     "Reference to nonexistent or unclosed group in regex; marked by <-- HERE in m/(a)\\g{- <-- "
     "HERE 2}/"},
    {"\\g0", "Reference to invalid group 0 in regex; marked by <-- HERE in m/\\g <-- HERE 0/"},
    {"\\g{0}", "Reference to invalid group 0 in regex; marked by <-- HERE in m/\\g{ <-- HERE 0}/"},
    {"\\g{foo}",
     "Reference to nonexistent named group in regex; marked by <-- HERE in m/\\g{foo <-- HERE }/"},
    {"(?1)", "Reference to nonexistent group in regex; marked by <-- HERE in m/(?1) <-- HERE /"},
    {"(?&x)",
     "Reference to nonexistent named group in regex; marked by <-- HERE in m/(?&x <-- HERE )/"},
    {"(?P>x)",
     "Reference to nonexistent named group in regex; marked by <-- HERE in m/(?P>x <-- HERE )/"},
    {"(?P=x)",
     "Reference to nonexistent named group in regex; marked by <-- HERE in m/(?P=x <-- HERE )/"},
    {"(?+1)", "Reference to nonexistent group in regex; marked by <-- HERE in m/(?+1) <-- HERE /"},
    {"(?-1)", "Reference to nonexistent group in regex; marked by <-- HERE in m/(?-1) <-- HERE /"},
    {"(?R", "Sequence (?R) not terminated in regex m/(?R/"},
    {"[z-a]", "Invalid [] range \"z-a\" in regex; marked by <-- HERE in m/[z-a <-- HERE ]/"},
    {"[[:foo:]]",
     "POSIX class [:foo:] unknown in regex; marked by <-- HERE in m/[[:foo:] <-- HERE ]/"},
    {"[[:alpha:]", "Unmatched [ in regex; marked by <-- HERE in m/[ <-- HERE [:alpha:]/"},
    {"[[.a.]]",
     "POSIX syntax [. .] is reserved for future extensions in regex; marked by <-- HERE in "
     "m/[[.a.] <-- HERE ]/"},
    {"[[=a=]]",
     "POSIX syntax [= =] is reserved for future extensions in regex; marked by <-- HERE in "
     "m/[[=a=] <-- HERE ]/"},
    {"\\p{Foo}",
     "Can't find Unicode property definition \"Foo\" in regex; marked by <-- HERE in m/\\p{Foo} "
     "<-- HERE /"},
    {"\\pX",
     "Can't find Unicode property definition \"X\" in regex; marked by <-- HERE in m/\\pX <-- "
     "HERE /"},
    {"\\p", "Empty \\p in regex; marked by <-- HERE in m/\\p <-- HERE /"},
    {"\\p{", "Missing right brace on \\p{} in regex; marked by <-- HERE in m/\\p{ <-- HERE /"},
    {"\\p{L", "Missing right brace on \\p{} in regex; marked by <-- HERE in m/\\p{ <-- HERE L/"},
    {"\\P{Foo}",
     "Can't find Unicode property definition \"Foo\" in regex; marked by <-- HERE in m/\\P{Foo} "
     "<-- HERE /"},
    {"(?z)", "Sequence (?z...) not recognized in regex; marked by <-- HERE in m/(?z <-- HERE )/"},
    {"(?z:a)",
     "Sequence (?z...) not recognized in regex; marked by <-- HERE in m/(?z <-- HERE :a)/"},
    {"(?", "Sequence (? incomplete in regex; marked by <-- HERE in m/(? <-- HERE /"},
    {"(?:", "Unmatched ( in regex; marked by <-- HERE in m/( <-- HERE ?:/"},
    {"(?i", "Sequence (?... not terminated in regex; marked by <-- HERE in m/(?i <-- HERE /"},
    {"(?i-", "Sequence (?... not terminated in regex; marked by <-- HERE in m/(?i- <-- HERE /"},
    {"(?--i)",
     "Sequence (?--...) not recognized in regex; marked by <-- HERE in m/(?-- <-- HERE i)/"},
    {"(?^-i)",
     "Sequence (?^-...) not recognized in regex; marked by <-- HERE in m/(?^- <-- HERE i)/"},
    {"(?<a)", "Sequence (?<... not terminated in regex; marked by <-- HERE in m/(?<a <-- HERE )/"},
    {"(?@)", "Sequence (?@...) not implemented in regex; marked by <-- HERE in m/(?@ <-- HERE )/"},
    {"(?%a)", "Sequence (?%...) not recognized in regex; marked by <-- HERE in m/(?% <-- HERE a)/"},
    {"(?P", "Sequence (?P...) not recognized in regex; marked by <-- HERE in m/(?P <-- HERE /"},
    {"(?Px)",
     "Sequence (?Px...) not recognized in regex; marked by <-- HERE in m/(?Px <-- HERE )/"},
    {"(?P<", "Sequence (?P<... not terminated in regex; marked by <-- HERE in m/(?P< <-- HERE /"},
    {"(?ad)", "Regexp modifier \"a\" may appear a maximum of twice in regex; marked by <-- HERE in "
              "m/(?ad <-- HERE )/"},
    {"(?aaa)",
     "Regexp modifier \"a\" may appear a maximum of twice in regex; marked by <-- HERE in "
     "m/(?aaa <-- HERE )/"},
    {"(?ul)",
     "Regexp modifiers \"u\" and \"l\" are mutually exclusive in regex; marked by <-- HERE in "
     "m/(?ul <-- HERE )/"},
    {"(?-u)",
     "Regexp modifier \"u\" may not appear after the \"-\" in regex; marked by <-- HERE in "
     "m/(?-u <-- HERE )/"},
    {"(?(", "Unknown switch condition (?(...)) in regex; marked by <-- HERE in m/(?( <-- HERE /"},
    {"(?()a)",
     "Unknown switch condition (?(...)) in regex; marked by <-- HERE in m/(?() <-- HERE a)/"},
    {"(?(1", "Switch condition not recognized in regex; marked by <-- HERE in m/(?(1 <-- HERE /"},
    {"(?(1)a|b|c)",
     "Switch (?(condition)... contains too many branches in regex; marked by <-- HERE in "
     "m/(?(1)a|b| <-- HERE c)/"},
    {"(?(1)a",
     "Switch (?(condition)... not terminated in regex; marked by <-- HERE in m/(?(1)a <-- HERE /"},
    {"(?(<x>)a)",
     "Reference to nonexistent named group in regex; marked by <-- HERE in m/(?(<x <-- HERE >)a)/"},
    {"(?(R", "Switch condition not recognized in regex; marked by <-- HERE in m/(?(R <-- HERE /"},
    {"(?(foo)a)",
     "Unknown switch condition (?(...)) in regex; marked by <-- HERE in m/(?(f <-- HERE oo)a)/"},
    {"(?(?a)b)",
     "Unknown switch condition (?(...)) in regex; marked by <-- HERE in m/(?(? <-- HERE a)b)/"},
    {"(?(DEFINE)a|b)",
     "(?(DEFINE)....) does not allow branches in regex; marked by <-- HERE in m/(?(DEFINE)a| "
     "<-- HERE b)/"},
    {"(?#", "Sequence (?#... not terminated in regex m/(?#/"},
    {"(?#abc", "Sequence (?#... not terminated in regex m/(?#abc/"},
    {"(*FOO)", "Unknown verb pattern 'FOO' in regex; marked by <-- HERE in m/(*FOO) <-- HERE /"},
    {"(*", "Unterminated '(*...' construct in regex; marked by <-- HERE in m/(* <-- HERE /"},
    {"(*F", "Unterminated verb pattern in regex; marked by <-- HERE in m/(*F <-- HERE /"},
    {"(*PRUNE", "Unterminated verb pattern in regex; marked by <-- HERE in m/(*PRUNE <-- HERE /"},
    {"(*MARK)",
     "Verb pattern 'MARK' has a mandatory argument in regex; marked by <-- HERE in m/(*MARK <-- "
     "HERE )/"},
    {"(*pla:", "Unterminated '(*...' argument in regex; marked by <-- HERE in m/(*pla: <-- HERE /"},
    {"(*foo:a)",
     "Unknown '(*...)' construct 'foo' in regex; marked by <-- HERE in m/(*foo:a) <-- HERE /"},
    {"\\x{", "Missing right brace on \\x{} in regex; marked by <-- HERE in m/\\x{ <-- HERE /"},
    {"\\x{12", "Missing right brace on \\x{} in regex; marked by <-- HERE in m/\\x{12 <-- HERE /"},
    {"\\o", "Missing braces on \\o{} in regex; marked by <-- HERE in m/\\o <-- HERE /"},
    {"\\o{", "Missing right brace on \\o{} in regex; marked by <-- HERE in m/\\o{ <-- HERE /"},
    {"\\o{}", "Empty \\o{} in regex; marked by <-- HERE in m/\\o{} <-- HERE /"},
    {"\\o{12", "Missing right brace on \\o{} in regex; marked by <-- HERE in m/\\o{12 <-- HERE /"},
    {"\\c",
     "Character following \"\\c\" must be printable ASCII in regex; marked by <-- HERE in m/\\c "
     "<-- HERE /"},
    {"\\N{", "Missing right brace on \\N{} in regex; marked by <-- HERE in m/\\N{ <-- HERE /"},
    {"\\N{U+", "Missing right brace on \\N{} in regex; marked by <-- HERE in m/\\N{ <-- HERE U+/"},
    {"\\N{U+}",
     "Invalid hexadecimal number in \\N{U+...} in regex; marked by <-- HERE in m/\\N{U+} <-- "
     "HERE /"},
    {"\\N{U+zz}",
     "Invalid hexadecimal number in \\N{U+...} in regex; marked by <-- HERE in m/\\N{U+z <-- "
     "HERE z}/"},
    {"\\N{}", "Unknown charname '' in regex; marked by <-- HERE in m/\\N{ <-- HERE }/"},
    {"\\N{foo}", "Unknown charname 'foo' in regex; marked by <-- HERE in m/\\N{foo <-- HERE }/"},
    {"\\b{", "Missing right brace on \\b{} in regex; marked by <-- HERE in m/\\b{ <-- HERE /"},
    {"\\b{foo}",
     "'foo' is an unknown bound type in regex; marked by <-- HERE in m/\\b{foo <-- HERE }/"},
    {"\\b{}", "Empty \\b{} in regex; marked by <-- HERE in m/\\b{} <-- HERE /"},
    {"\\B{", "Missing right brace on \\B{} in regex; marked by <-- HERE in m/\\B{ <-- HERE /"},
    {"\\", "Trailing \\ in regex m/\\/"},
    {"a\\", "Trailing \\ in regex m/a\\/"},
    {"\\C", "\\C no longer supported in regex; marked by <-- HERE in m/\\ <-- HERE C/"},
    {"(?<=a*)", "Lookbehind longer than 255 not implemented in regex m/(?<=a*)/"},
    {"(?<!a+b)", "Lookbehind longer than 255 not implemented in regex m/(?<!a+b)/"},
    {"(?<=a{1,300})", "Lookbehind longer than 255 not implemented in regex m/(?<=a{1,300})/"},
    {"(?=a", "Unmatched ( in regex; marked by <-- HERE in m/( <-- HERE ?=a/"},
    {"(?!", "Sequence (?!... not terminated in regex; marked by <-- HERE in m/(?! <-- HERE /"},
    {"(?<=", "Sequence (?<=... not terminated in regex; marked by <-- HERE in m/(?<= <-- HERE /"},
    {"(?>", "Unmatched ( in regex; marked by <-- HERE in m/( <-- HERE ?>/"},
    {"(?|", "Unmatched ( in regex; marked by <-- HERE in m/( <-- HERE ?|/"},
    {"(?=\\K)",
     "\\K not permitted in lookahead/lookbehind in regex; marked by <-- HERE in m/(?=\\K <-- "
     "HERE )/"},
    {"\\8", "Reference to nonexistent group in regex; marked by <-- HERE in m/\\8 <-- HERE /"},
    {"\\9", "Reference to nonexistent group in regex; marked by <-- HERE in m/\\9 <-- HERE /"},
    {"[a", "Unmatched [ in regex; marked by <-- HERE in m/[ <-- HERE a/"},
    {"[]", "Unmatched [ in regex; marked by <-- HERE in m/[ <-- HERE ]/"},
    {"[^]", "Unmatched [ in regex; marked by <-- HERE in m/[ <-- HERE ^]/"},
    {"[]a", "Unmatched [ in regex; marked by <-- HERE in m/[ <-- HERE ]a/"},
    {"(?i:a", "Unmatched ( in regex; marked by <-- HERE in m/( <-- HERE ?i:a/"},
    {"(?a:b", "Unmatched ( in regex; marked by <-- HERE in m/( <-- HERE ?a:b/"},
    {"(?i)*", "Quantifier follows nothing in regex; marked by <-- HERE in m/(?i)* <-- HERE /"},
    {"|*", "Quantifier follows nothing in regex; marked by <-- HERE in m/|* <-- HERE /"},
    {"(|+)", "Quantifier follows nothing in regex; marked by <-- HERE in m/(|+ <-- HERE )/"},
    {"x{99999999999}",
     "Quantifier in {,} bigger than 65534 in regex; marked by <-- HERE in m/x{99999999999 <-- "
     "HERE }/"},
    {"(?|(a)|(b)\\2)",
     "Reference to nonexistent group in regex; marked by <-- HERE in m/(?|(a)|(b)\\2 <-- HERE )/"},
    {"\\g{99999999999}",
     "Reference to nonexistent group in regex; marked by <-- HERE in m/\\g{ <-- HERE "
     "99999999999}/"},
    {"\\99999999999",
     "Reference to nonexistent group in regex; marked by <-- HERE in m/\\99999999999 <-- HERE /"},
    {"[\\x{", "Missing right brace on \\x{} in regex; marked by <-- HERE in m/[\\x{ <-- HERE /"},
    {"[\\o{", "Missing right brace on \\o{} in regex; marked by <-- HERE in m/[\\o{ <-- HERE /"},
    {"[\\N{", "Missing right brace on \\N{} in regex; marked by <-- HERE in m/[\\N{ <-- HERE /"},
    {"[\\p{", "Missing right brace on \\p{} in regex; marked by <-- HERE in m/[\\p{ <-- HERE /"},
    {"[\\N]",
     "\\N in a character class must be a named character: \\N{...} in regex; marked by <-- HERE "
     "in m/[\\N <-- HERE ]/"},
    {"[\\c", "Character following \"\\c\" must be printable ASCII in regex; marked by <-- HERE in "
             "m/[\\c <-- HERE /"},
    {"[\\N{U+41}-\\N{U+40}]",
     "Invalid [] range \"\\N{U+41}-\\N{U+40}\" in regex; marked by <-- HERE in "
     "m/[\\N{U+41}-\\N{U+40} <-- HERE ]/"},
    {"\\x{ffffffffffffffffff}",
     "Use of code point 0xffffffffffffffffff is not allowed; the permissible max is "
     "0x7FFFFFFFFFFFFFFF in regex; marked by <-- HERE in m/\\x{ffffffffffffffffff} <-- HERE /"},
    {"(?x)[a b", "Unmatched [ in regex; marked by <-- HERE in m/(?x)[ <-- HERE a b/"},
    {"(?^", "Sequence (?... not terminated in regex; marked by <-- HERE in m/(?^ <-- HERE /"},
    {"(?^:", "Unmatched ( in regex; marked by <-- HERE in m/( <-- HERE ?^:/"},
    {"(?^a", "Sequence (?... not terminated in regex; marked by <-- HERE in m/(?^a <-- HERE /"},
    {"(?^z:a)",
     "Sequence (?^z...) not recognized in regex; marked by <-- HERE in m/(?^z <-- HERE :a)/"},
    {"(?x:a #", "Unmatched ( in regex; marked by <-- HERE in m/( <-- HERE ?x:a #/"},
    {"(? i)", "Sequence (? ...) not recognized in regex; marked by <-- HERE in m/(?  <-- HERE i)/"},
    {"(?<a b>c)",
     "Sequence (?<... not terminated in regex; marked by <-- HERE in m/(?<a <-- HERE  b>c)/"},
    {"(?<n>a)(?(<n)b)",
     "Sequence (?(<... not terminated in regex; marked by <-- HERE in m/(?<n>a)(?(<n <-- HERE "
     ")b)/"},
    {"(?(<n>a)",
     "Switch condition not recognized in regex; marked by <-- HERE in m/(?(<n>a <-- HERE )/"},
    {"(?(R&n)a)",
     "Reference to nonexistent named group in regex; marked by <-- HERE in m/(?(R&n <-- HERE )a)/"},
    {"(?(1a)b)",
     "Switch condition not recognized in regex; marked by <-- HERE in m/(?(1a <-- HERE )b)/"},
    {"(?(0)a)",
     "Unknown switch condition (?(...)) in regex; marked by <-- HERE in m/(?(0 <-- HERE )a)/"},
    {"(?01)", "Sequence (?R) not terminated in regex m/(?01)/"},
    {"(?1", "Expecting close bracket in regex; marked by <-- HERE in m/(?1 <-- HERE /"},
    {"(?&n", "Sequence (?&... not terminated in regex; marked by <-- HERE in m/(?&n <-- HERE /"},
    {"(?&)",
     "Group name must start with a non-digit word character in regex; marked by <-- HERE in "
     "m/(?&) <-- HERE /"},
    {"(?P>", "Sequence (?P>... not terminated in regex; marked by <-- HERE in m/(?P> <-- HERE /"},
    {"(?P>n", "Sequence (?&... not terminated in regex; marked by <-- HERE in m/(?P>n <-- HERE /"},
    {"(?P=n", "Sequence ?P=... not terminated in regex; marked by <-- HERE in m/(?P=n <-- HERE /"},
    {"\\k{}",
     "Group name must start with a non-digit word character in regex; marked by <-- HERE in "
     "m/\\k{} <-- HERE /"},
    {"\\k<1>",
     "Group name must start with a non-digit word character in regex; marked by <-- HERE in "
     "m/\\k<1 <-- HERE >/"},
    {"a{1}*", "Nested quantifiers in regex; marked by <-- HERE in m/a{1}* <-- HERE /"},
    {"a{1,2}?{3}", "Nested quantifiers in regex; marked by <-- HERE in m/a{1,2}?{ <-- HERE 3}/"},
    {"[[:^foo:]]",
     "POSIX class [:^foo:] unknown in regex; marked by <-- HERE in m/[[:^foo:] <-- HERE ]/"},
    {"[[:alpha", "Unmatched [ in regex; marked by <-- HERE in m/[ <-- HERE [:alpha/"},
    {"[[:", "Unmatched [ in regex; marked by <-- HERE in m/[ <-- HERE [:/"},
    {"\\pL+*", "Nested quantifiers in regex; marked by <-- HERE in m/\\pL+* <-- HERE /"},
    {"(?x)( ", "Unmatched ( in regex; marked by <-- HERE in m/(?x)(  <-- HERE /"},
    {"(?x)a * *", "Nested quantifiers in regex; marked by <-- HERE in m/(?x)a * * <-- HERE /"},
    {"(?x)[ z-a ]",
     "Invalid [] range \"z-a\" in regex; marked by <-- HERE in m/(?x)[ z-a <-- HERE  ]/"},
    {"(?lu)",
     "Regexp modifiers \"l\" and \"u\" are mutually exclusive in regex; marked by <-- HERE in "
     "m/(?lu <-- HERE )/"},
    {"(?uu)",
     "Regexp modifier \"u\" may not appear twice in regex; marked by <-- HERE in m/(?uu <-- "
     "HERE )/"},
    {"(?dd)",
     "Regexp modifier \"d\" may not appear twice in regex; marked by <-- HERE in m/(?dd <-- "
     "HERE )/"},
    {"(?^d)",
     "Sequence (?^d...) not recognized in regex; marked by <-- HERE in m/(?^d <-- HERE )/"},
    {"(?-a)",
     "Regexp modifier \"a\" may not appear after the \"-\" in regex; marked by <-- HERE in "
     "m/(?-a <-- HERE )/"},
    {"(?-d)",
     "Regexp modifier \"d\" may not appear after the \"-\" in regex; marked by <-- HERE in "
     "m/(?-d <-- HERE )/"},
    {"(?-l)",
     "Regexp modifier \"l\" may not appear after the \"-\" in regex; marked by <-- HERE in "
     "m/(?-l <-- HERE )/"},
    {"a(?#", "Sequence (?#... not terminated in regex m/a(?#/"},
    {"\\x{61", "Missing right brace on \\x{} in regex; marked by <-- HERE in m/\\x{61 <-- HERE /"},
    {"(?&a b)",
     "Sequence (?&... not terminated in regex; marked by <-- HERE in m/(?&a <-- HERE  b)/"},
    {"\\g{a b}",
     "Sequence \\g{... not terminated in regex; marked by <-- HERE in m/\\g{a  <-- HERE b}/"},
    {"\\g{-0}",
     "Reference to invalid group 0 in regex; marked by <-- HERE in m/\\g{- <-- HERE 0}/"},
    {"\\g-", "Unterminated \\g... pattern in regex; marked by <-- HERE in m/\\g- <-- HERE /"},
    {"\\g{-}",
     "Group name must start with a non-digit word character in regex; marked by <-- HERE in "
     "m/\\g{- <-- HERE }/"},
    {"\\g{ -1 }",
     "Reference to nonexistent or unclosed group in regex; marked by <-- HERE in m/\\g{ - <-- "
     "HERE 1 }/"},
    {"(?1a)", "Expecting close bracket in regex; marked by <-- HERE in m/(?1 <-- HERE a)/"},
    {"(?-a1)",
     "Regexp modifier \"a\" may not appear after the \"-\" in regex; marked by <-- HERE in "
     "m/(?-a <-- HERE 1)/"},
    {"(?+)", "Illegal pattern in regex; marked by <-- HERE in m/(?+) <-- HERE /"},
    {"(?+a)", "Illegal pattern in regex; marked by <-- HERE in m/(?+a <-- HERE )/"},
    {"(?<n>a)(?(<n>)b|c", "Switch (?(condition)... not terminated in regex; marked by <-- HERE in "
                          "m/(?<n>a)(?(<n>)b|c <-- HERE /"},
    {"(?(?=a)b|c|d)",
     "Switch (?(condition)... contains too many branches in regex; marked by <-- HERE in "
     "m/(?(?=a)b|c| <-- HERE d)/"},
    {"(?(?=a", "Unmatched ( in regex; marked by <-- HERE in m/(?( <-- HERE ?=a/"},
    {"(?(R1", "Switch condition not recognized in regex; marked by <-- HERE in m/(?(R1 <-- HERE /"},
    {"(?(R&x",
     "Switch condition not recognized in regex; marked by <-- HERE in m/(?(R&x <-- HERE /"},
    {"(?(DEFINE",
     "Switch condition not recognized in regex; marked by <-- HERE in m/(?(DEFINE <-- HERE /"},
    {"(?(DEFINE)(?<x>a)", "Switch (?(condition)... not terminated in regex; marked by <-- HERE in "
                          "m/(?(DEFINE)(?<x>a) <-- HERE /"},
    {"(*THEN", "Unterminated verb pattern in regex; marked by <-- HERE in m/(*THEN <-- HERE /"},
    {"(*pla:a",
     "Unterminated '(*...' argument in regex; marked by <-- HERE in m/(*pla:a <-- HERE /"},
    {"(*PRUNEX)",
     "Unknown verb pattern 'PRUNEX' in regex; marked by <-- HERE in m/(*PRUNEX) <-- HERE /"},
    {"(*MARK:)",
     "Verb pattern 'MARK' has a mandatory argument in regex; marked by <-- HERE in m/(*MARK: "
     "<-- HERE )/"},
    {"(*pla)",
     "'(*pla' requires a terminating ':' in regex; marked by <-- HERE in m/(*pla <-- HERE )/"},
    {"(*atomic)",
     "'(*atomic' requires a terminating ':' in regex; marked by <-- HERE in m/(*atomic <-- HERE "
     ")/"},
    {"\\p{Script=Foo}",
     "Can't find Unicode property definition \"Script=Foo\" in regex; marked by <-- HERE in "
     "m/\\p{Script=Foo} <-- HERE /"},
    {"[\\p{Foo}]", "Can't find Unicode property definition \"Foo\" in regex; marked by <-- HERE in "
                   "m/[\\p{Foo} <-- HERE ]/"},
    {"\\pL\\p", "Empty \\p in regex; marked by <-- HERE in m/\\pL\\p <-- HERE /"},
    {"\\p{}", "Empty \\p{} in regex; marked by <-- HERE in m/\\p{ <-- HERE }/"},
    {"\\p{ }", "Empty \\p{} in regex; marked by <-- HERE in m/\\p{  <-- HERE }/"},
    {"\\p^L",
     "Character following \\p must be '{' or a single-character Unicode property name in regex; "
     "marked by <-- HERE in m/\\p^ <-- HERE L/"},
    {"[\\x{100}-a]",
     "Invalid [] range \"\\x{100}-a\" in regex; marked by <-- HERE in m/[\\x{100}-a <-- HERE ]/"},
    {"[a--]", "Invalid [] range \"a--\" in regex; marked by <-- HERE in m/[a-- <-- HERE ]/"},
    {"[a-\\b]", "Invalid [] range \"a-\\b\" in regex; marked by <-- HERE in m/[a-\\b <-- HERE ]/"},
    {"\\N{U+}a",
     "Invalid hexadecimal number in \\N{U+...} in regex; marked by <-- HERE in m/\\N{U+} <-- "
     "HERE a/"},
    {"\\o{777",
     "Missing right brace on \\o{} in regex; marked by <-- HERE in m/\\o{777 <-- HERE /"},
    {"\\K*",
     "\\K* is forbidden - matches null string many times in regex; marked by <-- HERE in m/\\K* "
     "<-- HERE /"},
    {"\\N{3,a}", "Unknown charname '3,a' in regex; marked by <-- HERE in m/\\N{3,a <-- HERE }/"},
    {"a{00003}", "Invalid quantifier in {,} in regex; marked by <-- HERE in m/a{00003 <-- HERE }/"},
    {"a{3,2}?", "Quantifier follows nothing in regex; marked by <-- HERE in m/a{3,2}? <-- HERE /"},
    {"a{3,2}+", "Quantifier follows nothing in regex; marked by <-- HERE in m/a{3,2}+ <-- HERE /"},
    {"a{65535}",
     "Quantifier in {,} bigger than 65534 in regex; marked by <-- HERE in m/a{65535 <-- HERE }/"},
    {"((", "Unmatched ( in regex; marked by <-- HERE in m/(( <-- HERE /"},
    {"(()", "Unmatched ( in regex; marked by <-- HERE in m/( <-- HERE ()/"},
    {"())", "Unmatched ) in regex; marked by <-- HERE in m/()) <-- HERE /"},
    {"[[.", "Unmatched [ in regex; marked by <-- HERE in m/[ <-- HERE [./"},
    {"[[.a.", "Unmatched [ in regex; marked by <-- HERE in m/[ <-- HERE [.a./"},
    {"[[=", "Unmatched [ in regex; marked by <-- HERE in m/[ <-- HERE [=/"},
    {"[:alpha:", "Unmatched [ in regex; marked by <-- HERE in m/[ <-- HERE :alpha:/"},
    {"\\8a(a)",
     "Reference to nonexistent group in regex; marked by <-- HERE in m/\\8 <-- HERE a(a)/"},
    {"(a)\\8",
     "Reference to nonexistent group in regex; marked by <-- HERE in m/(a)\\8 <-- HERE /"},
    {"(?P<a>.)(?P=b)",
     "Reference to nonexistent named group in regex; marked by <-- HERE in m/(?P<a>.)(?P=b <-- "
     "HERE )/"},
    {"(?P<a", "Sequence (?<... not terminated in regex; marked by <-- HERE in m/(?P<a <-- HERE /"},
    {"(?P=", "Sequence ?P=... not terminated in regex; marked by <-- HERE in m/(?P= <-- HERE /"},
    {"(?P>a", "Sequence (?&... not terminated in regex; marked by <-- HERE in m/(?P>a <-- HERE /"},
    {"(?P&a)",
     "Sequence (?P&...) not recognized in regex; marked by <-- HERE in m/(?P& <-- HERE a)/"},
    {"(?Pa>",
     "Sequence (?Pa...) not recognized in regex; marked by <-- HERE in m/(?Pa <-- HERE >/"},
    {"\\ka", "Sequence \\k... not terminated in regex; marked by <-- HERE in m/\\k <-- HERE a/"},
    {"\\k'n", "Sequence \\k'... not terminated in regex; marked by <-- HERE in m/\\k'n <-- HERE /"},
    {"\\k''",
     "Group name must start with a non-digit word character in regex; marked by <-- HERE in "
     "m/\\k'' <-- HERE /"},
    {"\\g<1>", "Unterminated \\g... pattern in regex; marked by <-- HERE in m/\\g <-- HERE <1>/"},
    {"\\g'1'", "Unterminated \\g... pattern in regex; marked by <-- HERE in m/\\g <-- HERE '1'/"},
    {"(?<=\\K)",
     "\\K not permitted in lookahead/lookbehind in regex; marked by <-- HERE in m/(?<=\\K <-- "
     "HERE )/"},
    {"(?<=a\\Kb)",
     "\\K not permitted in lookahead/lookbehind in regex; marked by <-- HERE in m/(?<=a\\K <-- "
     "HERE b)/"},
    {"(?(?=\\K)a)",
     "\\K not permitted in lookahead/lookbehind in regex; marked by <-- HERE in m/(?(?=\\K <-- "
     "HERE )a)/"},
    {"(?au)", "Regexp modifier \"a\" may appear a maximum of twice in regex; marked by <-- HERE in "
              "m/(?au <-- HERE )/"},
    {"(?al)", "Regexp modifier \"a\" may appear a maximum of twice in regex; marked by <-- HERE in "
              "m/(?al <-- HERE )/"},
    {"(?ua)",
     "Regexp modifiers \"u\" and \"a\" are mutually exclusive in regex; marked by <-- HERE in "
     "m/(?ua <-- HERE )/"},
    {"(?da)",
     "Regexp modifiers \"d\" and \"a\" are mutually exclusive in regex; marked by <-- HERE in "
     "m/(?da <-- HERE )/"},
    {"(?du)",
     "Regexp modifiers \"d\" and \"u\" are mutually exclusive in regex; marked by <-- HERE in "
     "m/(?du <-- HERE )/"},
    {"(?la)",
     "Regexp modifiers \"l\" and \"a\" are mutually exclusive in regex; marked by <-- HERE in "
     "m/(?la <-- HERE )/"},
    {"(?-i-m)",
     "Sequence (?-i-...) not recognized in regex; marked by <-- HERE in m/(?-i- <-- HERE m)/"},
    {"(?i^)",
     "Sequence (?i^...) not recognized in regex; marked by <-- HERE in m/(?i^ <-- HERE )/"},
    {"(?$a)",
     "Sequence (?$...) not implemented in regex; marked by <-- HERE in m/(?$ <-- HERE a)/"},
    {"(?~a)", "Sequence (?~...) not recognized in regex; marked by <-- HERE in m/(?~ <-- HERE a)/"},
    {"(?=", "Sequence (?=... not terminated in regex; marked by <-- HERE in m/(?= <-- HERE /"},
    {"(?<", "Sequence (?<... not terminated in regex; marked by <-- HERE in m/(?< <-- HERE /"},
    {"(?'", "Sequence (?'... not terminated in regex; marked by <-- HERE in m/(?' <-- HERE /"},
    {"a{03}", "Invalid quantifier in {,} in regex; marked by <-- HERE in m/a{03 <-- HERE }/"},
    {"a{0,03}", "Invalid quantifier in {,} in regex; marked by <-- HERE in m/a{0,03 <-- HERE }/"},
    {"(?*a)", "Sequence (?*...) not recognized in regex; marked by <-- HERE in m/(?* <-- HERE a)/"},
    {"(?\\a)",
     "Sequence (?\\...) not recognized in regex; marked by <-- HERE in m/(?\\ <-- HERE a)/"},
    {"(?x)( ?:a)",
     "In '(?...)', the '(' and '?' must be adjacent in regex; marked by <-- HERE in m/(?x)( ? "
     "<-- HERE :a)/"},
    {"(?x)( *F)",
     "In '(*VERB...)', the '(' and '*' must be adjacent in regex; marked by <-- HERE in m/(?x)( "
     "* <-- HERE F)/"},
    {"\\p{Foo=Bar}",
     "Can't find Unicode property definition \"Foo=Bar\" in regex; marked by <-- HERE in "
     "m/\\p{Foo=Bar} <-- HERE /"},
    {"\\p{gc=Foo}",
     "Can't find Unicode property definition \"gc=Foo\" in regex; marked by <-- HERE in "
     "m/\\p{gc=Foo} <-- HERE /"},
    {"\\p{PosixFoo}",
     "Can't find Unicode property definition \"PosixFoo\" in regex; marked by <-- HERE in "
     "m/\\p{PosixFoo} <-- HERE /"},
    {"(a|b", "Unmatched ( in regex; marked by <-- HERE in m/( <-- HERE a|b/"},
    {"a|b)", "Unmatched ) in regex; marked by <-- HERE in m/a|b) <-- HERE /"},
    {"(?:a|b))", "Unmatched ) in regex; marked by <-- HERE in m/(?:a|b)) <-- HERE /"},
    {"\\w{x", "Unescaped left brace in regex is illegal here in regex; marked by"
              " <-- HERE in m/\\w{ <-- HERE x/"},
    {"\\K{", "Unescaped left brace in regex is illegal here in regex; marked by"
             " <-- HERE in m/\\K{ <-- HERE /"},
    {"[\\", "Unmatched [ in regex; marked by"
            " <-- HERE in m/[\\ <-- HERE /"},
    {"\\g{0", "Unterminated \\g{...} pattern in regex; marked by"
              " <-- HERE in m/\\g{0 <-- HERE /"},
    {"(*+)", "Unknown '(*...)' construct '+' in regex; marked by"
             " <-- HERE in m/(*+) <-- HERE /"},
};

constexpr Case warnings[] = {
    {"a{2,1}",
     "Quantifier {n,m} with n > m can't match in regex; marked by <-- HERE in m/a{2,1} <-- HERE /"},
    {"[\\w-z]", "False [] range \"\\w-\" in regex; marked by <-- HERE in m/[\\w- <-- HERE z]/"},
    {"[a-\\d]", "False [] range \"a-\\d\" in regex; marked by <-- HERE in m/[a-\\d <-- HERE ]/"},
    {"[:alpha:]",
     "POSIX syntax [: :] belongs inside character classes in regex; marked by <-- HERE in "
     "m/[:alpha:] <-- HERE /"},
    {"(?g)", "Useless (?g) - use /g modifier in regex; marked by <-- HERE in m/(?g <-- HERE )/"},
    {"(?o)", "Useless (?o) - use /o modifier in regex; marked by <-- HERE in m/(?o <-- HERE )/"},
    {"(?c)", "Useless (?c) - use /gc modifier in regex; marked by <-- HERE in m/(?c <-- HERE )/"},
    {"\\x{zz}",
     "Non-hex character 'z' terminates \\x early.  Resolved as \"\\x{00}\" in regex; marked by "
     "<-- HERE in m/\\x{zz} <-- HERE /"},
    {"\\xg",
     "Non-hex character 'g' terminates \\x early.  Resolved as \"\\x00g\" in regex; marked by "
     "<-- HERE in m/\\x <-- HERE g/"},
    {"\\o{8}",
     "Non-octal character '8' terminates \\o early.  Resolved as \"\\o{000}\" in regex; marked "
     "by <-- HERE in m/\\o{8} <-- HERE /"},
    {"\\18",
     "Non-octal character '8' terminates \\0 early.  Resolved as \"\\0018\" in regex; marked by "
     "<-- HERE in m/\\18 <-- HERE /"},
    {"[\\8]",
     "Unrecognized escape \\8 in character class passed through in regex; marked by <-- HERE in "
     "m/[\\8 <-- HERE ]/"},
    {"a{",
     "Unescaped left brace in regex is passed through in regex; marked by <-- HERE in m/a{ <-- "
     "HERE /"},
    {"a{1",
     "Unescaped left brace in regex is passed through in regex; marked by <-- HERE in m/a{ <-- "
     "HERE 1/"},
    {"a{1,",
     "Unescaped left brace in regex is passed through in regex; marked by <-- HERE in m/a{ <-- "
     "HERE 1,/"},
    {"a{a}",
     "Unescaped left brace in regex is passed through in regex; marked by <-- HERE in m/a{ <-- "
     "HERE a}/"},
    {"\\l",
     "Unrecognized escape \\l passed through in regex; marked by <-- HERE in m/\\l <-- HERE /"},
    {"\\y",
     "Unrecognized escape \\y passed through in regex; marked by <-- HERE in m/\\y <-- HERE /"},
    {"\\Y",
     "Unrecognized escape \\Y passed through in regex; marked by <-- HERE in m/\\Y <-- HERE /"},
    {"\\z*",
     "\\z* matches null string many times in regex; marked by <-- HERE in m/\\z* <-- HERE /"},
    {"^*", "^* matches null string many times in regex; marked by <-- HERE in m/^* <-- HERE /"},
    {"$*", "$* matches null string many times in regex; marked by <-- HERE in m/$* <-- HERE /"},
    {"\\b+",
     "\\b+ matches null string many times in regex; marked by <-- HERE in m/\\b+ <-- HERE /"},
    {"(?=a)*",
     "(?=a)* matches null string many times in regex; marked by <-- HERE in m/(?=a)* <-- HERE /"},
    {"(?:)*",
     "(?:)* matches null string many times in regex; marked by <-- HERE in m/(?:)* <-- HERE /"},
    {"()*", "()* matches null string many times in regex; marked by <-- HERE in m/()* <-- HERE /"},
    {"\\G*",
     "\\G* matches null string many times in regex; marked by <-- HERE in m/\\G* <-- HERE /"},
    {"\\E",
     "Unrecognized escape \\E passed through in regex; marked by <-- HERE in m/\\E <-- HERE /"},
    {"\\i",
     "Unrecognized escape \\i passed through in regex; marked by <-- HERE in m/\\i <-- HERE /"},
    {"\\q",
     "Unrecognized escape \\q passed through in regex; marked by <-- HERE in m/\\q <-- HERE /"},
    {"[\\q]",
     "Unrecognized escape \\q in character class passed through in regex; marked by <-- HERE in "
     "m/[\\q <-- HERE ]/"},
    {"[a-[:digit:]]",
     "False [] range \"a-[:digit:]\" in regex; marked by <-- HERE in m/[a-[:digit:] <-- HERE ]/"},
    {"[\\R]",
     "Unrecognized escape \\R in character class passed through in regex; marked by <-- HERE in "
     "m/[\\R <-- HERE ]/"},
    {"[\\X]",
     "Unrecognized escape \\X in character class passed through in regex; marked by <-- HERE in "
     "m/[\\X <-- HERE ]/"},
    {"[\\B]",
     "Unrecognized escape \\B in character class passed through in regex; marked by <-- HERE in "
     "m/[\\B <-- HERE ]/"},
    {"[\\A]",
     "Unrecognized escape \\A in character class passed through in regex; marked by <-- HERE in "
     "m/[\\A <-- HERE ]/"},
    {"(?-p)", "Useless use of (?-p) in regex; marked by <-- HERE in m/(?-p <-- HERE )/"},
    {"[\\d-\\w]", "False [] range \"\\d-\" in regex; marked by <-- HERE in m/[\\d- <-- HERE \\w]/"},
    {"[\\pL-z]", "False [] range \"\\pL-\" in regex; marked by <-- HERE in m/[\\pL- <-- HERE z]/"},
    {"[\\E]",
     "Unrecognized escape \\E in character class passed through in regex; marked by <-- HERE in "
     "m/[\\E <-- HERE ]/"},
    {"[\\Q]",
     "Unrecognized escape \\Q in character class passed through in regex; marked by <-- HERE in "
     "m/[\\Q <-- HERE ]/"},
    {"[\\18]",
     "Non-octal character '8' terminates \\0 early.  Resolved as \"\\0018\" in regex; marked by "
     "<-- HERE in m/[\\18 <-- HERE ]/"},
    {"[\\xg]",
     "Non-hex character 'g' terminates \\x early.  Resolved as \"\\x00g\" in regex; marked by "
     "<-- HERE in m/[\\x <-- HERE g]/"},
    {"[\\c!]",
     "\"\\c!\" is more clearly written simply as \"a\" in regex; marked by <-- HERE in m/[\\c! "
     "<-- HERE ]/"},
    {"\\c!",
     "\"\\c!\" is more clearly written simply as \"a\" in regex; marked by <-- HERE in m/\\c! "
     "<-- HERE /"},
    {"\\018",
     "Non-octal character '8' terminates \\0 early.  Resolved as \"\\0018\" in regex; marked by "
     "<-- HERE in m/\\018 <-- HERE /"},
    {"\\08",
     "Non-octal character '8' terminates \\0 early.  Resolved as \"\\0008\" in regex; marked by "
     "<-- HERE in m/\\08 <-- HERE /"},
    {"\\x{61 62}",
     "Non-hex character ' ' terminates \\x early.  Resolved as \"\\x{61}\" in regex; marked by "
     "<-- HERE in m/\\x{61 62} <-- HERE /"},
    {"\\x{61_}",
     "Non-hex character '_' terminates \\x early.  Resolved as \"\\x{61}\" in regex; marked by "
     "<-- HERE in m/\\x{61_} <-- HERE /"},
    {"\\x{6__1}",
     "Non-hex character '_' terminates \\x early.  Resolved as \"\\x{06}\" in regex; marked by "
     "<-- HERE in m/\\x{6__1} <-- HERE /"},
    {"\\bb{",
     "Unescaped left brace in regex is passed through in regex; marked by <-- HERE in m/\\bb{ "
     "<-- HERE /"},
    {"a{3",
     "Unescaped left brace in regex is passed through in regex; marked by <-- HERE in m/a{ <-- "
     "HERE 3/"},
    {"(a{3)",
     "Unescaped left brace in regex is passed through in regex; marked by <-- HERE in m/(a{ <-- "
     "HERE 3)/"},
    {"a{ 3",
     "Unescaped left brace in regex is passed through in regex; marked by <-- HERE in m/a{ <-- "
     "HERE  3/"},
    {"(){3,2}",
     "Quantifier {n,m} with n > m can't match in regex; marked by <-- HERE in m/(){3,2} <-- "
     "HERE /"},
    {"[.a.]",
     "POSIX syntax [. .] belongs inside character classes (but this one isn't implemented) in "
     "regex; marked by <-- HERE in m/[.a.] <-- HERE /"},
    {"[=a=]",
     "POSIX syntax [= =] belongs inside character classes (but this one isn't implemented) in "
     "regex; marked by <-- HERE in m/[=a=] <-- HERE /"},
    {"x[:alpha:]y",
     "POSIX syntax [: :] belongs inside character classes in regex; marked by <-- HERE in "
     "m/x[:alpha:] <-- HERE y/"},
    {"[a]{x", "Unescaped left brace in regex is passed through in regex; marked by"
              " <-- HERE in m/[a]{ <-- HERE x/"},
    {"(a){x", "Unescaped left brace in regex is passed through in regex; marked by"
              " <-- HERE in m/(a){ <-- HERE x/"},
};

TEST(CompileError, PerlsWords) {
  for (const Case& c : errors) EXPECT_EQ(compile_error(c.pattern), c.message) << c.pattern;
}

TEST(CompileError, Warnings) {
  for (const Case& c : warnings) {
    RegexPointer regex = compile(c.pattern);
    ASSERT_TRUE(regex) << c.pattern;
    ASSERT_EQ(regex->warnings().size(), 1u) << c.pattern;
    EXPECT_EQ(regex->warnings()[0].message, c.message);
  }
}

TEST(CompileError, RefusedByName) {
  for (const char* pattern :
       {"\\b{wb}", "(*sr:a)", "\\p{InGreek}", "\\p{Age=3.0}", "\\p{IsMine}"}) {
    RegexError error;
    RegexPointer regex(Regex::compile(pattern, false, RegexFlags{}, error));
    EXPECT_FALSE(regex) << pattern;
    EXPECT_TRUE(error.unsupported) << pattern;
    EXPECT_NE(error.message.find("is not supported by perlipc"), std::string::npos) << pattern;
  }
}

TEST(CompileError, CodeThatNobodyNamed) {
  for (const char* pattern : {"(?{ 1 })", "(?\?{ 1 })", "(?(?{1})b)"}) {
    RegexError error;
    RegexPointer regex(Regex::compile(pattern, false, RegexFlags{}, error));
    EXPECT_FALSE(regex) << pattern;
    EXPECT_TRUE(error.needs_code) << pattern;
    EXPECT_EQ(pattern[error.code_at], '{') << pattern;
  }
}

TEST(CompileError, LongPatternsAreCut) {
  std::string pattern = "(?#" + std::string(125, 'y');
  std::string message = compile_error(pattern);
  EXPECT_EQ(message,
            "Sequence (?#... not terminated in regex m/" + pattern.substr(0, 117) + ".../");
}

TEST(CompileError, QuotesUtf8Patterns) {
  RegexError error;
  RegexPointer regex(Regex::compile("\xc3\xa9(", true, RegexFlags{}, error));
  EXPECT_FALSE(regex);
  EXPECT_TRUE(error.utf8);
  EXPECT_EQ(error.message, "Unmatched ( in regex; marked by <-- HERE in m/\xc3\xa9( <-- HERE /");
}

TEST(CompileError, DeepNestingIsRefused) {
  std::string message = compile_error(std::string(5000, '(') + std::string(5000, ')'));
  EXPECT_EQ(message.substr(0, 27), "Too many nested open parens");
}

}  // namespace
}  // namespace perlipc::test
