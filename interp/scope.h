// Lexical scopes: which variable a name means. Built by the parser while it reads, read by the
// compiler, and kept as long as code with a string eval may still need to look names up.
#pragma once
#include "interp/ast.h"
#include <bitset>
#include <map>
#include <memory>
#include <unordered_map>

namespace perlipc {

class HeapObject;
class Value;

// Lexically scoped pragmas. Immutable once referred to by a statement: the parser copies on change.
struct Hints {
  enum Bits : std::uint32_t {
    StrictRefs = 1,
    StrictSubs = 2,
    StrictVars = 4,
    Integer = 8,
    Bytes = 16,
    UseUtf8 = 32,
    ExplicitStrict = 64,
    Locale = 128,
    OpenUtf8 = 256,
    ReEval = 512,
    FiletestAccess = 1024,
    NoOverloading = 2048
  };
  enum Features : std::uint32_t {
    Say = 1,
    State = 2,
    Fc = 4,
    Evalbytes = 8,
    CurrentSub = 16,
    UnicodeStrings = 32,
    Postderef = 64,
    Signatures = 128,
    Isa = 256,
    Bitwise = 512,
    Try = 1024,
    Switch = 2048,
    Refaliasing = 4096,
    DeclaredRefs = 8192,
    Indirect = 16384,
    Multidimensional = 32768,
    BarewordFilehandles = 65536,
    Defer = 1 << 17,
    UnicodeEval = 1 << 18,
    ModuleTrue = 1 << 19
  };
  std::uint32_t bits = 0;
  std::uint32_t features = Indirect | Multidimensional | BarewordFilehandles;
  using WarningSet = std::bitset<192>;  // the bits behind Warning::Count: registered categories
  WarningSet warnings;                  // by WarningCategory (interp/value/warnings.h)
  WarningSet fatal_warnings;
  bool warnings_given = false;              // false: only -w / $^W decides
  std::map<std::string, std::string> user;  // %^H as running code sees it
  // The entries of %^H that are references; null: none. Only compile-time code gets them back.
  std::shared_ptr<const std::map<std::string, Value>> references;
  std::string open_in, open_out;  // `use open` layers
};

// One declared lexical (or `our` alias). Owned by the arena.
struct VarDecl {
  std::string_view name;  // with sigil: "$x", "@a", "%h", "&f"
  DeclKind kind = DeclKind::My;
  FunctionScope* owner = nullptr;  // function in whose frame it lives (null for `our`)
  std::string_view our_name;       // `our`: fully qualified name without sigil
  std::string_view type;           // my CLASS $x: the class
  std::uint32_t line = 0;
  std::uint32_t intro = 0;  // visible to names with a higher sequence number
  bool captured = false;    // an inner function refers to it
  bool aliased = false;     // a reference to it or to an element is taken, or foreach runs over it
  bool modified = false;    // something may change it after its declaration
  bool state_var = false;
  int slot = -1;  // frame slot; the compiler assigns it
  // A cell made while the outer code is still being compiled, because a named sub or BEGIN block
  // captured it; the first run of the outer code adopts it. Owned reference (the host's).
  HeapObject* early_cell = nullptr;
  VarDecl* next = nullptr;  // next in the same block
  VarDecl* same = nullptr;  // the same for its name alone, in blocks that have an index
  // Lexical subs ("&f"): what a call of it is parsed with.
  bool has_prototype = false;
  std::string_view prototype;
};

struct BlockScope {
  // The newest variable of each name, in blocks with many of them.
  using Index = std::unordered_map<std::string_view, VarDecl*>;

  BlockScope* parent = nullptr;  // enclosing block, also across functions
  FunctionScope* function = nullptr;
  VarDecl* vars = nullptr;  // newest first
  Index* index = nullptr;   // owned by the arena; null: few variables
  std::uint32_t count = 0;  // of vars
  std::uint32_t end_seq = 0;
  // What the compiler needs to know before it compiles the block:
  bool has_local = false;  // local() or something that saves on the dynamic stack
  bool has_match = false;  // a match directly in this block: $1 etc. are restored at exit
  bool has_eval = false;   // contains string eval somewhere inside
};

struct Capture {
  VarDecl* outer;  // variable of an enclosing function (always the original declaration)
};

// A sub, BEGIN-like block, string eval or file.
struct FunctionScope {
  FunctionScope* parent = nullptr;
  BlockScope* top = nullptr;    // scope of parameters and body
  Node* body = nullptr;         // Block
  Node* signature = nullptr;    // statements that unpack the signature (List), or null
  std::string_view name;        // qualified, empty for anonymous
  std::string_view shown_name;  // as written
  std::string_view prototype;
  bool has_prototype = false;
  bool is_lvalue = false, is_method = false, is_const = false;
  bool is_anon = false, is_main = false, is_eval = false, is_named_special = false;
  bool is_program = false;          // the main program: there is nothing to return from
  bool has_string_eval = false;     // any visible variable may be looked up at run time
  bool uses_args = false;           // mentions @_ / $_[i] / shift / &foo; / goto &sub at all
  bool uses_args_as_array = false;  // other than shift(), $_[N] rvalue, my (...) = @_
  bool has_wantarray = false;
  bool has_strict_words = false;  // words that strict refuses once the code is complete
  bool refused = false;           // such a word has been found
  std::vector<Capture> captures;  // in slot order of the closure's capture list
  std::uint32_t line = 0;         // where the sub began
  std::string_view file;
  std::string_view package;
  // signature arity, for the messages "Too few arguments for subroutine"
  int min_args = 0, max_args = -1;  // max_args -1: slurpy / none
  bool has_signature = false;
  int positional = 0;                        // parameters in front of the slurpy one
  char slurpy = 0;                           // signature ends in '@' or '%' (then max_args is -1)
  VarDecl* lexical_sub = nullptr;            // `my sub` / `state sub`: the variable that holds it
  std::vector<std::string_view> attributes;  // those that package attributes has to know
};

}  // namespace perlipc
