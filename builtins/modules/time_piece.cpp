// The native half of Time::Piece (perldoc Time::Piece): calendars, strftime and strptime.
#include "builtins/modules/native.h"
#include "builtins/modules/posix_time.h"
#include "builtins/modules/registry.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <strings.h>

namespace perlipc::builtin {

namespace {

void push_fields(Call& call, const rt::CalendarTime& time) {
  for (const std::int64_t field :
       {std::int64_t{time.second}, std::int64_t{time.minute}, std::int64_t{time.hour},
        std::int64_t{time.day}, std::int64_t{time.month}, time.year, std::int64_t{time.week_day},
        std::int64_t{time.year_day}}) {
    call.push(Value::integer(field));
  }
}

rt::CalendarTime calendar(Call& call, std::int64_t seconds, bool local) {
  const rt::Result<rt::CalendarTime> time =
      local ? rt::local_calendar(seconds) : rt::utc_calendar(seconds);
  if (!time) call.engine.die("Time " + std::to_string(seconds) + " is out of range");
  return *time;
}

template <bool Local> Value time_fields(Call& call) {
  expect(call, 1, 1, "sec");
  const rt::CalendarTime time = calendar(call, call.integer(0), Local);
  push_fields(call, time);
  call.push(Value::integer(time.daylight_saving > 0));
  call.push(Value::integer(time.daylight_saving > 0));
  return call.list();
}

Value time_zone_set(Call& call) {
  sync_time_zone(call.engine);
  return no_value(call);
}

Value time_format(Call& call) {
  expect(call, 2, 3, "fmt, epoch, islocal = 1");
  const Text format(call.engine, call[0]);
  const bool local = !call.has(2) || call.truth(2);
  const rt::CalendarTime time = calendar(call, call.integer(1), local);
  return Value::string(rt::format_time(std::string(format.view()).c_str(), time), format.utf8());
}

// Fields out of their ranges are carried over. Without day and month the day of the year counts.
rt::CalendarTime settled(rt::CalendarTime time) {
  if (time.day <= 0 && time.month <= 0) {
    time.day = time.year_day + 1;
    time.month = 0;
  }
  return carried(time);
}

Value time_carry(Call& call) {
  expect(call, 6, 6, "sec, min, hour, mday, mon, year");
  rt::CalendarTime time;
  time.second = static_cast<int>(call.integer(0));
  time.minute = static_cast<int>(call.integer(1));
  time.hour = static_cast<int>(call.integer(2));
  time.day = static_cast<int>(call.integer(3));
  time.month = static_cast<int>(call.integer(4));
  time.year = call.integer(5);
  push_fields(call, settled(time));
  for (int i = 0; i < 3; ++i) call.push(Value::integer(0));
  return call.list();
}

// The names of the C library's locale: days, months, AM and PM.
Value time_names(Call& call) {
  expect(call, 0, 0, "");
  const auto list = [](const char* format, int count, bool months) {
    Array* names = Array::make();
    for (int i = 0; i < count; ++i) {
      rt::CalendarTime time;
      time.day = 1;
      (months ? time.month : time.week_day) = i;
      names->push(text_value(rt::format_time(format, time)));
    }
    return Value::adopt_ref(names);
  };
  const auto half = [](int hour) {
    rt::CalendarTime time;
    time.day = 1;
    time.hour = hour;
    return text_value(rt::format_time("%p", time));
  };
  Hash* names = Hash::make();
  names->fetch("wday") = list("%a", 7, false);
  names->fetch("weekday") = list("%A", 7, false);
  names->fetch("mon") = list("%b", 12, true);
  const Value months = list("%B", 12, true);
  names->fetch("month") = months;
  names->fetch("alt_month") = months;
  names->fetch("AM") = half(1);
  names->fetch("PM") = half(13);
  return Value::adopt_ref(names);
}

// Reads a time by a format, as strptime(3) of the BSDs does: the input may end before the format, a space
// stands for any amount of space, and letters that mean nothing are passed over.
class TimeReader {
 public:
  TimeReader(Engine& engine, Hash* names, bool local, std::string_view input)
      : engine_(engine), names_(names), local_(local), input_(input) {
    time_.day = 1;
    time_.year = 70;
  }

  bool read(std::string_view format) {
    while (!format.empty() && !input_.empty()) {
      const char c = take(format);
      if (c == '%') {
        if (!read_field(format)) return false;
      } else if (is_space(c)) {
        skip_space();
      } else if (take(input_) != c) {
        return false;
      }
    }
    return true;
  }
  std::string_view rest() const { return input_; }
  const rt::CalendarTime& time() const { return time_; }

 private:
  static bool is_space(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }
  static char take(std::string_view& text) {
    const char c = text.front();
    text.remove_prefix(1);
    return c;
  }
  void skip_space() {
    while (!input_.empty() && is_space(input_.front())) input_.remove_prefix(1);
  }

  // A number of up to `width` digits; -1 when there is none.
  int number(int width) {
    if (input_.empty() || !is_digit(input_.front())) return -1;
    int value = 0;
    for (; width > 0 && !input_.empty() && is_digit(input_.front()); --width)
      value = value * 10 + (take(input_) - '0');
    return value;
  }
  // Space in the input behind a number ends the word of the format.
  void end_word(std::string_view& format) {
    if (input_.empty() || !is_space(input_.front())) return;
    while (!format.empty() && !is_space(format.front())) format.remove_prefix(1);
  }
  bool ranged(std::string_view& format, int width, int least, int most, int& field) {
    const int value = number(width);
    if (value < least || value > most) return false;
    field = value;
    end_word(format);
    return true;
  }
  bool at_space() const { return input_.empty() || is_space(input_.front()); }

  // Index of the name in a list of the localization that the input starts with, whatever the case; or -1.
  int name(const char* list) {
    const Value* found = names_->find(list);
    const Value reference = found ? rvalue(*found) : Value();
    if (!reference.is_ref() || reference.o->type != Type::Array) return -1;
    const auto* words = static_cast<const Array*>(reference.o);
    for (std::size_t i = 0; i < words->size(); ++i) {
      if (word(rvalue((*words)[i]))) return static_cast<int>(i);
    }
    return -1;
  }
  bool word(const Value& value) {
    if (value.is_undef()) return false;
    const Text text(engine_, value);
    const std::string_view wanted = text.view();
    if (wanted.empty() || input_.size() < wanted.size() ||
        ::strncasecmp(input_.data(), wanted.data(), wanted.size()) != 0)
      return false;
    input_.remove_prefix(wanted.size());
    return true;
  }
  bool named_word(const char* key) {
    const Value* found = names_->find(key);
    return found && word(rvalue(*found));
  }

  bool read_field(std::string_view& format) {
    char c = format.empty() ? '%' : take(format);
    while ((c == 'E' || c == 'O') && !format.empty()) c = take(format);
    int ignored = 0;
    switch (c) {
      case '%': return take(input_) == '%';
      case 'C': return read_century();
      case 'c': return read("%a %d %b %Y %I:%M:%S %p");
      case 'D': return read("%m/%d/%y");
      case 'F': return read("%Y-%m-%d");
      case 'R': return read("%H:%M");
      case 'r':
      case 'X': return read("%I:%M:%S %p");
      case 'T': return read("%H:%M:%S");
      case 'x': return read("%a %d %b %Y");
      case 'j':
        if (!ranged(format, 3, 1, 366, time_.year_day)) return false;
        --time_.year_day;
        time_.day = 0;
        return true;
      case 'M': return at_space() || ranged(format, 2, 0, 59, time_.minute);
      case 'S': return at_space() || ranged(format, 2, 0, 60, time_.second);
      case 'H':
      case 'k': return ranged(format, 2, 0, 23, time_.hour);
      case 'I':
      case 'l': return ranged(format, 2, 0, 12, time_.hour);
      case 'p': return read_half();
      case 'A': return name("weekday") >= 0;
      case 'a': return name("wday") >= 0;
      case 'U':
      case 'V':
      case 'W': return ranged(format, 2, 0, 53, ignored);
      case 'u': return ranged(format, 1, 0, 7, ignored);
      case 'w': return ranged(format, 1, 0, 6, ignored);
      case 'd':
      case 'e': return ranged(format, 2, 0, 31, time_.day);
      case 'B': return (time_.month = name("month")) >= 0;
      case 'b':
      case 'h': return (time_.month = name("mon")) >= 0;
      case 'm':
        if (!ranged(format, 2, 1, 12, time_.month)) return false;
        --time_.month;
        return true;
      case 's': return read_epoch();
      case 'Y':
      case 'y': return at_space() || read_year(format, c == 'Y');
      case 'Z': return read_zone();
      case 'z': return read_offset();
      case 'n':
      case 't': skip_space(); return true;
      case 'E':
      case 'O': return false;
      default: return true;
    }
  }

  bool read_century() {
    const int century = number(2);
    if (century < 19) return false;
    time_.year = century * 100 - 1900;
    return true;
  }
  bool read_half() {
    if (named_word("am") || named_word("AM")) {
      if (time_.hour > 12) return false;
      if (time_.hour == 12) time_.hour = 0;
      return true;
    }
    if (!named_word("pm") && !named_word("PM")) return false;
    if (time_.hour > 12) return false;
    if (time_.hour != 12) time_.hour += 12;
    return true;
  }
  bool read_year(std::string_view& format, bool full) {
    int year = 0;
    if (!ranged(format, full ? 4 : 2, 0, 9999, year)) return false;
    if (full) year -= 1900;
    else if (year < 69) year += 100;
    if (year < 0) return false;
    time_.year = year;
    return true;
  }
  bool read_epoch() {
    const std::string text(input_);
    char* end = nullptr;
    const long long seconds = std::strtoll(text.c_str(), &end, 10);
    if (end == text.c_str()) return false;
    input_.remove_prefix(static_cast<std::size_t>(end - text.c_str()));
    const rt::Result<rt::CalendarTime> time =
        local_ ? rt::local_calendar(seconds) : rt::utc_calendar(seconds);
    if (!time) return false;
    time_ = *time;
    return true;
  }
  bool read_zone() {
    std::size_t size = 0;
    while (size < input_.size() && input_[size] >= 'A' && input_[size] <= 'Z') ++size;
    const std::string_view zone = input_.substr(0, size);
    const bool known = zone.empty() || zone == "GMT" || local_;
    if (known) input_.remove_prefix(size);
    return known;
  }
  bool read_offset() {
    const char sign = take(input_);
    if (sign != '+' && sign != '-') return false;
    if (input_.size() < 4 || !std::all_of(input_.begin(), input_.begin() + 4, is_digit))
      return false;
    const int digits = number(4), direction = sign == '-' ? -1 : 1;
    time_.hour -= direction * (digits / 100);
    time_.minute -= direction * (digits % 100);
    return true;
  }

  Engine& engine_;
  Hash* names_;
  bool local_;
  std::string_view input_;
  rt::CalendarTime time_;
};

Value time_parse(Call& call) {
  expect(call, 4, 4, "string, format, got_GMT, SV* localization");
  const Text input(call.engine, call[0]), format(call.engine, call[1]);
  const Value names = call[3];
  if (!names.is_ref() || names.o->type != Type::Hash)
    call.engine.die("_strptime requires a Hash Reference of locales");
  TimeReader reader(call.engine, static_cast<Hash*>(names.o), call.truth(2), input.view());
  if (!reader.read(format.view())) call.engine.die("Error parsing time");
  if (!reader.rest().empty()) {
    call.engine.warn_always("Garbage at end of string in strptime: " + std::string(reader.rest()) +
                            call.engine.location());
    call.engine.warn_always("Perhaps a format flag did not match the actual input?" +
                            call.engine.location());
  }
  const rt::CalendarTime time = settled(reader.time());
  push_fields(call, time);
  call.push(Value::integer(reader.time().daylight_saving));
  for (int i = 0; i < 2; ++i) call.push(Value::integer(0));
  return call.list();
}

const NativeRow kFunctions[] = {
    {"_crt_gmtime", time_fields<false>, "$"},
    {"_crt_localtime", time_fields<true>, "$"},
    {"_get_localization", time_names, ""},
    {"_mini_mktime", time_carry, "$$$$$$"},
    {"_strftime", time_format, "$$;$"},
    {"_strptime", time_parse, "$$$$"},
    {"_tzset", time_zone_set, ""},
};

}  // namespace

const NativeModule& time_piece_module() {
  static const NativeModule module{
      .package = "Time::Piece", .functions = kFunctions, .constants = {}};
  return module;
}

}  // namespace perlipc::builtin
