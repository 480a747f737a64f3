#include "annalist/app/resources.h"

#include <cstdlib>
#include <filesystem>

#include "annalist/base/files.h"
#include "annalist/base/sha256.h"

namespace annalist {
namespace {

namespace fs = std::filesystem;

// The program's version and the first digits of the hash over the codebook's files.
Result<std::string> codebook_version(const Codebook& codebook) {
  std::string all;
  for (const std::string& file : codebook.files()) {
    auto text = read_file(file);
    if (!text) return text.error();
    all += sha256_hex(*text);
  }
  return std::string(ANNALIST_VERSION) + "-" + sha256_hex(all).substr(0, 8);
}

}  // namespace

std::string find_home() {
  if (const char* home = std::getenv("ANNALIST_HOME"); home != nullptr && *home != '\0') return home;
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (error) return "share/annalist";
  return (program.parent_path().parent_path() / "share" / "annalist").string();
}

std::string find_machine() {
  const char* machine = std::getenv("ANNALIST_MACHINE");
  return machine == nullptr ? "" : machine;
}

std::vector<std::string> codebook_paths(const ResourcePaths& paths) {
  std::vector<std::string> all = {paths.home + "/codebook"};
  all.insert(all.end(), paths.codebooks.begin(), paths.codebooks.end());
  return all;
}

Result<Reader> open_reader(const ResourcePaths& paths) {
  const std::string folder = paths.home + "/models";
  const std::string weights = paths.model == "fast" ? "reader.fast.weights" : "reader.weights";
  if (std::error_code error; paths.model == "fast" && !fs::exists(folder + "/" + weights, error)) {
    return Error{ErrorCode::kBadConfiguration, "the fast network is not installed; install the models again, or read with --model full",
                 folder + "/" + weights};
  }
  const auto machine = paths.machine.empty() ? fastest_machine() : machine_by_name(paths.machine);
  if (!machine || !is_supported(*machine)) {
    return Error{ErrorCode::kBadConfiguration,
                 "this machine can't run as \"" + paths.machine + "\"; name avx2, avx_vnni, avx512 or avx512_vnni, or unset it",
                 "ANNALIST_MACHINE"};
  }
  return Reader::open(folder, weights, paths.fp32 ? Arithmetic::kFloat : Arithmetic::kInt8, *machine);
}

Result<Knowledge> open_knowledge(const ResourcePaths& paths) {
  return Knowledge::open(paths.home + "/knowledge.index", paths.knowledge_dirs);
}

Result<CoreferenceModel> open_coreference(const ResourcePaths& paths) {
  return CoreferenceModel::open(paths.home + "/models/coref.weights");
}

Result<Codebook> open_codebook(const ResourcePaths& paths) { return Codebook::open(codebook_paths(paths)); }

Result<Models> open_models(const ResourcePaths& paths) {
  auto reader = open_reader(paths);
  if (!reader) return reader.error();
  auto coreference = open_coreference(paths);
  if (!coreference) return coreference.error();
  auto knowledge = open_knowledge(paths);
  if (!knowledge) return knowledge.error();
  auto codebook = open_codebook(paths);
  if (!codebook) return codebook.error();
  auto version = codebook_version(*codebook);
  if (!version) return version.error();
  Versions versions{ANNALIST_VERSION, reader->version() + ", " + coreference->version(), *version, knowledge->version()};
  return Models{std::move(*reader), std::move(*coreference), std::move(*knowledge), std::move(*codebook), std::move(versions)};
}

Result<Versions> read_versions(const ResourcePaths& paths) {
  auto models = open_models(paths);
  if (!models) return models.error();
  return models->versions;
}

}  // namespace annalist
