#include "annalist/show/marked_text.h"

#include <gtest/gtest.h>

#include "annalist/show/html.h"

namespace annalist {
namespace {

// <a>..</a> for marks of kind actor and so on, labels as "[name]", so that rows stay readable.
std::string short_form(std::string html) {
  const auto replace = [&](const std::string& from, const std::string& to) {
    for (size_t at = html.find(from); at != std::string::npos; at = html.find(from, at + to.size())) html.replace(at, from.size(), to);
  };
  for (const char* name : {"actor", "trigger", "recipient", "amount"}) {
    const std::string letter(1, name[0]);
    replace(std::string("<mark class=\"") + name + "\"><b class=\"label\">" + name + "</b>\u00A0", "{" + letter + "|");
    replace(std::string("<mark class=\"") + name + " on\">", "{" + letter + "+|");
  }
  replace("</mark>", "}");
  return html;
}

TEST(MarkedText, NestsAndSplits) {
  using K = MarkKind;
  const struct {
    const char* name;
    std::vector<Mark> marks;
    const char* html;
  } rows[] = {
      {"none", {}, "0123456789"},
      {"one", {{{2, 4}, K::kActor, ""}}, "01{a|23}456789"},
      {"at both ends", {{{0, 1}, K::kActor, ""}, {{9, 10}, K::kTrigger, ""}}, "{a|0}12345678{t|9}"},
      {"side by side", {{{2, 4}, K::kActor, ""}, {{4, 6}, K::kTrigger, ""}}, "01{a|23}{t|45}6789"},
      {"nested", {{{3, 4}, K::kTrigger, ""}, {{2, 6}, K::kActor, ""}}, "01{a|2{t|3}45}6789"},
      {"nested, same begin", {{{2, 4}, K::kTrigger, ""}, {{2, 6}, K::kActor, ""}}, "01{a|{t|23}45}6789"},
      {"nested, same end", {{{4, 6}, K::kTrigger, ""}, {{2, 6}, K::kActor, ""}}, "01{a|23{t|45}}6789"},
      {"same words", {{{2, 4}, K::kTrigger, ""}, {{2, 4}, K::kActor, ""}}, "01{a|{t|23}}456789"},
      {"the same twice", {{{2, 4}, K::kActor, ""}, {{2, 4}, K::kActor, ""}}, "01{a|23}456789"},
      {"crossing", {{{2, 5}, K::kActor, ""}, {{4, 7}, K::kTrigger, ""}}, "01{a|23{t|4}}{t+|56}789"},
      {"three crossing",
       {{{1, 5}, K::kActor, ""}, {{3, 7}, K::kTrigger, ""}, {{4, 9}, K::kRecipient, ""}},
       "0{a|12{t|3{r|4}}}{t+|{r+|56}}{r+|78}9"},
      {"over the end", {{{8, 20}, K::kActor, ""}}, "01234567{a|89}"},
      {"outside", {{{20, 22}, K::kActor, ""}, {{5, 5}, K::kTrigger, ""}}, "0123456789"},
  };
  for (const auto& row : rows) EXPECT_EQ(short_form(marked_html("0123456789abcdefghijklmno", {0, 10}, row.marks)), row.html) << row.name;
}

TEST(MarkedText, EscapesTextAndMeaning) {
  const std::string html = marked_html("a<b & \"c\"", {0, 9}, {{{0, 3}, MarkKind::kActor, "<script>"}});
  EXPECT_EQ(html, "<mark class=\"actor\"><b class=\"label\">actor: <bdi>&lt;script&gt;</bdi></b>\u00A0a&lt;b</mark> &amp; &quot;c&quot;");
}

TEST(Html, EscapesWhatCouldEndTextOrAttribute) {
  EXPECT_EQ(html_escape("<a href='x'>\"&amp;\"</a>"), "&lt;a href=&#39;x&#39;&gt;&quot;&amp;amp;&quot;&lt;/a&gt;");
  EXPECT_EQ(html_escape(std::string("a\0b\x1b\n", 5)), "a\uFFFDb\uFFFD\n");
  EXPECT_EQ(html_escape("\u00e9\u0645"), "\u00e9\u0645");
}

TEST(Html, LinksOnlyToTheWeb) {
  EXPECT_EQ(html_link("https://e.org/?a=1&b=\"", "x<y"), "<a href=\"https://e.org/?a=1&amp;b=&quot;\" rel=\"noreferrer\">x&lt;y</a>");
  for (const char* url :
       {"javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "", " https://e.org", "//e.org", "file:///etc"}) {
    EXPECT_EQ(html_link(url, "x"), "x") << url;
  }
}

}  // namespace
}  // namespace annalist
