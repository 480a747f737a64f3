// Damaged PDFs through the whole way in: bytes, pdftotext as a child process, its layout, the article's parts. Always text or a clear
// error, within the limits, and no child left.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <zlib.h>

#include <cerrno>
#include <chrono>
#include <random>
#include <string>

#include "annalist/base/utf8.h"
#include "annalist/ingest/child_process.h"
#include "annalist/ingest/pdf_article.h"
#include "annalist/ingest/pdf_fixture.h"

namespace annalist::fault {
namespace {

constexpr int kDamages = 200;

IngestLimits tight_limits() {
  IngestLimits limits;
  limits.child_seconds = 2;
  limits.child_memory = uint64_t{256} << 20;
  limits.child_output = uint64_t{4} << 20;
  return limits;
}

std::string sound_pdf() {
  PdfTestPage page = {{50, 760, 20, "Two towns open a ferry"}, {50, 735, 10, "By Ana Ruiz, 9 April 2021"}};
  for (int i = 0; i < 12; ++i) page.push_back({50, 700.0 - 14 * i, 10, "The ferry runs between the banks, said the ministry, and will"});
  return pdf_bytes({page, page}, "/Title (Ferry) /Author (Ana Ruiz) /CreationDate (D:20210409)");
}

class PdfTest : public testing::Test {
 protected:
  void SetUp() override {
    if (!find_program("pdftotext")) GTEST_SKIP() << "pdftotext is not installed";
  }

  // Whether it was read; what must hold in any case is expected here.
  static bool try_one(const std::string& bytes, const std::string& what) {
    SCOPED_TRACE(what);
    const IngestLimits limits = tight_limits();
    const auto start = std::chrono::steady_clock::now();
    const auto parts = read_pdf(bytes, limits);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(2 * limits.child_seconds + 10));
    EXPECT_TRUE(::waitpid(-1, nullptr, WNOHANG) == -1 && errno == ECHILD) << "a child is left";
    if (!parts) {
      EXPECT_FALSE(parts.error().message.empty());
      return false;
    }
    EXPECT_FALSE(parts->blocks.empty());
    for (const BodyBlock& block : parts->blocks) {
      EXPECT_EQ(find_invalid_utf8(block.text.text()), std::string_view::npos);
      EXPECT_LE(block.text.map().to_raw(static_cast<uint32_t>(block.text.size())), limits.child_output);
    }
    return true;
  }
};

TEST_F(PdfTest, BytesChanged) {
  const std::string sound = sound_pdf();
  ASSERT_TRUE(try_one(sound, "sound"));
  std::mt19937 random(11);
  int read = 0;
  for (int i = 0; i < kDamages; ++i) {
    std::string bytes = sound;
    for (int n = i % 4; n >= 0; --n) bytes[random() % bytes.size()] = static_cast<char>(random());
    read += try_one(bytes, "damage " + std::to_string(i)) ? 1 : 0;
  }
  EXPECT_GT(read, 0) << "poppler mends much";
}

TEST_F(PdfTest, CutShort) {
  const std::string sound = sound_pdf();
  for (size_t size = 0; size < sound.size(); size += sound.size() / 40 + 1) try_one(sound.substr(0, size), std::to_string(size) + " bytes");
}

// Numbers that promise more than there is, trees that hold themselves, pages without end.
TEST_F(PdfTest, Structure) {
  const std::string sound = sound_pdf();
  const auto with = [&](const std::string& from, const std::string& to) {
    std::string bytes = sound;
    const size_t at = bytes.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    bytes.replace(at, from.size(), to);
    try_one(bytes, from + " -> " + to);
  };
  with("/Length ", "/Length 9999999");
  with("/Length ", "/Length -");
  with("/Count 2", "/Count 2147483647");
  with("/Kids [", "/Kids [6 0 R 6 0 R 6 0 R ");
  with("[0 0 595 842]", "[0 0 1e30 1e30]");
  with("[0 0 595 842]", "[0 0 0 0]");
  with("/F1 20 Tf", "/F1 1e38 Tf");
  with(
      "/Contents 2 0 R", "/Contents [" + [] {
        std::string many;
        for (int i = 0; i < 20000; ++i) many += "2 0 R ";
        return many;
      }() + "]");
  with("<< /Type /Catalog", std::string(100000, '['));
  with("<< /Type /Catalog", std::string(100000, '<'));
}

// A stream of 64 MB of letters in 64 KB.
TEST_F(PdfTest, Bomb) {
  const std::string one = "(" + std::string(60, 'w') + ") Tj 0 -1 Td\n";
  std::string text = "BT /F1 8 Tf 50 800 Td\n";
  while (text.size() < (size_t{64} << 20)) text += one;
  text += "ET";
  std::string packed(compressBound(text.size()), '\0');
  uLongf size = packed.size();
  ASSERT_EQ(compress2(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(text.data()), text.size(), 6), Z_OK);
  packed.resize(size);
  std::string bytes = sound_pdf();
  const size_t begin = bytes.find("<< /Length"), end = bytes.find("endstream", begin);
  bytes.replace(begin, end - begin, "<< /Filter /FlateDecode /Length " + std::to_string(size) + " >>\nstream\n" + packed + "\n");
  try_one(bytes, "bomb");  // a fast machine drops within its two seconds what lies below the page's edge; a slow one is stopped
}

}  // namespace
}  // namespace annalist::fault
