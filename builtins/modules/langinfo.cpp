// I18N::Langinfo (perldoc I18N::Langinfo): what the locale says about dates, numbers and answers.
#include "builtins/modules/locale_state.h"
#include "builtins/modules/native.h"
#include "builtins/modules/registry.h"

namespace perlipc::builtin {

namespace {

#define C(name) {#name, static_cast<std::int64_t>(name)},
const NativeConstant kItems[] = {
    // clang-format off
    C(ABDAY_1) C(ABDAY_2) C(ABDAY_3) C(ABDAY_4) C(ABDAY_5) C(ABDAY_6) C(ABDAY_7) C(ABMON_1)
    C(ABMON_10) C(ABMON_11) C(ABMON_12) C(ABMON_2) C(ABMON_3) C(ABMON_4) C(ABMON_5) C(ABMON_6)
    C(ABMON_7) C(ABMON_8) C(ABMON_9) C(ALT_DIGITS) C(AM_STR) C(CODESET) C(CRNCYSTR) C(DAY_1)
    C(DAY_2) C(DAY_3) C(DAY_4) C(DAY_5) C(DAY_6) C(DAY_7) C(D_FMT) C(D_T_FMT) C(ERA) C(ERA_D_FMT)
    C(ERA_D_T_FMT) C(ERA_T_FMT) C(MON_1) C(MON_10) C(MON_11) C(MON_12) C(MON_2) C(MON_3) C(MON_4)
    C(MON_5) C(MON_6) C(MON_7) C(MON_8) C(MON_9) C(NOEXPR) C(NOSTR) C(PM_STR) C(RADIXCHAR)
    C(THOUSEP) C(T_FMT) C(T_FMT_AMPM) C(YESEXPR) C(YESSTR)
    // clang-format on
};
#undef C

constexpr const char* kOptionalExports =
    "ABDAY_1 ABDAY_2 ABDAY_3 ABDAY_4 ABDAY_5 ABDAY_6 ABDAY_7 ABMON_1 ABMON_10 ABMON_11 ABMON_12 "
    "ABMON_2 ABMON_3 ABMON_4 ABMON_5 ABMON_6 ABMON_7 ABMON_8 ABMON_9 ALT_DIGITS AM_STR CODESET "
    "CRNCYSTR DAY_1 DAY_2 DAY_3 DAY_4 DAY_5 DAY_6 DAY_7 D_FMT D_T_FMT ERA ERA_D_FMT ERA_D_T_FMT "
    "ERA_T_FMT MON_1 MON_10 MON_11 MON_12 MON_2 MON_3 MON_4 MON_5 MON_6 MON_7 MON_8 MON_9 NOEXPR "
    "NOSTR PM_STR RADIXCHAR THOUSEP T_FMT T_FMT_AMPM YESEXPR YESSTR";

Value langinfo_item(Call& call) {
  expect(call, 1, 1, "code");
  const std::int64_t item = call.integer(0);
  if (item < 0) return call.fail(EINVAL);
  return text_value(call.engine.service<LocaleState>().item(static_cast<nl_item>(item)));
}

const NativeRow kFunctions[] = {{"langinfo", langinfo_item, "_"}};

}  // namespace

const NativeModule& langinfo_module() {
  static const NativeModule module{.package = "I18N::Langinfo",
                                   .functions = kFunctions,
                                   .constants = kItems,
                                   .exports = "langinfo",
                                   .optional_exports = kOptionalExports,
                                   .version = "0.21"};
  return module;
}

}  // namespace perlipc::builtin
