// Opening: the mapped index, and the user's .kb files laid over it. Also what the compiler needs to read folders of .kb files.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "annalist/base/result.h"
#include "annalist/kb/knowledge.h"
#include "annalist/kb/knowledge_state.h"
#include "annalist/kb/record.h"

namespace annalist::kb {

Result<void> open_layers(const std::string& index_path, const std::vector<std::string>& extra_dirs, Knowledge::State& state);
Result<void> open_text(std::string_view kb_text, const std::string& name, Knowledge::State& state);

struct ReadKb {
  std::vector<Record> records;
  std::vector<Diagnostic> faults;
};
// Reads .kb files; of a folder all *.kb in it and below, in the order of their names. Errors: kIo for a path that can't be read.
Result<ReadKb> read_kb_paths(const std::vector<std::string>& paths);

// What the base layer knows, for resolve_kb and write_index.
LowerLayer lower_layer(const Knowledge::State& state);

// Compiles .kb files to the bytes of an index. Faults are given back, then the bytes are empty.
struct Compiled {
  std::string bytes;
  std::vector<Diagnostic> faults;
};
Result<Compiled> compile_kb(const std::vector<std::string>& paths);

}  // namespace annalist::kb
