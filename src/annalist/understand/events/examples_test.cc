// Every example of the shipped codebook through the shipped reader. The reader is statistical, so a few of a thousand may fail without
// a fault in the codebook; more than that is a regression. The failing ones are printed.
#include <gtest/gtest.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "annalist/understand/events/check_codebook.h"

namespace annalist {
namespace {

class CodebookExamples : public testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(source_ + "/models/reader.weights") || !std::filesystem::exists(index_))
      GTEST_SKIP() << "needs models/reader.weights and the compiled knowledge";
    reader_.emplace(Reader::open(source_ + "/models"));
    ASSERT_TRUE(reader_->has_value()) << reader_->error().text();
    knowledge_.emplace(Knowledge::open(index_));
    ASSERT_TRUE(knowledge_->has_value()) << knowledge_->error().text();
  }

  std::vector<std::string> faults_of(const std::string& text) {
    std::vector<Error> faults;
    const Codebook codebook = Codebook::parse({{"t.codebook", text}}, faults);
    EXPECT_TRUE(faults.empty());
    std::vector<std::string> out;
    for (const Diagnostic& each : check_examples(codebook, **reader_, **knowledge_)) out.push_back(each.where + ": " + each.message);
    return out;
  }

  const std::string source_ = ANNALIST_SOURCE_DIR;
  const std::string index_ = std::string(ANNALIST_BINARY_DIR) + "/share/annalist/knowledge.index";
  std::optional<Result<Reader>> reader_;
  std::optional<Result<Knowledge>> knowledge_;
};

constexpr char kPraise[] = "type SUPPORT\n  quad 1\n  cameo 050\n\npattern praise\n  verb praise\n  actor subject\n  recipient object\n";

TEST_F(CodebookExamples, ExamplesAndTwinsAreAskedFor) {
  EXPECT_EQ(faults_of(std::string(kPraise) + "  example Iran praised Iraq. -> Iran ; Iraq\n  not The guests praised the soup.\n"),
            std::vector<std::string>{});
  EXPECT_EQ(faults_of(std::string(kPraise) + "  example Iran praised Iraq. -> Iran ; Iraq\n"),
            std::vector<std::string>{
                "t.codebook:5:1: pattern praise has no twin: add 'not SENTENCE', one that comes close and must not fire it"});
  EXPECT_EQ(faults_of(std::string(kPraise) + "  not The guests praised the soup.\n"),
            std::vector<std::string>{"t.codebook:5:1: pattern praise has no example: add 'example SENTENCE -> A ; R'"});
}

TEST_F(CodebookExamples, ATwinHoldsAWordOfTheTrigger) {
  const std::vector<std::string> faults =
      faults_of(std::string(kPraise) + "  example Iran praised Iraq. -> Iran ; Iraq\n  not The soup was cold.\n");
  ASSERT_EQ(faults.size(), 1u);
  EXPECT_TRUE(faults[0].starts_with("t.codebook:10:7: pattern praise: the twin 'The soup was cold.' holds none")) << faults[0];
}

TEST_F(CodebookExamples, ATwinThatFiresIsTold) {
  const std::vector<std::string> faults =
      faults_of(std::string(kPraise) + "  example Iran praised Iraq. -> Iran ; Iraq\n  not Egypt praised Libya.\n");
  ASSERT_EQ(faults.size(), 1u);
  EXPECT_NE(faults[0].find("must not fire, but gave praise: Egypt ; Libya"), std::string::npos) << faults[0];
}

TEST_F(CodebookExamples, FireAsTheyShould) {
  const auto codebook = Codebook::open({source_ + "/codebook"});
  ASSERT_TRUE(codebook.has_value()) << codebook.error().text();
  size_t examples = 0;
  for (const Pattern& pattern : codebook->patterns()) examples += pattern.examples.size();
  ASSERT_GT(examples, 900u);
  const std::vector<Diagnostic> failed = check_examples(*codebook, **reader_, **knowledge_);
  std::string all;
  for (const Diagnostic& each : failed) all += each.where + ": " + each.message + "\n";
  EXPECT_LE(failed.size() * 100, examples * 2) << all;
  if (!failed.empty()) std::printf("%zu of %zu examples fail:\n%s", failed.size(), examples, all.c_str());
}

}  // namespace
}  // namespace annalist
