// The native half of Unicode::Normalize (perldoc Unicode::Normalize; UAX 15).
#include "builtins/modules/native.h"
#include "builtins/modules/normalize_tables.h"
#include "builtins/modules/registry.h"

#include <algorithm>

namespace perlipc::builtin {

namespace {

const NormalizeTables& tables(Call& call) { return call.engine.service<NormalizeTables>(); }

// --- text ---------------------------------------------------------------------------------------

Characters characters(Call& call, std::size_t n) {
  const Text source(call.engine, call[n]);
  const Text wide(upgrade(source.get()));
  Characters result;
  const char* const end = wide.view().data() + wide.size();
  for (const char* at = wide.view().data(); at < end;) {
    std::size_t length = 1;
    result += utf8_decode(at, end, &length);
    at += length;
  }
  return result;
}

Value text_of(const Characters& text) {
  std::string bytes;
  char buffer[8];
  for (const char32_t c : text) bytes.append(buffer, utf8_encode(c, buffer));
  return Value::string(bytes, true);
}

// --- the steps ----------------------------------------------------------------------------------

Characters decomposed(const NormalizeTables& t, const Characters& text, bool compatible) {
  Characters result;
  for (const char32_t c : text) {
    const Characters* parts = compatible ? t.compatible(c) : t.canonical(c);
    if (NormalizeTables::is_hangul(c)) result += NormalizeTables::hangul(c);
    else if (parts) result += *parts;
    else result += c;
  }
  return result;
}

// Marks behind a character go into the order of their classes.
Characters reordered(const NormalizeTables& t, Characters text) {
  const auto is_starter = [&t](char32_t c) { return t.combining_class(c) == 0; };
  for (auto from = text.begin(); from != text.end();) {
    from = std::find_if_not(from, text.end(), is_starter);
    const auto to = std::find_if(from, text.end(), is_starter);
    std::stable_sort(from, to, [&t](char32_t a, char32_t b) {
      return t.combining_class(a) < t.combining_class(b);
    });
    from = to;
  }
  return text;
}

// `contiguous`: a mark composes only when nothing is left between it and its character.
Characters composed(const NormalizeTables& t, const Characters& text, bool contiguous) {
  Characters result;
  std::size_t starter = Characters::npos;  // where in the result
  int before = 0;                          // class of the last one that was left
  for (const char32_t c : text) {
    const int now = t.combining_class(c);
    if (starter != Characters::npos) {
      const bool left = result.size() > starter + 1;
      const bool blocked = (contiguous && left) || before > now || (now != 0 && before == now);
      const char32_t whole = blocked ? 0 : t.composite(result[starter], c);
      if (whole != 0 && !t.is_excluded(whole)) {
        result[starter] = whole;
        continue;
      }
    }
    before = now;
    if (now == 0) starter = result.size();
    result += c;
  }
  return result;
}

enum class Form : std::uint8_t { D, C, KD, KC, Fcc };

Characters normalized(const NormalizeTables& t, const Characters& text, Form form) {
  const bool compatible = form == Form::KD || form == Form::KC;
  const Characters parts = reordered(t, decomposed(t, text, compatible));
  if (form == Form::D || form == Form::KD) return parts;
  return composed(t, parts, form == Form::Fcc);
}

// --- quick checks: yes, no, perhaps (undef) -----------------------------------------------------------

Value answer(bool perhaps) { return perhaps ? Value() : yes_no(true); }

bool changes_for_compatibility(const NormalizeTables& t, char32_t c) {
  const Characters* compatible = t.compatible(c);
  const Characters* canonical = t.canonical(c);
  return compatible && (!canonical || *canonical != *compatible);
}

template <bool Compatible> Value check_decomposed(Call& call) {
  expect(call, 1, 1, "src");
  const NormalizeTables& t = tables(call);
  int before = 0;
  for (const char32_t c : characters(call, 0)) {
    const int now = t.combining_class(c);
    if (before > now && now != 0) return yes_no(false);
    if (NormalizeTables::is_hangul(c) || (Compatible ? t.compatible(c) : t.canonical(c)))
      return yes_no(false);
    before = now;
  }
  return yes_no(true);
}

template <bool Compatible> Value check_composed(Call& call) {
  expect(call, 1, 1, "src");
  const NormalizeTables& t = tables(call);
  int before = 0;
  bool perhaps = false;
  for (const char32_t c : characters(call, 0)) {
    const int now = t.combining_class(c);
    if (before > now && now != 0) return yes_no(false);
    before = now;
    if (NormalizeTables::is_hangul(c)) continue;
    if (t.is_excluded(c)) return yes_no(false);
    if (t.is_second(c)) perhaps = true;
    else if (Compatible && changes_for_compatibility(t, c)) return yes_no(false);
  }
  return answer(perhaps);
}

template <bool Contiguous> Value check_fast(Call& call) {
  expect(call, 1, 1, "src");
  const NormalizeTables& t = tables(call);
  int before = 0;
  bool perhaps = false;
  for (const char32_t c : characters(call, 0)) {
    const Characters* parts = t.canonical(c);
    const int now = t.combining_class(parts ? parts->front() : c);
    if (now != 0 && now < before) return yes_no(false);
    if (Contiguous && t.is_excluded(c)) return yes_no(false);
    perhaps = perhaps || (Contiguous && t.is_second(c));
    before = t.combining_class(parts ? parts->back() : c);
  }
  return answer(perhaps);
}

// --- functions ----------------------------------------------------------------------------------

template <Form F> Value normalize(Call& call) {
  expect(call, 1, 1, "src");
  return text_of(normalized(tables(call), characters(call, 0), F));
}
Value decompose(Call& call) {
  expect(call, 1, 2, "src, compat = &PL_sv_no");
  return text_of(decomposed(tables(call), characters(call, 0), call.truth(1)));
}
Value reorder(Call& call) {
  expect(call, 1, 1, "src");
  return text_of(reordered(tables(call), characters(call, 0)));
}
template <bool Contiguous> Value compose(Call& call) {
  expect(call, 1, 1, "src");
  return text_of(composed(tables(call), characters(call, 0), Contiguous));
}

char32_t code(Call& call, std::size_t n) { return static_cast<char32_t>(call.integer(n)); }

Value combining_class(Call& call) {
  expect(call, 1, 1, "uv");
  return Value::integer(tables(call).combining_class(code(call, 0)));
}
template <bool Compatible> Value decomposition(Call& call) {
  expect(call, 1, 1, "uv");
  const char32_t c = code(call, 0);
  if (NormalizeTables::is_hangul(c)) return text_of(NormalizeTables::hangul(c));
  const NormalizeTables& t = tables(call);
  const Characters* parts = Compatible ? t.compatible(c) : t.canonical(c);
  return parts ? text_of(*parts) : Value();
}
Value composite(Call& call) {
  expect(call, 2, 2, "uv, uv2");
  const char32_t whole = tables(call).composite(code(call, 0), code(call, 1));
  return whole ? Value::integer(whole) : Value();
}

template <bool (NormalizeTables::*Test)(char32_t) const> Value is(Call& call) {
  expect(call, 1, 1, "uv");
  return yes_no((tables(call).*Test)(code(call, 0)));
}
template <bool Compatible> Value decomposes(Call& call) {
  expect(call, 1, 1, "uv");
  const char32_t c = code(call, 0);
  const NormalizeTables& t = tables(call);
  return yes_no(NormalizeTables::is_hangul(c) || (Compatible ? t.compatible(c) : t.canonical(c)));
}
Value changes_composed(Call& call) {
  expect(call, 1, 1, "uv");
  const NormalizeTables& t = tables(call);
  const char32_t c = code(call, 0);
  return yes_no(t.is_excluded(c) || changes_for_compatibility(t, c));
}

// What stands in front of the last character that is no mark, and it with what follows.
Value split_on_last_starter(Call& call) {
  expect(call, 1, 1, "src");
  const Characters text = characters(call, 0);
  std::size_t at = text.size();
  while (at > 0 && tables(call).combining_class(text[--at]) != 0) {}
  call.push(text_of(text.substr(0, at)));
  call.push(text_of(text.substr(at)));
  return call.list();
}

using T = NormalizeTables;
const NativeRow kFunctions[] = {
    {"FCC", normalize<Form::Fcc>, "$"},
    {"NFC", normalize<Form::C>, "$"},
    {"NFD", normalize<Form::D>, "$"},
    {"NFKC", normalize<Form::KC>, "$"},
    {"NFKD", normalize<Form::KD>, "$"},
    {"checkFCC", check_fast<true>, "$"},
    {"checkFCD", check_fast<false>, "$"},
    {"checkNFC", check_composed<false>, "$"},
    {"checkNFD", check_decomposed<false>, "$"},
    {"checkNFKC", check_composed<true>, "$"},
    {"checkNFKD", check_decomposed<true>, "$"},
    {"compose", compose<false>, "$"},
    {"composeContiguous", compose<true>, "$"},
    {"decompose", decompose, "$;$"},
    {"getCanon", decomposition<false>, "$"},
    {"getCombinClass", combining_class, "$"},
    {"getCompat", decomposition<true>, "$"},
    {"getComposite", composite, "$$"},
    {"isComp2nd", is<&T::is_second>, "$"},
    {"isComp_Ex", is<&T::is_excluded>, "$"},
    {"isExclusion", is<&T::is_exclusion>, "$"},
    {"isNFC_MAYBE", is<&T::is_second>, "$"},
    {"isNFC_NO", is<&T::is_excluded>, "$"},
    {"isNFD_NO", decomposes<false>, "$"},
    {"isNFKC_MAYBE", is<&T::is_second>, "$"},
    {"isNFKC_NO", changes_composed, "$"},
    {"isNFKD_NO", decomposes<true>, "$"},
    {"isNonStDecomp", is<&T::is_non_starter>, "$"},
    {"isSingleton", is<&T::is_singleton>, "$"},
    {"reorder", reorder, "$"},
    {"splitOnLastStarter", split_on_last_starter, nullptr},
};

}  // namespace

const NativeModule& normalize_module() {
  static const NativeModule module{
      .package = "Unicode::Normalize", .functions = kFunctions, .constants = {}};
  return module;
}

}  // namespace perlipc::builtin
