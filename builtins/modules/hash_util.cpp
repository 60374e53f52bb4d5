// The native half of Hash::Util (perldoc Hash::Util), whose Perl half comes with the installed perl.
#include "builtins/modules/native.h"
#include "builtins/modules/registry.h"
#include "interp/value/restricted.h"

namespace perlipc::builtin {

namespace {

Hash* hash_argument(Call& call, std::size_t n) {
  const Value ref = call[n];
  if (!ref.is_ref() || ref.o->type != Type::Hash) {
    call.engine.die("First argument to " + std::string(native_name(call)) +
                    "() must be an HASH reference");
  }
  return static_cast<Hash*>(ref.o);
}

Value push_keys(Call& call, Hash* hash) {
  std::size_t position = 0;
  while (const Hash::Entry* entry = hash->next(position)) call.push(Value::share(entry->key));
  return call.list();
}

Value push_hidden(Call& call, const Hash* hash) {
  for (const restricted::Key& key : restricted::allowed_keys(hash))
    call.push(Value::string(key.text, key.utf8));
  return call.list();
}

Value hash_legal_keys(Call& call) {
  Hash* hash = hash_argument(call, 0);
  push_keys(call, hash);
  return push_hidden(call, hash);
}

Value hash_hidden_keys(Call& call) { return push_hidden(call, hash_argument(call, 0)); }

// (\%hash, \@visible, \@hidden): fills the two arrays.
Value hash_all_keys(Call& call) {
  expect(call, 3, 3, "hash, keys, placeholder");
  Hash* hash = hash_argument(call, 0);
  Value keys_place = call[1], hidden_place = call[2];
  Array* keys = call.engine.deref_array(keys_place, true);
  Array* hidden = call.engine.deref_array(hidden_place, true);
  hidden->clear();
  keys->clear();
  for (const restricted::Key& key : restricted::allowed_keys(hash))
    hidden->push(Value::string(key.text, key.utf8));
  std::size_t position = 0;
  while (const Hash::Entry* entry = hash->next(position)) keys->push(Value::share(entry->key));
  return call[0];
}

// Stores an alias of the value itself.
Value hash_hv_store(Call& call) {
  expect(call, 3, 3, "hash, key, value");
  Hash* hash = hash_argument(call, 0);
  const Text key(call.engine, call[1]);
  hash->fetch(key.view(), key.utf8()) = Value::boxed(box_place(call.args[2]));
  return yes_no(true);
}

Value hash_clear_placeholders(Call& call) {
  restricted::forget(hash_argument(call, 0));
  return no_value(call);
}

Value hash_value_of(Call& call) {
  expect(call, 1, 2, "string");
  const Text text(call.engine, call[0]);
  return Value::integer(Hash::hash_bytes(text.view()));
}

Value hash_seed_text(Call&) { return text_value(""); }

const NativeRow kFunctions[] = {
    {"_clear_placeholders", hash_clear_placeholders, "\\%"},
    {"all_keys", hash_all_keys, "\\%\\@\\@"},
    {"hash_seed", hash_seed_text, ""},
    {"hash_value", hash_value_of, "$;$"},
    {"hidden_ref_keys", hash_hidden_keys, nullptr},
    {"hv_store", hash_hv_store, "\\%$$"},
    {"legal_ref_keys", hash_legal_keys, nullptr},
};

}  // namespace

const NativeModule& hash_util_module() {
  static const NativeModule module{
      .package = "Hash::Util", .functions = kFunctions, .constants = {}};
  return module;
}

}  // namespace perlipc::builtin
