// One picture of formline (perldoc perlform): fields are filled with the call's values, and what `^`
// fields show is taken off their variables.
#pragma once
#include "interp/value/call.h"
#include "interp/value/convert.h"
#include <string>

namespace perlipc::builtin {

class Picture {
 public:
  explicit Picture(Call& call);  // args[0] is the picture
  // False: a line with ~~ has shown something; the picture is to be formatted again with new values.
  bool format();
  // What was shown, added to the accumulator's text.
  Value appended_to(const Value& before);

 private:
  struct Field {
    char kind = '@';     // or ^
    char justify = '<';  // < > | # (number) * (line)
    bool zeros = false, dots = false, point = false;
    std::size_t width = 1;
    int decimals = 0;
  };
  // A value cut to its field.
  struct Item {
    std::string text;
    std::size_t columns = 0;  // that count when it is padded
    bool more = false;        // something is left
  };
  bool line(std::string_view picture);
  Field field(const char*& p, const char* end) const;
  void show(const Field& field);
  void show_text(const Field& field);
  void put_dots(std::size_t begin);
  void show_number(const Field& field);
  void show_lines(const Field& field);
  Item cut(const std::string& value, std::size_t width, std::size_t* taken) const;
  Item cut_line(const std::string& value, std::size_t width) const;
  bool next_value(Value* value);
  void put_back(const std::string& rest);
  std::string characters(const Value& value);

  Call& call_;
  std::string picture_, breaks_, out_;
  std::size_t argument_ = 1;
  bool wide_ = false;        // something had the utf8 flag: the result has it
  bool value_wide_ = false;  // the present value had it
  bool given_ = false;       // there is a present value
  bool shown_ = false;       // a field of the line has something in it
  std::size_t kept_ = 0;     // where the text that the line's last value gave ends in out_
};

}  // namespace perlipc::builtin
