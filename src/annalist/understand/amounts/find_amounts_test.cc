#include "annalist/understand/amounts/find_amounts.h"

#include <gtest/gtest.h>

#include <cctype>
#include <string>

#include "annalist/kb/knowledge.h"
#include "annalist/understand/amounts/amount_words.h"

namespace annalist {
namespace {

constexpr const char* kKnowledge = R"(currency EUR
  name euro
  usual euros; €

currency IQD
  name Iraqi dinar
  usual Iraqi dinars
  word dinars

currency KWD
  name Kuwaiti dinar
  usual dinars

currency USD
  name US dollar
  usual dollars; $; US$; cents
)";

// Words separated by spaces, each with its part of speech where it is not guessed ("shells/NOUN.Plur"); a
// numeral hangs on the next noun as nummod, other words on the first verb.
struct Article {
  Document document;
  Reading reading;
};

Article article(const std::string& words) {
  Article made;
  std::vector<Token>& tokens = made.reading.tokens;
  size_t at = 0;
  while (at < words.size()) {
    const size_t space = std::min(words.find(' ', at), words.size());
    std::string word = words.substr(at, space - at);
    at = space + 1;
    Token token;
    const auto head = static_cast<unsigned char>(word[0]);
    token.upos = std::isdigit(head) != 0 ? Upos::kNum : std::isalpha(head) != 0 ? Upos::kAdp : Upos::kSym;
    if (const size_t slash = word.find('/'); slash != std::string::npos) {
      std::string tag = word.substr(slash + 1);
      word = word.substr(0, slash);
      if (tag.ends_with(".Plur")) {
        tag = tag.substr(0, tag.size() - 5);
        token.feats = "Number=Plur";
      }
      token.upos = upos_by_name(tag);
    }
    token.form = token.lemma = word;
    if (token.feats == "Number=Plur" && word.ends_with('s')) token.lemma = word.substr(0, word.size() - 1);
    std::string& text = made.document.text;
    if (!text.empty()) text += ' ';
    token.words = {static_cast<uint32_t>(text.size()), static_cast<uint32_t>(text.size() + word.size())};
    text += word;
    tokens.push_back(token);
  }
  const auto count = static_cast<TokenIndex>(tokens.size());
  TokenIndex root = 0;
  while (root + 1 < count && tokens[static_cast<size_t>(root)].upos != Upos::kVerb) ++root;
  for (TokenIndex t = 0; t < count; ++t) {
    Token& token = tokens[static_cast<size_t>(t)];
    token.head = t == root ? kNoToken : root;
    token.deprel = t == root ? "root" : "obj";
    TokenIndex noun = t + 1;
    while (noun < count && tokens[static_cast<size_t>(noun)].upos != Upos::kNoun && noun < t + 4) ++noun;
    const bool counts = token.upos == Upos::kNum || token.upos == Upos::kAdj;
    if (counts && noun < count && tokens[static_cast<size_t>(noun)].upos == Upos::kNoun) {
      token.head = noun;
      token.deprel = token.upos == Upos::kNum ? "nummod" : "amod";
    }
  }
  made.reading.sentences = {{{0, count}, {0, static_cast<uint32_t>(made.document.text.size())}, 0}};
  made.document.blocks = {{{0, static_cast<uint32_t>(made.document.text.size())}, BlockKind::kParagraph}};
  return made;
}

std::string shown(const std::optional<Decimal>& number) { return number ? number->to_string() : ""; }

// "words: value unit/per kind", with ranges as low..high
std::string amounts_of(const Article& made, const Knowledge& knowledge) {
  std::string out;
  for (const Amount& amount : find_amounts(made.document, made.reading, knowledge)) {
    if (!out.empty()) out += "; ";
    out += std::string(words_of(made.document.text, amount.words)) + ": ";
    out += amount.value ? shown(amount.value) : shown(amount.low) + ".." + shown(amount.high);
    out += " " + amount.unit + (amount.per.empty() ? "" : "/" + amount.per);
    if (amount.kind == AmountKind::kChange) out += " change";
    if (amount.approximate) out += " ~";
  }
  return out;
}

struct Row {
  const char* name;
  const char* words;
  const char* expected;
};
class Amounts : public testing::TestWithParam<Row> {};

TEST_P(Amounts, AreExact) {
  const auto knowledge = Knowledge::from_text(kKnowledge);
  ASSERT_TRUE(knowledge.has_value()) << knowledge.error().text();
  EXPECT_EQ(amounts_of(article(GetParam().words), *knowledge), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Understand, Amounts,
    testing::Values(
        Row{"Sign", "paid/VERB $651,000 to", "$651,000: 651000 USD"},
        Row{"SignMagnitude", "paid/VERB $70 million/NUM to", "$70 million: 70000000 USD"},
        Row{"Short", "paid/VERB US$1.5bn to", "US$1.5bn: 1500000000 USD"},
        Row{"Named", "paid/VERB 70 million/NUM dollars/NOUN.Plur to", "70 million dollars: 70000000 USD"},
        Row{"Euro", "paid/VERB €2m to", "€2m: 2000000 EUR"},
        Row{"Rate", "paid/VERB $30 million/NUM a/DET year/NOUN to", "$30 million a year: 30000000 USD/year"},
        Row{"RateFurtherOn", "served/VERB 800 soups/NOUN.Plur in/ADP the/DET harbor/NOUN every/DET week/NOUN", "800 soups: 800 soups/week"},
        Row{"Change", "cut/VERB grants/NOUN.Plur by/ADP $41 million/NUM a/DET week/NOUN", "$41 million a week: 41000000 USD/week change"},
        Row{"Range", "paid/VERB $50-70 million/NUM to", "$50-70 million: 50000000..70000000 USD ~"},
        Row{"Between", "paid/VERB between/ADP $50 million/NUM and/CCONJ $70 million/NUM",
            "$50 million and $70 million: 50000000..70000000 USD ~"},
        Row{"TensOfMillions", "raised/VERB tens/NOUN.Plur of/ADP millions/NOUN.Plur of/ADP dollars/NOUN.Plur",
            "tens of millions of dollars: 20000000.. USD ~"},
        Row{"Loan", "gave/VERB a/DET $100 million/NUM loan/NOUN", "$100 million: 100000000 USD"},
        Row{"Cents", "paid/VERB 50 cents/NOUN.Plur", "50 cents: 0.5 USD"},
        Row{"SharedWord", "paid/VERB 5 dinars/NOUN.Plur", "5 dinars: 5 KWD"},
        Row{"Families", "helped/VERB more/ADJ than/ADP 9,000 families/NOUN.Plur", "more than 9,000 families: 9000 families ~"},
        Row{"Shells", "fired/VERB 36 shells/NOUN.Plur at", "36 shells: 36 shells"},
        Row{"Persons", "killed/VERB two/NUM soldiers/NOUN.Plur", "two soldiers: 2 persons"},
        Row{"Adjective", "killed/VERB five/NUM young/ADJ soldiers/NOUN.Plur", "five young soldiers: 5 persons"},
        Row{"Dozens", "fired/VERB dozens/NOUN.Plur of/ADP rockets/NOUN.Plur", "dozens of rockets: 24.. rockets ~"},
        Row{"Percent", "rose/VERB to/ADP 12 percent/NOUN", "12 percent: 12 percent"},
        Row{"CasualtyVerb", "kill/VERB 36/NUM", "36: 36 persons"},
        Row{"UpTo", "has/VERB up/ADP to/ADP 300 tanks/NOUN.Plur", "up to 300 tanks: 300 tanks ~"},
        Row{"Duration", "lasted/VERB eight/NUM years/NOUN.Plur", ""}, Row{"MonthDay", "left/VERB on/ADP March/PROPN 5", ""},
        Row{"Year", "left/VERB in/ADP 2013 when", ""}, Row{"Ordinal", "took/VERB the/DET 3rd/ADJ seat/NOUN", ""},
        Row{"Compound", "a/DET five-member/ADJ group/NOUN met/VERB", ""},
        Row{"OneOfThe", "shot/VERB one/NUM of/ADP the/DET men/NOUN.Plur", ""}, Row{"NameWithNumber", "flew/VERB F-16 jets/NOUN.Plur", ""}),
    [](const testing::TestParamInfo<Row>& row) { return std::string(row.param.name); });

TEST(AmountWords, Plurals) {
  EXPECT_EQ(plural_of("family"), "families");
  EXPECT_EQ(plural_of("ambush"), "ambushes");
  EXPECT_EQ(plural_of("fireman"), "firemen");
  EXPECT_EQ(plural_of("boy"), "boys");
  EXPECT_EQ(plural_of(""), "");
}

TEST(AmountWords, PersonsAndThings) {
  EXPECT_TRUE(person_noun("soldier"));
  EXPECT_TRUE(person_noun("policewoman"));
  EXPECT_FALSE(person_noun("drone"));
  EXPECT_FALSE(person_noun("specimen"));
}

}  // namespace
}  // namespace annalist
