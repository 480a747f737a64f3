#include "annalist/ingest/archive_entries.h"

#include <gtest/gtest.h>

#include "annalist/base/files.h"
#include "annalist/ingest/forms_fixture.h"

namespace annalist {
namespace {

using Lines = std::vector<std::string>;

std::string put(const std::string& name, const std::string& bytes) {
  const std::string path = testing::TempDir() + "annalist_" + name;
  EXPECT_TRUE(write_file(path, bytes));
  return path;
}

const Files kFiles = {{"b.txt", "Second"},
                      {"inner/a.html", "<p>First"},
                      {"style.css", "p {}"},
                      {"../../etc/up.txt", "Up"},
                      {"p.txt", "\x89PNG not a text"},
                      {"photo.jpg", "\xFF\xD8\xFF\xE0 image"},
                      {"__MACOSX/._b.txt", "x"},
                      {"page", "<!DOCTYPE html><p>No ending"},
                      {"lines.jsonl", "{\"text\":\"one\"}\n{\"text\":\"two\"}\n"}};

class ArchiveForms : public testing::TestWithParam<const char*> {};
INSTANTIATE_TEST_SUITE_P(Archives, ArchiveForms, testing::Values("zip", "tar", "tgz"), [](const auto& row) { return row.param; });

TEST_P(ArchiveForms, FilesAreReadWithTheirWayIn) {
  const std::string form = GetParam(), name = "annalist_all." + form;
  std::string bytes = archive_bytes(kFiles, form == "zip");
  if (form == "tgz") bytes = gzip_bytes(bytes);
  EXPECT_EQ(read_all(put("all." + form, bytes)),
            (Lines{name + "/b.txt: Second", name + "/inner/a.html: <p>First", name + "/../../etc/up.txt: Up",
                   name + "/p.txt: \x89PNG not a text", name + "/page: <!DOCTYPE html><p>No ending",
                   name + "/lines.jsonl:1: {\"text\":\"one\"}", name + "/lines.jsonl:2: {\"text\":\"two\"}",
                   "- a file of the system in an archive: 1", "- a file whose form is not read (.css): 1", "- an image: 1"}));
}

TEST(Archives, OneInAnother) {
  const std::string inner = archive_bytes({{"a.txt", "Deep"}}, true);
  const std::string outer = archive_bytes({{"x/inner.zip", inner}, {"b.txt.gz", gzip_bytes("Packed")}}, false);
  EXPECT_EQ(read_all(put("outer.tar", outer)),
            (Lines{"annalist_outer.tar/x/inner.zip/a.txt: Deep", "annalist_outer.tar/b.txt.gz: Packed"}));
  IngestOptions options;
  options.limits.depth = 1;
  EXPECT_EQ(read_all(put("outer.tar", outer), options),
            (Lines{"! annalist_outer.tar/x/inner.zip: lies more than 1 containers deep (--limit depth=N)",
                   "annalist_outer.tar/b.txt.gz: Packed"}));
}

TEST(Archives, BombsAreStopped) {
  const std::string zeros(3 << 20, '\0');
  const std::string bomb = gzip_bytes(archive_bytes({{"a.txt", "First"}, {"z.jsonl", zeros}, {"b.txt", "Never"}}, false));
  IngestOptions options;
  options.limits.unpacked_bytes = 1 << 20;
  Lines lines = read_all(put("bomb.tgz", bomb), options);
  ASSERT_GE(lines.size(), 2u);
  EXPECT_EQ(lines[0], "annalist_bomb.tgz/a.txt: First");
  EXPECT_NE(lines.back().find("unpacks to more than 1 MB"), std::string::npos) << testing::PrintToString(lines);
  options = {};
  options.limits.items = 2;
  lines = read_all(put("many.zip", archive_bytes({{"a.txt", "A"}, {"b.txt", "B"}, {"c.txt", "C"}}, true)), options);
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_EQ(lines[2], "! annalist_many.zip: the archive has more than 2 files; the rest is left out (--limit items=N)");
}

TEST(Archives, TooManyTimesItsSize) {
  std::string zeros(70 << 20, ' ');
  zeros[0] = '{';
  const std::string bomb = gzip_bytes(zeros);
  const Lines lines = read_all(put("ratio.jsonl.gz", bomb));
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_NE(lines[0].find("unpacks to more than 300 times its size"), std::string::npos) << lines[0];
}

TEST(Archives, LargeFilesAreNamedAndPassedOver) {
  IngestOptions options;
  options.limits.file_bytes = 1000;
  const Lines lines = read_all(put("large.zip", archive_bytes({{"a.txt", std::string(2000, 'x')}, {"b.txt", "B"}}, true)), options);
  EXPECT_EQ(lines, (Lines{"! annalist_large.zip/a.txt: larger than 1000 bytes; is this one article? (--limit file=SIZE)",
                          "annalist_large.zip/b.txt: B"}));
}

TEST(Archives, DamageIsTold) {
  const std::string whole = archive_bytes({{"a.txt", "First"}, {"b.txt", std::string(50000, 'b')}}, false);
  const Lines cut = read_all(put("cut.tar", whole.substr(0, 20000)));
  ASSERT_EQ(cut.size(), 3u) << testing::PrintToString(cut);
  EXPECT_EQ(cut[0], "annalist_cut.tar/a.txt: First");
  EXPECT_TRUE(cut[1].starts_with("! annalist_cut.tar/b.txt: can't be unpacked (")) << cut[1];
  EXPECT_NE(cut[2].find("the archive can't be read on after 2 files"), std::string::npos) << cut[2];
  const Lines none = read_all(put("none.zip", "these bytes are no archive, whatever the name says"));
  ASSERT_EQ(none.size(), 1u);
  EXPECT_TRUE(none[0].starts_with("! annalist_none.zip: ")) << none[0];
  const Lines locked = read_all(put("locked.zip", archive_bytes({{"a.txt", "First"}}, true, "secret")));
  ASSERT_EQ(locked.size(), 1u);
  EXPECT_TRUE(locked[0].ends_with("locked by a password; unpack it first")) << locked[0];
}

TEST(Archives, OddNames) {
  const Lines lines = read_all(put("odd.zip", archive_bytes({{"a\nb\x1b[2J.txt", "A"}}, true)));
  EXPECT_EQ(lines, Lines{"annalist_odd.zip/a?b?[2J.txt: A"});
}

TEST(ZipMember, ByName) {
  const std::string zip = archive_bytes({{"a.xml", "<a/>"}, {"b/c.xml", "<c/>"}}, true);
  EXPECT_EQ(**zip_member(zip, "b/c.xml", 100), "<c/>");
  EXPECT_FALSE(zip_member(zip, "d.xml", 100)->has_value());
  EXPECT_FALSE(zip_member(zip, "b/c.xml", 3));
  EXPECT_FALSE(zip_member("PK\x03\x04 broken", "a.xml", 100));
}

}  // namespace
}  // namespace annalist
