#include "annalist/read/dateline.h"

#include <gtest/gtest.h>

namespace annalist {
namespace {

TEST(Dateline, EndsAtItsDash) {
  const struct {
    const char* name;
    const char* text;
    const char* dateline;  // empty: none
  } rows[] = {
      {"capital", "VIENNA \u2013 The agency said on Monday that talks had failed.", "VIENNA \u2013"},
      {"agency", "ZARQA, Jordan (Reuters) - A court sentenced two men.", "ZARQA, Jordan (Reuters) -"},
      {"no spaces", "LAGOS--Two thousand workers went home.", "LAGOS--"},
      {"date", "OSLO, May 3 (AP) \u2014 The minister resigned.", "OSLO, May 3 (AP) \u2014"},
      {"agency after a plain name", "Kabul, Afghanistan (CNN) \u2014 The governor was killed.", "Kabul, Afghanistan (CNN) \u2014"},
      {"hyphen inside", "PORT-AU-PRINCE, Haiti - The port was closed.", "PORT-AU-PRINCE, Haiti -"},
      {"plain name alone", "Iran \u2013 a state of eighty million \u2013 exports oil.", ""},
      {"running text", "The minister \u2013 a former general \u2013 resigned.", ""},
      {"headline in capitals", "PEACE TALKS - A NEW HOPE", ""},
      {"no dash", "NATO said that it would not intervene.", ""},
      {"compound", "US-led forces left the town.", ""},
      {"empty", "", ""},
  };
  for (const auto& row : rows) {
    const std::string text = row.text;
    const auto tokens = tokenize(text, {0, static_cast<uint32_t>(text.size())});
    const size_t length = dateline_length(text, tokens);
    const std::string found = length == 0 ? "" : text.substr(0, tokens[length - 1].words.end);
    EXPECT_EQ(found, row.dateline) << row.name;
  }
}

}  // namespace
}  // namespace annalist
