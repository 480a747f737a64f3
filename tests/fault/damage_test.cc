// An archive with one byte changed, 200 times at places of a fixed seed: every answer is a clear error or the answer of the sound archive,
// verify tells of it, and salvage brings over what is whole.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "annalist/base/files.h"
#include "annalist/store/archive.h"
#include "annalist/store/example_records.h"
#include "annalist/store/query.h"
#include "annalist/store/salvage.h"
#include "annalist/store/verify.h"

namespace annalist::fault {
namespace {

constexpr int kDocuments = 28;
constexpr int kBytes = 200;

class DamageTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = testing::TempDir() + "annalist-damage-" + std::to_string(::getpid());
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    path_ = folder_ + "/a.annals";
    {
      auto archive = Archive::open(path_, Archive::Access::kWrite);
      for (int number = 1; number <= kDocuments; ++number) {
        Records records = example_records(number);
        original_[records.document.path] = records;
        ASSERT_TRUE(archive->save({&records, 1}, {"0.1", "m1", "c1", "k1"}));
      }
      answers_ = ask(*archive);
    }
    sound_ = *read_file(path_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  // Each question's answer as text, an error's as "".
  static std::vector<std::string> ask(Archive& archive) {
    std::vector<std::string> answers;
    const auto keys_of = [&](const auto& found) {
      std::string text;
      if (found) {
        for (const RecordKey& key : *found) text += std::to_string(key.document) + "." + std::to_string(key.number) + " ";
      }
      answers.push_back(found && text.empty() ? "none" : text);
    };
    Filter aid, actor, dated;
    aid.type = "AID";
    actor.actor = {"Liberation Front"};
    dated.dates = DateRange{{2019, 5, 1}, {2019, 5, 31}};
    for (const Filter& filter : {Filter(), aid, actor, dated}) keys_of(find_events(archive, filter));
    keys_of(find_statements(archive, {}));
    keys_of(find_amounts(archive, {}));
    std::string text;
    const auto hits = search_sentences(archive, "reports front", {}, 100);
    if (hits) {
      for (const SentenceHit& hit : *hits) text += std::to_string(hit.document) + "." + std::to_string(hit.sentence) + " ";
    }
    answers.push_back(hits && text.empty() ? "none" : text);
    return answers;
  }

  // Whatever the damaged archive answers is what the sound one does.
  void expect_answers_right(const std::string& when) {
    auto archive = Archive::open(path_, Archive::Access::kRead);
    if (!archive) {
      EXPECT_NE(archive.error().text().find(path_), std::string::npos) << when << ": " << archive.error().text();
      return;
    }
    const std::vector<std::string> answers = ask(*archive);
    for (size_t q = 0; q < answers.size(); ++q) {
      if (answers[q].empty()) continue;
      EXPECT_EQ(answers[q], answers_[q]) << when << ", question " << q;
    }
    if (const auto keys = archive->documents()) {
      EXPECT_EQ(keys->size(), original_.size()) << when;
      for (const DocumentKey key : *keys) {
        if (const auto loaded = archive->load(key, true)) expect_original(*loaded, when);
      }
    }
  }
  void expect_original(const Records& loaded, const std::string& when) {
    const Records& expected = original_[loaded.document.path];
    EXPECT_TRUE(loaded.document == expected.document && loaded.events == expected.events && loaded.reading == expected.reading) << when;
  }

  std::string folder_;
  std::string path_;
  std::string sound_;
  std::map<std::string, Records> original_;
  std::vector<std::string> answers_;
};

TEST_F(DamageTest, AtTwoHundredBytes) {
  std::mt19937 random(20260);
  int refused = 0, whole = 0;
  for (int i = 0; i < kBytes; ++i) {
    const size_t at = random() % sound_.size();
    std::string bytes = sound_;
    bytes[at] = static_cast<char>(bytes[at] ^ static_cast<char>(1U << (random() % 8)));
    for (const char* ending : {"-wal", "-shm", ".new", ".new-wal", ".new-shm"}) std::filesystem::remove(path_ + ending);
    ASSERT_TRUE(write_file(path_, bytes));
    const std::string when = "byte " + std::to_string(at);
    expect_answers_right(when);
    auto inspected = Archive::open(path_, Archive::Access::kInspect);
    if (!inspected) {
      EXPECT_NE(inspected.error().text().find(path_), std::string::npos) << when << ": " << inspected.error().text();
      ++refused;
      continue;
    }
    const auto verified = verify_archive(*inspected);
    ASSERT_TRUE(verified) << when;
    const auto salvaged = salvage_archive(path_, path_ + ".new");
    ASSERT_TRUE(salvaged) << when << ": " << salvaged.error().text();
    EXPECT_GE(salvaged->saved + static_cast<int64_t>(salvaged->lost.size()), kDocuments) << when;
    for (const Damage& lost : salvaged->lost) EXPECT_FALSE(lost.document.empty() || lost.what.empty()) << when;
    auto fresh = Archive::open(path_ + ".new", Archive::Access::kRead);
    ASSERT_TRUE(fresh) << when;
    EXPECT_TRUE(verify_archive(*fresh)->damage.empty()) << when;
    const auto saved = fresh->documents();
    ASSERT_EQ(static_cast<int64_t>(saved->size()), salvaged->saved) << when;
    for (const DocumentKey key : *saved) {
      const auto loaded = fresh->load(key, true);
      ASSERT_TRUE(loaded) << when;
      expect_original(*loaded, when);
    }
    EXPECT_FALSE(verified->damage.empty()) << when << ": verify does not tell";
    whole += salvaged->saved == kDocuments ? 1 : 0;
  }
  std::printf("%d bytes: %d archives refused as a whole; of the others every document was saved in %d\n", kBytes, refused, whole);
  EXPECT_LT(refused, kBytes / 4);
}

}  // namespace
}  // namespace annalist::fault
