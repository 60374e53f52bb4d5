// Typeglobs, symbol tables and handles.
#pragma once
#include "interp/value/array.h"
#include "interp/value/code.h"
#include "interp/value/hash.h"
#include <memory>
#include <unordered_map>

namespace perlipc {

// The I/O object's state belongs to builtins/; values only hold it.
struct HandleState {
  virtual ~HandleState() = default;
};

class Handle : public Referent {
 public:
  Handle() : Referent(Type::Handle) {}
  static Handle* make() { return new (heap::allocate(sizeof(Handle))) Handle(); }
  std::unique_ptr<HandleState> state;  // null: never opened
};

// What a name stands for. `*a = *b` makes two globs share one body.
struct GlobBody : HeapObject {
  GlobBody() : HeapObject(Type::GlobBody) {}
  ~GlobBody();
  static GlobBody* make() { return new (heap::allocate(sizeof(GlobBody))) GlobBody(); }
  Scalar* scalar = nullptr;  // all owned, made on demand
  Array* array = nullptr;
  Hash* hash = nullptr;
  Code* code = nullptr;
  Handle* io = nullptr;
  Code* format = nullptr;  // of perlform; Engine::format_code gives what is to be called
  Glob* owner = nullptr;   // the glob whose name stands for it (not owned)
  std::string file;        // where it was first mentioned
  std::uint32_t line = 0;
  bool lazy_hash = false;  // Engine::fill_hash makes the contents when the hash is first used
};

class Glob : public Referent {
 public:
  // Imported*: assigned from another package (a reference), as `use vars` and Exporter do.
  enum Bits : std::uint8_t {
    ImportedScalar = 1,
    ImportedArray = 2,
    ImportedHash = 4,
    ImportedCode = 8,
    Multi = 16,
    Anonymous = 32,
    LastRead = 64,   // Engine::last_read
    Localized = 128  // by local *name
  };
  Glob(Stash* stash, String* name);  // shares name
  ~Glob();
  static Glob* make(Stash* stash, String* name) {
    return new (heap::allocate(sizeof(Glob))) Glob(stash, name);
  }
  Stash* stash;  // not owned; null for anonymous handles ("*main::$fh" has one)
  String* name;
  GlobBody* body;
  Scalar* scalar() { return body->scalar ? body->scalar : make_scalar(); }
  Array* array() { return body->array ? body->array : make_array(); }
  Hash* hash() { return body->hash ? body->hash : make_hash(); }
  Handle* io() { return body->io ? body->io : (body->io = Handle::make()); }
  Code* code() { return body->code; }
  void set_code(Code* code);      // adds a count; null removes. Invalidates method caches.
  Code* declare_code();           // installs a sub without a body (`sub x;`, \&x); not owned
  void set_body(GlobBody* body);  // adds a count
  std::string full_name() const;  // "main::x"
  Scalar* make_scalar();
  Hash* make_hash();
  Array* make_array();  // @ISA is marked: changing it invalidates method caches
};

// A package. Entries are Globs; also reachable from Perl as %Foo::.
class Stash : public Hash {
 public:
  Stash(Engine* engine, std::string name);
  ~Stash();
  static Stash* make(Engine* engine, std::string name) {
    return new Stash(engine, std::move(name));
  }
  Engine* engine;
  std::string name;  // "main", "Foo::Bar"
  String* name_string;
  Glob* glob(std::string_view name, bool create,
             bool utf8 = false);  // null when missing and !create
  // Method resolution caches: valid while generation == engine's method generation.
  std::uint64_t generation = 0;
  std::unordered_map<std::string_view, Code*>
      methods;  // negative results too (null); keys live in method_names
  std::vector<std::unique_ptr<std::string>> method_names;
  std::vector<Stash*> linear_isa;  // C3 or DFS order, self first
  bool isa_valid = false;
  bool use_c3 = false;
  bool has_destroy = false, destroy_known = false;  // by generation
  signed char overloaded = -1;                      // -1 unknown, 0 no, 1 yes; by generation
  std::uint64_t matches_generation = 1;             // counts what `reset` has done to m??
  bool vivified = false;                            // `package` seen or a symbol defined
  bool has_objects = false;                         // something was blessed into it, ever
};

// Anonymous glob for lexical handles: `open my $fh`. name like "$fh" ; returns an owned reference.
Glob* make_anonymous_glob(Stash* stash, std::string_view name);

}  // namespace perlipc
