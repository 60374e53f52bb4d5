// Compiling: translation, PCRE2 options, stringification, and what a compiled pattern remembers.

#include "interp/regex/regex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <algorithm>

#include "interp/regex/code_tables.h"
#include "interp/regex/program.h"
#include "interp/regex/translate.h"

namespace perlipc {
namespace {

// perlre "(?^...)": the charset first, then p, then the others in this order.
std::string stringify(const std::string& pattern, const RegexFlags& flags, bool unicode,
                      bool open_comment) {
  std::string out = "(?^";
  switch (flags.charset) {
    case RegexFlags::Default:
      if (unicode) out += 'u';
      break;
    case RegexFlags::Unicode: out += 'u'; break;
    case RegexFlags::Ascii: out += 'a'; break;
    case RegexFlags::AsciiStrict: out += "aa"; break;
    case RegexFlags::Locale: out += 'l'; break;
  }
  if (flags.p) out += 'p';
  if (flags.m) out += 'm';
  if (flags.s) out += 's';
  if (flags.i) out += 'i';
  if (flags.x || flags.xx) out += flags.xx ? "xx" : "x";
  if (flags.n) out += 'n';
  out += ':';
  out += pattern;
  // Or the closing parenthesis would belong to the comment.
  if (open_comment) out += '\n';
  return out + ")";
}

struct CompileContext {
  CompileContext() : context(pcre2_compile_context_create(nullptr)) {}
  ~CompileContext() { pcre2_compile_context_free(context); }
  CompileContext(const CompileContext&) = delete;
  CompileContext& operator=(const CompileContext&) = delete;
  pcre2_compile_context* context;
};

uint32_t compile_options(const RegexFlags& flags, bool utf, bool latin1_tables,
                         const uint8_t*& tables) {
  uint32_t options = 0;
  if (flags.i) options |= PCRE2_CASELESS;
  if (flags.m) options |= PCRE2_MULTILINE;
  if (flags.s) options |= PCRE2_DOTALL;
  if (utf) {
    // Perl strings may hold surrogates and more: such characters never match, nothing breaks.
    options |= PCRE2_UTF | PCRE2_MATCH_INVALID_UTF;
  } else if (latin1_tables) {
    tables = latin1_code_tables();
    if (tables == nullptr) options |= PCRE2_UCP;
  }
  return options;
}

}  // namespace

pcre2_real_code_8* compile_text(const std::string& text, const RegexFlags& flags, bool utf,
                                bool latin1_tables, uint32_t options, int& error_code) {
  CompileContext holder;
  pcre2_set_newline(holder.context, PCRE2_NEWLINE_LF);
  pcre2_set_bsr(holder.context, PCRE2_BSR_UNICODE);
  pcre2_set_parens_nest_limit(holder.context, 1000);
  const uint8_t* tables = nullptr;
  options |= compile_options(flags, utf, latin1_tables, tables);
  if (tables != nullptr) pcre2_set_character_tables(holder.context, tables);
  PCRE2_SIZE error_offset = 0;
  return pcre2_compile(reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), options, &error_code,
                       &error_offset, holder.context);
}

namespace {

std::string in_pattern(std::string_view text, const std::string& pattern) {
  return std::string(text) + " in regex m/" + pattern + "/";
}

}  // namespace

RegexProgram::~RegexProgram() { pcre2_code_free(code); }

Regex::Regex() = default;
Regex::~Regex() = default;

Regex* Regex::bound_to(std::shared_ptr<void> binding) const {
  auto* copy = new Regex(*this);
  copy->references_ = 1;
  copy->binding_ = std::move(binding);
  return copy;
}

Regex* Regex::compile(std::string_view pattern, bool utf8, const RegexFlags& flags,
                      RegexError& error, const RegexContext& context) {
  std::u32string source = decode_pattern(pattern, utf8);
  TranslatedPattern translated;
  SubjectEncoding encoding = utf8 ? SubjectEncoding::Utf8 : SubjectEncoding::Bytes;
  TranslateOptions options;
  options.code = context.code;
  options.source = context.properties;
  auto properties = std::make_shared<PropertyTable>();
  options.properties = properties.get();
  if (!translate_pattern(source, utf8, flags, encoding, translated, error, options)) {
    return nullptr;
  }

  struct Release {
    void operator()(Regex* regex) const { regex->release(); }
  };
  std::unique_ptr<Regex, Release> regex(new Regex);
  regex->flags_ = flags;
  regex->source_utf8_ = utf8;
  regex->pattern_utf8_ = utf8 || translated.requires_utf8;
  regex->pattern_ = encode_pattern(source, regex->pattern_utf8_);
  regex->stringified_ =
      stringify(regex->pattern_, flags, regex->pattern_utf8_ || translated.shows_unicode,
                translated.open_comment);
  regex->capture_count_ = translated.capture_count;
  regex->named_groups_ = std::move(translated.names);
  regex->close_order_ = std::move(translated.close_order);
  regex->inside_lookaround_ = std::move(translated.inside_lookaround);
  regex->code_.assign(context.code.begin(), context.code.end());
  regex->has_code_ = !context.code.empty();
  if (!properties->empty()) regex->properties_ = std::move(properties);
  regex->postpones_ = translated.postpones;
  regex->sets_marks_ = translated.has_verbs;
  regex->uses_g_anchor_ = translated.g_anchor != GAnchor::None;
  if (translated.literal.valid) {
    regex->set_literal(translated.literal);
  } else if (!regex->build_translated(translated, utf8, error)) {
    return nullptr;
  }
  regex->warnings_ = std::move(translated.warnings);
  return regex.release();
}

void Regex::set_literal(const LiteralShape& shape) {
  literal_ = true;
  literal_at_start_ = shape.at_start;
  literal_at_end_ = shape.end != LiteralShape::End::Open;
  literal_before_newline_ = shape.end == LiteralShape::End::EndOrNewline;
  literal_utf8_ = encode_pattern(shape.text, true);
  literal_in_bytes_ =
      std::all_of(shape.text.begin(), shape.text.end(), [](char32_t code) { return code <= 0xff; });
  if (literal_in_bytes_) literal_bytes_ = encode_pattern(shape.text, false);
}

bool Regex::build(bool utf, RegexError& error) const {
  TranslatedPattern translated;
  SubjectEncoding encoding = utf ? SubjectEncoding::Utf8 : SubjectEncoding::Bytes;
  // The text as it came in: an upgrade of pattern_ must not change the rules.
  std::u32string source = decode_pattern(pattern_, pattern_utf8_);
  TranslateOptions options;
  options.code = code_;
  options.properties = properties_.get();
  if (!translate_pattern(source, source_utf8_, flags_, encoding, translated, error, options)) {
    return false;
  }
  return build_translated(translated, utf, error);
}

bool Regex::build_translated(TranslatedPattern& translated, bool utf, RegexError& error) const {
  int code = 0;
  auto program = std::make_shared<RegexProgram>();
  uint32_t options = has_code() ? code_options : 0;
  // The name counts even if PCRE2 could have seen that nothing can match.
  if (translated.names_verbs) options |= PCRE2_NO_START_OPTIMIZE;
  if (translated.postpones) {
    // Nothing is known to go on with yet: see PostponedProgram.
    translated.text += "(?(DEFINE)(?<" + std::string(postponed_group) + ">(*FAIL)))";
  }
  bool captures = false;
  for (const LookbehindNote& note : translated.lookbehinds) captures = captures || note.captures;
  if (!captures && !translated.lookbehind_too_long) {
    program->code =
        compile_text(translated.text, flags_, utf, translated.latin1_tables, options, code);
  }
  if (program->code == nullptr && translated.has_lookbehind) {
    std::vector<bool> varies;
    LookbehindExpansion verdict = expand_lookbehinds(translated.text, varies);
    if (verdict == LookbehindExpansion::TooLong || translated.lookbehind_too_long) {
      error = {in_pattern("Lookbehind longer than 255 not implemented", pattern_), false,
               pattern_utf8_};
      return false;
    }
    if (verdict == LookbehindExpansion::Done) {
      for (size_t n = 0; n < varies.size() && n < translated.lookbehinds.size(); ++n) {
        const LookbehindNote& note = translated.lookbehinds[n];
        if (note.captures && varies[n]) {
          translated.warnings.push_back({RegexWarning::Experimental, note.warning});
        }
      }
      program->code =
          compile_text(translated.text, flags_, utf, translated.latin1_tables, options, code);
    }
  }
  if (code == PCRE2_ERROR_PATTERN_TOO_LARGE && program->code == nullptr && !has_code() &&
      translated.g_anchor != GAnchor::Floating) {
    const uint8_t* tables = nullptr;
    options |= compile_options(flags_, utf, translated.latin1_tables, tables);
    program->wide = std::make_unique<WideProgram>(translated.text, options, utf, tables);
    if (!program->wide->valid()) {
      code = program->wide->error();
      program->wide.reset();
    }
  }
  if (program->code == nullptr && program->wide == nullptr) {
    PCRE2_UCHAR text[256] = {};
    pcre2_get_error_message(code, text, sizeof text);
    error = {
        in_pattern("Unsupported pattern (" + std::string(reinterpret_cast<const char*>(text)) + ")",
                   pattern_),
        true, pattern_utf8_};
    return false;
  }
  uint32_t required_type = 0;
  if (program->code != nullptr) {
    pcre2_pattern_info(program->code, PCRE2_INFO_LASTCODETYPE, &required_type);
  } else {
    program->jit = true;
  }
  if (required_type == 1 && !translated.caseless && !has_code()) {
    uint32_t byte = 0;
    pcre2_pattern_info(program->code, PCRE2_INFO_LASTCODEUNIT, &byte);
    program->required = static_cast<int>(byte);
  }
  program->utf = utf;
  program->g_anchor = translated.g_anchor;
  program->g_back_characters = translated.g_back_characters;
  if (!has_code()) program->tail = translated.tail_characters;
  (utf ? utf_program_ : byte_program_) = std::move(program);
  return true;
}

}  // namespace perlipc
