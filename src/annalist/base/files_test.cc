#include "annalist/base/files.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "annalist/base/sha256.h"

namespace annalist {
namespace {

TEST(Files, WritesAndReadsBack) {
  const std::string path = testing::TempDir() + "annalist_files_test";
  const std::string bytes("a\0b\n", 4);
  ASSERT_TRUE(write_file(path, bytes));
  EXPECT_EQ(*read_file(path), bytes);
  const auto mapped = MappedFile::open(path);
  ASSERT_TRUE(mapped);
  EXPECT_EQ(mapped->bytes(), bytes);
  EXPECT_FALSE(read_file(path, 3));
  std::filesystem::remove(path);
}

TEST(Files, NamesThePathInErrors) {
  const auto missing = read_file("/nowhere/at all");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::kIo);
  EXPECT_EQ(missing.error().where, "/nowhere/at all");
  EXPECT_NE(missing.error().text().find("No such file"), std::string::npos);
  EXPECT_FALSE(read_file(testing::TempDir()));
  EXPECT_FALSE(MappedFile::open("/nowhere/at all"));
}

TEST(Sha256, KnownDigest) { EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"); }

}  // namespace
}  // namespace annalist
