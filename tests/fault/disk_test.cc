// A disk that fails, or a process that dies, at every single write of an archive in turn: what was reported saved is there, every document
// is whole, and the same work done again gives the archive that an undisturbed run gives.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "annalist/store/archive.h"
#include "annalist/store/example_records.h"
#include "annalist/store/verify.h"
#include "faulty_disk.h"

namespace annalist::fault {
namespace {

const Versions kVersions{"0.1", "m1", "c1", "k1"};
// The batches of one run; the first is there already when the archive is not new.
const std::vector<std::vector<int>> kBatches = {{1}, {2}, {3, 4}};

struct Case {
  const char* name;
  Fault fault;
  bool for_good;
  bool fresh;  // the archive is made by the run
};

class DiskTest : public testing::TestWithParam<Case> {
 protected:
  void SetUp() override {
    folder_ = testing::TempDir() + "annalist-fault-" + std::to_string(::getpid());
    std::filesystem::remove_all(folder_);
    std::filesystem::remove_all(folder_ + ".before");
    std::filesystem::create_directories(folder_);
    path_ = folder_ + "/a.annals";
    if (!GetParam().fresh) { ASSERT_EQ(save_batches(0, 1).saved, 1); }
    std::filesystem::copy(folder_, folder_ + ".before", std::filesystem::copy_options::recursive);
  }
  void TearDown() override {
    std::filesystem::remove_all(folder_);
    std::filesystem::remove_all(folder_ + ".before");
  }
  void restore() {
    std::filesystem::remove_all(folder_);
    std::filesystem::copy(folder_ + ".before", folder_, std::filesystem::copy_options::recursive);
  }
  size_t first_batch() const { return GetParam().fresh ? 0 : 1; }

  struct Outcome {
    int saved = 0;
    std::string error;
  };
  // Saves the batches [from, to), as a run of the program does: it ends at the first error.
  Outcome save_batches(size_t from, size_t to, int report = -1) const {
    Outcome outcome;
    auto archive = Archive::open(path_, Archive::Access::kWrite);
    if (!archive) return {0, archive.error().text()};
    for (size_t b = from; b < to; ++b) {
      std::vector<Records> documents;
      for (const int number : kBatches[b]) documents.push_back(example_records(number));
      if (auto saved = archive->save(documents, kVersions); !saved) {
        outcome.error = saved.error().text();
        return outcome;
      }
      ++outcome.saved;
      if (report >= 0 && ::write(report, "s", 1) != 1) return outcome;
    }
    return outcome;
  }

  // Opens, verifies, and holds the batches against those that the run said it had saved.
  void expect_whole(int saved, const std::string& when) {
    auto archive = Archive::open(path_, Archive::Access::kWrite);
    ASSERT_TRUE(archive) << when << ": " << archive.error().text();
    const auto verified = verify_archive(*archive);
    ASSERT_TRUE(verified) << when;
    for (const Damage& damage : verified->damage) ADD_FAILURE() << when << ": " << damage.document << " " << damage.what;
    const size_t must = first_batch() + static_cast<size_t>(saved);
    for (size_t b = 0; b < kBatches.size(); ++b) {
      size_t there = 0;
      for (const int number : kBatches[b]) {
        if (archive->versions_of(example_records(number).document.raw_sha256)->has_value()) ++there;
      }
      if (b < must) {
        EXPECT_EQ(there, kBatches[b].size()) << when << ": batch " << b << " was saved";
      } else {
        EXPECT_TRUE(there == 0 || there == kBatches[b].size()) << when << ": batch " << b << " is half there";
      }
    }
  }
  void expect_rerun_completes(const std::string& when) {
    const Outcome again = save_batches(0, kBatches.size());
    EXPECT_EQ(again.error, "") << when;
    auto archive = Archive::open(path_, Archive::Access::kRead);
    ASSERT_TRUE(archive) << when;
    const auto keys = archive->documents();
    ASSERT_EQ(keys->size(), 4u) << when;
    for (size_t i = 0; i < keys->size(); ++i) {
      const auto loaded = archive->load(keys->at(i), true);
      ASSERT_TRUE(loaded) << when;
      const Records expected = example_records(static_cast<int>(i) + 1);
      EXPECT_EQ(loaded->document, expected.document) << when;
      EXPECT_EQ(loaded->events, expected.events) << when;
      EXPECT_EQ(loaded->reading, expected.reading) << when;
    }
    EXPECT_TRUE(verify_archive(*archive)->damage.empty()) << when;
  }

  std::string folder_;
  std::string path_;
};

using FailingDiskTest = DiskTest;
TEST_P(FailingDiskTest, AtEveryWrite) {
  const Case& c = GetParam();
  int at = 1;
  for (;; ++at) {
    restore();
    Outcome outcome;
    bool broke = false;
    {
      const FaultyDisk disk(c.fault, at, c.for_good);
      outcome = save_batches(first_batch(), kBatches.size());
      broke = disk.broke();
    }
    if (!broke) break;
    const std::string when = "operation " + std::to_string(at);
    if (!outcome.error.empty()) {
      EXPECT_NE(outcome.error.find(path_), std::string::npos) << when << ": " << outcome.error;
    } else {
      // What failed was the tidying up of a closed archive, after all was saved.
      EXPECT_EQ(outcome.saved, static_cast<int>(kBatches.size() - first_batch())) << when;
    }
    expect_whole(outcome.saved, when);
    expect_rerun_completes(when);
    if (testing::Test::HasFailure()) return;
  }
  EXPECT_GT(at, 10) << "the disk has hardly been used";
}
INSTANTIATE_TEST_SUITE_P(Disk, FailingDiskTest,
                         testing::Values(Case{"full", Fault::kFull, true, false}, Case{"full_new", Fault::kFull, true, true},
                                         Case{"full_once", Fault::kFull, false, false}, Case{"short", Fault::kShort, true, false},
                                         Case{"short_new", Fault::kShort, true, true}, Case{"error", Fault::kIoError, true, false},
                                         Case{"error_once", Fault::kIoError, false, true}),
                         [](const auto& c) { return std::string(c.param.name); });

using DyingTest = DiskTest;
TEST_P(DyingTest, AtEveryWrite) {
  const Case& c = GetParam();
  int at = 1;
  for (;; ++at) {
    restore();
    int pipe[2];
    ASSERT_EQ(::pipe(pipe), 0);
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      const FaultyDisk disk(c.fault, at, false);
      save_batches(first_batch(), kBatches.size(), pipe[1]);
      ::_exit(disk.broke() ? 1 : 0);
    }
    ::close(pipe[1]);
    int saved = 0;
    for (char mark; ::read(pipe[0], &mark, 1) == 1;) ++saved;
    ::close(pipe[0]);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    if (WIFEXITED(status)) {
      EXPECT_EQ(WEXITSTATUS(status), 0);
      break;
    }
    const std::string when = "killed at operation " + std::to_string(at);
    expect_whole(saved, when);
    expect_rerun_completes(when);
    if (testing::Test::HasFailure()) return;
  }
  EXPECT_GT(at, 10) << "the disk has hardly been used";
}
INSTANTIATE_TEST_SUITE_P(Disk, DyingTest,
                         testing::Values(Case{"before", Fault::kDeath, false, false}, Case{"before_new", Fault::kDeath, false, true},
                                         Case{"halfway", Fault::kHalfway, false, false}, Case{"halfway_new", Fault::kHalfway, false, true}),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace annalist::fault
