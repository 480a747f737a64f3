#include "annalist/show/report.h"

#include <gtest/gtest.h>

#include "annalist/store/example_records.h"

namespace annalist {
namespace {

const Versions kVersions = {"0.1", "m1", "c1", "k1"};

std::string page_of(const Records& records, ReportQuestion question = {}) {
  Report report(std::move(question));
  report.add({records, 1, {{0, 1}}}, kVersions, {{0}, {0}});
  return report.page();
}

size_t occurrences(const std::string& text, const std::string& part) {
  size_t number = 0;
  for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++number;
  return number;
}

TEST(Report, TellsAllOfAnEvent) {
  const std::string page = page_of(example_records(1), {"Ruritania", "the Front", {"events of type AID"}, false});
  for (const char* part :
       {"<h1>What do these articles report between Ruritania and the Front?</h1>", "Only events of type AID.",
        "<time datetime=\"2019-05\">May 2019</time>", ">AID</b>", "help given: economic", "<span class=\"state actual\">actual</span>",
        "<b class=\"label\">trigger</b>\u00A0paid", "<b class=\"label\">amount</b>\u00A0$70 million", "about USD 70,000,000 a year",
        "According to <bdi>\u00c9lan News</bdi>.", "The Courier</bdi>, <time datetime=\"2019-06-01\">1 June 2019</time>", "(analysis)",
        "<code>doc1.e1</code>", "<code>doc1.s1</code>", "A. Writer", "program 0.1, model m1, codebook c1, knowledge k1"}) {
    EXPECT_NE(page.find(part), std::string::npos) << part;
  }
  EXPECT_EQ(page.find("news/"), std::string::npos) << "folders of the reading machine";
  EXPECT_EQ(page, page_of(example_records(1), {"Ruritania", "the Front", {"events of type AID"}, false}));
}

TEST(Report, UndatedEventsStandApart) {
  Records records = example_records(1);
  const std::string dated = page_of(records);
  EXPECT_LT(dated.find("id=\"e1\""), dated.find("id=\"undated\""));
  records.events[0].date.reset();
  const std::string undated = page_of(records);
  EXPECT_GT(undated.find("id=\"e1\""), undated.find("id=\"undated\""));
  EXPECT_NE(undated.find("No event with a date."), std::string::npos);
}

TEST(Report, NothingOfAnArticleIsMarkup) {
  const std::string evil = "<script>alert(\"1\")</script>&amp;'";
  Records records = example_records(1);
  Document& document = records.document;
  const auto at = static_cast<uint32_t>(document.text.size());
  document.text += " " + evil;
  records.reading.sentences[0].words.end = static_cast<uint32_t>(document.text.size());
  document.title.value = document.outlet.value = document.id = evil;
  document.authors = {{evil, ""}};
  document.url = "javascript:" + evil;
  Event& event = records.events[0];
  event.type = event.mode = event.actors[0].name = event.recipients[0].name = event.via[0].name = evil;
  event.place->words = {at, at + 9};
  records.amounts[0].unit = evil;
  records.statements.statements[0].source[0].name = evil;
  records.statements.statements[0].via = {{{0, 0}, kNone, evil}};
  const std::string page = page_of(records, {evil, evil, {evil}, false});
  EXPECT_EQ(page.find("<script"), std::string::npos);
  EXPECT_EQ(page.find("alert(\""), std::string::npos);
  EXPECT_EQ(page.find("javascript:"), std::string::npos);
  EXPECT_GE(occurrences(page, "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;amp;&#39;"), 14u);
  EXPECT_EQ(occurrences(page, "<mark"), occurrences(page, "</mark>"));
  EXPECT_EQ(occurrences(page, "<bdi"), occurrences(page, "</bdi>"));
}

TEST(Report, SaysWhomAPronounStandsFor) {
  Records records = example_records(1);
  records.events[0].actors[0].words = example::find(records.document.text, "that");
  EXPECT_NE(page_of(records).find("actor: <bdi>Ruritania</bdi></b>\u00A0that"), std::string::npos);
}

TEST(Report, HoldsNoScriptAndNothingFromOutside) {
  const std::string page = page_of(example_records(1));
  for (const char* part : {"<script", "<link", "<img", "src=", "@import", "url("}) EXPECT_EQ(page.find(part), std::string::npos) << part;
}

TEST(Report, AnswersAQuestionToWhichThereIsNothing) {
  const std::string page = Report({"Nobody", "", {}, true}).page();
  EXPECT_NE(page.find("the question asks for dates"), std::string::npos);
  EXPECT_NE(page.find("What do these articles report about Nobody?"), std::string::npos);
  EXPECT_NE(page.find("</html>"), std::string::npos);
}

}  // namespace
}  // namespace annalist
