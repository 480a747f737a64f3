// Each limit: its default as docs/intake.md has it, and what happens at its edge and one past it.
#include "annalist/ingest/limits.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <type_traits>

#include "annalist/base/files.h"
#include "annalist/ingest/child_process.h"
#include "annalist/ingest/forms_fixture.h"

namespace annalist {
namespace {

bool same(const IngestLimits& a, const IngestLimits& b) {
  static_assert(std::has_unique_object_representations_v<IngestLimits>);
  return std::memcmp(&a, &b, sizeof a) == 0;
}

// The table under "## Limits": name -> default.
std::map<std::string, std::string> documented() {
  const std::string page = read_file(std::string(ANNALIST_SOURCE_DIR) + "/docs/intake.md").value();
  std::map<std::string, std::string> out;
  size_t at = page.find("| name | default | what |");
  while (at < page.size()) {
    const std::string line = page.substr(at, page.find('\n', at) - at);
    if (!line.starts_with('|')) break;
    if (line.starts_with("| `")) {
      const size_t name_end = line.find('`', 3), value = line.find("| ", name_end) + 2;
      out[line.substr(3, name_end - 3)] = line.substr(value, line.find(' ', value) - value);
    }
    at += line.size() + 1;
  }
  return out;
}

TEST(Limits, DefaultsAreTheDocumentedOnes) {
  const auto table = documented();
  IngestLimits none;
  const std::string known = set_limit(none, "nonsense=1").error().message;
  EXPECT_EQ(table.size(), static_cast<size_t>(std::count(known.begin(), known.end(), ',')) + 1) << known;
  for (const auto& [name, value] : table) {
    IngestLimits limits;
    ASSERT_TRUE(set_limit(limits, name + "=" + value)) << name;
    EXPECT_TRUE(same(limits, {})) << name << " is not " << value;
    ASSERT_TRUE(set_limit(limits, name + "=7")) << name;
    EXPECT_FALSE(same(limits, {})) << name;
  }
}

TEST(Limits, Sizes) {
  IngestLimits limits;
  for (const auto& [text, size] : std::map<std::string, uint64_t>{{"1", 1}, {"2k", 2048}, {"3KB", 3072}, {"1G", uint64_t{1} << 30}}) {
    ASSERT_TRUE(set_limit(limits, "file=" + text)) << text;
    EXPECT_EQ(limits.file_bytes, size) << text;
  }
  for (const char* bad : {"file", "file=", "file=0", "file=-1", "file=1X", "file=1 M", "file=99999999999999999999", "file=900000000T"})
    EXPECT_FALSE(set_limit(limits, bad)) << bad;
}

using Lines = std::vector<std::string>;

std::string put(const std::string& name, const std::string& bytes) {
  const std::string path = testing::TempDir() + "annalist_limit_" + name;
  EXPECT_TRUE(write_file(path, bytes));
  return path;
}

// The lines about a file of these bytes, under one limit.
Lines under(const std::string& setting, const std::string& name, const std::string& bytes) {
  IngestOptions options;
  EXPECT_TRUE(set_limit(options.limits, setting));
  return read_all(put(name, bytes), options);
}

bool refused(const Lines& lines, const std::string& option) {
  return !lines.empty() && lines.back().starts_with("! ") && lines.back().find("(--limit " + option) != std::string::npos;
}

TEST(Limits, OfAFileAtItsEdge) {
  EXPECT_EQ(under("file=1K", "a.txt", std::string(1024, 'x')).size(), 1u);
  EXPECT_FALSE(refused(under("file=1K", "a.txt", std::string(1024, 'x')), "file=SIZE"));
  EXPECT_TRUE(refused(under("file=1K", "b.txt", std::string(1025, 'x')), "file=SIZE"));
  EXPECT_TRUE(refused(under("file=1K", "c.txt.gz", gzip_bytes(std::string(1025, 'x'))), "file=SIZE"));
  EXPECT_FALSE(refused(under("file=1K", "d.txt.gz", gzip_bytes(std::string(1024, 'x'))), "file=SIZE"));
}

TEST(Limits, OfALineAtItsEdge) {
  const auto line = [](size_t size) { return "{\"text\":\"" + std::string(size - 11, 'x') + "\"}"; };
  for (const std::string end : {"", "\n", "\r\n"}) {
    EXPECT_FALSE(refused(under("line=1K", "a.jsonl", line(1024) + end), "line=SIZE")) << end.size();
    EXPECT_TRUE(refused(under("line=1K", "b.jsonl", line(1026) + end), "line=SIZE")) << end.size();
  }
}

TEST(Limits, OfAnArchiveAtTheirEdges) {
  const Files two = {{"a.txt", "A"}, {"b.txt", "B"}};
  EXPECT_EQ(under("items=2", "a.zip", archive_bytes(two, true)).size(), 2u);
  EXPECT_TRUE(refused(under("items=1", "b.zip", archive_bytes(two, true)), "items=N"));
  const std::string nested = archive_bytes({{"in.zip", archive_bytes(two, true)}}, false);
  EXPECT_EQ(under("depth=2", "c.tar", nested).size(), 2u);
  EXPECT_TRUE(refused(under("depth=1", "d.tar", nested), "depth=N"));
  const std::string packed = gzip_bytes(std::string(2048, 'x'));
  EXPECT_FALSE(refused(under("unpacked=2K", "e.txt.gz", packed), "unpacked=SIZE"));
  EXPECT_TRUE(refused(under("unpacked=2047", "f.txt.gz", packed), "unpacked=SIZE"));
}

TEST(Limits, OfAChildAtTheirEdges) {
  const auto head = find_program("head");
  ASSERT_TRUE(head);
  IngestLimits limits;
  limits.child_output = 100;
  const auto given = [&](const char* bytes) { return run_child(*head, {"-c", bytes, "/dev/zero"}, "", limits); };
  EXPECT_EQ(given("100").end, ChildResult::End::kExit);
  EXPECT_EQ(given("100").output.size(), 100u);
  EXPECT_EQ(given("101").end, ChildResult::End::kOutput);
  const auto dd = find_program("dd");
  ASSERT_TRUE(dd);
  limits = {};
  limits.child_memory = uint64_t{64} << 20;
  const auto took = [&](const char* room) { return run_child(*dd, {"if=/dev/zero", room, "count=1"}, "", limits).code; };
  limits.child_output = uint64_t{128} << 20;
  EXPECT_EQ(took("bs=1M"), 0);
  EXPECT_NE(took("bs=100M"), 0);
}

}  // namespace
}  // namespace annalist
