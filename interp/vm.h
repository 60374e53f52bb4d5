// The virtual machine: one interpreter's whole state. Values, frames and lists live on one stack
// whose addresses never move; Perl-to-Perl calls do not recurse on the C++ stack.
#pragma once
#include "builtins/table.h"
#include "interp/live_objects.h"
#include "interp/program.h"
#include "interp/regex/pattern_cache.h"
#include "interp/regex_ops.h"
#include "interp/value/call.h"
#include "interp/value/convert.h"
#include <cstddef>
#include <exception>
#include <unordered_map>

namespace perlipc {

class CompileUnit;

struct Frame {
  FuncProto* proto;
  Code* code;       // counted
  const Instr* pc;  // next instruction while another frame or a native runs
  Value* fp;
  Value* args;  // on the stack below fp
  std::uint32_t nargs;
  Array* args_array;  // @_ when materialised (not counted: the args slot or the caller owns it)
  // These eight bytes are written at once: see plain_head().
  Want want;
  std::uint8_t lvalue_call;  // LvalueCall
  std::uint16_t dst;         // where the caller wants a scalar result
  std::uint8_t entry;        // FrameEntry
  bool owns_args;            // arguments stand on the stack (false for &foo; and goto)
  std::uint8_t kind;         // FrameKind
  bool careful;              // has what follows result_base: see VM::make_careful
  Value* result_base;        // where a list result goes (start of the arguments)
  // Only in careful frames; the others have nothing to restore, no evals and no text.
  std::uint32_t save_height;
  std::uint32_t eval_depth;  // eval records below this belong to callers
  Value eval_text;           // string eval: its text, for caller

  // The head of a sub's frame that is entered by the run loop: from `want` to `careful`.
  static std::uint64_t plain_head(unsigned want, unsigned lvalue, std::uint16_t dst) {
    return want | lvalue << 8 | static_cast<std::uint32_t>(dst) << 16 | std::uint64_t{1} << 40;
  }
  void set_head(std::uint64_t head) { std::memcpy(&want, &head, sizeof head); }
};
static_assert(offsetof(Frame, lvalue_call) == offsetof(Frame, want) + 1 &&
              offsetof(Frame, dst) == offsetof(Frame, want) + 2 &&
              offsetof(Frame, owns_args) == offsetof(Frame, want) + 5 &&
              offsetof(Frame, careful) == offsetof(Frame, want) + 7);
// What becomes of what a sub returns: it is read; it is an alias; a list is assigned to it, and an
// array in it takes the rest.
enum LvalueCall : std::uint8_t { CallReads, CallAliases, CallTakesList };
// When the frame is done: the code below it goes on; the run loop returns to C++; the same, and the
// frame stays, for VM::call_repeatedly.
enum FrameEntry : std::uint8_t { EntryNone, EntryOnce, EntryAgain };
enum FrameKind : std::uint8_t { FrameSub, FrameEvalString, FrameFile, FrameMain };
static_assert(FrameSub == 0);  // plain_head()

constexpr std::uint32_t kNoLevel = ~std::uint32_t{0};  // of an EvalRecord that catches nothing

struct EvalRecord {
  std::uint32_t frame;
  std::uint32_t level;  // run level it belongs to
  std::uint32_t handler;
  std::uint32_t save_height;
  Value* sp;
  std::uint32_t temporaries;  // how many waited
  std::uint16_t first_slot;
  bool is_try;
  Ctx ctx_for_caller;
  const Instr* start_pc;
};

struct SaveEntry {
  enum Kind : std::uint8_t {
    GlobScalar,
    GlobArray,
    GlobHash,
    GlobAll,
    Element,
    HashElement,
    Topic,
    Slot,
    MagicScalar,
    ArgsArray,
    SharedArgs,  // the @_ of a frame without a slot for it
    Hints,
    Deletion,
    Deferred,    // owner: the frame; index: where its block begins; saved: null for finally
    TiedElement  // of an array or a hash; an internal value: it did not exist
  };
  SaveEntry(Kind k, void* o, void* s) : kind(k), owner(o), saved(s) {}
  Kind kind;
  std::uint16_t floor = kNone;  // the variables in the frame's slots from here on are younger
  void* owner;                  // counted where it is a heap object
  void* saved;
  Value value;
  Value key;
  std::int64_t index = 0;
};

// Leaves native frames when `last`/`next` in a callback names a loop outside of it.
struct LoopExit {
  char kind;
  Value label;
  bool warns = false;  // where it stands, "exiting" warnings are on
};

class VM final : public Engine {
 public:
  VM();
  ~VM() override;
  VM(const VM&) = delete;

  // --- running (vm_call.cpp)
  // Until frame base_frame has returned; block: until an EndBlock in that frame.
  struct Repetition;
  void run(std::uint32_t base_frame, bool block = false);
  std::vector<Value> call(Code* code, std::span<const Value> args, Want want) override;
  std::vector<Value> call_in_eval(Code* code, std::span<const Value> args, Want want) override;
  Value call_scalar(Code* code, std::span<const Value> args) override;
  using Engine::call_repeatedly;
  void call_repeatedly(Code* code, NextCall next, void* state) override;
  std::vector<Value> call_method(const Value& invocant, std::string_view method,
                                 std::span<const Value> args, Want want) override;
  // Runs a compiled unit (file, string eval, BEGIN block) as a frame; results as call().
  std::vector<Value> run_proto(FuncProto* proto, Want want, FrameKind kind, Value eval_text = {},
                               std::vector<Value>* captures = nullptr);

  // --- Engine (vm.cpp, vm_messages.cpp)
  [[noreturn]] void die(std::string text) override;
  [[noreturn]] void die_value(Value value) override;
  bool warning_enabled(Warning category) override;
  void warn(Warning category, std::string text) override;
  void warn_always(std::string text) override;
  void warn_value(Value value);
  // To STDERR as it is now, tied or not; PRINT may die.
  void print_message(const Value& text);
  void warn_in_cleanup(const Value& error);
  std::string location() override;
  void warn_uninitialized(const Value* place, const char* operation = nullptr) override;
  const char* operation_name() override;
  void not_numeric_told(const String* text) override;
  bool unicode_strings() override;
  void set_errno(int e) override { errno_ = e; }
  int get_errno() override { return errno_; }
  void set_child_status(int status) override { child_status_ = status; }
  int get_child_status() override { return child_status_; }
  Code* find_method(Stash* stash, std::string_view name) override;
  Code* find_method_autoload(Stash* stash, std::string_view name, bool* autoload);
  Code* code_of(const Value& callable) override;
  bool stash_isa(Stash* stash, std::string_view package) override;
  const std::vector<Stash*>& linear_isa(Stash* stash) override;
  void require_file(std::string_view file) override;
  Stash* stash(std::string_view package, bool create) override;
  Glob* glob(std::string_view qualified_name, bool create) override;
  void fill_hash(Glob& glob) override;
  Value format_code(Glob& glob) override;
  bool keeps_to_itself(const Code* code) override;
  Stash* current_package() override;
  CallerInfo caller_info() override;
  Scalar* special(Special name) override;
  std::uint64_t& method_generation() override { return method_generation_; }
  String* to_string(const Value& v) override;
  Value to_number(const Value& v) override;
  bool to_bool(const Value& v) override;
  void assign(Value& place, const Value& value) override;
  Array* deref_array(Value& place, bool create) override;
  Hash* deref_hash(Value& place, bool create) override;
  Handle* handle_of(const Value& v, bool create) override;
  Glob* glob_of(const Value& v, bool create) override;
  void check_symbol_ref(const Value& v) override;
  // A destructor of C++ may stand around this, which no exception may leave: what leaves DESTROY
  // other than by die (exit, lack of memory, a fatal warning) is thrown on at the next safepoint.
  void destroy(Referent* object) override;
  void run_pending_signals() override;
  // What a destructor left with takes effect; a handler that others would notice begins with it.
  void leave_if_due() {
    if (*signal_word_ && leaving_) [[unlikely]]
      run_pending_signals();
  }
  void bless(Referent* object, Stash* stash);
  void leave_later() noexcept;  // the exception in flight: thrown on at the next safepoint
  bool signal_pending() const override { return signal_word_ && *signal_word_; }
  Value named_capture(bool all, const String* name) override;
  std::vector<Value> named_captures(bool all) override;
  void recode(Value& place, const Value& text) override;
  void reset_matches() override { ++current_package()->matches_generation; }
  Value* set_topic(Value* place) override { return std::exchange(topic_, place); }
  void* find_service(const void* key) override;
  void add_service(const void* key, std::shared_ptr<void> service) override;
  void set_last_read(Glob* glob) override;
  Glob* last_read() override { return last_read_; }
  const std::string& script_name() override { return script_name_; }

  // --- taint checks (taint.cpp, taint_checks.cpp); how they work: interp/taint.h
  void start_taint_checks(int mode, bool unsafe);  // before any text is compiled
  void taint_place(Value& place) override;
  void refuse_tainted(std::string_view what) override;
  void check_environment() override;
  void settle(Value& place, bool result);
  void settle_array(Array* a, std::size_t from);
  void settle_hash(Hash* h);
  void box_tainted(Value* from);
  void insecure(std::string text);
  void check_builtin(builtin::BuiltinId id, Value* args, std::uint32_t n);
  void check_open(Value* args, std::uint32_t n);
  void read_all(const Value* args, std::uint32_t n);
  void check_native(const Code& code, const Call& call);
  void taint_results(const Code& code, Value& result, Call& call);

  // --- compiling and loading (compile_unit.cpp)
  bool add_source_filter(SourceFilter filter) override;
  void end_source_filter() override;
  FuncProto* compile(FunctionScope* scope, std::shared_ptr<Arena> arena);
  Code* make_code(FuncProto* proto, Frame* parent);
  Value constant_closure(FuncProto* made, Frame* parent);
  // Compiles and runs program text; throws PerlDie / PerlExit. Returns its value.
  std::vector<Value> run_file_text(std::string_view text, bool utf8, std::string_view file,
                                   Want want, FrameKind kind);
  FuncProto* compile_text(std::string_view text, bool utf8, std::string_view file, FrameKind kind,
                          std::string_view package = "main", std::string prefix = {});
  bool do_file(const std::string& name, Want want, std::vector<Value>* results);
  Value require_version(const Value& v);
  Value require_value(const std::string& file);

  // --- policy (api/policy.cpp). Bit n of allowed_ is builtin::Capability(n). call_builtin checks it:
  //   if (allowed_ != kAllAllowed) [[unlikely]] check_allowed(id, call);
  // and what bypasses call_builtin (file tests, <>, @INC lookup, qx) asks require_allowed().
  static constexpr std::uint32_t kAllAllowed = ~0u;
  std::uint32_t allowed_ = kAllAllowed;
  // What stands behind the last error that the host should recognise: a refusal (no cause), or what
  // a function of the host threw. `text` is $@ as it was raised.
  struct ErrorOrigin {
    Value text;
    int kind = 0;  // the host's own
    std::exception_ptr cause;
    bool raised(const Value& error) const {
      return text.is_string() && error.is_string() && text.s == error.s;
    }
  };
  ErrorOrigin origin_;
  // The error with more text behind it, as BEGIN and require have it. Its origin stays known.
  Value lengthened_error(const Value& error, const std::string& more);
  std::function<void()> stop_check_;  // at safepoints, unless empty; throws PerlStop
  // More nested calls than this end in PerlStop.
  void limit_depth(std::size_t calls) {
    if (calls >= frame_limit_) return;
    frame_limit_ = static_cast<std::uint32_t>(calls);
    depth_is_limited_ = true;
  }
  void check_allowed(builtin::BuiltinId id, const Call& call);
  bool is_allowed(builtin::Capability c) const { return allowed_ >> static_cast<unsigned>(c) & 1; }
  void require_allowed(builtin::Capability c, std::string_view what) {
    if (!is_allowed(c)) deny(what);
  }
  bool allows(unsigned capability) const override { return allowed_ >> capability & 1; }
  [[noreturn]] void deny(std::string_view what) override;

  // --- state that the command and the pragmas touch
  std::string script_name_;
  bool dash_w = false, dash_W = false, dash_X = false;  // -w/$^W, -W, -X
  CompileUnit* unit_ = nullptr;                         // the innermost unit being compiled
  std::vector<Code*> end_blocks_, init_blocks_, check_blocks_, unitcheck_blocks_;
  bool in_global_destruction_ = false;
  int phase_ = 0;  // 0 START, 1 CHECK, 2 INIT, 3 RUN, 4 END, 5 DESTRUCT
  // The process ends with the program: what nobody can see then is left out.
  bool leaves_process_ = false;
  void run_blocks(std::vector<Code*>& blocks, bool reverse);
  void finish(int* status);  // END blocks, global destruction, flush

  // --- temporaries that outlive their use (vm_temporaries.cpp)
  void drop_last(HeapObject* object);  // its count has come to nothing
  bool waits_for_statement(HeapObject* object, int nesting = 0);
  void hand_temporaries_up(const Frame& f);
  void end_temporaries(const Instr* begin, const Instr* end);
  void end_waiting(Frame* f, const Instr* i);
  void end_last_call();
  void end_temporaries_from(std::size_t height);
  Scalar* lasting_argument(Value& v);

  // --- used by the dispatch loop and helpers
  Glob* glob_for_symbol(std::string_view name, char sigil);  // symbolic reference, current package
  void store_slow(Value& dst, const Value& v);
  void store(Value& dst, Value v) {
    if ((dst.tag & kKindMask) < 11) [[likely]]
      dst = std::move(v);
    else store_slow(dst, v);
  }
  Frame& frame() { return frames_[depth_]; }
  Frame* frame_at(std::uint32_t n) { return &frames_[n]; }
  std::uint32_t depth() const { return depth_; }
  const LineEntry* line_entry(const Frame& f);
  const Hints* current_hints();
  bool try_overload(const char* name, const Value& l, const Value& r, Value* out,
                    bool assign = false);
  bool overload_smart_match(const Value& l, const Value& r, bool ask_right, Value* out);
  [[noreturn]] void die_no_method(const std::string& op, const Stash* left, const Stash* right);
  Value overload_copy(const Value& v);
  Value to_be_changed(const Value& v);
  bool overload_increment(Value& place, const Value& v, bool up);
  bool overload_unary(const char* name, const Value& v, Value* out);
  bool overloaded(const Value& v);
  Code* overload_method(Stash* stash, const char* name);
  Value overload_convert(const Value& v, const char* want, bool* done);
  Value call_overload(Code* code, const Value& a, const Value& b, bool swapped);
  bool is_overloaded_stash(Stash* stash);

  Value arith(Opc op, const Value& l, const Value& r, bool to_left);
  Value arith_numbers(Opc op, const Value& l, const Value& r);
  Value floating_arith(Opc op, const Value& l, const Value& r);
  // A text was read as a number: its place, which raw is or leads to, remembers that.
  void note_number_read(const Value& raw, const Value& text);
  Value compare(Opc op, const Value& l, const Value& r);
  bool compare_true(Opc op, const Value& l, const Value& r);
  Value bit_op(Opc op, const Value& l, const Value& r);
  Value negate(const Value& v);
  bool negated_text(const Value& v, Value* out);
  Value bit_not(const Value& v, unsigned mode);
  Value concat(const Value& l, const Value& r);
  Value repeat(const Value& l, const Value& r, bool assign);
  // op is a binary opcode, or Neg (r alone); assign: the left side takes undef for 0.
  Value integer_op(Opc op, const Value& l, const Value& r, bool assign);
  Value integer_result(Opc op, std::int64_t a, std::int64_t b);
  void increment(Value& place, bool up) { increment(place, rvalue(place), up); }
  void increment(Value& place, const Value& now, bool up);  // `now`: what the place has
  Value step_integer(const Value& n, bool up);
  Value step_text(const Value& v, bool up);
  void warn_lost_precision(double n, bool up);
  void append_to(Value& place, const Value& v);
  void append_items(Value& place, Value* items, std::uint32_t n);
  void concat_operands(Frame* f, Value& dst, const std::uint16_t* operands, std::uint32_t n);
  bool print_operands(Frame* f, Handle* handle, const std::uint16_t* operands, std::uint32_t n,
                      bool say);
  void append_operands(Frame* f, Value& place, const std::uint16_t* operands, std::uint32_t n);
  Value concat_items(Value* items, std::uint32_t n);
  Value reference_type_of(const Value& v);

  Value* sp_ = nullptr;
  void push(Value v) { new (sp_++) Value(std::move(v)); }
  void pop_to(Value* to) {
    while (sp_ > to) (--sp_)->~Value();
  }
  void make_place(Value& dst, Value* target) {
    if (target->tag == kSlotPtr) target = target->p;
    if (target->is_boxed()) {
      if (target == &made_place_) [[unlikely]] {  // nobody else holds it
        dst = *target;
        return;
      }
      Value v;
      v.box = target->box;
      v.tag = kBorrowed;
      dst = std::move(v);
    } else dst = Value::slot_pointer(target);
  }
  // The same for values that were temporaries of a statement of the running frame, before an
  // instruction that Compiler counts as a call: see interp/vm_temporaries.cpp.
  void drop_temporaries(Value* to) {
    Value* v = sp_;
    while (v > to && !(v[-1].tag & kHeapBit)) --v;
    sp_ = v;
    while (sp_ > to) {
      --sp_;
      if (sp_->tag & kHeapBit) [[unlikely]]
        drop_temporary(sp_->o);
    }
  }
  void drop_temporary(HeapObject* object) {
    if (static_cast<std::int32_t>(object->refs) >= 0 && --object->refs == 0) drop_last(object);
  }
  void push_place(Value* target) {
    new (sp_) Value();
    make_place(*sp_, target);
    ++sp_;
    if (sp_[-1].tag == kBorrowed) sp_[-1].o->retain(), sp_[-1].tag = kBoxed;
  }

  // A scalar made for the occasion as a place, good until the next one: make_place and box_place
  // take it over.
  Value& made_place(Value boxed) {
    made_place_ = std::move(boxed);
    return made_place_;
  }
  Value made_place_;

  // containers (vm_list.cpp)
  std::int64_t size_of(Array* a) {
    return a->bits == 0 ? static_cast<std::int64_t>(a->size()) : special_size(a);
  }
  std::int64_t special_size(Array* a);
  void resize_array(Array* a, std::int64_t size);
  Value hash_in_scalar(Hash* h);
  void push_values(Array* a, Value* from);           // from there to the end of the stack, popped
  Value taken_from(Array* a, bool from_end);         // pop or shift
  const Instr* tied_step(Frame* f, const Instr* i);  // of foreach over a tied array
  Array* array_of(Value& v) { return reinterpret_cast<Array*>(v.o); }
  Hash* hash_of(Value& v) { return reinterpret_cast<Hash*>(v.o); }
  // Dies as perl does before an array gets so many elements (perldiag "Out of memory during array
  // extend").
  void check_extension(std::int64_t size);
  Value& element_place(Array* array, const Value& index);
  Value element_get(Array* array, const Value& index);
  Value& hash_place(Hash* hash, const Value& key);
  Value hash_get(Hash* hash, const Value& key);
  void hash_store(Hash* hash, const Value& key, Value v);
  Array* deref_array_strict(Value& ref,
                            unsigned flags);  // bit 0 strict, 1 vivify place, 2 needs one
  Hash* deref_hash_strict(Value& ref, unsigned flags);
  Scalar* deref_scalar_strict(Value& ref, unsigned flags, bool create, bool lvalue);
  unsigned push_mode(unsigned mode, unsigned link);
  void push_array(Array* a, unsigned mode, unsigned link);
  void push_tied(Array* a, bool copies);
  static constexpr unsigned kReadAtOnce = 1;  // the link of PushArray with copies
  void tied_keys_list(Hash* h, unsigned what);
  void push_elements(Array* a, std::size_t n);
  void push_hash(Hash* h, bool alias);
  void push_range(const Value& lo, const Value& hi);
  void slice_array(Array* a, Value* from, unsigned flags);
  void slice_hash(Hash* h, Value* from, unsigned flags);
  void slice_list(Value* from, Value* indices);
  void repeat_list(Value* from, const Value& count);
  void array_assign(Array* a, Value* from);
  std::size_t hash_assign(Hash* h, Value* from, Value* to);
  void glob_assign(Glob* g, const Value& v);
  // To be called before a glob gives up what it has: what an instruction of a running frame is at
  // work on lives until that frame's statement ends.
  void keep_in_use(const GlobBody* body);
  // Takes over a count, and gives it back when the running frame's statement ends.
  void keep_for_statement(Referent* object);
  void keys_list(Value& container, unsigned what);
  Value keys_scalar(Value& container, unsigned what);
  Value delete_hash(Hash* h, const Value& key);
  Value delete_elem(Array* a, const Value& index);
  void clear_hash(Hash* h);
  void undef_container(Value& v);
  Glob* glob_from(const Value& v, bool strict);
  Scalar* glob_scalar(Glob* g);
  std::int64_t index_of(const Value& v);
  const Value& key_string(const Value& key, Value* hold);

  // calls (vm_call.cpp)
  Code* callable(const Value& v, bool strict);
  bool enter(Code* code, Value* args_begin, std::uint32_t nargs, Want want, std::uint16_t dst,
             std::uint8_t lvalue);  // false: native, result already delivered
  // Behind an operation: handlers run when nobody asked for its result or a condition is next, else at
  // the next safepoint.
  void meet_signals_at(const Instr* next, bool wanted);
  void call_native(Code* code, Value* args, std::uint32_t nargs, Want want, std::uint16_t dst,
                   Value* fp);
  // Before a frame gets saves, evals, a shared @_ or a text: remembers what to go back to. The frame
  // is the running one, or nothing above it has saves or evals.
  void make_careful(Frame& f) {
    if (f.careful) return;
    f.careful = true;
    f.save_height = static_cast<std::uint32_t>(saves_.size());
    f.eval_depth = static_cast<std::uint32_t>(evals_.size());
    new (&f.eval_text) Value();
  }
  // Drops the eval records and takes back the saves of a careful frame.
  void unwind_frame(const Frame& f) {
    if (!temporaries_.empty()) hand_temporaries_up(f);
    while (evals_.size() > f.eval_depth) evals_.pop_back();
    if (saves_.size() > f.save_height) restore_to(f.save_height, 0);
  }
  void push_frame(FuncProto* proto, Code* code, Value* args, std::uint32_t nargs, Want want,
                  FrameKind kind);
  // To be called before an instruction runs code that is not a call in the running frame's own (of
  // an object, a tied variable, a handler, a destructor): the frame's raw pointers to elements get
  // a count, so that the element outlives what that code does to its array or hash.
  void hold_elements();
  void run_sub(Code* code, std::span<const Value> args, Want want, Value* slot);
  [[noreturn]] void stack_is_full();
  [[noreturn]] void native_stack_is_low() override;
  void materialise_args(Frame& f);
  void pop_frame();
  bool goes_on(Value result);
  // Ends the running frame, which must be `careful`, and hands `result` on. True: the run loop
  // returns.
  bool leave_carefully(Value result);
  // The same for the list that stands on the stack from `from` on, whatever the frame.
  bool leave_with_list(Value* from);
  void deliver(Value result, Want want, std::uint16_t dst);
  void clear_slots(Frame& f, std::uint32_t from);
  // Lets go of what the slots of a frame own, the last one first as perl has it.
  static void release_slots(const Value* from, Value* v) {
    static_assert(kSlotGroup == 4);
    while (v != from) {
      v -= kSlotGroup;
      if ((v[0].tag | v[1].tag | v[2].tag | v[3].tag) & kHeapBit)
        for (std::uint32_t n = kSlotGroup; n-- > 0;) v[n].set_undef();
    }
  }
  Code* resolve_sub(Glob* g);
  [[noreturn]] void die_undefined(const Code* c);
  Code* next_method(Stash* class_of, bool maybe);
  Code* resolve_method(Value* args, std::uint32_t nargs, const Value& name, unsigned flags,
                       SiteCache* cache, Frame& f);
  bool unwind(Value error, std::uint32_t base_frame);
  void set_eval_error(Value v);
  [[noreturn]] void throw_error(Value v);
  Value die_object(Value* items, std::uint32_t n);  // what die LIST raises; runs $SIG{__DIE__}
  Value die_hook(Value error);
  std::string location_suffix();
  Value append_location(std::string text);
  bool dynamic_loop(char kind, const Value& label, std::uint32_t base_frame, bool warns);
  void goto_sub(Code* code);
  bool goto_label(std::string_view name, std::uint32_t base_frame);
  void sort_items(Value* from, unsigned kind);
  void sort_block(Value* from, Frame& f, std::uint32_t a, std::uint32_t b, Glob* ga, Glob* gb,
                  const Instr* body);
  void sort_sub(Value* from, Code* code, Glob* ga, Glob* gb);
  void execute(std::uint32_t base_frame);
  // The instructions that are functions; what such a handler may do: interp/vm_ops.h.
#define OP(name)
#define FN(name, handler) const Instr* handler(Frame* f, const Instr* i);
#define SAME(name, handler)
#define TAINT(name, handler) FN(name, handler)
#include "interp/opcodes.def"
#undef OP
#undef FN
#undef SAME
#undef TAINT

  void share_args(Frame& f, Array* args);
  Value eval_capture(VarDecl* decl, Frame& f);
  void check_perl_version(std::string_view text, bool no);
  void open_data(std::string_view package, std::string_view text, std::size_t offset, bool utf8);
  struct FoundFile;
  void find_built_in(const std::string& file, FoundFile& found);
  void search_inc(const std::string& file, const char* op, FoundFile& found);
  [[noreturn]] void die_not_found(const std::string& file, const std::string& searched);
  void destroy_remaining();
  void destroy_globals();
  void run_destructor(Referent* object);
  bool knows_destructor(Stash* s);
  void leave_process_if_unseen(int status);
  bool end_is_unseen();
  // A sub without a statement.
  static bool is_empty(const Code& code) { return code.proto && code.proto->code.size() <= 1; }
  void leave_running_code();
  void take_late_exit();
  static void clear_references(Array* a);
  static void clear_references(Hash* h);
  static void clear_left(Frame& f, std::uint32_t first);
  void leave_level(std::uint32_t base_frame, std::size_t saves, Value& error);
  [[noreturn]] void die_leaving(const char* word, const LoopRange& deferred);
  Value fresh_cell(char sigil);
  bool package_used(Stash* s);
  void require_io_file();
  bool warning_enabled_at_caller(Warning category);
  void warn_deep_recursion(Code* code);
  void call_shared(Code* code, Want want, std::uint16_t dst, std::uint8_t lvalue);
  std::uint64_t lvalue_head(const Code* callee, std::uint32_t call, std::uint64_t head);
  Value lvalue_result(const Value* item, unsigned shape);  // &foo; shares @_
  [[noreturn]] void die_not_callable(const Value& v, bool strict);
  Code* resolve_sub_code(Code* code, bool is_goto = false);
  void after_builtin(builtin::BuiltinId id, Want want, const Value& result);
  void call_builtin(builtin::BuiltinId id, Value* args, std::uint32_t n, Want want,
                    std::uint32_t program, std::uint16_t dst, const void* site);
  void call_any_builtin(builtin::BuiltinId id, Value* args, std::uint32_t n, Want want,
                        std::uint32_t program, std::uint16_t dst, const void* site);
  bool goto_sub_enter(Code* code);  // true: the run loop must return
  void check_arity(Frame& f);
  void for_range_init(Value* state, const Value& lo, const Value& hi, bool reversed);
  bool print_op(const Value* handle, Value* args, std::uint32_t n, unsigned kind);
  Glob* readable_glob(const Value& v);
  Value file_test_op(char letter, const Value& v, unsigned flags);
  Value lvalue_proxy(Value& target, unsigned what, const Value& a, const Value& b, const Value& c,
                     bool has_b);
  Value glob_proxy(Value& glob);
  Value glob_slot(Glob* g, std::string_view slot);  // *x{SCALAR} ... (perlref)
  Value array_length_proxy(Array* array);
  Value deferred_helem(Hash* hash, const Value& key);
  Value kept_element(Array* array, const Value& index);
  Value kept_element(Hash* hash, const Value& key);
  Value deferred_element(Array* array, const Value& index);
  Scalar* referenced(Scalar* s);  // s has magic
  void check_array_writable(Array* a);
  // After a change of an array with bits: @ISA is checked (may die).
  void array_changed(Array* a) {
    if (a->bits & Array::IsIsa) isa_changed(a);
  }
  void isa_changed(Array* isa);
  void anon_hash_fill(Hash* h, Value* from, Value* to);
  void set_glob_scalar(Glob* g, Scalar* s);  // counts s
  void save_glob_scalar(Glob* g);

  // dynamic scope (vm_local.cpp)
  SaveEntry& save(SaveEntry::Kind kind, void* owner, void* saved = nullptr) {
    make_careful(frames_[depth_]);
    return saves_.emplace_back(kind, owner, saved);
  }
  // dead_from: the running frame's variables in the slots from here on are being left, each after
  // what was made local later.
  void restore_to(std::uint32_t height, std::uint32_t dead_from = kNone);
  void end_variables(std::uint32_t from);
  void local_scalar(Glob* g);
  void local_magic(Scalar* s, bool assigned = false);
  void local_array(Glob* g);
  void local_hash(Glob* g);
  void local_glob(Glob* g);
  void local_glob_slot(Glob* g, const Referent& given);
  void local_underscore();  // vm_underscore.cpp: *_ has been made local
  void local_args();
  void set_args(Array* a);
  void forget_package(std::string_view package);
  void set_topic_scalar(Scalar* s);
  void replace_underscore(GlobBody* body);
  void local_elem(Array* a, const Value& index, LocalKind kind);
  void local_helem(Hash* h, const Value& key, LocalKind kind);
  void local_topic();
  void local_deref(const Value& v, char sigil, unsigned strict);
  void restore_one(SaveEntry& e);
  void run_deferred(const SaveEntry& e);
  // Undoes what is in the way of an error; a deferred block that dies on the way replaces it.
  template <class Step> void undo(Value& error, Step step);
  const Value* unwinding_ = nullptr;  // the error, while frames and scopes are being left for it
  template <class Container> void local_tied(Container* c, const Value& key, bool undefine);
  void restore_tied_element(SaveEntry& e);
  void restore_magic_element(SaveEntry& e);

  // regex (vm_regex.cpp)
  Regex* pattern(PatternPlan& plan, const Value* operand);
  Value capture(unsigned what);
  MatchState* find_match();
  bool match(PatternPlan& plan, Regex* re, Value& target, bool negated);
  void match_list(PatternPlan& plan, Regex* re, Value& target);
  Value subst_const(PatternPlan& plan, Regex* re, Value& target, const Value& replacement);
  Value subst_begin(PatternPlan& plan, Regex* re, Value& target);
  bool subst_next(Value& iterator);
  void subst_add(Value& iterator, const Value& v);
  Value subst_end(Value& iterator, Value& target);
  Value transliterate(const Transliteration& t, Value& target);
  void split(PatternPlan& plan, Regex* re, const Value& subject, std::int64_t limit);
  Value get_pos(Value& place);
  void set_pos(Value& place, const Value& v);
  Regex* regex_of(const Value& v);  // borrowed; null: not a qr object
  Regex* text_pattern(PatternPlan& plan, const Value& v);
  Regex* compiled_text(PatternPlan& plan, std::string_view text, bool utf8);
  Regex* effective_pattern(PatternPlan& plan, Regex* re);
  MatchState* record_match(PatternPlan& plan, Regex* re, String* subject);
  MatchOffsets& offsets_of(PatternPlan& plan) {
    return plan.state ? plan.state->offsets : scratch_offsets_;
  }
  bool had_its_match(const PatternPlan& plan);
  void publish_marks(const RegexMachine& machine, MatchStatus status);
  bool search(Regex* re, const String* subject, std::size_t start, unsigned options,
              std::size_t g_pos, MatchOffsets& out);
  // The same, writing to offsets_of(plan): code in a pattern may match at the same site.
  bool search(PatternPlan& plan, Regex* re, const String* subject, std::size_t start,
              unsigned options, std::size_t g_pos) {
    if (re->has_code()) [[unlikely]]
      return search_with_code(&plan, re, subject, start, options, g_pos);
    return search(re, subject, start, options, g_pos, offsets_of(plan));
  }
  // vm_regex_code.cpp; a null plan means scratch_offsets_.
  bool search_with_code(PatternPlan* plan, Regex* re, const String* subject, std::size_t start,
                        unsigned options, std::size_t g_pos);
  Regex* pattern_of_parts(PatternPlan& plan, Value* first);
  Regex* compile_with_code(PatternPlan& plan, const Value& text, std::vector<CodeSpan>& spans,
                           std::vector<Value>& closures);
  Value evaluate_code(PatternPlan& plan, const std::string& code, bool utf8);
  Value run_code_block(Code* code, MatchState* state);
  SearchStart search_start(const PatternPlan& plan, const Regex* re, const Value& target);
  String* match_subject(const Value& target);  // owned count
  void push_groups(const String* subject, const MatchOffsets& offsets, bool whole);
  const SplitShape& split_shape(PatternPlan& plan, Regex* re);
  const void* position_key(const Value& target);
  Position* find_position(const Value& target);
  void set_position(Value& target, std::size_t byte, bool empty);
  void clear_position(const Value& target);
  // @- @+ @{^CAPTURE} (0 1 2), brought up to the last match; borrowed.
  Array* match_array(unsigned which);
  void bind_named_captures(Glob& glob);
  void install_match_variables();
  // A container reached by another name (*starts = \@-): brought up to date when it is one of them.
  void refresh(const Array* array);
  Scalar* special_scalar(Glob* glob) override;
  Value match_element(unsigned which, std::size_t n);
  Value make_qr(Regex* re);
  void drop_pos(const Scalar* s) { positions_.erase(s); }

  // string eval (compile_unit.cpp)
  void string_eval(const EvalSite& site, const Value& text, Want want, std::uint16_t dst,
                   bool bytes);

  Value* topic_ = nullptr;
  Value pending_error_;  // what unwind could not deliver at this level
  const Value* block_result_ = nullptr;
  const Repetition* repetition_ = nullptr;  // of the innermost frame that is EntryAgain
  std::vector<Value> native_results_;
  std::vector<EvalRecord> evals_;
  std::vector<SaveEntry> saves_;
  struct Temporary {
    HeapObject* object;  // counted
    std::uint32_t frame;
    bool handed_up;   // made by a sub that has returned
    const Instr* pc;  // of the frame, when it was dropped
  };
  std::vector<Temporary> temporaries_;
  volatile int* signal_word_ = nullptr;
  int no_signals_ = 0;          // the word until the interpreter has started
  LiveObjects live_objects_;    // those in it have a class with a destructor
  std::exception_ptr leaving_;  // what left a destructor; run_pending_signals throws it
  // Loops of the frames up to this depth are out of reach for what runs now, a destructor or a
  // handler of a signal; barrier_in_eval_: it runs as in an eval.
  std::uint32_t loop_barrier_ = 0;
  bool barrier_in_eval_ = false;
  bool cleanup_warning_ = false;  // the code that died had "misc" warnings on
  const Value* warn_operand_ = nullptr;
  std::uint32_t level_ = 0;
  std::size_t isa_depth_ = 0;
  Value overload_hold_, glob_hold_;  // keep what a dereference made alive until the next one
  int uninit_operand_ = -1;          // which kid of the node a conversion is about (-1: look)
  Value* stack_base_ = nullptr;
  Value* stack_limit_ = nullptr;
  Stash* main_stash_ = nullptr;
  Glob* topic_glob_ = nullptr;
  Glob* error_glob_ = nullptr;
  RegexMachine regex_machine_;
  PatternCache pattern_cache_;
  Regex* last_pattern_ = nullptr;
  int errno_ = 0, child_status_ = 0;
  std::uint64_t method_generation_ = 1;
  std::uint32_t pending_packages_ = 0;  // natives.cpp: a bit per package that is not made yet
  Value eval_result_;                   // catch value
  struct FoldAbort {};
  bool folding_ = false;  // a constant is computed: what warns or dies throws FoldAbort
  bool taint_held_ = false;
  // Of the TAINT rows, in their order.
  static const Instr* (VM::*const taint_handlers_[])(Frame*, const Instr*);
  bool taint_unsafe_ = false;  // -U: what taint checks refuse is a warning
  bool in_die_hook_ = false, in_warn_hook_ = false, in_tied_message_ = false;
  Code* warn_hook_ = nullptr;  // the $SIG{__WARN__} handler that runs now
  PositionTable positions_;    // pos() of boxed scalars
  Array* match_arrays_[3] = {};
  std::vector<std::unique_ptr<RegexMachine>> code_machines_;  // of matches that run code, by depth
  std::size_t code_depth_ = 0;
  MatchOffsets scratch_offsets_;  // where a search writes when its site has no state yet
  std::vector<Value> split_fields_;
  Value qr_result_;  // keeps what a qr overload returned
  int eval_counter_ = 0;
  const Hash* locked_env_ = nullptr;  // %ENV, when the policy does not let the script change it
  void refuse_env(const Hash* h) {
    if (h && h == locked_env_) [[unlikely]]
      deny("changing %ENV");
  }
  std::string library_folder_;  // the entry of @INC that stands for the built-in modules too
  int eval_string_depth_ = 0;
  bool compile_failed_ = false;  // the last error came from compiling, not running
  bool dash_c = false;           // -c: wording of compile errors

 private:
  // While it lives `last` and `next` do not find the loops around the running code.
  class LoopBarrier {
   public:
    LoopBarrier(VM& vm, bool in_eval)
        : vm_(vm), before_(vm.loop_barrier_), before_in_eval_(vm.barrier_in_eval_) {
      vm.loop_barrier_ = vm.depth_;
      vm.barrier_in_eval_ = in_eval;
    }
    ~LoopBarrier() {
      vm_.loop_barrier_ = before_;
      vm_.barrier_in_eval_ = before_in_eval_;
    }
    LoopBarrier(const LoopBarrier&) = delete;
    LoopBarrier& operator=(const LoopBarrier&) = delete;

   private:
    VM& vm_;
    std::uint32_t before_;
    bool before_in_eval_;
  };
  Frame* frames_ = nullptr;
  std::uint32_t depth_ = 0;
  std::uint32_t frame_limit_ = 0;
  bool depth_is_limited_ = false;
  std::size_t stack_values_ = std::size_t{1} << 29;  // 8 GiB of address space, less when limited
  std::size_t frame_count_ = std::size_t{1} << 23;
  struct NameHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view name) const {
      return std::hash<std::string_view>()(name);
    }
  };
  std::unordered_map<std::string, Stash*, NameHash, std::equal_to<>> stashes_;
  std::uint64_t forgotten_packages_ = 0;
  std::unordered_map<const void*, std::shared_ptr<void>> services_;
  std::vector<const void*> service_order_;
  Glob* last_read_ = nullptr;
  Scalar* specials_[static_cast<int>(Special::Count)] = {};
  friend class CompileUnit;
};

// The bi_ function of a table row; null for inline ones.
NativeFunction builtin_function(builtin::BuiltinId id);

}  // namespace perlipc
