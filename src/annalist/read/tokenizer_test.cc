#include "annalist/read/tokenizer.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

#include "annalist/base/utf8.h"
#include "annalist/read/tokenizer_characters.h"

namespace annalist {
namespace {

// Tokens parted by spaces, the words of a multiword token by "+".
std::string spell(std::string_view text) {
  std::string out;
  for (const SurfaceToken& token : tokenize(text, {0, static_cast<uint32_t>(text.size())})) {
    if (!out.empty()) out += ' ';
    uint32_t begin = token.words.begin;
    for (const uint32_t split : token.splits) {
      out += std::string(text.substr(begin, split - begin)) + "+";
      begin = split;
    }
    out += text.substr(begin, token.words.end - begin);
  }
  return out;
}

struct Row {
  const char* name;
  const char* text;
  const char* tokens;
};
void PrintTo(const Row& row, std::ostream* out) { *out << row.name; }

class Tokenizer : public testing::TestWithParam<Row> {};

TEST_P(Tokenizer, Spells) { EXPECT_EQ(spell(GetParam().text), GetParam().tokens); }

INSTANTIATE_TEST_SUITE_P(
    Tables, Tokenizer,
    testing::Values(
        Row{"Plain", "He left (again), sadly.", "He left ( again ) , sadly ."},
        Row{"NotContraction", "They don't, can't and won't.", "They do+n't , ca+n't and wo+n't ."},
        Row{"TypographicApostrophe", "It’s Iran’s.", "It+’s Iran+’s ."}, Row{"DoubleContraction", "shouldn't've", "should+n't+'ve"},
        Row{"Cannot", "cannot gonna dont", "can+not gon+na do+nt"}, Row{"PluralPossessive", "the years' end", "the years+' end"},
        Row{"SingleQuotes", "the 'two brothers' left", "the ' two brothers ' left"},
        Row{"PossessiveInSingleQuotes", "'Iran's men'", "' Iran+'s men '"},
        Row{"NameWithApostrophe", "O'Reilly and d'Orsay", "O'Reilly and d'Orsay"},
        Row{"Decades", "the 1980's, the '90s and the 1920s", "the 1980's , the '90s and the 1920s"},
        Row{"LostApostrophe", "its not its army, its all-male guard", "it+s not its army , its all - male guard"},
        Row{"LostApostropheElsewhere", "lets go, your the one, your house", "let+s go , you+r the one , your house"},
        Row{"Alot", "alot of them", "a lot of them"}, Row{"CutShort", "th- that is re- , it- is", "th- that is re- , it - is"},
        Row{"Dollars", "for $$$ or $5", "for $$$ or $ 5"}, Row{"Extension", "call 3-1700, not 3-4", "call 3-1700 , not 3 - 4"},
        Row{"LeadingApostrophe", "get 'em", "get 'em"},
        Row{"HyphenCompound", "Iran-backed 25-year-old al-Ani", "Iran - backed 25 - year - old al - Ani"},
        Row{"HyphenPrefix", "anti-government co-founder e-mail ex-minister", "anti-government co-founder e-mail ex-minister"},
        Row{"HyphenRange", "20-25% in 2011-12", "20 - 25 % in 2011 - 12"},
        Row{"HyphenCodes", "call 713-853-6197 on 2001-05-17", "call 713-853-6197 on 2001-05-17"},
        Row{"LetterNumber", "an M-16 on US-75", "an M - 16 on US - 75"},
        Row{"Dashes", "unity—a word -- or two", "unity — a word -- or two"},
        Row{"Acronym", "the U.S. and the U.N.-backed D.C.–Speaker", "the U.S. and the U.N. - backed D.C. – Speaker"},
        Row{"AcronymAtEnd", "in the U.S.", "in the U.S."},
        Row{"Abbreviations", "Mr. Smith, Gen. Lee, etc., at 5 a.m.", "Mr. Smith , Gen. Lee , etc. , at 5 a.m."},
        Row{"NumberSign", "No. 5 said no. Yes", "No. 5 said no . Yes"},
        Row{"Initials", "J. R. Smith and plan B. The rest", "J. R. Smith and plan B . The rest"},
        Row{"PronounI", "So do I. Then", "So do I . Then"}, Row{"Money", "$70m, US$1.5bn and €30,000", "$ 70 m , US$ 1.5 bn and € 30,000"},
        Row{"Units", "10am 9.3m 5km 4th 5:30pm", "10 am 9.3 m 5 km 4th 5:30 pm"},
        Row{"Numbers", "1,234.5 at 12:42 and .15", "1,234.5 at 12:42 and .15"}, Row{"NumberAtEnd", "It fell to 5.6.", "It fell to 5.6 ."},
        Row{"Slashes", "and/or 9/11 12/28. n/a", "and / or 9/11 12/28 . n/a"},
        Row{"Ellipses", "well...then… ok....", "well ... then … ok ...."}, Row{"Exclamations", "what?! no!!!", "what ?! no !!!"},
        Row{"QuotesAndStops", "\"Go,\" she said. \"Now.\"", "\" Go , \" she said . \" Now . \""},
        Row{"Url", "(see http://a.org/b?c=d-e).", "( see http://a.org/b?c=d-e ) ."},
        Row{"UrlWithBrackets", "https://x.org/a_(b), www.y.com.", "https://x.org/a_(b) , www.y.com ."},
        Row{"Email", "<kaplan@iepa.com>, a.b@c.co.uk", "< kaplan@iepa.com > , a.b@c.co.uk"},
        Row{"Domain", "at BBC.com today", "at BBC.com today"},
        Row{"MissingSpace", "chickens.Rabbits St.George", "chickens . Rabbits St. George"},
        Row{"HandlesAndHashtags", "@POTUS said #Iran is #3", "@POTUS said #Iran is # 3"}, Row{"Ampersand", "AT&T & co", "AT&T & co"},
        Row{"Emoji", "ok 👍🏽👨‍👩‍👧 🇮🇷🇮🇶 :-)", "ok 👍🏽 👨‍👩‍👧 🇮🇷 🇮🇶 :-)"},
        Row{"Arabic", "قال الرئيس، أمس.", "قال الرئيس ، أمس ."}, Row{"Han", "在北京 met", "在 北 京 met"},
        Row{"LineBreaks", "one\ntwo\r\nthree", "one two three"}, Row{"NoBreakSpace", "10\u00a0km", "10 km"}, Row{"Empty", " \n\t ", ""}),
    [](const auto& row) { return std::string(row.param.name); });

// Every character that is no white space lies in exactly one token, in order, whatever the text.
void expect_covered(const std::string& text) {
  uint32_t at = 0;
  const auto expect_blank = [&](uint32_t end) {
    while (at < end) {
      const CodePoint point = decode_utf8(text, at);
      const CharacterClass kind = classify(point.value);
      ASSERT_TRUE(kind == CharacterClass::kSpace || kind == CharacterClass::kLineEnd) << "byte " << at << " is in no token";
      at += point.bytes;
    }
  };
  for (const SurfaceToken& token : tokenize(text, {0, static_cast<uint32_t>(text.size())})) {
    ASSERT_LE(at, token.words.begin);
    expect_blank(token.words.begin);
    ASSERT_LT(token.words.begin, token.words.end);
    uint32_t last = token.words.begin;
    for (const uint32_t split : token.splits) {
      ASSERT_LT(last, split);
      last = split;
    }
    ASSERT_LT(last, token.words.end);
    at = token.words.end;
  }
  expect_blank(static_cast<uint32_t>(text.size()));
}

TEST(TokenizerCover, HoldsForOddText) {
  const std::vector<std::string> texts = {"\x01\x02 a\x03z \x7f",
                                          "\u200f\u202bword\u202c\u200f",
                                          "\u200d",
                                          "a\u00adb \ufeffc",
                                          "''''''' \"\"\" ...---...",
                                          "x's's's's 's ' '' n't N'T 'tis",
                                          "://www. http:// @ # @# @_ a@b a@ .com",
                                          "e\u0301a\u0308 \u0301",
                                          "\U0001F1EE",
                                          "'90 '9 '",
                                          "U.S.... U.S.. e.g..",
                                          "1.,2.,3 4-5-6/7:8",
                                          "£$€%#@!*&^~`|\\<>{}[]();:"};
  for (const std::string& text : texts) {
    SCOPED_TRACE(text);
    expect_covered(text);
  }
}

TEST(TokenizerCover, HoldsForRandomText) {
  const std::vector<std::string> pieces = {"a",  "B", "s", "'",   "’",       ".",    "-",   "/", " ",      "\n", "1",
                                           "0",  "@", "$", ":",   "http://", "www.", "n't", "é", "\u200e", "北", "👍",
                                           "\"", "(", ")", "com", "&",       "_",    ",",   "x", "\x05"};
  uint32_t state = 1;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int i = 0; i < 24; ++i) {
      state = state * 1664525 + 1013904223;
      text += pieces[(state >> 16) % pieces.size()];
    }
    SCOPED_TRACE(text);
    expect_covered(text);
    if (HasFatalFailure()) return;
  }
}

TEST(TokenizerCover, TakesLinearTimeOnHostileText) {
  for (const std::string piece : {"a.", "a-", "'s", "@a", "http://", "(", "x", "1/", "\u200b", "😀"}) {
    SCOPED_TRACE(piece);
    std::string text;
    while (text.size() < 300000) text += piece;
    const auto start = std::chrono::steady_clock::now();
    expect_covered(text);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
  }
}

}  // namespace
}  // namespace annalist
