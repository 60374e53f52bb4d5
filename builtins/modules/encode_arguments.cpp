// Conversion of arguments: what was converted may be taken away from the source.
#include "builtins/modules/encode.h"

namespace perlipc::builtin {

bool consumes_source(const EncodePolicy& policy) {
  return policy.flags != 0 && !(policy.flags & LeaveSrc);
}

void check_source(Call& call, std::size_t n, const EncodePolicy& policy) {
  const Value& v = call.args[n];
  if (consumes_source(policy) && v.is_boxed() && (v.box->bits & Scalar::ReadOnly))
    call.engine.die("Modification of a read-only value attempted");
}

std::string source_bytes(Call& call, std::size_t n) {
  const Text source(call.engine, call[n]);
  if (!source.utf8()) return std::string(source.view());
  String* bytes = downgrade(source.get());
  if (!bytes) call.engine.die("Wide character");
  return std::string(Text(bytes).view());
}

Value decode_argument(Call& call, std::size_t n, const Encoding& encoding, const Value& check,
                      std::size_t mark) {
  if (!call.defined(n)) return {};
  const EncodePolicy policy = encode_policy(call.engine, check);
  check_source(call, n, policy);
  const std::string bytes = source_bytes(call, n);
  const Conversion result =
      decode_bytes(call.engine, encoding, std::string_view(bytes).substr(mark), policy);
  if (consumes_source(policy))
    call.assign(n, text_value(std::string_view(bytes).substr(mark + result.used)));
  return Value::string(result.text, true);
}

Value encode_argument(Call& call, std::size_t n, const Encoding& encoding, const Value& check,
                      std::string_view mark) {
  if (!call.defined(n)) return {};
  const EncodePolicy policy = encode_policy(call.engine, check);
  check_source(call, n, policy);
  const Text source(call.engine, call[n]);
  const Text wide(upgrade(source.get()));
  const Conversion result = encode_text(call.engine, encoding, wide.view(), policy);
  if (consumes_source(policy)) call.assign(n, Value::string(wide.view().substr(result.used), true));
  return text_value(std::string(mark) + result.text);
}

}  // namespace perlipc::builtin
