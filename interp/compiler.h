// Compiler: one FunctionScope (syntax tree) -> FuncProto (register bytecode).
//
// Slots: variables and temporaries share one numbering. A variable keeps its slot until its block
// ends; temporaries live at most until their statement ends. "Alias" temporaries hold pointers to
// places; their slots are reserved and never hold plain values.
// Lists are built on the VM stack above the frame; a mark (kInternal value in a slot) remembers
// where a list began when its length is not known at compile time.
#pragma once
#include "builtins/table.h"
#include "interp/parser_host.h"
#include "interp/program.h"
#include "interp/regex_ops.h"
#include "interp/value/warnings.h"
#include <unordered_map>

namespace perlipc {

class VM;

// How list items are pushed.
enum class ListMode : std::uint8_t {
  Copy,     // plain values
  Alias,    // modifiable aliases; array elements are boxed
  Pointer,  // raw pointers to elements: only when nothing can move them meanwhile
  Late,     // aliases of what exists, to be read when the list is complete; nothing is created
  Returned  // as Alias from an lvalue sub: arrays themselves when a list is assigned to the call
};

// What grep returns of the elements it went over; bits of MapDone.
enum class GrepResults : std::uint8_t { Pointers = 0, Aliases = 2, Copies = 4 };

// Gives a flag another value until the end of the C++ scope.
class FlagScope {
 public:
  FlagScope(bool& flag, bool value) : flag_(flag), before_(flag) { flag = value; }
  ~FlagScope() { flag_ = before_; }
  FlagScope(const FlagScope&) = delete;
  FlagScope& operator=(const FlagScope&) = delete;

 private:
  bool& flag_;
  bool before_;
};

// A pure builtin called while compiling; undef when the call would warn or die.
Value computed_at_once(VM& vm, builtin::BuiltinId id, std::vector<Value>& args);

class Compiler {
 public:
  Compiler(VM& vm, FunctionScope* scope, std::shared_ptr<Arena> arena);
  // Returns an owned FuncProto. Throws SyntaxError.
  FuncProto* compile();

 private:
  using Operand = std::uint16_t;
  struct Label {
    std::int64_t pc = -1;
    std::vector<std::uint32_t> uses;
  };
  struct Loop {
    std::string_view label;
    Label *next, *last, *redo;
    std::size_t scope_depth;       // scopes_ above this are left by a jump out
    std::size_t body_scope_depth;  // scopes that stay open for redo/next
    std::size_t open_marks;        // open_marks_ beyond this are dropped by a jump out
    std::size_t body_marks;        // same, at the level of the body (next, redo)
    std::uint32_t body_pc = 0;     // where the body begins, and the calls emitted before it
    int body_calls = 0;
    int eval_depth, try_depth;
    bool pseudo;        // sort/map/grep block or do-while: not a loop for next/last
    bool of_sort;       // no loop can be left from inside of it
    bool tail = false;  // Given: the value of its block is wanted
    LoopRange::Kind kind = LoopRange::Loop;
    Operand match_copy = kNone;  // the last match when the loop began
  };
  struct Scope {
    BlockScope* block;
    int first_slot;
    int floor_before;
    Operand save_slot = kNone;  // height of the save stack at entry
    std::uint32_t save_begin = 0;
    Operand match_copy = kNone;
    std::uint32_t number = 0;
    std::uint32_t begin = 0;
    bool has_label = false;
    int local_floor = -1;  // variables from here on were declared after the first `local`
    int late_slot = -1;    // variables from here on are cleared after the others
    std::vector<Operand> extra_clear;
  };

  // --- emitting (compiler.cpp)
  std::uint32_t emit(Opc op, unsigned a = 0, unsigned b = 0, unsigned c = 0);
  Opc for_operands(Opc op, unsigned a, unsigned b, unsigned c) const;
  void emit_extension(std::uint32_t target, std::uint32_t more = 0);
  void emit_jump(Opc op, Label& label, unsigned a = 0, unsigned b = 0, unsigned c = 0,
                 std::uint32_t more = 0);
  void meet_signals();
  void place_label(Label& label);
  std::uint32_t here() {
    if (unsettled_ >= 0) [[unlikely]]
      settle_taint();
    return static_cast<std::uint32_t>(proto_->code.size());
  }
  // Taint checks (compiler_taint.cpp): emit() under -T. What settles an instruction's results follows
  // it, behind its extension word.
  std::uint32_t append(Opc op, unsigned a = 0, unsigned b = 0, unsigned c = 0);
  std::uint32_t emit_tainting(Opc op, unsigned a, unsigned b, unsigned c);
  void settle_taint();
  void taint_arguments(std::uint32_t count, Operand mark);
  void mark_node(const Node* node);
  void statement_line(const Node* node);
  // A constant's operand; behind the first ones of a function a temporary that is loaded with it.
  Operand constant(Value v);
  std::uint32_t constant_index(Value v);
  std::uint32_t add_constant(Value v);
  Operand constant_name(std::string_view text, bool utf8 = false);  // never a temporary
  static Value lasting(Value v);                    // its string shared by all code that has it
  void push_constant(Value v);                      // onto the stack
  std::uint32_t readonly_constant(const Value& v);  // index of a read-only scalar of its own
  void push_readonly(const Value& v);
  void push_indexed(std::uint32_t n);
  Operand load_indexed(std::uint32_t n);
  Operand const_int(std::int64_t n);
  Operand const_str(std::string_view text, bool utf8 = false);
  unsigned link(std::string_view qualified);  // index of a glob
  unsigned link_glob(Glob* glob);
  unsigned cache();
  [[noreturn]] void fail(const Node* node, std::string text);
  [[noreturn]] void refuse(const Node* node, std::string what);
  std::string ending(const Node* node) const;  // the end of a message

  // --- slots
  Operand temp();
  void give_back(int keep);
  // So many temporaries are in use that operands share slots where that changes nothing but when
  // what they hold ends.
  bool is_crowded() const { return next_slot_ - floor_ > 256; }
  Operand alias_temp();
  Operand variable_slot();
  Operand variable_run(int n);
  void reserve_variables(BlockScope* scope);
  void reserve_declared(const Node* n);
  void reserve_conditional(const Node* n, bool conditional);
  void renew_declared(const Node* n);
  void end_copy(std::uint32_t begin, std::size_t declared);
  void give_slot(const VarDecl* decl, int slot) {
    slots_[decl] = slot;
    declared_.push_back(decl);
  }
  Operand fixed_slot();  // reserved for the whole function
  Operand fixed_slot_state();
  void end_statement();
  void clear_temporaries();
  bool is_unreserved(int from, int to) const;
  void end_calls(std::uint32_t begin, int calls, int first = 0, int count = 0);
  // What is compiled while it lives is a statement of its own inside of the running one.
  class Inner {
   public:
    explicit Inner(Compiler& compiler);
    ~Inner();
    Inner(const Inner&) = delete;
    Inner& operator=(const Inner&) = delete;

   private:
    Compiler& c_;
    std::uint32_t outer_begin_;
    int outer_calls_;
  };
  void release_alias_temps(std::size_t count) { alias_in_use_ = count; }
  Operand slot_of(const VarDecl* decl);
  enum class MatchScope { Own, Shared };
  void open_scope(BlockScope* block, MatchScope matches = MatchScope::Own);
  Operand keep_match(const Node* operand);
  void close_scope(bool emit_code = true);
  void emit_scope_exit(const Scope& scope, int top);
  void leave_scopes(std::size_t depth);
  void clear_range(int from, int to);
  void clear_buried(int from, int variable, Operand taken);

  // --- statements (compiler_stmt.cpp)
  void statements(Node* first, bool tail);
  void statement(Node* node, bool tail);
  void emit_return(Opc op, unsigned a = 0, unsigned b = 0);
  void block(Node* node, bool tail);
  void compound(Node* node, bool tail);
  void if_statement(Node* node, bool tail);
  void while_statement(Node* node, bool tail);
  void loop_test(Node* cond, bool sense, Label& target, Operand value);
  void loop_value(Operand value);
  bool wants_value(Node* cond, bool negated);
  void cfor_statement(Node* node);
  bool args_stay(const Node* loop) const;
  void foreach_statement(Node* node);
  void foreach_range(Node* node, Node* range, bool reversed);
  void bare_block(Node* node, bool tail);
  void try_statement(Node* node, bool tail);
  void given_statement(Node* node, bool tail);
  void when_statement(Node* node, bool tail);
  Loop* topicalizer();
  void leave_topic(Node* node, char kind);
  void deferred_block(Node* body, const char* kind);
  std::string cannot_leave(std::string_view word) const;
  Operand copied(Operand value);
  void return_statement(Node* node);
  void return_value(Node* node);
  void leave_eval(Node* node);
  void value_as_called(Node* node);
  void wantarray(Operand dst);
  void loop_control(Node* node);
  void goto_statement(Node* node);
  void jump_out(Loop& loop, char kind);
  void body_in_scope(Node* body, bool tail = false, MatchScope matches = MatchScope::Own);
  struct LoopVar {
    Node* node = nullptr;
    Operand slot = kNone;
    unsigned glob = 0;
    enum Kind { Lexical, LexicalOuter, Topic, Global } kind = Topic;
  };
  LoopVar loop_variable(Node* var);
  bool body_is_simple(Node* body, const LoopVar& var);
  Operand save_loop_variable(const LoopVar& var);
  Operand alias_variable(const LoopVar& var);
  void begin_loop(Loop& loop, std::string_view label, Label* next, Label* last, Label* redo);
  void keep_loop_match(Loop& loop, const Node* node);
  static MatchScope body_matches(const Node* cont, const Node* cond = nullptr);
  void begin_body(Loop& loop);
  void end_round();
  static bool calls_in(const Node* node);
  void end_loop_range(const Loop& loop, std::uint32_t begin, int first_slot, Operand save_slot);
  void foreach_array(Node* node, const LoopVar& var, Node* array, bool reversed);
  void foreach_list(Node* node, const LoopVar& var, Node* list_node, std::size_t vars);
  void foreach_body(Node* node, Loop& loop, Label& next);
  void foreach_step(Node* node, Label& next, Label& step);
  bool polls_when(Node* cond, bool sense);

  // --- expressions (compiler_expr.cpp)
  Operand rv(Node* node);  // a slot or constant holding the scalar value
  Operand rv_in(Node* node, Operand dst);
  // compiler_late.cpp: operands that are read when the ones behind them have been computed.
  Operand rv_late(Node* node, const Node* later);
  std::vector<bool> late_items(const Node* first);
  Operand kept(Node* node);
  void kept_into(Node* node, Operand alias);
  Operand kept_place(Node* node);
  Operand kept_element(Node* node, Operand alias);
  void push_late(Node* node);
  void into(Node* node, Operand dst);    // scalar value stored into dst (assignment)
  void effect(Node* node);               // void context
  void list(Node* node, ListMode mode);  // pushes
  void list_kids(Node* first, ListMode mode);
  void jump_if(Node* node, bool sense, Label& label);
  bool is_lexical_scalar(Node* node, Operand* slot);
  bool comparison_jump(Node* node, bool sense, Label& label);
  void binary(Node* node, Operand dst, bool spare);  // spare: see spare_
  void unary(Node* node, Operand dst, bool spare);
  void smart_match(Node* node, Operand dst);
  void chained_comparison(Node* node, Operand dst);
  void concat_into(Node* node, Operand dst);
  static constexpr std::size_t kMostJoined = 4096;  // by one instruction
  std::vector<Operand> joined_operands(const std::vector<Node*>& parts);
  void emit_operands(std::vector<Operand> operands);
  void join_parts(const std::vector<Node*>& parts, const Node* node, Operand dst);
  void emit_joined(Operand dst, std::vector<Operand> operands);
  void push_scalar(Node* node);
  void push_alias(Node* node);
  void push_operand(Operand o, bool move);
  void interpolated(Node* node, Operand dst);
  void logical(Node* node, Operand dst, bool spare);
  void ternary(Node* node, Operand dst);
  void increment(Node* node, Operand dst, bool want_result);
  void range_flip_flop(Node* node, Operand dst);
  void value_of_block(Node* block_node, Ctx ctx, Operand dst, bool as_called = false);
  void eval_block(Node* node, Ctx ctx, Operand dst);
  void anon_list(Node* node, Operand dst, Opc op);
  Operand anon_list_in_new(Node* node, Opc op);
  Operand anon_items(Node* node);  // pushed; the mark below them
  void reference_to(Node* node, Operand dst);
  void reference_to_last(Node* items, Operand dst);
  void references_list(Node* node, Operand dst_mark);
  FuncProto* inner_function(Node* node);
  Value folded(Node* node);
  const VarDecl* constant_variable(const FunctionScope* function) const;
  void format_definition(Node* node);
  void formline(Node* node, Operand dst);
  void closure(Node* node, Operand dst);
  void local_or_my(Node* node);
  bool is_list_expr(Node* node);  // yields a list in list context
  bool constant_value(Node* node, Value* out);
  bool readonly_literal(Node* node, Value* out);
  // The value of a call of a pure builtin with constant operands (compiler_fold.cpp).
  bool folded_builtin(Node* node, Value* out);
  bool folded_operator(Node* node, Value* out);

  // --- variables, elements, assignment (compiler_lvalue.cpp)
  void deref_call(Node* call, Node* node, Opc op, Operand dst);
  Operand array_reg(Node* aggregate, bool create);
  void deref_block(Node* kid, Node* agg, Opc op, Operand dst);
  Operand hash_reg(Node* aggregate, bool create);
  void check_fields(const Node* aggregate);
  Operand key_operand(Node* key);
  bool is_args_list(const Node* n) const;
  bool is_argument(Node* agg) const;
  void element(Node* node, Operand dst);
  void hash_element(Node* node, Operand dst);
  Operand place(Node* node, bool for_local = false);  // alias temp or variable slot
  void place_into(Node* node, Operand alias);
  Operand changed_place(Node* node);
  void assign(Node* node, Operand dst, bool want_result);
  void assign_scalar(Node* lhs, Node* rhs, Operand dst, bool want_result);
  void store_to(Node* lhs, Operand value);
  // changed: where the place is to be told that has been changed.
  void op_assign(Node* node, Operand dst, bool want_result, Operand* changed = nullptr);
  void logical_assign(Node* node, Operand dst, bool want_result, Operand* changed = nullptr);
  void list_assign(Node* node, Ctx ctx, Operand dst);
  void push_lvalues(Node* node, std::vector<std::uint32_t>& out);
  void declare(Node* my);
  void declare_variable(Node* var, DeclKind kind);
  void local_node(Node* target, bool push);
  void end_local(std::size_t from);
  void local_place(Node* target, bool push);
  bool simple_args_unpack(Node* lhs, Node* rhs);
  bool scalars_assign(Node* lhs, Node* rhs);
  bool reversed_in_place(Node* lhs, Node* rhs);
  void delete_exists(Node* node, Operand dst, Ctx ctx, bool is_delete);
  void defined_op(Node* node, Operand dst);
  void undef_op(Node* node, Operand dst);
  std::uint16_t strict_flags() const;
  Operand args_register();
  bool contains_block(Node* node);
  struct ElementPlace {
    bool is_element = false, hash = false;
    Operand base = kNone, key = kNone;
  };
  ElementPlace element_place(Node* lhs);
  Operand element_pointer(const ElementPlace& e);
  void update_element(const ElementPlace& e, Node* element, Node* node, Opc op, Operand operand);
  Opc op_assign_code(Opc code);
  void assign_items(Node* node, Operand mark, Operand cursor);
  void store_to_local_element(Node* element, Operand v);
  void store_to_glob(Node* glob, Operand v, bool localized);

  // --- calls and builtins (compiler_call.cpp)
  void call(Node* node, Ctx ctx, Operand dst);
  void method_call(Node* node, Ctx ctx, Operand dst);
  void emit_call(Opc op, Ctx ctx, Operand dst, unsigned b, std::uint32_t nargs, Operand mark,
                 std::uint32_t more);
  struct ArgList {
    std::uint32_t count;  // kNone: dynamic, see mark
    Operand mark;
  };
  ArgList push_args(Node* first, ListMode mode, unsigned glob_link = 0xffff);
  void builtin(Node* node, Ctx ctx, Operand dst);
  bool inline_builtin(Node* node, Ctx ctx, Operand dst);
  void generic_builtin(Node* node, Ctx ctx, Operand dst);
  void push_handle(Node* node);
  Operand constant_glob(const std::string& name);
  // The symbol itself: as a value, a *name that is local stands for what it has now.
  void symbol(Node* node, Operand dst);
  Operand array_ref_temp(Node* node);
  // compiler_print.cpp
  void print(Node* node, Operand dst);
  Operand print_handle(Node* h);
  bool joined_parts(Node* item, std::vector<Node*>& parts);
  void print_joined(Node* node, const std::vector<Node*>& parts, Operand handle, bool held,
                    Operand dst);
  void sort(Node* node, Ctx ctx, Operand dst, bool aliases = false);
  class SortPath;  // compiler_sort_plan.cpp
  bool sort_keys(Node* comparison, bool in_frame, SortPlan& plan);
  std::shared_ptr<SortPlan> sort_plan(Node* block, bool in_frame);
  void map_grep(Node* node, Ctx ctx, Operand dst, GrepResults hold = GrepResults::Pointers);
  void string_eval(Node* node, Ctx ctx, Operand dst);
  void readline(Node* node, Ctx ctx, Operand dst);
  void readline_to_topic(Node* node, Operand found);  // found: whether there was a line
  bool jump_if_assigned(Node* assignment, bool sense, Label& label);
  Operand filetest(Node* node, Operand dst);
  void splitter(Node* node, Ctx ctx, Operand dst);
  void array_function(Node* node, Ctx ctx, Operand dst);
  Operand shifted_array(Node* a);
  static bool declares_from_call(const Node* statement);
  bool is_variable(Node* node);
  Node* joined_alone(Node* join);
  Node* only_expression(Node* do_block);
  void keys_values_each(Node* node, Ctx ctx, Operand dst);
  void substr_op(Node* node, Operand dst);
  void tie_op(Node* node, Ctx ctx, Operand dst);  // compiler_tie.cpp
  bool push_tie_operand(Node* variable);
  static bool ties_declared(const Node* statement);

  // --- regex (compiler_regex.cpp)
  void match(Node* node, Ctx ctx, Operand dst);
  void subst(Node* node, Operand dst);
  void trans(Node* node, Operand dst);
  void qr(Node* node, Operand dst);
  std::uint32_t pattern_plan(Node* pattern, std::string_view flags, const Node* where,
                             Operand* pattern_operand);
  Operand match_target(Node*& kid, bool topic, bool modify);

  void in_context(Node* node, Ctx ctx, Operand dst);  // any node, result by context
  bool special_variable(Node* node, Operand dst);
  const Hints& hints() const { return *info_->hints; }

  VM& vm_;
  FunctionScope* fn_;
  FuncProto* proto_;
  std::shared_ptr<Arena> arena_;
  const StatementInfo* info_ = nullptr;
  const Node* current_ = nullptr;
  std::uint32_t line_ = 0;
  // The statement of the function's own block that is being compiled.
  bool in_statement_ = false;
  std::uint32_t outer_line_ = 0;
  decltype(info_) outer_info_ = nullptr;
  const bool tainting_;        // taint checks are on
  int unsettled_ = -1;         // the last instruction, when it has results to settle
  std::size_t last_call_ = 0;  // where the last call instruction stands
  int next_slot_ = 0, floor_ = 0, max_slot_ = 0, statement_base_ = 0;
  std::uint32_t statement_begin_ = 0;  // where the running statement began
  bool waits_ = false;            // a builtin that may wait was emitted, no Safepoint behind it yet
  std::uint32_t printed_at_ = 0;  // the same for a print whose result is wanted: behind it, or 0
  int calls_ = 0;                 // calls emitted whose temporaries no EndStatement has ended yet
  int statement_calls_ = 0;       // the same when the statement began
  Operand spare_ = kNone;  // what into() is called for next is a temporary that nobody reads yet
  bool dirty_ = false;
  int dirty_top_ = 0;  // temporaries below were used in the statement, even if given back since
  std::vector<bool> reserved_;
  std::vector<Operand> alias_pool_;
  std::size_t alias_in_use_ = 0;
  unsigned arg_link_ = 0xffff;   // glob of the sub whose arguments are being pushed
  bool deferred_items_ = false;  // late items may come to life before they are read (sprintf)
  bool reads_at_once_ = false;   // no store comes between pushing a list and reading it
  unsigned lvalue_call_ = 0;     // CallBits of the call being compiled
  std::vector<Scope> scopes_;
  std::vector<Loop*> loops_;
  int eval_depth_ = 0, try_depth_ = 0;  // open eval and try blocks; try blocks alone
  struct EvalExit {                     // where `return` in an eval block goes
    Label* leave;
    Ctx ctx, want;       // how it is compiled; what wantarray says in it (Return: as in the sub)
    Operand work, mark;  // the result: a slot, or a list that begins at a mark
    std::size_t scope_depth, open_marks;
    int eval_depth;
  };
  std::vector<EvalExit> eval_exits_;
  std::vector<Operand> open_marks_;    // lists being built: where they began, outermost first
  std::vector<Operand> body_heights_;  // stack height inside list loops, innermost last
  std::unordered_map<const VarDecl*, int> slots_;
  std::vector<const VarDecl*> declared_;  // in the order in which they got slots
  std::unordered_map<const VarDecl*, std::uint32_t> early_cells_;  // index in proto_->early_cells
  std::unordered_map<std::string, std::uint32_t> const_cache_;
  std::uint32_t reserved_used_ = 0;  // names among the constants behind the near ones
  std::unordered_map<const Glob*, unsigned> link_cache_;
  struct PendingGoto {
    std::string label;
    std::uint32_t pc;
    std::string where;                                      // of the goto, for messages
    std::vector<std::pair<std::uint32_t, Operand>> scopes;  // around it: number, save_slot
  };
  std::vector<PendingGoto> gotos_;
  static Operand save_slot_left(const PendingGoto& jump, std::uint32_t label_scope);
  bool assigns_call_ = false;     // the call is assigned to: the sub must be an lvalue sub
  bool alias_sort_ = false;       // the sorted items are going to be modified
  bool checks_fields_ = true;     // of typed variables; not under exists, delete and local
  bool vivify_elements_ = false;  // foreach, map and \ make the elements they name
  Node* sort_block_ = nullptr;    // while compiling a sort block: $a and $b are these slots
  Operand sort_a_ = kNone, sort_b_ = kNone, sort_result_ = kNone;
  std::size_t sort_scopes_ = 0;  // open around the sort block
  std::string_view sort_package_;
  int implicit_split_limit_ = 0;  // my ($a, $b) = split: one more than the variables
  std::uint32_t scopes_made_ = 0;
  const char* deferred_ = nullptr;  // "defer" or "finally": the block being compiled
  bool has_deferred_ = false;       // what is returned may still be looked at
  Operand result_slot_ = kNone;     // where a do-block's tail statement leaves its value
  Ctx tail_ctx_ = Ctx::Return;
  bool tail_as_called_ = false;     // Scalar, or void when the running sub was called so
  const Node* returned_ = nullptr;  // the expression whose value the sub returns
  friend class VM;
};

// The instruction of a binary operator; Nop for those that are no single instruction.
Opc binary_opcode(Op op);

}  // namespace perlipc
