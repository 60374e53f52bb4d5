// The parser: program text in, FunctionScope trees out; named subs, BEGIN blocks and `use` go to
// the host as soon as they are complete. Recursive descent over statements, precedence climbing
// over expressions; variables are resolved while reading.
//
// How syntax is lowered (what ast.h leaves open)
// - Chained comparison `a < b <= c`: one Binary with Chained; kids are the operands (n+1), text
//   holds the n operators, one Op per byte. Each operand is evaluated at most once.
// - `while (<FH>)`, glob, readdir, each, shift-less readline, and `my $x = <FH>` of those, in
//   while/until-less conditions and C-style for: Func defined(Assign($_ or target, read)).
// - $h{a,b}: HashIndex whose key is Func join($;, List).
// - *foo{THING}: HashIndex whose aggregate is GlobVar or Deref('*').
// - ${ expr }, @{ expr }: Deref of the expression; of a DoBlock when the braces hold statements.
// - `my $x`: node My with one kid, no Paren; `my ($x, undef)`: Paren. `our` variables have decl and
//   text = qualified name. `local our $x`: Local over My.
// - Signatures: FunctionScope::signature is a List, one element per parameter:
//     $x          Assign(My $x, Index(@_, i))
//     $x = EXPR   Assign(My $x, Ternary(Binary NumGt(@_ as number, i), Index(@_, i), EXPR))
//     $ = EXPR    LogOr(Binary NumGt(@_, i), EXPR)
//     @r / %h     Assign+ListAssign(My @r, Slice(@_, Range(i, ArrayLen @_)))
//   min_args, max_args and slurpy are what the arity check needs.
// - Prototypes: `$` wraps an argument that is not plainly a scalar in Func scalar; `\@`, `\[$@%]`
//   wrap it in Ref; `&` with a block becomes AnonSub; `_` inserts $_; `*` leaves a bareword Str.
// - Lexical subs: Call+Dynamic, kid 0 = CodeVar with decl.
// - `x` with (list) or qw on the left: ListRepeat. `..` in parentheses is not special.
// - s///e: replacement is a Block; for /ee text keeps both e's. Trans text is UTF-8; an escaped
//   minus is "\x01-", a literal U+0001 is "\x01\x01".
// - print {expr} LIST: HasHandle | BlockValue. `system { prog } LIST`, exec: Func with HasBlock,
// kid
//   0 = the expression in the block. Indirect object syntax is Method with Indirect.
// - LABEL: on a plain statement: text of the Statement. Loops and bare blocks have it themselves.
// - Statement modifiers: If/While/Foreach with Modifier, the body being an expression.
// - `do BLOCK while`: While with Modifier | PostCheck. until/unless: Negated.
// - Foreach: the loop variable is kid 0: My (lexical), ScalarVar (outer lexical or global) or Nop.
// - split /PATTERN/: kid 0 is a Qr node; any other first operand is an expression (' ' a plain Str).
// - Call through an arrow or a subscript (f()->(1), $x[0](1)): Dynamic | Ampersand | BlockValue.
// - Statement line: that of its first token; as perl does it, an anonymous sub or a block of
//   map/grep/sort/do/eval/@{...} inside a multi-line simple statement moves it (line_after_sub()).
// - `use`/`no`: nothing remains in the tree. `sub name {...}`: SubDef (text = name) as a marker;
// with
//   decl for lexical subs, whose FunctionScope has lexical_sub set: kid 0 = AnonSub to instantiate.
// - `return LIST`: Return; `goto &f`: Goto+Ampersand, kid 0 CodeVar or Deref('&').
// - Func eval/evalbytes of a string: eval_info tells scope and sequence.
// - Refused by name: refaliasing (foreach \my), source filters.
#pragma once
#include "builtins/table.h"
#include "interp/lexer.h"
#include "interp/lint.h"
#include "interp/value/warnings.h"
#include <unordered_map>

namespace perlipc {

// What to parse. `text`, `file`, `package` are copied; parent scopes and hints must outlive the
// result (whoever runs a string eval keeps its caller's unit alive).
struct ParseInput {
  std::string_view text;
  bool utf8 = false;  // text is UTF-8 characters (eval of a character string)
  std::string_view file = "-";
  std::uint32_t first_line = 1;
  BlockScope* parent_block = nullptr;  // string eval: where it stands
  FunctionScope* parent_function = nullptr;
  std::uint32_t sequence = 0;    // EvalInfo::sequence
  const Hints* hints = nullptr;  // null: default hints
  std::string_view package = "main";
  bool is_eval = false;
  bool is_program = false;  // the main program: nothing uses its last value either
};

struct ParseResult {
  FunctionScope* unit = nullptr;
  std::shared_ptr<Arena> arena;
  // Offset in the text behind __END__ or __DATA__ and its newline; npos when there is none.
  std::size_t data_offset = std::string_view::npos;
  std::string_view filtered_text;  // what data_offset counts in when a source filter was at work
  std::string_view data_package;   // package whose DATA handle it is; empty: not to be opened
  int errors = 0;                  // messages given to ParserHost::error()
};

class Parser : public Lexer {
 public:
  Parser(const ParseInput& input, ParserHost& host);
  ~Parser();
  static const char* describe(const Node* n);  // perl's op name, for "Can't modify X"
  static void append_character(std::string& out, std::uint32_t c);  // as UTF-8
  static std::string shown_name(const Node* n);  // of a variable, without sigil and main::
  // Throws SyntaxError when parsing cannot go on. Call once.
  ParseResult parse();
  // Another text, compiled meanwhile, mentions a name.
  void mentioned_elsewhere(std::string_view qualified);

  // For native pragmas and caller(), while the host is called back.
  const Hints* hints() const { return hints_; }
  Hints& hints_for_update();
  std::string_view current_package() const { return package_; }
  FunctionScope* current_function() const { return function_; }
  // `use utf8` and its end change how the text that follows is read.
  void set_utf8_source(bool on) { utf8_ = on; }
  Arena& arena() { return arena_; }
  std::shared_ptr<Arena> arena_owner() const { return arena_owner_; }

 private:
  friend class Lint;
  using BuiltinId = builtin::BuiltinId;
  // Binding strength, weakest first (perlop "Operator Precedence and Associativity").
  enum Level : int {
    LowOr = 1,
    LowAnd,
    LowNot,
    Comma,
    Assignment,
    Conditional,
    RangeLevel,
    OrOr,
    AndAnd,
    BitOrs,
    BitAnds,
    Equality,
    Relational,
    IsaLevel,
    Uni,
    Shift,
    Additive,
    Multiplicative,
    Binding,
    UnaryOps,
    Power,
    Increment,
    Arrow
  };
  struct Operator;

  // --- scopes (scope.cpp, parser_scope.cpp) ------------------------------------------------------
  struct BlockMark {
    BlockScope* block;
    const Hints* hints;
    std::string_view package;
    bool utf8;
    std::size_t pending_base;
  };
  BlockMark enter_block();
  BlockScope* leave_block(const BlockMark& mark);
  FunctionScope* begin_function(BlockMark& mark);
  void end_function(FunctionScope* function, const BlockMark& mark);
  VarDecl* declare(std::string_view name, DeclKind kind, std::uint32_t line);
  void check_redeclared(std::string_view name, DeclKind kind, std::uint32_t line);
  void check_our_redeclared(std::string_view name, std::uint32_t line);
  void intro_pending();
  VarDecl* find_lexical(std::string_view name);
  void capture(VarDecl* decl);
  void note_string_eval();
  void note_pattern_eval(Node* n);
  void note_args(bool as_array);
  void note_aliased(Node* n);
  static void note_referenced(Node* n);
  std::string_view qualify(char sigil, std::string_view name);
  std::string_view qualify_sub(std::string_view name);
  const StatementInfo* statement_info();
  void set_package(std::string_view package);
  void set_hints(const Hints* hints);
  bool strict(std::uint32_t bit) const { return (hints_->bits & bit) != 0; }
  bool feature(std::uint32_t bit) const { return (hints_->features & bit) != 0; }
  bool warns(Warning category, Severity severity = Severity::Normal) const {
    return host_.warning_on(*hints_, category, severity);
  }
  void warn(Warning category, const std::string& text, std::uint32_t line,
            Severity severity = Severity::Normal);
  void warn_here(Warning category, const std::string& text) override {
    warn(category, text, line_);
  }
  void warn_severe(Warning category, std::string text) override {
    host_.warn(*hints_, category, Severity::Severe, std::move(text));
  }

  // --- statements (parser_stmt.cpp, parser_loops.cpp)
  // ---------------------------------------------
  void statements(Node* block, bool until_brace);
  Node* statement();
  Node* statement_word(bool& handled);
  Node* simple_statement();
  Node* modifiers(Node* body);
  // --- suspicious code (parser_checks.cpp)
  void warn_condition(const Node* cond, std::uint32_t line);
  const Node* decided(const Node* condition);
  void warn_unintended();
  void warn_found_assignment(const Node* cond, std::uint32_t line);
  void warn_old_separator();
  void warn_not_imported(std::string_view name, std::string_view qualified);
  void warn_interpreted_as_function(std::string_view name);
  void check_bitwise(const Node* n);
  void check_bracket_variable(const Node* n);
  void check_bound_list(const Node* left, const Node* right);
  void check_reversed();
  void check_function(const Node* call);
  void check_ambiguous_unary(const char* from);
  void check_open_precedence();
  void check_stat(const Node* operand);
  void check_multidimensional(std::string_view name);
  void check_transliteration(const Node* n);
  void check_prototype(std::string_view text, const FunctionScope* f, std::uint32_t line);
  // What reading on after an error starts from (parser_recover.cpp).
  struct Place {
    BlockScope* block;
    FunctionScope* function;
    const Hints* hints;
    std::string_view package;
    bool utf8;
    std::size_t pending, pending_base;
    Source* source;
    std::uint32_t statement_line;
  };
  Place place() const;
  void return_to(const Place& place);
  Node* recovering_statement();
  [[noreturn]] void stray_brace();
  void skip_statement(const SyntaxError& error);
  void discard(const TokenTrail::Token& token);
  void end_of_braces();
  void describe_words(TokenTrail::Text& text) const override;
  void move_to(const char* to);
  [[noreturn]] void give_up();
  [[noreturn]] void abort_in_string();
  bool names_keyword(std::string_view name) override { return reserved_word(name); }
  bool names_sub(std::string_view name) override { return is_declared_sub(name); }
  void check_sort_block(const Node* block);
  struct EarlyCall {
    std::string_view name;
    std::uint32_t line;
    const StatementInfo* info;
    const FunctionScope* function;
  };
  void check_early_calls(const FunctionScope* function);
  // Names of the main program, for "used only once" (parser_once.cpp). Known: subs and what is
  // declared; nothing is ever said about them.
  enum class Use : std::uint8_t { Plain, Known };
  struct Mention {
    std::string_view name, file;
    std::uint32_t line;
    int uses;
    bool in_sub;  // a sub or BEGIN block names it: its code made the symbol
  };
  bool mention(std::string_view qualified, Use use = Use::Plain);  // whether it was known before
  void mention_handle(std::string_view name);
  void warn_used_once();
  std::vector<Mention> mentions_;
  std::unordered_map<std::string_view, std::size_t> mention_index_;
  std::vector<EarlyCall> early_calls_;  // of subs not known when the call was read
  Node* labelled(std::string_view label);
  Node* finish_statement(Node* body, std::uint32_t line, const StatementInfo* info);
  Node* block();                      // { statements } in a scope of its own
  const char* term_brace_ = nullptr;  // a { here begins an anonymous hash, not a block
  void block_body(Node* into);        // after {: statements and the closing }
  Node* compound_if(bool negated, bool first = true);
  Node* compound_while(std::string_view label, bool negated);
  Node* compound_for(std::string_view label);
  Node* foreach_rest(Node* var, std::string_view label, const BlockMark& mark, std::uint32_t line);
  Node* c_style_for(Node* init, std::string_view label, const BlockMark& mark, std::uint32_t line);
  Node* bare_block(std::string_view label);
  Node* continue_block();
  Node* try_statement();
  Node* defer_statement();
  Node* given_when(NodeKind kind);
  void warn_switch(NodeKind kind, std::uint32_t line);
  Node* when_condition(Node* cond);
  Node* smart_operand(Node* n);
  Node* loop_condition(Node* cond);
  Node* condition();
  void missing_brace();
  void change_source();
  void found_end_marker(std::string_view word);

  // --- subs, packages, use (parser_sub.cpp, parser_use.cpp)
  // ---------------------------------------
  Node* sub_statement(DeclKind kind, bool lexical);
  Node* anon_sub();
  FunctionScope* sub_body(FunctionScope* function, const BlockMark& mark, bool allow_forward);
  FunctionScope* block_function();  // & prototype: { ... } as an anonymous sub
  // Attributes of a sub (null: of a variable) as written, those subs know by themselves applied.
  std::vector<std::string_view> attribute_list(FunctionScope* function);
  void sub_attributes(FunctionScope* function);
  void prototype_attribute(FunctionScope* function, std::string_view value, bool again);
  [[noreturn]] void bad_attribute_separator();
  void prototype_text(FunctionScope* function);
  void signature(FunctionScope* function);
  Node* signature_parameter(FunctionScope* function, int index);
  [[noreturn]] void illegal_parameter_operator(const char* from, Node* my, bool mandatory);
  Node* format_statement();
  Node* format_line(std::string_view picture, Node* values, std::uint32_t line);
  Node* format_values();
  Node* special_block(std::string_view kind);
  Node* package_statement();
  const char* version_error(const char* why, const char* from);
  void no_version(const char* why);
  [[noreturn]] void bad_version(const char* why, const char* from);
  Node* use_statement(bool no);
  void use_version(bool no, std::string_view text, double number, std::uint32_t line);
  std::optional<std::string_view> version_here();
  static double version_number(std::string_view text);

  // --- expressions (parser_expr.cpp, parser_ops.cpp)
  // -----------------------------------------------
  Node* expression() { return parse(LowOr); }
  Node* assign_expression() { return parse(Assignment); }
  Node* parse(int level);
  // Before going deeper, or on with the row of operators that has got so long.
  void check_depth(std::size_t in_row = 1);
  static constexpr std::size_t kLongRow = 100;
  Node* comma_list(Node* first);
  bool comma_here();
  bool list_ends();
  void list_items(Node* list);  // expressions separated by commas, up to a closer
  bool read_operator(Operator& op);
  bool word_operator(Operator& op);
  Node* apply(const Operator& op, Node* left);
  Node* assignment(const Operator& op, Node* left);
  Node* binding(Node* left, bool negated);
  Node* chained(const Operator& op, Node* left);
  Node* unary();
  Node* minus();
  Node* power(Node* base);
  Node* increment(Node* operand);
  bool is_list_lvalue(const Node* n) const;
  // Checks and marks what is modified; deferred: an error waits for the end of the call.
  Node* lvalue(Node* n, const char* op, bool deferred = false);
  Node* file_test(char letter);

  // --- terms (parser_term.cpp, parser_variable.cpp)
  // -------------------------------------------------
  Node* term();
  Node* parenthesised();
  Node* anon_array();
  Node* anon_hash();
  Node* reference();
  Node* angle();
  Node* slash_match();
  Node* postfix(Node* n);
  Node* pointed(char sigil, Node* reference);
  Node* arrow(Node* n);
  Node* method_call(Node* invocant);
  Node* deref_slice(Node* n, char sigil);
  Node* call_arguments(Node* call);  // (...) after & or ->
  static Node* items_of(Node* inner);
  Node* list_slice(Node* list);
  Node* index(Node* aggregate);       // [ ... ]
  Node* hash_index(Node* aggregate);  // { ... }
  Node* hash_key();
  Node* slice(Node* aggregate, char sigil);
  Node* hash_slice(Node* aggregate, char sigil);
  Node* deref(char sigil, Node* expr);
  Node* scalar_variable();
  Node* array_variable();
  Node* hash_variable();
  Node* code_variable(bool call);
  Node* glob_variable();
  Node* array_length();
  Node* deref_operand();
  Node* braced_operand(std::string_view* name);
  void warn_braced_name(char sigil, std::string_view name, bool subscript, std::uint32_t line);
  Node* braced_element(std::string_view name, char sigil);
  std::string_view variable_name();  // behind the sigil; empty when none is there
  Node* variable(char sigil, std::string_view name);
  Node* element(std::string_view name);  // $name followed by [ or {, or plain
  bool subscript_follows(char open);
  Node* my_declaration(DeclKind kind);
  Node* my_variable(DeclKind kind);
  Node* beyond_declaration(Node* variable);
  Node* variable_attributes(Node* my);
  Node* with_attributes(Node* expression);
  void warn_missing_parentheses(const char* word);
  Node* local_declaration();
  Node* topic();

  // --- words (parser_word.cpp, parser_builtin.cpp, parser_call.cpp, parser_print.cpp)
  // --------------
  Node* word();
  bool quote_operator_here();
  Node* quote_word(std::string_view name);
  Node* keyword(std::string_view name, std::uint32_t line);
  Node* bareword(std::string_view name);
  Node* plain_bareword(std::string_view name, std::uint32_t line, bool strict_check);
  void warn_reserved(std::string_view name, std::uint32_t line);
  void word_instead(std::string_view name) override {
    if (!strict(Hints::StrictSubs) && !reserved_word(name) && !is_declared_sub(name))
      warn_reserved(name, line_);
  }
  void warn_package(std::string_view name);
  void warn_infix_sigil(std::string_view name);
  // Words that strict refuses (parser_strict.cpp).
  void refuse_word(Node* n);
  void refuse_folded_word(Node* n);
  void refuse_strict_words(FunctionScope* function);
  Node* user_call(std::string_view name, const SubInfo& info, VarDecl* lexical);
  Node* indirect_object(std::string_view method, const SubInfo& info);
  bool operator_behind_object() const;
  Node* new_call(std::string_view name, VarDecl* lexical);
  bool reserved_word(std::string_view name) const;
  bool feature_allows(BuiltinId id) const;
  void prototype_arguments(Node* call, std::string_view name, std::string_view prototype,
                           bool parens, bool one_only);
  Node* prototype_argument(std::string_view spec, int number, std::string_view name, bool parens,
                           int level);
  Node* prototype_reference(Node* arg, std::string_view allowed, int number, std::string_view name);
  Node* argument(bool parens, int level = Assignment);
  static bool plain_scalar(const Node* n);
  bool lexical_subs_possible() const { return lexical_subs_; }
  bool overridden(std::string_view name, std::string_view& qualified);
  bool is_declared_sub(std::string_view name);
  bool term_follows(bool unary = false);
  bool declared_sub(std::string_view qualified, SubInfo& info);
  bool handle_word_here(std::string_view& name, const char*& after);
  Node* builtin_call(BuiltinId id, std::uint32_t line);
  Node* nullary(BuiltinId id);
  Node* named_unary(BuiltinId id);
  Node* list_operator(BuiltinId id);
  Node* special_builtin(BuiltinId id);
  void operands(Node* call, BuiltinId id, bool parens);
  void low_operators(Node* call);
  Node* operand(BuiltinId id, char letter, int number, bool parens, int level);
  Node* tie_operand(BuiltinId id, Node* n);
  Node* ask_each_branch(Node* call);
  bool spread_list(Node* call, std::string_view ops);
  Node* handle_operand(bool parens, int level);
  void flush_deferred(bool parens);
  void arity_error(const char* what, std::string_view name, bool parens);
  Node* aggregate_operand(BuiltinId id, Node* n, char letter, int number);
  Node* print_call(BuiltinId id);
  Node* handle_before_list(bool parens, bool& is_block);
  bool scalar_is_handle();
  bool term_after_handle(const char* s) const;
  Node* sort_call();
  Node* map_or_grep(NodeKind kind);
  bool brace_is_hash();  // { at p_: anonymous hash rather than block
  Node* inner_block();   // { ... } of do and eval
  Node* list_block();    // { ... } of sort, map, grep
  void line_after_sub();
  Node* eval_call();
  Node* do_call();
  Node* require_call();
  Node* return_call();
  Node* loop_control(char which);
  Node* goto_call();
  Node* defined_like(BuiltinId id);
  Node* undef_call();
  Node* delete_or_exists(BuiltinId id);
  Node* scalar_call();
  Node* split_call();
  Node* sort_subname();
  Node* func_with_items(BuiltinId id, bool& parens);
  Node* glob_call();
  Node* system_call(BuiltinId id);
  Node* select_or_eof(BuiltinId id);
  Node* not_operator();
  Node* func(BuiltinId id) {
    Node* n = node(NodeKind::Func);
    n->iv = static_cast<std::int64_t>(id);
    return n;
  }
  Node* func(BuiltinId id, Node* a) {
    Node* n = func(id);
    n->first = a;
    return n;
  }

  // --- quote-like (quote_like_parse.cpp, quote_like_interpolate.cpp, quote_like_escape.cpp)
  // --------
  enum class Context { String, Pattern, QuotedPattern };  // the last: m'...', code only
  struct Builder;
  Node* single_quoted(const Quoted& q);
  // Literals that overload::constant handles (parser_constants.cpp).
  bool has_handlers() const { return hints_->references != nullptr; }
  Node* numeric_literal();
  Node* handled_literal(const char* kind, std::string_view source, Node* plain, const char* mode);
  Node* handled_string(std::string_view source, Node* plain, const char* mode) {
    return has_handlers() ? handled_literal("q", source, plain, mode) : plain;
  }
  std::string_view handled_translation(std::string_view source, std::string_view text);
  Node* double_quoted(const Quoted& q);
  Node* backticks(const Quoted& q);
  Node* heredoc_term();
  Node* qw_list();
  Node* match_operator(bool explicit_m);
  Node* qr_operator();
  Node* substitution();
  Node* transliteration();
  Node* pattern(const Quoted& q, std::string_view flags);
  Node* replacement_code(const Quoted& q);
  std::string_view take_flags(std::string_view allowed);
  std::string_view trans_text(const Quoted& q);
  Quoted second_part(const Quoted& first, const char* what);
  void quote_space();  // white space (and comments) before a delimiter
  bool high_bytes(std::string_view text) const;
  Node* interpolate(const Quoted& q, Context context, bool extended = false);
  Node* interpolate_run(Context context, std::string& stack);
  Node* case_escape(Context context, std::string& stack);
  bool interpolates_here(Context context) const;
  void error_within(const std::string& text);  // of a string or pattern; reading goes on
  [[noreturn]] void fail_quoted();
  Node* interpolated_scalar(Context context);
  Node* interpolated_array(Context context);
  Node* interpolated_postfix(Node* n);
  bool string_subscript(char open, Context context) const;
  bool pattern_bracket_is_index() const;
  Node* pattern_code();
  void escape(Builder& b);  // p_ at the backslash
  std::uint32_t escaped_number(char kind);
  void warn_early_end(char kind, char at, std::uint32_t value, bool braces);
  void warn_control(char name, char result);
  std::u32string named_characters();

  static void append(Node* parent, Node* kid);
  static std::string_view name_of(BuiltinId id) { return builtin::builtin_row(id).name; }
  void refuse(const std::string& what);  // construct that perlipc does not support

  std::shared_ptr<Arena> arena_owner_;
  ParseInput input_;
  const Hints* hints_ = nullptr;
  bool hints_used_ = true;  // a statement refers to *hints_
  const StatementInfo* info_ = nullptr;
  std::string_view package_;
  FunctionScope* function_ = nullptr;
  BlockScope* block_ = nullptr;
  std::uint32_t sequence_ = 1;
  std::vector<VarDecl*> pending_;  // declared, not yet visible
  std::size_t pending_base_ = 0;
  bool lexical_subs_ = false;
  bool in_my_ = false, in_signature_ = false;
  bool in_replacement_ = false;  // text of s///'s second half: \1 means $1
  bool in_replacement_code_ = false;
  int errors_before_ = 0;  // this statement
  bool stray_ = false;     // the error is a } that closes nothing
  bool ended_ = false;     // __END__ seen
  // The line perl gives the statement being read: its first, until a block or sub inside moves it.
  std::uint32_t statement_line_ = 0;
  const char* sub_word_ = nullptr;      // `sub` of the one whose attributes are read
  std::vector<Node*> attribute_calls_;  // for the variables declared in this statement
  const char* last_not_equal_ = nullptr;
  int version_used_ = 0;  // minor number of the last `use VERSION`
  const NativeStack& stack_;
  Lint lint_{*this, host_};
  std::vector<std::string> deferred_;  // messages about arguments of the call being read
  std::string_view unintended_;        // the array that is interpolated, perhaps by mistake
  std::size_t data_offset_ = std::string_view::npos;
  std::size_t text_size_ = 0;  // of the whole text when it has an end marker
  bool filtered_ = false;
  std::string_view data_package_;
  const char* text_begin_ = nullptr;
};

}  // namespace perlipc
