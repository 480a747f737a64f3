// Every target over its corpus, as it stands and damaged in fixed ways: cut short, a byte changed, two files joined.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "annalist/base/files.h"
#include "targets.h"

namespace annalist::fuzz {
namespace {

struct Target {
  const char* name;  // also of its folder in corpus/
  void (*run)(std::string_view bytes);
};

constexpr Target kTargets[] = {
    {"html", html},
    {"text", text},
    {"jsonl", jsonl},
    {"stream", stream},
    {"encoding", encoding},
    {"dates", dates},
    {"csv", csv},
    {"feed", feed},
    {"mail", mail},
    {"mbox", mbox},
    {"warc", warc},
    {"packed", packed},
    {"docx", docx},
    {"odt", odt},
    {"pdf_layout", pdf_layout},
    {"conllu", conllu},
    {"segments", segments},
    {"times", times},
    {"amounts", amounts},
    {"records", records},
    {"codebook", codebook},
    {"knowledge", knowledge},
    {"knowledge_index", knowledge_index},
    {"weights", weights},
    {"archive", archive},
    {"codec", codec},
    {"query", query},
};

constexpr std::chrono::seconds kLongest{10};

std::vector<std::string> corpus_of(const std::string& name) {
  const std::filesystem::path folder = std::filesystem::path(ANNALIST_SOURCE_DIR) / "tests/fuzz/corpus" / name;
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) paths.push_back(entry.path().string());
  std::sort(paths.begin(), paths.end());
  return paths;
}

void run(const Target& target, const std::string& bytes, const std::string& of) {
  const auto start = std::chrono::steady_clock::now();
  target.run(bytes);
  EXPECT_LT(std::chrono::steady_clock::now() - start, kLongest) << target.name << ": " << of;
}

class Replay : public testing::TestWithParam<Target> {};

TEST_P(Replay, ComesBack) {
  const Target& target = GetParam();
  const std::vector<std::string> paths = corpus_of(target.name);
  ASSERT_FALSE(paths.empty()) << "no corpus for " << target.name;
  run(target, "", "nothing");
  std::string last;
  for (const std::string& path : paths) {
    const auto bytes = read_file(path);
    ASSERT_TRUE(bytes) << path;
    run(target, *bytes, path);
    run(target, bytes->substr(0, bytes->size() / 2), path + " cut in half");
    std::string changed = *bytes;
    if (!changed.empty()) changed[changed.size() / 3] = static_cast<char>(changed[changed.size() / 3] ^ 0xA5);
    run(target, changed, path + " with a byte changed");
    run(target, last + *bytes, path + " behind another");
    last = *bytes;
  }
}

INSTANTIATE_TEST_SUITE_P(Fuzz, Replay, testing::ValuesIn(kTargets), [](const auto& target) { return std::string(target.param.name); });

}  // namespace
}  // namespace annalist::fuzz
