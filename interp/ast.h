// The syntax tree: what the parser hands to the compiler. Nodes live in an Arena owned by the
// compilation unit; children hang on a singly linked list (first/next). Variables are already
// resolved to their declaration (scope.h) or to a fully qualified package name.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace perlipc {

struct VarDecl;
struct FunctionScope;
struct BlockScope;
struct Hints;
class Value;

// Bump allocator for nodes, names and scopes of one compilation unit.
class Arena {
 public:
  Arena() = default;
  Arena(const Arena&) = delete;
  ~Arena();
  void* allocate(std::size_t bytes) {
    bytes = (bytes + 7) & ~std::size_t{7};
    if (bytes > left_) return allocate_slow(bytes);
    void* p = next_;
    next_ += bytes;
    left_ -= bytes;
    return p;
  }
  // T is never destroyed unless it is registered with own().
  template <class T, class... A> T* make(A&&... a) {
    return new (allocate(sizeof(T))) T{static_cast<A&&>(a)...};
  }
  std::string_view copy(std::string_view text);
  // Keeps object alive until the arena goes.
  template <class T> T* own(std::unique_ptr<T> object) {
    T* raw = object.get();
    owned_.push_back(std::shared_ptr<void>(std::move(object)));
    return raw;
  }

 private:
  void* allocate_slow(std::size_t bytes);
  char* next_ = nullptr;
  std::size_t left_ = 0;
  std::vector<char*> chunks_;
  std::vector<std::shared_ptr<void>> owned_;
};

enum class NodeKind : std::uint8_t {
  // --- constants -------------------------------------------------------------------------
  Int,     // iv
  UInt,    // iv holds the uint64 bits (above INT64_MAX)
  Num,     // nv
  Const,   // value (the arena's): what a handler of overload::constant gave
  Str,     // text; NodeFlag::Utf8 when text is UTF-8 characters; NodeFlag::Bareword; VString
  Interp,  // kids: parts (Str or scalar expressions or JoinArray); result is their concatenation;
           // in a pattern also AnonSub: a code block, its source in text
  JoinArray,  // kid: list expression (array, slice): join($", LIST), as "@x" in strings
  CaseMod,    // iv = 'U','L','F','Q' (\U \L \F \Q), 'u','l': kid 0 is the string expression
  // --- variables (decl != null: lexical or `our`; else text = qualified name "main::x") ----
  ScalarVar,
  ArrayVar,
  HashVar,
  CodeVar /* &foo without call: \&foo, defined &foo */,
  GlobVar,
  ElemVar,   // never produced by the parser (reserved for the compiler)
  Deref,     // iv = sigil '$' '@' '%' '&' '*'; kid 0: expression giving the reference or name
  ArrayLen,  // $#a, $#{..}, $#$r, ->$#*: kid 0 = ArrayVar or Deref('@')
  My,        // iv = DeclKind; kids: ScalarVar/ArrayVar/HashVar (decl set) or Undef placeholder
             // (Func undef); Paren flag for my (...); attributes in text
  Local,     // kid 0: the lvalue expression (Paren/List allowed)
  // --- element access: kid 0 = ArrayVar/HashVar/Deref, or any list for ListSlice -----------
  Index,      // $a[i], $r->[i]: kids: aggregate, index
  HashIndex,  // $h{k}, $r->{k}: kids: aggregate, key (a multi-key list is already joined by $; )
  Slice,
  HashSlice,  // @a[..] @h{..}: kids: aggregate, list
  KvSlice,
  KvHashSlice,  // %a[..] %h{..}
  ListSlice,    // (list)[..]: kids: list, index list
  // --- calls ------------------------------------------------------------------------------
  Call,    // foo(...): text = qualified name (or kid 0 = code expression with NodeFlag::Dynamic);
           // remaining kids: arguments. Flags: Ampersand (&foo(...): no prototype),
           // NoArgs (&foo; shares @_). Prototype already applied (\@ args are Ref nodes).
  Method,  // kids: invocant, [dynamic method expression if Dynamic], args...; text = method
           // name ("SUPER::x" and "Pkg::x" kept); MaybeClass: invocant is a bareword Str
           // (kind Str + Bareword)
  Func,    // a named builtin: iv = BuiltinId; kids = operands as the table says.
           // `Handle` operands come as Str+Bareword (qualified by the parser? no: as written)
           // or an expression. OmittedTopic: the operand was omitted and defaults to $_ (the
           // parser does NOT insert it).
  Print,   // print/say/printf: iv = BuiltinId; HasHandle: kid 0 is the handle (Str+Bareword,
           // or expression / block value); rest: list
  Sort,
  Map,
  Grep,      // HasBlock: kid 0 = Block or (Sort only) an expression giving sub or name (Str);
             // for Map/Grep without HasBlock kid 0 is an expression; rest: list.
             // block scope in `scope`
  ReadLine,  // <FH>, <$fh>, <>, <<>>: kid 0 = Str+Bareword or expression; none + iv 0 for <>, 1 for
             // <<>>
  GlobPattern,  // <*.c>: kid 0 = Interp/Str
  FileTest,     // iv = letter; kid 0 operand (may be another FileTest: stacked), OmittedTopic,
                // Str+Bareword for handles and `_`
  // --- operators --------------------------------------------------------------------------
  Binary,  // iv = Op; kids: left, right
  Unary,   // iv = Op (Neg, Not, BitNot, Plus, StrBitNot)
  LogAnd,
  LogOr,
  LogDor,
  LogXor,
  PreInc,
  PreDec,
  PostInc,
  PostDec,
  Ternary,
  Assign,    // kids: left, right; ListAssign flag when it is a list assignment
  OpAssign,  // iv = Op, or 1000+'&','|','/' for &&= ||= //=; kids: left, right
  Range,     // .. : list range or flip-flop by context; ThreeDots flag for ...
  Repeat,    // x: ListRepeat flag when the left operand was parenthesised (or qw)
  List,      // (a, b, c): kids. Paren flag if written with parentheses. `()` is an empty List
  Ref,       // \ : kid 0; \(@a) has kid List+Paren
  AnonArray,
  AnonHash,  // kids: list
  AnonSub,   // function in `function`
  Match,     // kids: target or none (TargetTopic), pattern (Str/Interp/expr); text = flags as
  // written ("gci"); Negated for !~; Dynamic: right side of =~ was an expression, not m//;
  // SingleQuoted for m'..'; iv = delimiter ('?' = match-once)
  Qr,     // kids: pattern; text = flags
  Subst,  // kids: target?, pattern, replacement (an Interp/Str, or with /e a Block; with /ee
          // Func eval of it is NOT inserted: text has two 'e'); text = flags
  Trans,  // kids: target?; text = from, text2 = to, text3 = flags (escapes processed as UTF-8 text,
          // literal backslash-dash is encoded as "\x{1}-": see parser README)
  Stringify,  // "$x": one interpolated expression, no concatenation: kid 0
  // --- blocks as expressions ----------------------------------------------------------------
  DoBlock,    // kid 0: Block
  EvalBlock,  // kid 0: Block
  // --- statements ---------------------------------------------------------------------------
  Block,        // kids: statements; scope
  Statement,    // kid 0: expression or compound; carries line, file, hints, package (see
                // StatementInfo)
  If,           // kids: cond, then-Block, [else: Block or If]; Negated for unless.
                // Modifier form: then is an expression and Modifier flag
  While,        // kids: cond (or null-like Nop), body Block, [continue Block]; Negated = until;
                // text = label; Modifier; PostCheck: do {} while; scope
  CFor,         // kids: init, cond, step, body (Nop where absent); text = label; scope
  Foreach,      // kids: var (My, ScalarVar or Nop for $_; for my ($a,$b): My+Paren), list, body,
                // [continue]; text = label; scope; Modifier
  BareBlock,    // kids: Block, [continue Block]; text = label
  FormatDef,    // text = qualified name; function: its body are calls of formline
  SubDef,       // named sub already handed to the host when parsed; remains as a marker for
                // `my sub`/state sub: decl + function
  PackageDef,   // package NAME; or package NAME BLOCK (kid 0); text = name
  Return,       // kid 0: expression or none
  LoopControl,  // iv = 'n','l','r','d'(dump is refused); text = label or kid 0 = expression
  Goto,   // text = label; or kid 0 expression; Ampersand: goto &sub (kid 0 = CodeVar/Deref '&')
  Try,    // kids: try Block, catch Block (or Nop), finally Block?; decl = catch variable
  Defer,  // kid 0: Block
  Given,
  When,
  Default,  // refused by name by the compiler
  Nop,
  Wantarray,
  SubSelf /* __SUB__ */,
  Yada,  // ...
};

enum NodeFlag : std::uint32_t {
  Paren = 1,
  Bareword = 2,
  Utf8 = 4,
  Ampersand = 8,
  NoArgs = 16,
  Dynamic = 32,
  MaybeClass = 64,
  OmittedTopic = 128,
  HasHandle = 256,
  HasBlock = 512,
  ListAssign = 1024,
  ThreeDots = 2048,
  ListRepeat = 4096,
  TargetTopic = 8192,
  Negated = 1 << 14,
  SingleQuoted = 1 << 15,
  Modifier = 1 << 16,
  PostCheck = 1 << 17,
  VString = 1 << 18,
  Indirect = 1 << 19,
  QwList = 1 << 20,
  HashBlockGuess = 1 << 21,
  Chained = 1 << 22,
  NumericLiteral = 1 << 23,
  BlockValue = 1 << 24 /* handle given as {block} */,
  ReverseSort = 1 << 25,
  NoParens = 1 << 26,    /* call or builtin written without parentheses */
  PatternEval = 1 << 27, /* Match, Subst, Qr under use re 'eval': eval_info is set */
  StrictWord = 1 << 28,  /* Str: a bareword that strict refuses if its code can run */
  JoinedKey = 1 << 29    /* Func join of the list in $h{a, b} */
};

// Operators of Binary, Unary and OpAssign.
enum class Op : std::uint8_t {
  Add,
  Sub,
  Mul,
  Div,
  Mod,
  Pow,
  Concat,
  RepeatOp,
  ShiftLeft,
  ShiftRight,
  BitAnd,
  BitOr,
  BitXor,
  StrBitAnd,
  StrBitOr,
  StrBitXor,
  NumEq,
  NumNe,
  NumLt,
  NumGt,
  NumLe,
  NumGe,
  NumCmp,
  StrEq,
  StrNe,
  StrLt,
  StrGt,
  StrLe,
  StrGe,
  StrCmp,
  Isa,
  SmartMatch,
  Neg,
  Not,
  BitNot,
  StrBitNot,
  Plus
};

enum class DeclKind : std::uint8_t { My, Our, State, Local };

// Where a statement stands: file and line for messages, lexical pragmas, package.
struct StatementInfo {
  std::string_view file;
  const Hints* hints;  // immutable once a statement refers to it
  std::string_view package;
};

// What a string eval (Func eval, evalbytes) needs to find the variables around it.
struct EvalInfo {
  BlockScope* block;
  std::uint32_t sequence;  // variables with intro < sequence are visible
};

struct Node {
  NodeKind kind{};
  mutable bool quiet = false;        // known to change nothing when computed (LaterCode)
  mutable bool no_constant = false;  // known to have no constant value (fold_constant)
  mutable bool unfolded = false;     // the same for the compiler, which computes it
  std::uint32_t flags = 0;
  std::uint32_t line = 0;
  Node* first = nullptr;
  Node* next = nullptr;
  union {
    std::int64_t iv = 0;
    double nv;
  };
  std::string_view text;
  union {
    VarDecl* decl = nullptr;
    FunctionScope* function;
    BlockScope* scope;
    const StatementInfo* info;
    const std::string_view* more_text;  // Trans: [0] = to, [1] = flags; VString: the literal
    const EvalInfo* eval_info;          // Func eval/evalbytes of a string; PatternEval
    const Value* value;                 // Const
  };
  bool has(NodeFlag f) const { return (flags & f) != 0; }
  Op op() const { return static_cast<Op>(iv); }
};

}  // namespace perlipc
