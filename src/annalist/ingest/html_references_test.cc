#include "annalist/ingest/html_references.h"

#include <gtest/gtest.h>

#include "annalist/ingest/html_page.h"
#include "annalist/ingest/html_units.h"

namespace annalist {
namespace {

TEST(LimitReferences, ThoseToNoCharacter) {
  EXPECT_EQ(limit_references("&#x10FFFF; &#8217; &#00000008217; &# &#x"), "&#x10FFFF; &#8217; &#00000008217; &# &#x");
  EXPECT_EQ(limit_references("&#xDAAAAAAf &#99999999;"), "&#x00110000 &#01114112;");
  const HtmlPage page("<p title='&#x100000041;'>&#xDAAAAAAf;&#4294967361;&#x7FFFFFFFFFFFFFFF;&#x1F600;&#0000000065;</p>");
  for (uint32_t i = 0; i < page.nodes().size(); ++i) {
    if (page.nodes()[i].tag != GUMBO_TAG_P) continue;
    EXPECT_EQ(page.text_of(i), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xF0\x9F\x98\x80\x41");
    EXPECT_EQ(page.attribute(i, "title"), "\xEF\xBF\xBD");
  }
}

struct ReferenceRow {
  const char* name;
  const char* source;  // its last word leads to the same word
};

class References : public testing::TestWithParam<ReferenceRow> {};

TEST_P(References, WhatFollowsLeadsToItself) {
  const std::string source = GetParam().source;
  const std::string last = source.substr(source.rfind(' ') + 1);
  const HtmlPage page("<p>" + source + "</p>");
  const PageText text = page_text(page);
  ASSERT_EQ(text.units.size(), 1u);
  const MappedText mapped = mapped_text(page, text.units[0]);
  ASSERT_TRUE(mapped.text().ends_with(last)) << mapped.text();
  for (size_t i = 1; i <= last.size(); ++i)
    EXPECT_EQ(mapped.map().to_raw(static_cast<uint32_t>(mapped.size() - i)), 3 + source.size() - i) << mapped.text();
}

INSTANTIATE_TEST_SUITE_P(
    Rows, References,
    testing::Values(ReferenceRow{"plain", "salt &amp; vinegar"}, ReferenceRow{"ampersand", "R&D spending"},
                    ReferenceRow{"and_blank", "a & b"}, ReferenceRow{"ampersand_capital", "A&AMP;B &AMP then"},
                    ReferenceRow{"no_semicolon", "&copy 2024"}, ReferenceRow{"glued", "&copy2024 &pound30 more"},
                    ReferenceRow{"prefix", "&notit; and &ampere later"}, ReferenceRow{"two_characters", "a &NotEqualTilde; b"},
                    ReferenceRow{"two_in_a_row", "&eacute;&nbsp;&nbsp;&copy;&para end"},
                    ReferenceRow{"at_a_tag", "&copy2024<b>x</b> &j<b>y</b> z"}, ReferenceRow{"number", "&#8217;s &#65 &#x41z end"},
                    ReferenceRow{"number_without_digits", "&#; &#x; &#z"}, ReferenceRow{"unknown", "&unknown; &thing &b;c"},
                    ReferenceRow{"control", "uni\bon\xEF\xBF\xBE and &#x1; \xEF\xBF\xBD last"},
                    ReferenceRow{"controls",
                                 "minist\x15\x06\x02\x01"
                                 "er &#8217; said"},
                    ReferenceRow{"less", "a < b </>< c <html>< d <b>< </b>< e"}, ReferenceRow{"less_control", "a <\xC2\x86\xC2\x9A b"},
                    ReferenceRow{"longest", "&CounterClockwiseContourIntegral; round"}),
    [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace annalist
