#include "annalist/ingest/articles.h"

#include <gtest/gtest.h>
#include <zlib.h>
#include <zstd.h>

#include <filesystem>

#include "annalist/base/files.h"
#include "annalist/base/sha256.h"

namespace annalist {
namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;

std::string gzip(const std::string& bytes) {
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out(bytes.size() + 1000, '\0');
  std::string in = bytes;
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string zstd(const std::string& bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 1));
  return out;
}

class Articles : public testing::Test {
 protected:
  void SetUp() override {
    folder_ =
        fs::path(testing::TempDir()) / ("annalist_articles_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string put(const std::string& name, const std::string& bytes) {
    const fs::path path = folder_ / name;
    fs::create_directories(path.parent_path());
    EXPECT_TRUE(write_file(path.string(), bytes));
    return path.string();
  }

  // "name: bytes" of articles and "! where: message" of errors, paths without the folder.
  std::vector<std::string> all(std::vector<std::string> paths, IngestOptions options = {}) {
    std::vector<std::string> out;
    ArticleStream stream(std::move(paths), std::move(options));
    while (auto article = stream.next()) {
      std::string line = *article ? (*article)->path + ": " + (*article)->bytes : "! " + article->error().text();
      if (const size_t at = line.find(folder_.string()); at != std::string::npos)
        line.erase(at, std::min(folder_.string().size() + 1, line.size() - at));
      out.push_back(line);
    }
    return out;
  }

  fs::path folder_;
};

using Lines = std::vector<std::string>;

TEST_F(Articles, WalksFoldersInOrder) {
  put("b.txt", "B");
  put("a/z.html", "Z");
  put("a/y.txt.gz", gzip("Y"));
  put("c.jsonl.zst", zstd("{\"text\":\"one\"}\n\n{\"text\":\"two\"}"));
  put("notes.md", "no article");
  put("k.kb", "no article");
  EXPECT_EQ(all({folder_.string()}),
            (Lines{"a/y.txt.gz: Y", "a/z.html: Z", "b.txt: B", "c.jsonl.zst:1: {\"text\":\"one\"}", "c.jsonl.zst:3: {\"text\":\"two\"}"}));
}

TEST_F(Articles, ErrorsStandInTheirPlace) {
  const std::string good = put("good.txt", "G"), empty = put("empty.txt", "");
  const std::string cut = put("cut.txt.gz", gzip(std::string(5000, 'x') + "end").substr(0, 20));
  const std::string bad = put("bad.txt.zst",
                              "\x28\xB5\x2F\xFD"
                              "broken");
  const Lines lines = all({(folder_ / "missing.txt").string(), empty, cut, bad, good});
  ASSERT_EQ(lines.size(), 5u);
  EXPECT_EQ(lines[0], "! missing.txt: No such file or directory");
  EXPECT_EQ(lines[1], "! empty.txt: the file is empty");
  EXPECT_EQ(lines[2], "! cut.txt.gz: the gzip file is cut short; fetch it again");
  EXPECT_EQ(lines[3], "! bad.txt.zst: the zstd file is damaged; fetch it again");
  EXPECT_EQ(lines[4], "good.txt: G");
}

TEST_F(Articles, ACutJsonlGivesItsWholeLinesFirst) {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "{\"text\":\"line " + std::to_string(i * 7919 % 3001) + "\"}\n";
  const std::string packed = gzip(text);
  const Lines lines = all({put("x.jsonl.gz", packed.substr(0, packed.size() / 2)), put("y.txt", "Y")});
  ASSERT_GT(lines.size(), 100u);
  EXPECT_EQ(lines.front(), "x.jsonl.gz:1: {\"text\":\"line 0\"}");
  EXPECT_EQ(lines.back(), "y.txt: Y");
  EXPECT_NE(lines[lines.size() - 2].find("cut short"), std::string::npos);
  EXPECT_TRUE(lines[lines.size() - 2].starts_with("! "));
}

TEST_F(Articles, LongLinesAndLimits) {
  IngestOptions options;
  options.limits.line_bytes = 1 << 20;
  options.limits.file_bytes = 1 << 20;
  const std::string big(3 << 20, 'x');
  const Lines lines = all({put("x.jsonl", "{\"text\":\"a\"}\r\n" + big + "\n{\"text\":\"b\"}"), put("big.txt", big)}, options);
  EXPECT_EQ(lines, (Lines{"x.jsonl:1: {\"text\":\"a\"}", "! x.jsonl:2: the line is longer than 1 MB (--limit line=SIZE)",
                          "x.jsonl:3: {\"text\":\"b\"}", "! big.txt: larger than 1 MB; is this one article? (--limit file=SIZE)"}));
}

TEST_F(Articles, FormsBySight) {
  const auto format = [&](const std::string& name, const std::string& bytes) {
    ArticleStream stream({put(name, bytes)}, {});
    const auto article = stream.next();
    return article && *article ? (*article)->format : ArticleFormat::kAuto;
  };
  EXPECT_EQ(format("a", "<!DOCTYPE html><p>x"), ArticleFormat::kHtml);
  EXPECT_EQ(format("b", "\n {\"text\":\"x\"}"), ArticleFormat::kJsonLine);
  EXPECT_EQ(format("c", "An article"), ArticleFormat::kText);
  EXPECT_EQ(format("d.HTM", "An article"), ArticleFormat::kHtml);
  EXPECT_EQ(all({(folder_ / "c").string(), (folder_ / "c").string()}).size(), 2u);
  EXPECT_EQ(all({folder_.string() + "/none"}), Lines{"! none: No such file or directory"});
}

TEST_F(Articles, AFolderWithoutArticlesIsTold) {
  put("sub/notes.md", "x");
  EXPECT_TRUE(all({folder_.string()}).front().ends_with("no articles in this folder (" + std::string(kEndings) + ")"));
}

Result<Document> make(std::string bytes, ArticleFormat format, IngestOptions options = {}) {
  return make_document({"x", std::move(bytes), format}, options);
}

TEST(MakeDocument, BadArticles) {
  const auto error = [](std::string bytes, ArticleFormat format) {
    const auto document = make(std::move(bytes), format);
    return document ? "made" : document.error().text();
  };
  EXPECT_EQ(error(" \n", ArticleFormat::kText), "x: the file is empty");
  EXPECT_EQ(error("%PDF-1.7 ...", ArticleFormat::kText), "x: this is a PDF file, not an article; save it as text or HTML");
  EXPECT_EQ(error("<html><nav>Home</nav></html>", ArticleFormat::kHtml), "x: no article text found in the page");
  EXPECT_EQ(error("{\"title\":\"a\"}", ArticleFormat::kJsonl), "x: the JSON object has no \"text\"");
  EXPECT_EQ(error("{\"text\":5}", ArticleFormat::kJsonl), "x: \"text\" has to be a string");
  EXPECT_EQ(error("{\"text\":\"  \"}", ArticleFormat::kJsonl), "x: \"text\" is empty");
  EXPECT_EQ(error("[1]", ArticleFormat::kJsonl), "x: a JSON line has to be an object with \"text\"");
  EXPECT_TRUE(error("{\"text\":\"a", ArticleFormat::kJsonl).starts_with("x: not a line of JSON ("));
}

TEST(MakeDocument, JsonLine) {
  const std::string line =
      R"({"meta":{"text":"no"},"id":"n7","title":"Talks","date":"2021-03-02","outlet":"Herald","authors":["Ana Ruiz"],"url":"u","text":"Caf\u00e9 \"one\".\n\nTwo\ud83d\ude00 e\u0301nd."})";
  const auto document = make(line, ArticleFormat::kJsonl);
  ASSERT_TRUE(document);
  EXPECT_EQ(document->id, "n7");
  EXPECT_EQ(document->raw_sha256, sha256_hex(line));
  EXPECT_EQ(document->text, "Caf\xC3\xA9 \"one\".\n\nTwo\xF0\x9F\x98\x80 \xC3\xA9nd.");
  ASSERT_EQ(document->blocks.size(), 2u);
  EXPECT_EQ(words_of(document->text, document->blocks[0].words), "Caf\xC3\xA9 \"one\".");
  EXPECT_EQ(document->title, (Metadatum{"Talks", "jsonl"}));
  EXPECT_EQ(to_iso(*document->published), "2021-03-02");
  EXPECT_EQ(document->authors, (std::vector<Metadatum>{{"Ana Ruiz", "jsonl"}}));
  const auto source = [&](std::string_view words) {
    return line.substr(document->offsets.to_raw(static_cast<uint32_t>(document->text.find(words))), 3);
  };
  EXPECT_EQ(source("Caf"), "Caf");
  EXPECT_EQ(source("one"), "one");
  EXPECT_EQ(source("Two"), "Two");
  EXPECT_EQ(source("nd."), "nd.");
}

TEST(MakeDocument, OptionsFillGaps) {
  IngestOptions options;
  options.published = Date{2020, 1, 2};
  options.outlet = "Herald";
  const auto without = make("{\"text\":\"Talks resumed.\"}", ArticleFormat::kJsonl, options);
  EXPECT_EQ(without->published, options.published);
  EXPECT_EQ(without->published_how, "option");
  EXPECT_EQ(without->outlet, (Metadatum{"Herald", "option"}));
  const auto with = make("{\"text\":\"Talks resumed.\",\"date\":\"2021-03-02\",\"outlet\":\"Post\"}", ArticleFormat::kJsonl, options);
  EXPECT_EQ(with->published, (Date{2021, 3, 2}));
  EXPECT_EQ(with->outlet.value, "Post");
}

TEST(MakeDocument, NotesTellWhatWasGuessed) {
  EXPECT_EQ(make("He said \x93no\x94 to the plan.", ArticleFormat::kText)->note, "encoding guessed: windows-1252 (byte 8 is no UTF-8)");
  EXPECT_NE(make("{\"text\":\"x\",\"date\":\"soon\"}", ArticleFormat::kJsonl)->note.find("\"soon\" is not understood"), std::string::npos);
  EXPECT_EQ(make("{\"text\":\"\u0418\u0432\u0430\u043d\"}", ArticleFormat::kJsonl)->language, "ru");
}

// The contract of document.h, on the example articles of all three forms.
TEST(MakeDocument, BlocksCoverAndOffsetsLeadBack) {
  size_t documents = 0;
  ArticleStream stream({ANNALIST_SOURCE_DIR "/examples/articles"}, {});
  while (auto article = stream.next()) {
    ASSERT_TRUE(*article) << article->error().text();
    const auto document = make_document(**article, {});
    ASSERT_TRUE(document) << document.error().text();
    ++documents;
    uint32_t at = 0;
    for (const Block& block : document->blocks) {
      ASSERT_LE(at, block.words.begin);
      EXPECT_EQ(document->text.find_first_not_of('\n', at), block.words.begin);
      ASSERT_LT(block.words.begin, block.words.end);
      at = block.words.end;
    }
    EXPECT_EQ(at, document->text.size());
    for (uint32_t i = 0; i < document->text.size(); ++i) {
      const uint64_t raw = document->offsets.to_raw(i);
      ASSERT_LT(raw, (*article)->bytes.size());
      const char c = document->text[i], from = (*article)->bytes[raw];
      const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      EXPECT_TRUE(!letter || c == from) << (*article)->path << " at " << i;
    }
    EXPECT_EQ(document->language, "en");
    EXPECT_TRUE(document->published) << (*article)->path;
    EXPECT_FALSE(document->title.value.empty()) << (*article)->path;
  }
  EXPECT_EQ(documents, 12u);
}

TEST(MakeDocument, JsonLineInAnotherEncoding) {
  const auto document =
      make_document({"a:1", "{\"text\": \"\x93No\x94, she said in the caf\xE9 of the old town.\"}", ArticleFormat::kJsonLine, {}}, {});
  ASSERT_TRUE(document);
  EXPECT_EQ(document->text, "\xE2\x80\x9CNo\xE2\x80\x9D, she said in the caf\xC3\xA9 of the old town.");
  EXPECT_EQ(document->encoding, "windows-1252");
  EXPECT_EQ(document->offsets.to_raw(static_cast<uint32_t>(document->text.find("she"))), 16u);
}

}  // namespace
}  // namespace annalist
