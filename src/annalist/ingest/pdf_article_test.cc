#include "annalist/ingest/pdf_article.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <thread>

#include "annalist/ingest/child_process.h"
#include "annalist/ingest/hyphenation.h"
#include "annalist/ingest/pdf_fixture.h"

namespace annalist {
namespace {

std::string text_of(const ArticleParts& parts) {
  std::string out;
  for (const BodyBlock& block : parts.blocks) out += (out.empty() ? "" : "\n") + block.text.text();
  return out;
}

using Rows = std::vector<std::string>;

// Two pages of two columns with running heads, a headline, hyphens at line ends, paragraphs that run over columns and pages.
std::string two_columns() {
  const std::vector<std::pair<Rows, Rows>> columns = {
      {{"The foreign minister of Velmora met her col-", "league from Astia on Friday in the first talks",
        "since the harbour dispute began last March.", "", "\"We agreed on the ferry,\" she said. The min-",
        "isters will meet again in May, an official told"},
       {"reporters in the capital. Both sides were silent", "about the fishing fleet and the customs posts.", "",
        "Astia's president welcomed the Velmora-", "backed plan, which opens three new crossings",
        "for the farmers of both banks and, as he had"}},
      {{"promised in the spring, a market at the old", "bridge. It is to be paid for by the two towns."}, {}}};
  std::vector<PdfTestPage> pages;
  for (size_t p = 0; p < columns.size(); ++p) {
    PdfTestPage page = {{50, 810, 9, "The Halmere Herald"}, {290, 20, 9, std::to_string(p + 1)}};
    if (p == 0) {
      page.push_back({50, 760, 20, "Velmora and Astia resume harbour talks"});
      page.push_back({50, 735, 10, "By Ana Ruiz"});
      page.push_back({50, 720, 10, "9 April 2021"});
    }
    for (const auto& [left, rows] : {std::pair{50.0, columns[p].first}, std::pair{310.0, columns[p].second}}) {
      double y = 690;
      for (const std::string& row : rows) {
        if (!row.empty()) page.push_back({left, y, 10, row});
        y -= 14;
      }
    }
    pages.push_back(page);
  }
  return pdf_bytes(pages, "/Title (Microsoft Word - draft.doc) /Author (Desk Office) /CreationDate (D:20210410101112+02'00')");
}

TEST(Pdf, ColumnsHyphensAndFurniture) {
  const auto parts = read_pdf(two_columns(), {});
  ASSERT_TRUE(parts) << parts.error().text();
  EXPECT_EQ(parts->title, (Metadatum{"Velmora and Astia resume harbour talks", "pdf headline"}));
  EXPECT_EQ(parts->authors, (std::vector<Metadatum>{{"Ana Ruiz", "byline"}}));
  EXPECT_EQ(to_iso(*parts->published), "2021-04-09");
  EXPECT_EQ(parts->published_how, "byline");  // it stands in the same block
  EXPECT_EQ(
      text_of(*parts),
      "The foreign minister of Velmora met her colleague from Astia on Friday in the first talks since the harbour dispute began last "
      "March.\n"
      "\"We agreed on the ferry,\" she said. The ministers will meet again in May, an official told reporters in the capital. Both sides "
      "were "
      "silent about the fishing fleet and the customs posts.\n"
      "Astia's president welcomed the Velmora-backed plan, which opens three new crossings for the farmers of both banks and, as he had "
      "promised in the spring, a market at the old bridge. It is to be paid for by the two towns.");
  EXPECT_EQ(std::count(parts->around.begin(), parts->around.end(), "The Halmere Herald"), 1);
}

TEST(Pdf, DateAndTitleOfTheFile) {
  const std::string bytes = pdf_bytes({{{50, 700, 10, "The ferry between the two banks will run again from Monday, the ministry said."}}},
                                      "/Title (Ferry to run again) /Author (Ana Ruiz) /CreationDate (D:20210409)");
  const auto parts = read_pdf(bytes, {});
  ASSERT_TRUE(parts) << parts.error().text();
  EXPECT_EQ(parts->title, (Metadatum{"Ferry to run again", "pdf properties"}));
  EXPECT_EQ(parts->authors, (std::vector<Metadatum>{{"Ana Ruiz", "pdf properties"}}));
  ASSERT_TRUE(parts->published);
  EXPECT_EQ(to_iso(*parts->published), "2021-04-09");
  EXPECT_EQ(parts->published_how, "pdf creation date");
}

TEST(Pdf, AColumnsLastLinesAreNoFurniture) {
  PdfTestPage page = {{50, 815, 8, "The Halmere Herald, 9 April 2021"}};
  for (int i = 0; i < 54; ++i)
    page.push_back({50, 790.0 - 14 * i, 10,
                    i % 9 == 8 ? "and so ended the talks of that day." : "The ferry runs between the banks, said the ministry, and"});
  const auto parts = read_pdf(pdf_bytes({page, page}, ""), {});
  ASSERT_TRUE(parts) << parts.error().text();
  size_t words = 0;
  for (const BodyBlock& block : parts->blocks)
    words += static_cast<size_t>(std::count(block.text.text().begin(), block.text.text().end(), ' ')) + 1;
  EXPECT_EQ(words, 2u * (48 * 10 + 6 * 8));
  EXPECT_EQ(to_iso(*parts->published), "2021-04-09");
  EXPECT_EQ(parts->published_how, "page head");
}

TEST(Pdf, Refused) {
  const auto message = [](const std::string& bytes, const IngestLimits& limits = {}) {
    const auto parts = read_pdf(bytes, limits);
    return parts ? "read" : parts.error().message;
  };
  EXPECT_TRUE(message(pdf_bytes({{}, {}}, "")).starts_with("no text layer")) << message(pdf_bytes({{}, {}}, ""));
  EXPECT_TRUE(message("%PDF-1.7 and nothing more").starts_with("the PDF is damaged")) << message("%PDF-1.7 and nothing more");
  EXPECT_EQ(message("words"), "no PDF, whatever its name says");
  IngestLimits limits;
  limits.child_output = 1000;
  EXPECT_EQ(message(two_columns(), limits), "its text layer is larger than 1000 bytes (--limit child-output=SIZE)");
  limits = {};
  limits.child_memory = 10 << 20;
  EXPECT_NE(message(two_columns(), limits), "read");
}

TEST(PdfLayout, OffsetsLeadToTheLayout) {
  const std::string xhtml =
      "<!DOCTYPE html><html><head><title>a &amp; b</title></head><body><doc><page width=\"100\" height=\"200\"><flow><block><line "
      "xMin=\"1\" "
      "yMin=\"2\" xMax=\"30\" yMax=\"12\"><word xMin=\"1\" yMin=\"2\" xMax=\"9\" yMax=\"12\">Bread</word> <word xMin=\"10\" yMin=\"2\" "
      "xMax=\"30\" yMax=\"12\">&amp; salt</word></line></block></flow></page></doc></body></html>";
  const auto layout = read_pdf_layout(xhtml);
  ASSERT_TRUE(layout) << layout.error().text();
  EXPECT_EQ(layout->title, "a & b");
  ASSERT_EQ(layout->pages.size(), 1u);
  ASSERT_EQ(layout->pages[0].lines.size(), 1u);
  const PdfLine& line = layout->pages[0].lines[0];
  EXPECT_EQ(line.text.text(), "Bread & salt");
  EXPECT_EQ(line.height, 10);
  const auto raw = [&](std::string_view words) {
    return xhtml.substr(line.text.map().to_raw(static_cast<uint32_t>(line.text.text().find(words))), 4);
  };
  EXPECT_EQ(raw("Bread"), "Brea");
  EXPECT_EQ(raw("salt"), "salt");
  EXPECT_FALSE(read_pdf_layout("no layout"));
}

TEST(Hyphenation, HalvesOfWords) {
  Hyphenation words;
  words.learn("x the cooperation of anglo-velmoran crews with customs officers x");
  const auto join = [&](const char* a, const char* b, bool soft = false) {
    MappedText text = MappedText::identity(a);
    words.join(text, MappedText::identity(b, 100), soft);
    return text.text();
  };
  EXPECT_EQ(join("the min-", "isters met"), "the ministers met");
  EXPECT_EQ(join("an Astia-", "backed plan"), "an Astia-backed plan");
  EXPECT_EQ(join("the anglo-", "velmoran pact"), "the anglo-velmoran pact");
  EXPECT_EQ(join("the co-", "operation"), "the cooperation");
  EXPECT_EQ(join("in 2019-", "2020 it"), "in 2019-2020 it");
  EXPECT_EQ(join("the Anglo-", "Velmoran pact"), "the Anglo-Velmoran pact");
  EXPECT_EQ(join("said \xE2\x80\x93 and -", "then"), "said \xE2\x80\x93 and - then");
  EXPECT_EQ(join("the min", "isters", true), "the ministers");
  EXPECT_EQ(join("the", "ministers"), "the ministers");
  EXPECT_EQ(join("customs-", "officers"), "customs-officers");
}

// Whether anything runs, soon after, in the process group of that number (proc(5): stat's third and fifth fields).
bool group_lives(int group) {
  bool lives = true;
  for (int tries = 0; lives && tries < 100; ++tries) {
    lives = false;
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
      std::ifstream file(entry.path() / "stat");
      std::string line, state;
      int parent = 0, its_group = 0;
      std::getline(file, line);
      std::istringstream(line.substr(std::min(line.size(), line.rfind(')') + 1))) >> state >> parent >> its_group;
      lives = lives || (its_group == group && state != "Z");
    }
    if (lives) std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return lives;
}

TEST(ChildProcess, EndsAndLimits) {
  using End = ChildResult::End;
  const auto cat = find_program("cat"), sleep = find_program("sleep"), yes = find_program("yes"), sh = find_program("sh");
  ASSERT_TRUE(cat && sleep && yes && sh);
  std::string large(3 << 20, 'x');
  large += "end";
  ChildResult result = run_child(*cat, {}, large, {});
  EXPECT_EQ(result.end, End::kExit);
  EXPECT_EQ(result.output, large);
  IngestLimits limits;
  limits.child_output = 100000;
  EXPECT_EQ(run_child(*yes, {}, "", limits).end, End::kOutput);
  limits = {};
  limits.child_seconds = 1;
  EXPECT_EQ(run_child(*sleep, {"30"}, "", limits).end, End::kTime);
  EXPECT_EQ(run_child(*sh, {"-c", "while :; do :; done"}, "", limits).end, End::kTime);
  EXPECT_EQ(run_child(*sh, {"-c", "exec >&- 2>&-; exec sleep 30"}, "", limits).end, End::kTime);  // silent, and still there
  EXPECT_EQ(run_child(*sh, {"-c", "sleep 30 & exit 0"}, "", limits).end, End::kTime);             // gone, its pipes still held
  EXPECT_FALSE(group_lives(std::stoi(run_child(*sh, {"-c", "sleep 30 >&- 2>&- & echo $$"}, "", limits).output)));
  result = run_child(*sh, {"-c", "echo wrong >&2; exit 3"}, large, {});
  EXPECT_EQ(result.end, End::kExit);
  EXPECT_EQ(result.code, 3);
  EXPECT_EQ(result.errors, "wrong\n");
  result = run_child(*sh, {"-c", "echo x > /tmp/annalist_child_wrote; echo $?"}, "", {});  // no file may be written
  EXPECT_NE(result.output, "0\n");
  EXPECT_EQ(run_child("/nonexistent/program", {}, "", {}).code, 127);
  EXPECT_FALSE(find_program("annalist-no-such-program"));
}

}  // namespace
}  // namespace annalist
