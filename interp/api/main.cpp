// The perlipc command: a host of the public interface and nothing more.
#include "interp/api/perlipc.hpp"

int main(int argc, char** argv) { return perlipc::run_command(argc, argv); }
