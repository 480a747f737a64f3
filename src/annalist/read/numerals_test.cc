#include "annalist/read/numerals.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "annalist/read/atoms.h"

namespace annalist {
namespace {

// The atoms of a text whose tokens are its words between spaces.
std::vector<Atom> atoms_of_words(const std::string& text) {
  Reading reading;
  size_t at = 0;
  while (at < text.size()) {
    const size_t end = std::min(text.find(' ', at), text.size());
    Token token;
    token.form = text.substr(at, end - at);
    token.words = {static_cast<uint32_t>(at), static_cast<uint32_t>(end)};
    reading.tokens.push_back(token);
    at = end + 1;
  }
  Sentence sentence;
  sentence.tokens = {0, static_cast<TokenIndex>(reading.tokens.size())};
  sentence.words = {0, static_cast<uint32_t>(text.size())};
  return atoms_of(text, reading, sentence);
}

std::string joined(const std::vector<Atom>& atoms) {
  std::string out;
  for (const Atom& atom : atoms) out += (out.empty() ? "" : " ") + atom.lower;
  return out;
}

struct AtomRow {
  const char* name;
  const char* text;
  const char* atoms;
};
class Atoms : public testing::TestWithParam<AtomRow> {};
TEST_P(Atoms, AreCutFinerThanTokens) { EXPECT_EQ(joined(atoms_of_words(GetParam().text)), GetParam().atoms); }
INSTANTIATE_TEST_SUITE_P(Read, Atoms,
                         testing::Values(AtomRow{"Hyphen", "mid-2019", "mid - 2019"}, AtomRow{"Money", "US$1.5bn", "us $ 1.5 bn"},
                                         AtomRow{"Groups", "1,234,567.5 men", "1,234,567.5 men"}, AtomRow{"Ordinal", "19th", "19 th"},
                                         AtomRow{"DottedDate", "26.3.2024", "26 . 3 . 2024"}, AtomRow{"CommaNoGroup", "1,2", "1 , 2"},
                                         AtomRow{"FullStop", "in 2019.", "in 2019 ."}, AtomRow{"EnDash", "24\u201327", "24 - 27"},
                                         AtomRow{"CurlyQuote", "\u201990s", "' 90 s"}, AtomRow{"Accents", "Señor 5", "señor 5"}),
                         [](const testing::TestParamInfo<AtomRow>& row) { return std::string(row.param.name); });

TEST(AtomsOf, KeepTheirPlaceInTheText) {
  const std::vector<Atom> atoms = atoms_of_words("paid $70 million");
  ASSERT_EQ(atoms.size(), 4U);
  EXPECT_EQ(atoms[2].words, (ByteSpan{6, 8}));
  EXPECT_EQ(atoms[2].token, 1);
  EXPECT_TRUE(atoms[1].space_before);
  EXPECT_FALSE(atoms[2].space_before);
}

struct NumeralRow {
  const char* name;
  const char* text;
  const char* value;  // empty: no numeral
  size_t end;
};
class Numerals : public testing::TestWithParam<NumeralRow> {};
TEST_P(Numerals, HaveExactValues) {
  const auto numeral = read_numeral(atoms_of_words(GetParam().text), 0, true);
  ASSERT_EQ(numeral.has_value(), *GetParam().value != '\0');
  if (!numeral) return;
  EXPECT_EQ(numeral->value.to_string(), GetParam().value);
  EXPECT_EQ(numeral->end, GetParam().end);
}
INSTANTIATE_TEST_SUITE_P(Read, Numerals,
                         testing::Values(NumeralRow{"Digits", "9,000 men", "9000", 1}, NumeralRow{"Fraction", "1.5 million", "1500000", 2},
                                         NumeralRow{"Letters", "70m", "70000000", 2}, NumeralRow{"Billions", "1.5bn", "1500000000", 2},
                                         NumeralRow{"Word", "seven men", "7", 1}, NumeralRow{"Compound", "twenty-five men", "25", 3},
                                         NumeralRow{"Hundreds", "two hundred and fifty men", "250", 4},
                                         NumeralRow{"Thousands", "two hundred and fifty thousand men", "250000", 5},
                                         NumeralRow{"Chain", "three million two hundred thousand", "3200000", 5},
                                         NumeralRow{"HalfMillion", "half a million men", "500000", 3},
                                         NumeralRow{"AHundred", "a hundred men", "100", 2},
                                         NumeralRow{"ADozen", "a dozen rockets", "12", 2},
                                         NumeralRow{"TwoNumbers", "two hundred , five men", "200", 2},
                                         NumeralRow{"ArticleAlone", "a man", "", 0}, NumeralRow{"NoNumber", "men", "", 0}),
                         [](const testing::TestParamInfo<NumeralRow>& row) { return std::string(row.param.name); });

TEST(Numerals, LettersCountOnlyWhereAllowed) {
  const auto numeral = read_numeral(atoms_of_words("70m"), 0, false);
  ASSERT_TRUE(numeral.has_value());
  EXPECT_EQ(numeral->value.to_string(), "70");
}

TEST(Ordinals, DigitsAndWords) {
  EXPECT_EQ(read_ordinal(atoms_of_words("31st"), 0)->value, Decimal(31));
  EXPECT_EQ(read_ordinal(atoms_of_words("twenty-first"), 0)->value, Decimal(21));
  EXPECT_EQ(read_ordinal(atoms_of_words("third"), 0)->value, Decimal(3));
  EXPECT_FALSE(read_ordinal(atoms_of_words("31"), 0).has_value());
  EXPECT_FALSE(read_ordinal(atoms_of_words("twenty"), 0).has_value());
}

}  // namespace
}  // namespace annalist
