// Every example of the shipped codebook through the shipped reader. The reader is statistical, so a few of a thousand may fail without
// a fault in the codebook; more than that is a regression. The failing ones are printed.
#include <gtest/gtest.h>

#include <filesystem>

#include "annalist/understand/events/check_codebook.h"

namespace annalist {
namespace {

TEST(CodebookExamples, FireAsTheyShould) {
  const std::string source = ANNALIST_SOURCE_DIR;
  const std::string index = std::string(ANNALIST_BINARY_DIR) + "/share/annalist/knowledge.index";
  if (!std::filesystem::exists(source + "/models/reader.weights") || !std::filesystem::exists(index))
    GTEST_SKIP() << "needs models/reader.weights and the compiled knowledge";
  const auto reader = Reader::open(source + "/models");
  ASSERT_TRUE(reader.has_value()) << reader.error().text();
  const auto knowledge = Knowledge::open(index);
  ASSERT_TRUE(knowledge.has_value()) << knowledge.error().text();
  const auto codebook = Codebook::open({source + "/codebook"});
  ASSERT_TRUE(codebook.has_value()) << codebook.error().text();
  size_t examples = 0;
  for (const Pattern& pattern : codebook->patterns()) examples += pattern.examples.size();
  ASSERT_GT(examples, 100u);
  const std::vector<Diagnostic> failed = check_examples(*codebook, *reader, *knowledge);
  std::string all;
  for (const Diagnostic& each : failed) all += each.where + ": " + each.message + "\n";
  EXPECT_LE(failed.size() * 100, examples * 5) << all;
  if (!failed.empty()) std::printf("%zu of %zu examples fail:\n%s", failed.size(), examples, all.c_str());
}

}  // namespace
}  // namespace annalist
