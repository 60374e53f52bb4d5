// MIME::Base64 and MIME::QuotedPrint (their perldoc pages; RFC 2045).
#include "builtins/modules/native.h"
#include "builtins/modules/registry.h"

#include <array>

namespace perlipc::builtin {

namespace {

constexpr std::string_view kAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

std::string bytes_argument(Call& call, std::size_t n) {
  const Text text(call.engine, call[n]);
  if (!text.utf8()) return std::string(text.view());
  String* bytes = downgrade(text.get());
  if (!bytes) call.engine.die("Wide character in subroutine entry");
  return std::string(Text(bytes).view());
}

std::string to_base64(std::string_view bytes) {
  std::string out((bytes.size() + 2) / 3 * 4, '=');
  char* to = out.data();
  const auto put = [&to](std::uint32_t group, int count) {
    for (int shift = 18; count > 0; --count, shift -= 6) *to++ = kAlphabet[group >> shift & 63];
  };
  const auto byte = [&](std::size_t n) -> std::uint32_t {
    return static_cast<unsigned char>(bytes[n]);
  };
  std::size_t i = 0;
  for (; i + 3 <= bytes.size(); i += 3) put(byte(i) << 16 | byte(i + 1) << 8 | byte(i + 2), 4);
  if (bytes.size() - i == 1) put(byte(i) << 16, 2);
  if (bytes.size() - i == 2) put(byte(i) << 16 | byte(i + 1) << 8, 3);
  return out;
}

constexpr std::size_t kLine = 76;

std::string broken_lines(const std::string& text, const std::string& end) {
  std::string out;
  out.reserve(text.size() + (text.size() / kLine + 1) * end.size());
  for (std::size_t i = 0; i < text.size(); i += kLine) out.append(text, i, kLine).append(end);
  return out;
}

// Characters outside the alphabet are skipped; "=" ends the data.
std::string from_base64(std::string_view text) {
  static const std::array<signed char, 256> values = [] {
    std::array<signed char, 256> table;
    table.fill(-1);
    for (std::size_t i = 0; i < kAlphabet.size(); ++i) {
      table[static_cast<unsigned char>(kAlphabet[i])] = static_cast<signed char>(i);
    }
    return table;
  }();
  std::string out(text.size() / 4 * 3 + 3, '\0');
  char* to = out.data();
  std::uint32_t group = 0;
  int have = 0;
  for (const char c : text) {
    if (c == '=') break;
    const int value = values[static_cast<unsigned char>(c)];
    if (value < 0) continue;
    group = group << 6 | static_cast<std::uint32_t>(value);
    if (++have == 4) {
      *to++ = static_cast<char>(group >> 16);
      *to++ = static_cast<char>(group >> 8);
      *to++ = static_cast<char>(group);
      have = 0;
    }
  }
  if (have >= 2) *to++ = static_cast<char>(group >> (have == 2 ? 4 : 10));
  if (have == 3) *to++ = static_cast<char>(group >> 2);
  out.resize(static_cast<std::size_t>(to - out.data()));
  return out;
}

Value base64_encode(Call& call) {
  expect(call, 1, 2, "sv, ...");
  const std::string end = call.defined(1) ? call.text(1) : "\n";
  return text_value(broken_lines(to_base64(bytes_argument(call, 0)), end));
}
Value base64_decode(Call& call) {
  expect(call, 1, 1, "sv");
  return text_value(from_base64(call.text(0)));
}

Value base64_encode_url(Call& call) {
  std::string text = to_base64(bytes_argument(call, 0));
  while (text.ends_with('=')) text.pop_back();
  for (char& c : text) c = c == '+' ? '-' : c == '/' ? '_' : c;
  return text_value(text);
}
Value base64_decode_url(Call& call) {
  std::string text = call.text(0);
  for (char& c : text) c = c == '-' ? '+' : c == '_' ? '/' : c;
  return text_value(from_base64(text));
}

Value base64_encoded_length(Call& call) {
  expect(call, 1, 2, "sv, ...");
  const std::size_t size = (bytes_argument(call, 0).size() + 2) / 3 * 4;
  const std::size_t end = call.defined(1) ? call.text(1).size() : 1;
  return Value::integer(static_cast<std::int64_t>(size + (size + kLine - 1) / kLine * end));
}
Value base64_decoded_length(Call& call) {
  expect(call, 1, 1, "sv");
  return Value::integer(static_cast<std::int64_t>(from_base64(call.text(0)).size()));
}

const NativeRow kBase64Functions[] = {
    {"decode", base64_decode, "$"},
    {"decode_base64", base64_decode, "$"},
    {"decode_base64url", base64_decode_url, nullptr},
    {"decoded_base64_length", base64_decoded_length, "$"},
    {"encode", base64_encode, "$;$"},
    {"encode_base64", base64_encode, "$;$"},
    {"encode_base64url", base64_encode_url, nullptr},
    {"encoded_base64_length", base64_encoded_length, "$;$"},
};

// --- quoted-printable ---------------------------------------------------------------------------

void append_escaped(std::string& out, unsigned char byte) {
  constexpr const char* kDigits = "0123456789ABCDEF";
  out += {'=', kDigits[byte >> 4], kDigits[byte & 15]};
}

// One line without its newline; soft breaks keep every line within 76 characters.
void append_encoded_line(std::string& out, std::string_view line, const std::string& end,
                         bool last) {
  std::size_t column = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const auto byte = static_cast<unsigned char>(line[i]);
    const bool at_end = i + 1 == line.size();
    const bool blank = byte == ' ' || byte == '\t';
    const bool plain = (byte > 32 && byte < 127 && byte != '=') || (blank && !at_end);
    const std::size_t width = plain ? 1 : 3;
    // Only what completes a line may reach column 76; a soft break needs it otherwise.
    const std::size_t limit = at_end && !last         ? kLine
                              : at_end && end.empty() ? kLine + 999
                                                      : kLine - 1;
    if (!end.empty() && column + width > limit) {
      out += "=" + end;
      column = 0;
    }
    if (plain) out += line[i];
    else append_escaped(out, byte);
    column += width;
  }
}

Value qp_encode(Call& call) {
  expect(call, 1, 3, "sv, eol = \"\\n\", binmode = 0");
  const std::string text = bytes_argument(call, 0);
  const std::string end = call.defined(1) ? call.text(1) : "\n";
  const bool binary = call.truth(2);
  std::string out;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t newline = binary ? text.npos : text.find('\n', at);
    const bool last = newline == text.npos;
    append_encoded_line(out, std::string_view(text).substr(at, last ? text.npos : newline - at),
                        end, last);
    if (last) break;
    out += end;
    at = newline + 1;
  }
  // Text that does not end in a newline gets a soft one.
  if (!text.empty() && (binary || text.back() != '\n') && !end.empty()) out += "=" + end;
  return text_value(out);
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

Value qp_decode(Call& call) {
  expect(call, 1, 1, "sv");
  const std::string text = call.text(0);
  std::string out;
  std::size_t blanks = 0;  // trailing white space of a line is transport padding
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n' || (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n')) {
      out.resize(out.size() - blanks);
      blanks = 0;
      if (text[i] == '\r') continue;
      out += '\n';
      continue;
    }
    if (text[i] == '=') {
      blanks = 0;
      if (i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 && hex_digit(text[i + 2]) >= 0) {
        out += static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
        i += 2;
        continue;
      }
      std::size_t next = i + 1;
      while (next < text.size() && (text[next] == ' ' || text[next] == '\t' || text[next] == '\r'))
        ++next;
      if (next == text.size() || text[next] == '\n') {
        i = next;
        continue;
      }
      out += '=';
      continue;
    }
    blanks = text[i] == ' ' || text[i] == '\t' ? blanks + 1 : 0;
    out += text[i];
  }
  return text_value(out);
}

const NativeRow kQpFunctions[] = {
    {"decode", qp_decode, "$"},
    {"decode_qp", qp_decode, "$"},
    {"encode", qp_encode, "$;$$"},
    {"encode_qp", qp_encode, "$;$$"},
};

}  // namespace

const NativeModule& mime_base64_module() {
  static const NativeModule module{.package = "MIME::Base64",
                                   .functions = kBase64Functions,
                                   .constants = {},
                                   .exports = "encode_base64 decode_base64",
                                   .optional_exports =
                                       "encode_base64url decode_base64url encoded_base64_length "
                                       "decoded_base64_length",
                                   .version = "3.16"};
  return module;
}

const NativeModule& mime_quoted_print_module() {
  static const NativeModule module{.package = "MIME::QuotedPrint",
                                   .functions = kQpFunctions,
                                   .constants = {},
                                   .exports = "encode_qp decode_qp",
                                   .version = "3.16"};
  return module;
}

}  // namespace perlipc::builtin
