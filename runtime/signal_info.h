// What came with a signal whose handler wants to know (sigaction's SA_SIGINFO).
#pragma once

#include <csignal>

namespace perlipc::rt {

// Of the last such signal with this number that was caught by a disposition with SA_SIGINFO.
siginfo_t last_signal_info(int signal);

}  // namespace perlipc::rt
