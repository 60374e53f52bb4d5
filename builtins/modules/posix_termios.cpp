// Terminal settings: POSIX::Termios objects and the tc... functions (perldoc POSIX, termios(3)).
#include "builtins/modules/posix.h"

#include <cstring>
#include <termios.h>
#include <unistd.h>

namespace perlipc::builtin {

namespace {

constexpr const char* kClass = "POSIX::Termios";

// The object is a blessed string: the bytes of a struct termios.
termios load(const Scalar* object) {
  termios settings{};
  if (object->value.is_string() && object->value.s->length == sizeof settings) {
    std::memcpy(&settings, object->value.s->data, sizeof settings);
  }
  return settings;
}

void store(Scalar* object, const termios& settings) {
  object->value = Value::string({reinterpret_cast<const char*>(&settings), sizeof settings});
}

Scalar* self(Call& call) {
  const std::string what = std::string(native_name(call)) + ": termios_ref";
  return object_scalar(call, 0, what.c_str(), kClass);
}

Value object_new(Call& call) {
  Scalar* object = Scalar::make();
  store(object, termios{});
  return bless_new(call.engine, object, call.has(0) ? call.text(0) : kClass);
}

Value object_getattr(Call& call) {
  expect(call, 1, 2, "termios_ref, fd = 0");
  Scalar* object = self(call);
  termios settings = load(object);
  const int status = ::tcgetattr(call.has(1) ? static_cast<int>(call.integer(1)) : 0, &settings);
  if (status == 0) store(object, settings);
  return sys_number(call, status);
}

Value object_setattr(Call& call) {
  expect(call, 1, 3, "termios_ref, fd = 0, optional_actions = DEF_SETATTR_ACTION");
  const termios settings = load(self(call));
  const int fd = call.has(1) ? static_cast<int>(call.integer(1)) : 0;
  const int actions = call.has(2) ? static_cast<int>(call.integer(2)) : TCSANOW;
  return sys_number(call, ::tcsetattr(fd, actions, &settings));
}

template <tcflag_t termios::*Field> Value get_flag(Call& call) {
  expect(call, 1, 1, "termios_ref");
  return Value::integer(load(self(call)).*Field);
}

template <tcflag_t termios::*Field> Value set_flag(Call& call) {
  expect(call, 2, 2, "termios_ref, flag");
  Scalar* object = self(call);
  termios settings = load(object);
  settings.*Field = static_cast<tcflag_t>(call.integer(1));
  store(object, settings);
  return {};
}

template <speed_t (*Get)(const termios*)> Value get_speed(Call& call) {
  expect(call, 1, 1, "termios_ref");
  const termios settings = load(self(call));
  return Value::integer(Get(&settings));
}

template <int (*Set)(termios*, speed_t)> Value set_speed(Call& call) {
  expect(call, 2, 2, "termios_ref, speed");
  Scalar* object = self(call);
  termios settings = load(object);
  const int status = Set(&settings, static_cast<speed_t>(call.integer(1)));
  store(object, settings);
  return sys_number(call, status);
}

std::size_t subscript(Call& call) {
  const std::int64_t n = call.integer(1);
  if (n < 0 || n >= NCCS) call.engine.die("Bad " + std::string(native_name(call)) + " subscript");
  return static_cast<std::size_t>(n);
}

Value object_getcc(Call& call) {
  expect(call, 2, 2, "termios_ref, ccix");
  const termios settings = load(self(call));
  return Value::integer(settings.c_cc[subscript(call)]);
}

Value object_setcc(Call& call) {
  expect(call, 3, 3, "termios_ref, ccix, cc");
  Scalar* object = self(call);
  termios settings = load(object);
  settings.c_cc[subscript(call)] = static_cast<cc_t>(call.integer(2));
  store(object, settings);
  return {};
}

// --- functions on descriptors -------------------------------------------------------------------
template <int (*F)(int, int)> Value with_action(Call& call) {
  expect(call, 2, 2, "fd, action");
  return sys_number(call, F(static_cast<int>(call.integer(0)), static_cast<int>(call.integer(1))));
}

Value terminal_drain(Call& call) {
  expect(call, 1, 1, "fd");
  return sys_number(call, ::tcdrain(static_cast<int>(call.integer(0))));
}

const NativeRow kRows[] = {
    {"POSIX::Termios::getattr", object_getattr, nullptr, Capability::FsRead},
    {"POSIX::Termios::getcc", object_getcc, nullptr},
    {"POSIX::Termios::getcflag", get_flag<&termios::c_cflag>, nullptr},
    {"POSIX::Termios::getiflag", get_flag<&termios::c_iflag>, nullptr},
    {"POSIX::Termios::getispeed", get_speed<::cfgetispeed>, nullptr},
    {"POSIX::Termios::getlflag", get_flag<&termios::c_lflag>, nullptr},
    {"POSIX::Termios::getoflag", get_flag<&termios::c_oflag>, nullptr},
    {"POSIX::Termios::getospeed", get_speed<::cfgetospeed>, nullptr},
    {"POSIX::Termios::new", object_new, nullptr},
    {"POSIX::Termios::setattr", object_setattr, nullptr, Capability::FsWrite},
    {"POSIX::Termios::setcc", object_setcc, nullptr},
    {"POSIX::Termios::setcflag", set_flag<&termios::c_cflag>, nullptr},
    {"POSIX::Termios::setiflag", set_flag<&termios::c_iflag>, nullptr},
    {"POSIX::Termios::setispeed", set_speed<::cfsetispeed>, nullptr},
    {"POSIX::Termios::setlflag", set_flag<&termios::c_lflag>, nullptr},
    {"POSIX::Termios::setoflag", set_flag<&termios::c_oflag>, nullptr},
    {"POSIX::Termios::setospeed", set_speed<::cfsetospeed>, nullptr},
    {"tcdrain", terminal_drain, nullptr, Capability::FsWrite},
    {"tcflow", with_action<::tcflow>, nullptr, Capability::FsWrite},
    {"tcflush", with_action<::tcflush>, nullptr, Capability::FsWrite},
    {"tcsendbreak", with_action<::tcsendbreak>, nullptr, Capability::FsWrite},
};

}  // namespace

std::span<const NativeRow> posix_termios_functions() { return kRows; }

}  // namespace perlipc::builtin
