// pipe, and opens to and from programs (perlipc "Using open() for IPC", perlfunc open, pipe).
#include "builtins/open_request.h"
#include "builtins/process.h"
#include "runtime/file.h"

#include <cerrno>

namespace perlipc::builtin {

void report_exec_in_child(Engine& engine, const Command& command, int error, int output) {
  if (!engine.warning_enabled(Warning::Exec)) return;
  const pid_t pid = fork_now(engine);
  if (pid > 0) {
    while (rt::wait_child(pid, 0).error() == EINTR) {}
  }
  if (pid != 0) return;
  if (output >= 0 && output != 1) (void)rt::dup_to(output, 1, rt::Inheritable::Yes);
  if (command.errors_to_output) (void)rt::dup_to(1, 2, rt::Inheritable::Yes);
  try {
    warn_exec(engine, command, error);
  } catch (...) {
    // A dying handler ends this child all the same.
  }
  flush_all(engine);
  rt::exit_now(1);
}

namespace {

struct Ends {
  rt::UniqueFd ours, theirs;
};

rt::Result<Ends> make_ends(bool reading) {
  rt::PipeEnds pipe = RT_TRY(rt::make_pipe());
  Ends ends;
  ends.ours = reading ? std::move(pipe.read) : std::move(pipe.write);
  ends.theirs = reading ? std::move(pipe.write) : std::move(pipe.read);
  return ends;
}

// Our end becomes the handle's; the child's status is its close's business.
bool adopt_end(IoTable& table, const HandleArg& arg, rt::UniqueFd end, bool reading, pid_t pid) {
  const rt::StreamOptions options{.access = reading ? rt::Access::Read : rt::Access::Write};
  if (!install_fd(table, arg, std::move(end), options, HandleKind::Pipe)) return false;
  arg.io->stream->set_child(rt::make_ref<rt::ChildRecord>(pid));
  // As with perl, $! tells that a pipe has no position.
  table.engine.set_errno(ESPIPE);
  return true;
}

Opened fork_with_pipe(IoTable& table, const HandleArg& arg, const OpenRequest& request, Ends ends) {
  Engine& engine = table.engine;
  const pid_t pid = fork_now(engine);
  if (pid < 0) return {};
  if (pid == 0) {
    ends.ours = {};
    const int standard = request.reading ? 1 : 0;
    if (ends.theirs.get() != standard) {
      (void)rt::dup_to(ends.theirs.get(), standard, rt::Inheritable::Yes);
    } else {
      (void)rt::set_cloexec(ends.theirs.release(), false);
    }
    ends.theirs = {};
    return {.ok = true, .child = true, .pid = 0};
  }
  ends.theirs = {};
  const bool ok = adopt_end(table, arg, std::move(ends.ours), request.reading, pid);
  return {.ok = ok, .child = false, .pid = pid};
}

}  // namespace

Opened open_pipe(IoTable& table, const HandleArg& arg, const OpenRequest& request) {
  Engine& engine = table.engine;
  flush_all(engine);
  rt::Result<Ends> ends = make_ends(request.reading);
  if (!ends) {
    engine.set_errno(ends.error());
    return {};
  }
  if (request.fork_only) return fork_with_pipe(table, arg, request, std::move(*ends));
  const Command command = request.shell_words ? command_of_string(request.command[0])
                                              : command_of_list(request.command);
  if (command.arguments.empty()) {
    const Opened forked = fork_with_pipe(table, arg, request, std::move(*ends));
    if (forked.child) rt::exit_now(1);
    return forked;
  }
  rt::SpawnPlan plan = plan_for(engine, command, request.reading ? ends->theirs.get() : -1);
  if (!request.reading) plan.dup(ends->theirs.get(), 0);
  const rt::Result<pid_t> pid = rt::spawn(plan);
  if (!pid) {
    report_exec_in_child(engine, command, pid.error(), request.reading ? ends->theirs.get() : -1);
    engine.set_errno(pid.error());
    return {};
  }
  ends->theirs = {};
  const bool ok = adopt_end(table, arg, std::move(ends->ours), request.reading, *pid);
  return {.ok = ok, .child = false, .pid = *pid};
}

Value bi_pipe(Call& call) {
  IoTable& table = io_table(call.engine);
  HandleArg reader = new_handle_arg(call, 0, "pipe");
  HandleArg writer = new_handle_arg(call, 1, "pipe");
  if (reader.handle == nullptr || writer.handle == nullptr) {
    call.engine.die("Can't use an undefined value as filehandle reference");
  }
  for (HandleArg* arg : {&reader, &writer}) {
    arg->io = table.state_of(arg->handle);
    table.close_quietly(arg->io);
    arg->io->was_open = true;
    arg->io->name = arg->glob != nullptr ? Value::share(arg->glob->name) : Value();
  }
  rt::Result<rt::PipeEnds> ends = rt::make_pipe();
  if (!ends) return call.fail(ends.error());
  table.attach(reader.io, std::move(ends->read), {.access = rt::Access::Read}, HandleKind::File);
  table.attach(writer.io, std::move(ends->write), {.access = rt::Access::Write}, HandleKind::File);
  for (const bool output : {false, true}) {
    const std::string layers = default_layers(call.engine, output);
    if (!layers.empty())
      apply_layers(call.engine, (output ? writer : reader).io, layers, LayersOf::Open);
  }
  call.engine.set_errno(ESPIPE);
  return Value::boolean(true);
}

}  // namespace perlipc::builtin
