// Bytecode: fixed 8-byte instructions, operands are frame slots or constants. Immutable once
// compiled, except for inline caches, which live beside it.
#pragma once
#include "interp/ast.h"
#include "interp/scope.h"
#include "interp/value/glob.h"
#include <memory>
#include <unordered_map>

namespace perlipc {

enum class Ctx : std::uint8_t { Void, Scalar, List, Return /* as the running sub was called */ };

enum class Opc : std::uint16_t {
#define OP(name) name,
#define FN(name, handler) name,
#define SAME(name, handler) name,
#define TAINT(name, handler) name,
#include "interp/opcodes.def"
#undef OP
#undef FN
#undef SAME
#undef TAINT
  Count
};

// Whether what was computed before decides where to go on.
constexpr bool is_condition(Opc op) { return op >= Opc::JumpTrue && op <= Opc::JumpStrNe; }

// The instruction whose work one for known operand kinds (opcodes.def: S, I) does; others are their own.
Opc general_op(Opc op);

// TaintCheck's operand b: what is refused when its operand is tainted.
// What local does with an element: makes it new, leaves its value in place (for delete local), or
// leaves the new value to the assignment that follows at once.
enum class LocalKind : std::uint16_t { Fresh, Kept, Assigned };

enum TaintedUse : unsigned { kTaintRequire, kTaintDo, kTaintEval, kTaintPrintf };

// An operand with the top bit set names a constant, otherwise a frame slot.
constexpr std::uint16_t kConst = 0x8000;
constexpr std::uint16_t kNone = 0x7fff;  // "no operand" / "dynamic count"

struct Instr {
  std::uint16_t op, a, b, c;
};
static_assert(sizeof(Instr) == 8);
// The word after some instructions: a jump target (instruction number) or more operands.
union Extension {
  Instr instr;
  struct {
    std::uint32_t target;
    std::uint32_t more;
  };
  std::int64_t wide;
};

// Cached resolution of one site (hash key slot, method, function).
struct SiteCache {
  std::uint64_t generation = 0;
  const void* key = nullptr;
  void* target = nullptr;
  std::uint32_t index = 0;
};

struct LoopRange {  // for loop control that crosses a sub or eval (dynamic scope)
  std::uint32_t begin, end;
  std::string label;
  std::uint32_t next_pc, last_pc, redo_pc;
  std::uint16_t first_slot;  // slots from here on are cleared when the loop is left from below
  std::uint16_t sp_slot;     // list height inside the body; kNone: the frame's own
  std::uint16_t match_copy;  // the last match when the loop began; kNone: it has no matches
  // Topical: foreach over $_. Deferred: no loop but a block that nothing leaves, `label` its kind.
  enum Kind : std::uint8_t { Loop, Topical, Given, When, Deferred } kind = Loop;
  bool is_loop() const { return kind <= Topical; }
  bool is_topicalizer() const { return kind == Topical || kind == Given; }
};

// Code that runs with values saved (local, foreach over a global): `slot` has the height of the save
// stack before them.
struct SaveRange {
  std::uint32_t begin, end;
  std::uint16_t slot;
};

// Code of a foreach, map or grep that goes over its items by raw pointers, because nothing that the
// compiler sees there moves them; code that it does not see may: VM::hold_elements.
struct ElementWalk {
  std::uint32_t begin, end;
  // Array: foreach with $_ over an array; `at` has the array, the index behind it, then a slot to
  // keep the element in. List: the items stand on the stack; `at` has the next one's number and
  // `list_end` where they end. `variable`: what foreach makes an alias of the item, or kNone.
  // Pending: such a list while its items are computed; `at` has where it begins.
  enum Kind : std::uint8_t { Array, List, Pending } kind;
  std::uint16_t at, list_end, variable;
};

struct LabelTarget {  // goto LABEL
  std::string name;
  std::uint32_t pc;
  std::uint32_t scope;  // number of the innermost scope around it
  bool in_list;         // a list is being built around it
};

// What a sub returns stands in its code once for each context. The variables declared in the blocks
// of one such copy have slots of their own; a goto inside of it means the copy's labels.
struct CodeCopy {
  std::uint32_t begin, end;
  std::vector<std::pair<const VarDecl*, int>> slots;  // where FuncProto::decl_slots has another's
  bool holds(std::uint32_t pc) const { return pc >= begin && pc < end; }
};

struct LineEntry {
  std::uint32_t pc;
  std::uint32_t line;
  const StatementInfo* info;
};
struct NodeEntry {  // which expression an instruction came from, for messages
  std::uint32_t pc;
  const Node* node;
};

class VM;
class Transliteration;
struct SortPlan;
struct PatternPlan;

// A string eval's surroundings.
struct EvalSite {
  const EvalInfo* info;
  const StatementInfo* statement;
  FunctionScope* function;
};

// What is printed may change the variable of the handle, which has been copied before.
constexpr unsigned kPrintHeld = 4;
// Flag of DerefPlace: the scalar is only read, and not made when the reference is undefined.
constexpr unsigned kDerefReads = 8;
// Flag of DerefArray and DerefHash: an alias may be made to refer to something, a value may not.
constexpr unsigned kDerefAlias = 8;

// The second word of a call: 16 bits of mark, 8 of context and these.
enum CallBits : std::uint32_t {
  kCallAliases = 1u << 24,    // the results are wanted as aliases
  kCallAssigned = 1u << 25,   // and assigned to
  kCallHandedOn = 1u << 26,   // they are what the running lvalue sub returns
  kCallTakesList = 1u << 27,  // a list is assigned to them
};
constexpr std::uint32_t kLvalueMethod = 16;  // of CallMethod's flags: it has one of the last three
// What stands behind ReturnLvalue's mark: what the expression is, for messages.
enum ReturnShape : unsigned { kReturnsAny, kReturnsArray, kReturnsHash };

// Frames are cleared and looked through so many slots at a time.
constexpr std::uint32_t kSlotGroup = 4;

// One compiled function. Counted; shared by all closures made from it.
struct FuncProto {
  std::uint32_t refs = 1;
  std::vector<Instr> code;
  std::vector<Value> consts;
  std::vector<Glob*> globs;           // owned counts; indexed by link operands
  std::vector<FuncProto*> functions;  // inner functions (owned counts)
  std::vector<SiteCache> caches;
  std::vector<LineEntry> lines;
  std::vector<std::uint32_t> last_calls;  // where statements end whose one call comes last
  std::vector<NodeEntry> nodes;
  std::vector<LoopRange> loops;
  std::vector<SaveRange> save_ranges;  // inner ones first
  std::vector<ElementWalk> walks;      // inner ones first
  std::vector<LabelTarget> labels;
  std::vector<std::pair<std::uint32_t, std::uint32_t>>
      label_blocks;              // around them; inner ones first
  std::vector<CodeCopy> copies;  // inner ones first
  std::vector<std::shared_ptr<PatternPlan>> patterns;
  std::vector<std::shared_ptr<Transliteration>> translations;
  std::vector<EvalSite> eval_sites;
  std::vector<std::shared_ptr<SortPlan>> sort_plans;  // of its sort blocks; null: they have to run
  std::shared_ptr<SortPlan> sort_plan;                // of this sub as a comparator
  std::shared_ptr<Arena> arena;
  FunctionScope* scope = nullptr;
  std::string name;  // qualified, or "__ANON__"
  std::string prototype;
  bool has_prototype = false;
  std::uint32_t nslots = 0;          // a multiple of kSlotGroup
  std::uint16_t args_slot = kNone;   // @_ as an array lives here
  std::uint16_t match_slot = kNone;  // last successful match
  bool args_array = false;           // materialise @_ at entry
  bool reads_args_only = true;       // never modifies, aliases or shares its arguments
  bool mentions_args = false;        // looks at them at all
  bool is_eval = false, is_main = false, lvalue = false;
  // sub () { $x }, $x a variable of the function around it (perlsub "Constant Functions"): No when
  // that cannot be a constant; Refused when other code may change $x.
  enum class Constant : std::uint8_t { No, Yes, Refused } constant = Constant::No;
  signed char keeps_to_itself = -1;  // Engine::keeps_to_itself; -1: not looked at yet
  struct CaptureSource {
    std::uint16_t slot;     // destination slot in this function
    bool from_parent_slot;  // else from the parent's captures
    std::uint16_t index;
    char sigil;
    VarDecl* decl;
  };
  std::vector<CaptureSource> captures;
  struct EarlyCell {   // of one declaration: variables of neighbouring blocks share a slot
    HeapObject* cell;  // owned
    char sigil;
    bool used;
  };
  std::vector<EarlyCell> early_cells;
  // `state` variables: cells appended to a closure's captures, one per closure made.
  std::vector<CaptureSource> state_vars;
  std::vector<std::uint16_t> cell_slots;               // where a Code's captures go, in their order
  std::unordered_map<const VarDecl*, int> decl_slots;  // for string eval
  Stash* home = nullptr;
  const FuncProto* around = nullptr;  // of a format: the function it stands in; only compared

  const LineEntry* line_at(std::uint32_t pc) const;
  const Node* node_at(std::uint32_t pc) const;
  // Where string eval and messages find a variable at pc; -1: unknown.
  int slot_at(const VarDecl* decl, const Instr* pc) const;
  // What a goto at pc means; null: the function has no such label.
  const LabelTarget* label_from(std::string_view label, std::uint32_t pc) const;
  const LoopRange* deferred_at(std::uint32_t pc) const;  // the innermost around it; null: none
  void retain() { ++refs; }
  void release() {
    if (--refs == 0) [[unlikely]]
      destroy();
  }
  void destroy();
};

}  // namespace perlipc
