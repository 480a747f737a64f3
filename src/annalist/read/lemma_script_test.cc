#include "annalist/read/lemma_script.h"

#include <gtest/gtest.h>

namespace annalist {
namespace {

TEST(LemmaScript, Table) {
  struct Row {
    const char* script;
    const char* form;
    const char* lemma;
  };
  const Row rows[] = {
      {"l|0||0|", "Talks", "talks"},
      {"l|0||1|", "Talks", "talk"},
      {"l|0||3|y", "cities", "city"},
      {"k|0||0|", "Łódź", "Łódź"},
      {"k|0||1|", "Rebels", "Rebel"},
      {"t|0||0|", "IRAQI", "Iraqi"},
      {"t|0||0|", "ÉTATS", "États"},
      {"u|0||0|", "u.s.", "U.S."},
      {"=be", "were", "be"},
      {"=|", "x", "|"},
      {"l|2|re|0|", "unmade", "remade"},
      {"l|0||2|ä", "cafés", "cafä"},
      {"l|0||9|x", "Short", "short"},
      {"l|0||3|", "Abc", "abc"},
      {"l|0|not|3|", "n't", "not"},
  };
  for (const Row& row : rows) {
    std::optional<LemmaScript> script = LemmaScript::parse(row.script);
    ASSERT_TRUE(script.has_value()) << row.script;
    EXPECT_EQ(script->apply(row.form), row.lemma) << row.script << " on " << row.form;
  }
}

TEST(LemmaScript, MalformedIsRefused) {
  for (const char* text : {"", "l", "l|0||0", "x|0||0|", "l|a||0|", "l|0||-1|", "ll|0||0|"}) {
    EXPECT_FALSE(LemmaScript::parse(text).has_value()) << text;
  }
}

}  // namespace
}  // namespace annalist
