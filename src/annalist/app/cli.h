// The command line: options and help of every command (CLI11), and the way from them to commands.h.
#pragma once

namespace annalist {

// Gives the exit code: 0 done, 1 failed, 2 usage, 3 some documents failed.
int run_command_line(int argc, const char* const* argv);

}  // namespace annalist
