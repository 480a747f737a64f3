// Where the program's constant models lie, and opening them: the reader's weights, the knowledge index, the codebook.
#pragma once

#include <string>
#include <vector>

#include "annalist/base/result.h"
#include "annalist/kb/knowledge.h"
#include "annalist/read/reader.h"
#include "annalist/store/archive.h"
#include "annalist/understand/actors/coreference_model.h"
#include "annalist/understand/events/codebook.h"

namespace annalist {

struct ResourcePaths {
  std::string home;                         // holds models/, codebook/ and knowledge.index
  std::vector<std::string> knowledge_dirs;  // the user's, laid over the index
  std::vector<std::string> codebooks;       // the user's, added to codebook/
  std::string model = "full";               // "full" or "fast": which network reads
  std::string machine;                      // whose kernels to run the network with (nn/kernels.h), for tests; empty for the fastest
  bool fp32 = false;                        // the network in 32-bit floats: slow, to compare with
};

// The folder share/annalist beside the running program's bin/, from whatever folder it is called; ANNALIST_HOME overrides it.
std::string find_home();
// What ANNALIST_MACHINE says, or nothing.
std::string find_machine();

// The shipped codebook's folder, then the user's files.
std::vector<std::string> codebook_paths(const ResourcePaths& paths);

Result<Reader> open_reader(const ResourcePaths& paths);
Result<Knowledge> open_knowledge(const ResourcePaths& paths);
Result<Codebook> open_codebook(const ResourcePaths& paths);
Result<CoreferenceModel> open_coreference(const ResourcePaths& paths);

// All that coding needs. Constant and shared by all threads.
struct Models {
  Reader reader;
  CoreferenceModel coreference;
  Knowledge knowledge;
  Codebook codebook;
  Versions versions;
};

// Errors: kBadConfiguration or kIo, naming the file and what to do.
Result<Models> open_models(const ResourcePaths& paths);
// The versions alone, as --version prints them.
Result<Versions> read_versions(const ResourcePaths& paths);

}  // namespace annalist
