// annalist_kb_compile OUT PATH...: compiles .kb files and folders to the index that annalist opens. Exit codes: 0 done, 1 faults in the
// files (each named on stderr as file:line:column: message) or a file that could not be read or written, 2 usage.
#include <cstdio>
#include <string>
#include <vector>

#include "annalist/base/files.h"
#include "annalist/kb/load.h"

int main(int count, char** arguments) {
  if (count < 3) {
    std::fprintf(stderr, "usage: annalist_kb_compile OUT PATH...\n");
    return 2;
  }
  const std::vector<std::string> paths(arguments + 2, arguments + count);
  const annalist::Result<annalist::kb::Compiled> compiled = annalist::kb::compile_kb(paths);
  if (!compiled) {
    std::fprintf(stderr, "%s\n", compiled.error().text().c_str());
    return 1;
  }
  for (const annalist::Diagnostic& fault : compiled->faults) std::fprintf(stderr, "%s: %s\n", fault.where.c_str(), fault.message.c_str());
  if (!compiled->faults.empty()) return 1;
  if (const annalist::Result<void> written = annalist::write_file(arguments[1], compiled->bytes); !written) {
    std::fprintf(stderr, "%s\n", written.error().text().c_str());
    return 1;
  }
  return 0;
}
