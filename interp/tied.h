// Tied variables (perldoc perltie). A tied scalar has a Magic; a tied array or hash has the bit Tied and
// nothing in it: what it held waits in its Link until untie. So every fast path misses, and who misses
// looks at the bits and comes here.
#pragma once
#include "interp/value/array.h"
#include "interp/value/hash.h"

#include <memory>
#include <span>
#include <string_view>

namespace perlipc {

class VM;

namespace tied {

// What a tied array or hash is bound to. The places of elements share it, without holding the
// container: the object goes when the container goes or is untied.
struct Link {
  VM& vm;
  Value object;
  Value key;  // of the iteration, the last one that was given out
  bool iterating = false;
  bool busy = false;  // a method of a tied scalar runs: to it the scalar is an ordinary one
  // Calls METHOD of the object in scalar context.
  Value call(std::string_view method, std::span<const Value> operands = {});
  // Whether the class has the method.
  bool can(std::string_view method);
};

// Whether this is the place of an element of a tied array or hash.
bool is_element(const Value& place);

// Binds the variable: an alias of a scalar, a reference to an array or a hash, or a symbol.
void bind(VM& vm, Value& variable, const Value& object);
// Ends that; true when there was something to end.
bool unbind(VM& vm, Value& variable);
// The object of a tied variable, else undef.
Value object_of(const Value& variable);
// Whether FETCH or STORE of a tied scalar runs.
bool is_busy(const Value& variable);

// --- arrays that have the bit Tied. An index may be negative; the result of `get` is plain.
Value get(VM& vm, Array* array, std::int64_t index);
// A scalar that stands for the element; dies when the index is out of reach.
Value place(VM& vm, Array* array, std::int64_t index);
Value remove(VM& vm, Array* array, std::int64_t index);
// Whether its class can say that an element is not there, and take one away again (`local`).
bool knows_absence(VM& vm, const Referent* container);
bool exists(VM& vm, Array* array, std::int64_t index);
std::int64_t size(VM& vm, Array* array);
void resize(VM& vm, Array* array, std::int64_t size);
void clear(VM& vm, Array* array);
void fill(VM& vm, Array* array, std::span<const Value> items);  // @array = LIST
// PUSH, POP, SHIFT, UNSHIFT
Value call(VM& vm, Array* array, std::string_view method, std::span<const Value> operands = {});
// In list context all that SPLICE returns.
std::vector<Value> splice(VM& vm, Array* array, std::span<const Value> operands, bool list);

// --- hashes that have the bit Tied. Keys are passed on as they are, references too.
Value get(VM& vm, Hash* hash, const Value& key);
Value place(VM& vm, Hash* hash, const Value& key);
Value remove(VM& vm, Hash* hash, const Value& key);
bool exists(VM& vm, Hash* hash, const Value& key);
void clear(VM& vm, Hash* hash);
void store(VM& vm, Hash* hash, const Value& key, const Value& value);
// The hash in scalar and boolean context.
Value as_scalar(VM& vm, Hash* hash);
// The next key of the iteration, false at its end.
bool next_key(VM& vm, Hash* hash, Value* key);
void restart(Hash* hash);
std::vector<Value> keys(VM& vm, Hash* hash);

}  // namespace tied
}  // namespace perlipc
