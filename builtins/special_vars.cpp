// The punctuation variables that have behaviour (perlvar): reading and writing them reaches into
// the process or the handle table.
#include "builtins/io_handle.h"
#include "builtins/policy.h"
#include "runtime/process.h"
#include "runtime/users.h"

#include <cerrno>
#include <cstring>
#include <functional>

namespace perlipc::builtin {

void fill_signal_hash(Engine& engine, Hash* hash);

namespace {

// A scalar whose value is computed and whose assignment acts.
class ActionMagic final : public Magic {
 public:
  using Get = std::function<Value()>;
  using Set = std::function<void(const Value&)>;
  ActionMagic(Get get, Set set) : get_(std::move(get)), set_(std::move(set)) {}
  Value get(Scalar&) override { return get_(); }
  void set(Scalar&, const Value& value) override { set_(value); }

 private:
  Get get_;
  Set set_;
};

// $/ refuses what cannot separate records (perlvar $/).
class SeparatorMagic final : public Magic {
 public:
  explicit SeparatorMagic(Engine& engine) : engine_(engine) {}
  Value get(Scalar& scalar) override { return scalar.value; }
  void set(Scalar& scalar, const Value& value) override {
    if (value.is_ref() && static_cast<Referent*>(value.o)->stash() == nullptr) check(value);
    scalar.value = value;
  }

 private:
  void check(const Value& value) {
    const std::string_view type = reference_type(value);
    if (type != "SCALAR") {
      const bool vowel = type.find_first_of("AEIOU") == 0;
      refuse((vowel ? "n " : " ") + std::string(type) + " reference");
    }
    const std::int64_t size = to_int(engine_, reinterpret_cast<Scalar*>(value.o)->get());
    if (size == 0) refuse(" reference to zero");
    if (size < 0) refuse(" reference to a negative integer");
  }
  void refuse(const std::string& what) { engine_.die("Setting $/ to a" + what + " is forbidden"); }

  Engine& engine_;
};

class Installer {
 public:
  explicit Installer(Engine& engine) : engine_(engine) {}

  void magic(const std::string& name, ActionMagic::Get get, ActionMagic::Set set) {
    put(name, Scalar::with_magic(new ActionMagic(std::move(get), std::move(set))));
  }
  void magic(const std::string& name, Magic* magic, Value value) {
    Scalar* scalar = Scalar::with_magic(magic);
    scalar->value = std::move(value);
    put(name, scalar);
  }
  // A plain variable, unless somebody has set it already.
  void plain(const std::string& name, Value value) {
    Scalar* scalar = engine_.glob("main::" + name, true)->scalar();
    if (scalar->plain() && scalar->value.is_undef()) scalar->value = std::move(value);
  }

 private:
  void put(const std::string& name, Scalar* scalar) {
    GlobBody* body = engine_.glob("main::" + name, true)->body;
    Scalar* old = body->scalar;
    body->scalar = scalar;
    if (old != nullptr) old->release();
  }

  Engine& engine_;
};

// Undef counts as 0; what local makes is no assignment and gives no warning.
std::int64_t number_of(Engine& engine, const Value& value) {
  if (!value.is_undef()) return to_int(engine, value);
  const char* operation = engine.operation_name();
  if (operation != nullptr && std::strcmp(operation, "scalar assignment") == 0)
    engine.warn_uninitialized(nullptr);
  return 0;
}

Value error_value(int error) {
  return DualValue::make(Value::integer(error),
                         Value::string(error == 0 ? "" : std::strerror(error)));
}

IoHandle* selected_state(Engine& engine) {
  IoTable& table = io_table(engine);
  return table.selected != nullptr ? table.state_of(table.selected->io()) : nullptr;
}

IoHandle* last_read_state(Engine& engine) {
  Glob* glob = engine.last_read();
  return glob != nullptr ? io_of(glob->body->io) : nullptr;
}

void install_errors(Engine& engine, Installer& install) {
  const auto get = [&engine] { return error_value(engine.get_errno()); };
  const auto set = [&engine](const Value& value) {
    engine.set_errno(value.is_undef() ? 0 : static_cast<int>(number_of(engine, value)));
  };
  install.magic("!", get, set);
  install.magic("\x05", get, set);
  install.magic(
      "?", [&engine] { return Value::integer(engine.get_child_status()); },
      [&engine](const Value& value) {
        const std::int64_t status = number_of(engine, value);
        engine.set_child_status(status == -1 ? -1 : static_cast<int>(status & 0xffff));
      });
}

void set_selected_autoflush(Engine& engine, bool on) {
  if (IoHandle* io = selected_state(engine)) set_autoflush(engine, io, on);
}

class LineNumberMagic final : public Magic {
 public:
  explicit LineNumberMagic(Engine& engine) : engine_(engine) {}
  // Without a handle the number read last stays.
  Value get(Scalar& scalar) override {
    if (const IoHandle* io = last_read_state(engine_)) scalar.value = Value::integer(io->lines);
    return scalar.value;
  }
  void set(Scalar& scalar, const Value& value) override {
    IoHandle* io = last_read_state(engine_);
    if (io == nullptr) scalar.value = value;
    else if (!value.is_undef()) io->lines = to_int(engine_, value);
  }
  int kind() const override { return LastReadLine; }

 private:
  Engine& engine_;
};

void install_handle_variables(Engine& engine, Installer& install) {
  install.magic(".", new LineNumberMagic(engine), Value());
  install.magic(
      "|",
      [&engine] {
        const IoHandle* io = selected_state(engine);
        return Value::integer(io != nullptr && io->autoflush ? 1 : 0);
      },
      [&engine](const Value& value) {
        set_selected_autoflush(engine, number_of(engine, value) != 0);
      });
  const auto number = [&](const char* name, std::int64_t IoHandle::*field) {
    install.magic(
        name,
        [&engine, field] {
          const IoHandle* io = selected_state(engine);
          return Value::integer(io != nullptr ? io->*field : 0);
        },
        [&engine, field](const Value& value) {
          if (IoHandle* io = selected_state(engine))
            io->*field = std::max<std::int64_t>(0, number_of(engine, value));
        });
  };
  number("=", &IoHandle::format_page_length);
  number("-", &IoHandle::format_lines_left);
  number("%", &IoHandle::format_page);
  const auto text = [&](const char* name, std::string IoHandle::*field, const char* suffix) {
    install.magic(
        name,
        [&engine, field, suffix] {
          const IoHandle* io = selected_state(engine);
          if (io == nullptr) return Value();
          if (!(io->*field).empty()) return Value::string(io->*field);
          return Value::string(std::string(io_table(engine).selected->name->view()) + suffix);
        },
        [&engine, field](const Value& value) {
          if (IoHandle* io = selected_state(engine)) io->*field = bytes_of(engine, value);
        });
  };
  text("~", &IoHandle::format_name, "");
  text("^", &IoHandle::format_top_name, "_TOP");
}

// --- ids -----------------------------------------------------------------------------------------

Value group_list(gid_t first) {
  std::string text = std::to_string(first);
  if (const auto groups = rt::supplementary_groups()) {
    for (gid_t group : *groups) text += " " + std::to_string(group);
  }
  return DualValue::make(Value::integer(first), Value::string(text));
}

void set_effective_groups(Engine& engine, const Value& value) {
  // perlvar $): the first number is the new effective id, the rest goes to setgroups().
  const std::string text = bytes_of(engine, value);
  std::vector<gid_t> ids;
  for (const char* p = text.c_str(); *p != '\0';) {
    char* end = nullptr;
    const long id = std::strtol(p, &end, 10);
    if (end == p) break;
    ids.push_back(static_cast<gid_t>(id));
    p = end;
  }
  if (ids.empty()) ids.push_back(0);
  if (ids.size() > 1) {
    const auto set = rt::set_supplementary_groups({ids.begin() + 1, ids.end()});
    if (!set) engine.set_errno(set.error());
  }
  const auto set = rt::set_group_ids(static_cast<gid_t>(-1), ids[0], static_cast<gid_t>(-1));
  if (!set) engine.set_errno(set.error());
}

void install_ids(Engine& engine, Installer& install) {
  constexpr auto kKeepUser = static_cast<uid_t>(-1);
  const auto note = [&engine](const rt::Result<void>& done) {
    if (!done) engine.set_errno(done.error());
  };
  const auto allowed = [&engine] {
    require_allowed(engine, Capability::LoadNative, "changing the process's ids");
  };
  install.magic(
      "<", [] { return Value::integer(rt::user_ids().real); },
      [&engine, note, allowed](const Value& value) {
        allowed();
        note(rt::set_real_user(static_cast<uid_t>(number_of(engine, value))));
      });
  install.magic(
      ">", [] { return Value::integer(rt::user_ids().effective); },
      [&engine, note, allowed](const Value& value) {
        allowed();
        note(rt::set_user_ids(kKeepUser, static_cast<uid_t>(number_of(engine, value)), kKeepUser));
      });
  install.magic(
      "(", [] { return group_list(rt::group_ids().real); },
      [&engine, note, allowed](const Value& value) {
        allowed();
        note(rt::set_real_group(static_cast<gid_t>(number_of(engine, value))));
      });
  install.magic(
      ")", [] { return group_list(rt::group_ids().effective); },
      [&engine, allowed](const Value& value) {
        allowed();
        set_effective_groups(engine, value);
      });
}

}  // namespace

void keep_argument_area(int argc, char** argv) { rt::keep_argument_area(argc, argv); }

namespace {

void install_process_variables(Engine& engine, Installer& install) {
  IoTable& table = io_table(engine);
  install.magic(
      "$",
      [&table] { return table.pid_given ? *table.pid_given : Value::integer(rt::current_pid()); },
      [&table](const Value& value) { table.pid_given = value; });
  const auto name = std::make_shared<Value>(Value::string(engine.script_name()));
  const auto given = std::make_shared<bool>(true);  // by whoever started the program
  install.magic(
      "0",
      [&engine, name, given] {
        Value value = *name;
        if (*given && engine.taint_mode() != 0) value.spare |= kTainted;
        if (value.spare & kTainted) engine.taint();
        return value;
      },
      [&engine, name, given](const Value& value) {
        require_allowed(engine, Capability::LoadNative, "changing the process's title");
        *name = value;
        *given = false;
        const std::string title = bytes_of(engine, value);
        (void)rt::set_process_name(title);
        rt::set_process_title(title);
      });
  install.magic(
      "[", [] { return Value::integer(0); },
      [&engine](const Value& value) {
        if (number_of(engine, value) != 0)
          engine.die("Assigning non-zero to $[ is no longer possible");
      });
  install.magic(
      "\x06", [&engine] { return Value::integer(io_table(engine).max_system_fd); },
      [&engine](const Value& value) {
        io_table(engine).max_system_fd = static_cast<int>(number_of(engine, value));
      });
  // The only reader of $^T besides scripts is -M, -A, -C.
  install.plain("\x14", Value::integer(static_cast<std::int64_t>(::time(nullptr))));
  install.plain("\x0f", Value::string("linux"));
}

// An element of %ENV: texts, each character of which fits in a byte.
class EnvironmentMagic final : public Magic {
 public:
  explicit EnvironmentMagic(Engine& engine) : engine_(engine) {}
  Value get(Scalar& scalar) override {
    return scalar.value.is_untouched() ? Value() : scalar.value;
  }
  void set(Scalar& scalar, const Value& value) override {
    if (value.is_undef() || (value.is_string() && !value.s->utf8())) {
      scalar.value = value;
      return;
    }
    const Text text(engine_, value);
    if (!text.utf8()) {
      scalar.value = Value::string(text.view());
    } else if (String* narrow = downgrade(text.get())) {
      scalar.value = Value::adopt(narrow);
    } else {
      warn_default_on(engine_, Warning::Utf8, "Wide character in setenv");
      scalar.value = Value::string(text.view());
    }
  }

 private:
  Engine& engine_;
};

// Of two entries with one name the first counts, as for getenv. Under taint checks elements are plain:
// what is tainted is known by value there.
void fill_environment(Engine& engine, Hash* hash) {
  const bool plain = engine.taint_mode() != 0;
  if (!plain) hash->bits |= Hash::Signals;
  const rt::Environment environment = rt::initial_environment();
  hash->reserve(environment.size());
  for (const std::string& variable : environment) {
    const std::size_t equals = variable.find('=');
    if (equals == variable.npos || equals == 0) continue;
    const std::string_view text(variable);
    if (hash->find(text.substr(0, equals)) != nullptr) continue;
    if (plain) {
      hash->fetch(text.substr(0, equals)) = Value::string(text.substr(equals + 1));
      continue;
    }
    const Value& place = environment_element(engine, hash, text.substr(0, equals));
    place.box->value = Value::string(text.substr(equals + 1));
  }
}

}  // namespace

void install_special_variables(Engine& engine) {
  Installer install(engine);
  install_errors(engine, install);
  install_handle_variables(engine, install);
  install_ids(engine, install);
  install_process_variables(engine, install);
  install.plain(";", Value::string("\x1c"));
  install.plain(":", Value::string(" \n-"));
  install.plain("\x0c", Value::string("\f"));
  install.plain("\x01", Value::string(""));  // what formline has written
  install.plain("\x04", Value::integer(0));
  install.plain("\x10", Value::integer(0));
  install.magic("/", new SeparatorMagic(engine), Value::string("\n"));
  install.plain("\"", Value::string(" "));
  // Most programs use none of them; fill_special_hash makes them on demand.
  for (const char* name : {"main::ENV", "main::SIG", "main::!"})
    engine.glob(name, true)->body->lazy_hash = true;
}

bool is_environment(Engine& engine, const Hash* hash) {
  const Glob* glob = engine.glob("main::ENV", false);
  return glob != nullptr && glob->body->hash == hash;
}

Value& environment_element(Engine& engine, Hash* hash, std::string_view name) {
  Value& place = hash->fetch(name);
  place = Value::adopt_boxed(Scalar::with_magic(new EnvironmentMagic(engine)));
  place.box->value = Value::untouched();
  return place;
}

void fill_special_hash(Engine& engine, Glob& glob) {
  Hash* hash = glob.body->hash;
  const std::string_view name = glob.name->view();
  if (name == "ENV") {
    fill_environment(engine, hash);
  } else if (name == "SIGRT") {
    engine.require_file("POSIX/SigRt.pm");  // which ties it
  } else {
    fill_signal_hash(engine, hash);
  }
}

}  // namespace perlipc::builtin
