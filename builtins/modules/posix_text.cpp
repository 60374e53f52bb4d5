// Text of POSIX: numbers from strings, comparison by locale, multibyte characters, the locale itself.
#include "builtins/modules/locale_state.h"
#include "builtins/modules/posix.h"
#include "builtins/policy.h"

#include <climits>
#include <clocale>
#include <cstdlib>
#include <cstring>
#include <cwchar>

namespace perlipc::builtin {

namespace {

// List context: the number and how many characters were left over.
Value parsed(Call& call, Value number, const std::string& text, const char* end) {
  if (call.want != Want::List) return number;
  call.push(std::move(number));
  call.push(Value::integer(static_cast<std::int64_t>(text.size()) - (end - text.c_str())));
  return call.list();
}

bool is_base(std::int64_t base) { return base == 0 || (base >= 2 && base <= 36); }

Value bad_base(Call& call) {
  call.engine.set_errno(EINVAL);
  if (call.want != Want::List) return {};
  call.push({});
  call.push({});
  return call.list();
}

Value text_strtol(Call& call) {
  expect(call, 1, 2, "str, base = 0");
  const std::string text = byte_text(call, 0);
  const std::int64_t base = call.has(1) ? call.integer(1) : 0;
  if (!is_base(base)) return bad_base(call);
  char* end = nullptr;
  errno = 0;
  const long number = std::strtol(text.c_str(), &end, static_cast<int>(base));
  if (errno == ERANGE) call.engine.set_errno(ERANGE);
  return parsed(call, Value::integer(number), text, end);
}

Value text_strtoul(Call& call) {
  expect(call, 1, 2, "str, base = 0");
  const std::string text = byte_text(call, 0);
  const std::int64_t base = call.has(1) ? call.integer(1) : 0;
  if (!is_base(base)) return bad_base(call);
  char* end = nullptr;
  errno = 0;
  const unsigned long number = std::strtoul(text.c_str(), &end, static_cast<int>(base));
  if (errno == ERANGE) call.engine.set_errno(ERANGE);
  return parsed(call, Value::unsigned_integer(number), text, end);
}

Value text_strtod(Call& call) {
  expect(call, 1, 1, "str");
  const std::string text = byte_text(call, 0);
  char* end = nullptr;
  const double number = std::strtod(text.c_str(), &end);
  return parsed(call, Value::number(number), text, end);
}

Value text_strcoll(Call& call) {
  expect(call, 2, 2, "s1, s2");
  return Value::integer(std::strcoll(call.text(0).c_str(), call.text(1).c_str()));
}

Value text_strxfrm(Call& call) {
  expect(call, 1, 1, "src");
  const std::string source = call.text(0);
  std::string result(std::strxfrm(nullptr, source.c_str(), 0) + 1, '\0');
  result.resize(std::strxfrm(result.data(), source.c_str(), result.size()));
  return text_value(result);
}

Value text_strerror(Call& call) {
  expect(call, 1, 1, "errno");
  const auto error = static_cast<int>(call.integer(0));
  return text_value(error == 0 ? "" : std::strerror(error));
}

Value text_strstr(Call& call) {
  expect(call, 2, 2, "big, little");
  const Text big(call.engine, call[0]), little(call.engine, call[1]);
  const Text wide_big(upgrade(big.get())), wide_little(upgrade(little.get()));
  const std::size_t at = wide_big.view().find(wide_little.view());
  if (at == std::string_view::npos) return Value::integer(-1);
  return Value::integer(static_cast<std::int64_t>(utf8_length(wide_big.view().substr(0, at))));
}

// --- multibyte characters -----------------------------------------------------------------------

std::size_t count_limit(Call& call, std::size_t n, std::size_t size) {
  if (!call.has(n)) return size;
  const std::int64_t limit = call.integer(n);
  return limit < 0 ? size : std::min(size, static_cast<std::size_t>(limit));
}

Value text_mblen(Call& call) {
  expect(call, 1, 2, "s, n = ~0");
  std::mbstate_t state{};
  if (!call.defined(0)) return Value::integer(0);
  const std::string text = byte_text(call, 0);
  const std::size_t limit = count_limit(call, 1, text.size());
  if (limit == 0) return Value::integer(text.empty() ? -1 : 0);
  const std::size_t size = std::mbrlen(text.data(), limit, &state);
  return Value::integer(size > limit ? -1 : static_cast<std::int64_t>(size));
}

Value text_mbtowc(Call& call) {
  expect(call, 2, 3, "pwc, s, n = ~0");
  if (!call.defined(1)) return Value::integer(0);
  std::mbstate_t state{};
  const std::string text = byte_text(call, 1);
  const std::size_t limit = count_limit(call, 2, text.size());
  wchar_t wide = 0;
  const std::size_t size = std::mbrtowc(&wide, text.data(), limit, &state);
  if (size > limit) return Value::integer(-1);
  call.assign(0, Value::integer(wide));
  return Value::integer(static_cast<std::int64_t>(size));
}

Value text_wctomb(Call& call) {
  expect(call, 2, 2, "s, wchar");
  std::mbstate_t state{};
  char bytes[MB_LEN_MAX];
  const std::size_t size = std::wcrtomb(bytes, static_cast<wchar_t>(call.integer(1)), &state);
  if (size == static_cast<std::size_t>(-1)) return Value::integer(-1);
  call.assign(0, text_value({bytes, size}));
  return Value::integer(static_cast<std::int64_t>(size));
}

// --- locale -------------------------------------------------------------------------------------

// Numbers are always read and printed with a point, whatever the locale, so LC_NUMERIC of the process stays
// "C"; the others are really set.
Value text_setlocale(Call& call) {
  expect(call, 1, 2, "category, locale = 0");
  const auto category = static_cast<int>(call.integer(0));
  if (category < 0 || category > LC_IDENTIFICATION) {
    const std::string wanted =
        call.defined(1) ? "; can't set it to " + call.text(1) : std::string();
    call.engine.warn_always("Unknown locale category " + std::to_string(category) + wanted + "\n");
    return {};
  }
  LocaleState& state = call.engine.service<LocaleState>();
  if (!call.defined(1)) return text_value(state.name(category));
  require_allowed(call.engine, Capability::LoadNative, "changing the locale");
  const char* result = std::setlocale(category, call.text(1).c_str());
  if (result == nullptr) return {};
  Value answer = text_value(result);
  state.set_by_script = true;
  if (category == LC_ALL || category == LC_NUMERIC) std::setlocale(LC_NUMERIC, "C");
  return answer;
}

Value text_localeconv(Call& call) {
  expect(call, 0, 0, "");
  const lconv* conventions = std::localeconv();
  Hash* hash = Hash::make();
  const struct {
    const char* name;
    const char* text;
  } texts[] = {{"decimal_point", conventions->decimal_point},
               {"thousands_sep", conventions->thousands_sep},
               {"grouping", conventions->grouping},
               {"int_curr_symbol", conventions->int_curr_symbol},
               {"currency_symbol", conventions->currency_symbol},
               {"mon_decimal_point", conventions->mon_decimal_point},
               {"mon_thousands_sep", conventions->mon_thousands_sep},
               {"mon_grouping", conventions->mon_grouping},
               {"positive_sign", conventions->positive_sign},
               {"negative_sign", conventions->negative_sign}};
  for (const auto& [name, text] : texts) {
    if (text != nullptr && *text != '\0') hash->fetch(name) = text_value(text);
  }
  const struct {
    const char* name;
    char number;
  } numbers[] = {{"int_frac_digits", conventions->int_frac_digits},
                 {"frac_digits", conventions->frac_digits},
                 {"p_cs_precedes", conventions->p_cs_precedes},
                 {"p_sep_by_space", conventions->p_sep_by_space},
                 {"n_cs_precedes", conventions->n_cs_precedes},
                 {"n_sep_by_space", conventions->n_sep_by_space},
                 {"p_sign_posn", conventions->p_sign_posn},
                 {"n_sign_posn", conventions->n_sign_posn}};
  for (const auto& [name, number] : numbers) {
    if (number != CHAR_MAX) hash->fetch(name) = Value::integer(number);
  }
  return Value::adopt_ref(hash);
}

const NativeRow kRows[] = {
    {"localeconv", text_localeconv, nullptr}, {"mblen", text_mblen, nullptr},
    {"mbtowc", text_mbtowc, nullptr},         {"setlocale", text_setlocale, nullptr},
    {"strcoll", text_strcoll, nullptr},       {"strerror", text_strerror, nullptr},
    {"strstr", text_strstr, nullptr},         {"strtod", text_strtod, nullptr},
    {"strtol", text_strtol, nullptr},         {"strtold", text_strtod, nullptr},
    {"strtoul", text_strtoul, nullptr},       {"strxfrm", text_strxfrm, nullptr},
    {"wctomb", text_wctomb, nullptr},
};

}  // namespace

std::span<const NativeRow> posix_text_functions() { return kRows; }

}  // namespace perlipc::builtin
