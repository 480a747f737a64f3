#include "annalist/understand/times/find_times.h"

#include <gtest/gtest.h>

#include <cctype>
#include <string>
#include <vector>

#include "annalist/base/date.h"

namespace annalist {
namespace {

struct Article {
  Document document;
  Reading reading;
};

// A one-paragraph article, its words separated by spaces, sentences by " | ". A word may carry its part of
// speech and tense: "met/VERB.Past", "will/AUX"; else it is guessed: digits NUM, capital PROPN, marks PUNCT,
// the rest NOUN. Each word hangs on the first verb of its sentence.
Article article(const std::string& words, const std::string& published = "2024-03-27") {
  Article made;
  if (!published.empty()) made.document.published = parse_iso_date(published);
  Reading& reading = made.reading;
  TokenIndex first = 0;
  const auto close_sentence = [&] {
    const auto count = static_cast<TokenIndex>(reading.tokens.size());
    if (count == first) return;
    TokenIndex root = first;
    for (TokenIndex t = first; t < count; ++t) {
      if (reading.tokens[static_cast<size_t>(t)].upos == Upos::kVerb) {
        root = t;
        break;
      }
    }
    for (TokenIndex t = first; t < count; ++t) {
      Token& token = reading.tokens[static_cast<size_t>(t)];
      token.head = t == root ? kNoToken : root;
      token.deprel = t == root ? "root" : token.upos == Upos::kAux ? "aux" : "dep";
    }
    const ByteSpan span =
        cover(reading.tokens[static_cast<size_t>(first)].words, reading.tokens.back().words);
    reading.sentences.push_back({{first, count}, span, 0});
    first = count;
  };
  size_t at = 0;
  while (at < words.size()) {
    const size_t space = std::min(words.find(' ', at), words.size());
    std::string word = words.substr(at, space - at);
    at = space + 1;
    if (word == "|") {
      close_sentence();
      continue;
    }
    Token token;
    const size_t slash = word.find('/');
    if (slash != std::string::npos && slash + 1 < word.size() &&
        std::isupper(static_cast<unsigned char>(word[slash + 1])) != 0) {
      std::string tag = word.substr(slash + 1);
      word = word.substr(0, slash);
      if (const size_t dot = tag.find('.'); dot != std::string::npos) {
        token.feats = "Tense=" + tag.substr(dot + 1) + "|VerbForm=Fin";
        tag = tag.substr(0, dot);
      }
      token.upos = upos_by_name(tag);
    } else {
      const auto head = static_cast<unsigned char>(word[0]);
      token.upos = std::isdigit(head) != 0   ? Upos::kNum
                   : std::isupper(head) != 0 ? Upos::kPropn
                   : std::isalpha(head) != 0 ? Upos::kNoun
                                             : Upos::kPunct;
    }
    std::string& text = made.document.text;
    if (!text.empty()) text += ' ';
    token.form = word;
    token.lemma = word;
    token.words = {static_cast<uint32_t>(text.size()), static_cast<uint32_t>(text.size() + word.size())};
    text += word;
    reading.tokens.push_back(token);
  }
  close_sentence();
  made.document.blocks = {{{0, static_cast<uint32_t>(made.document.text.size())}, BlockKind::kParagraph}};
  return made;
}

// "words=value; words=value"
std::string times_of(const Article& made) {
  std::string out;
  for (const Timex& timex : find_times(made.document, made.reading)) {
    if (!out.empty()) out += "; ";
    out += std::string(words_of(made.document.text, timex.words)) + "=" + timex.value;
  }
  return out;
}

struct Row {
  const char* name;
  const char* words;
  const char* expected;
};

class PublishedOnAWednesday : public testing::TestWithParam<Row> {};

TEST_P(PublishedOnAWednesday, GivesValues) {
  EXPECT_EQ(times_of(article(GetParam().words)), GetParam().expected);
}

// 27 March 2024 was a Wednesday.
INSTANTIATE_TEST_SUITE_P(
    Times, PublishedOnAWednesday,
    testing::Values(
        Row{"DayMonthYear", "They met/VERB.Past on/ADP 26 March 2024 .", "26 March 2024=2024-03-26"},
        Row{"MonthDayYear", "They met/VERB.Past on/ADP March 26, 2024 .", "March 26, 2024=2024-03-26"},
        Row{"WeekdayInFront", "on/ADP Tuesday, March 26, 2024 he left/VERB.Past",
            "Tuesday, March 26, 2024=2024-03-26"},
        Row{"OrdinalOfMonth", "on/ADP the/DET 5th of/ADP May 2019 he left/VERB.Past",
            "the 5th of May 2019=2019-05-05"},
        Row{"Iso", "dated 2024-01-31 in/ADP full", "2024-01-31=2024-01-31"},
        Row{"NumericDayAboveTwelve", "on/ADP 26/3/2024 he left/VERB.Past", "26/3/2024=2024-03-26"},
        Row{"NumericMonthFirstByDefault", "on/ADP 5/3/2024 he left/VERB.Past", "5/3/2024=2024-05-03"},
        Row{"NoYearPast", "They met/VERB.Past on/ADP October 7 .", "October 7=2023-10-07"},
        Row{"NoYearFuture", "They will/AUX meet/VERB on/ADP October 7 .", "October 7=2024-10-07"},
        Row{"MonthPast", "He left/VERB.Past in/ADP May .", "May=2023-05"},
        Row{"EarlyMonth", "He left/VERB.Past in/ADP early/ADJ March .", "early March=2024-03"},
        Row{"MonthYear", "in/ADP December 2017 he spoke/VERB.Past", "December 2017=2017-12"},
        Row{"YearAlone", "in/ADP 2013 he spoke/VERB.Past", "2013=2013"},
        Row{"EndOfYear", "by/ADP the/DET end/NOUN of/ADP 2018 it fell/VERB.Past", "the end of 2018=2018"},
        Row{"Decade", "in/ADP the/DET 1990s he spoke/VERB.Past", "the 1990s=199"},
        Row{"Century", "in/ADP the/DET 19th/ADJ century/NOUN", "the 19th century=18"},
        Row{"Season", "in/ADP spring/NOUN 2021 they fought/VERB.Past", "spring 2021=2021-SP"},
        Row{"Quarter", "the/DET third/ADJ quarter/NOUN of/ADP 2009", "the third quarter of 2009=2009-Q3"},
        Row{"WeekdayPast", "They met/VERB.Past on/ADP Tuesday .", "Tuesday=2024-03-26"},
        Row{"WeekdayOfPublication", "They met/VERB.Past on/ADP Wednesday .", "Wednesday=2024-03-27"},
        Row{"WeekdayFuture", "They will/AUX meet/VERB on/ADP Tuesday .", "Tuesday=2024-04-02"},
        Row{"WeekdayNight", "They met/VERB.Past on/ADP Monday night/NOUN .", "Monday night=2024-03-25TNI"},
        Row{"WeekdayClock", "They met/VERB.Past on/ADP Tuesday at/ADP 3 p.m. .",
            "Tuesday at 3 p.m.=2024-03-26T15:00"},
        Row{"ZoneClock", "at/ADP 15:00 GMT on/ADP Tuesday it fell/VERB.Past",
            "15:00 GMT on Tuesday=2024-03-26T15:00Z"},
        Row{"DateBeforeColon", "in/ADP Rome , JULY 22: he left/VERB.Past", "JULY 22=2023-07-22"},
        Row{"LastWeek", "They met/VERB.Past last/ADJ week/NOUN .", "last week=2024-W12"},
        Row{"EarlierThisYear", "They met/VERB.Past earlier/ADV this/DET year/NOUN .",
            "earlier this year=2024"},
        Row{"LastMay", "They met/VERB.Past last/ADJ May .", "last May=2023-05"},
        Row{"NextTuesday", "They will/AUX meet/VERB next/ADJ Tuesday .", "next Tuesday=2024-04-02"},
        Row{"Yesterday", "They met/VERB.Past yesterday/NOUN .", "yesterday=2024-03-26"},
        Row{"LastNight", "They met/VERB.Past last/ADJ night/NOUN .", "last night=2024-03-26TNI"},
        Row{"DaysAgo", "They met/VERB.Past two/NUM days/NOUN ago/ADV .", "two days ago=2024-03-25"},
        Row{"YearsAgo", "They met/VERB.Past five/NUM years/NOUN ago/ADV .", "five years ago=2019"},
        Row{"YearsLaterFromText",
            "in/ADP 2001 he left/VERB.Past | eight/NUM years/NOUN later/ADV he died/VERB.Past",
            "2001=2001; eight years later=2009"},
        Row{"DayBeforeFromText",
            "on/ADP 5 May 2019 he died/VERB.Past | the/DET day/NOUN before/ADV , he spoke/VERB.Past",
            "5 May 2019=2019-05-05; the day before=2019-05-04"},
        Row{"Duration", "for/ADP more/ADJ than/ADP eight/NUM years/NOUN", "more than eight years=P8Y"},
        Row{"DurationHours", "within/ADP 48 hours/NOUN", "48 hours=PT48H"},
        Row{"DurationVague", "for/ADP several/ADJ weeks/NOUN", "several weeks=PXW"},
        Row{"DurationHyphen", "an/DET 11-year lull/NOUN", "11-year=P11Y"},
        Row{"Set", "they meet/VERB.Pres every/DET month/NOUN", "every month=P1M"},
        Row{"Rate", "it paid/VERB.Past 70 million/NUM dollars/NOUN a/DET year/NOUN", "a year=P1Y"},
        Row{"Now", "it is now/ADV open/ADJ", "now=PRESENT_REF"},
        Row{"Recently", "he recently/ADV wrote/VERB.Past", "recently=PAST_REF"},
        Row{"DayRange", "from/ADP 24 to/ADP 27 March they met/VERB.Past",
            "24 to 27 March=2024-03-24/2024-03-27; 24=2024-03-24; 27 March=2024-03-27"},
        Row{"MonthRange", "between/ADP March and/CCONJ May 2019",
            "March and May 2019=2019-03/2019-05; March=2019-03; May 2019=2019-05"},
        Row{"YearRange", "the/DET years/NOUN 2013-2017", "2013-2017=2013/2017; 2013=2013; 2017=2017"},
        Row{"DayOfNextMonth", "they will/AUX meet/VERB on/ADP the/DET 15th of/ADP next/ADJ month/NOUN",
            "the 15th of next month=2024-04-15"},
        Row{"WeekOfMonth", "in/ADP the/DET first/ADJ week/NOUN of/ADP May 2019",
            "the first week of May 2019=2019-W18"},
        Row{"FiscalYear", "in/ADP fiscal/ADJ year/NOUN 2008", "fiscal year 2008=FY2008"},
        Row{"IsoMonth", "dated 2015-03 in/ADP full/ADJ", "2015-03=2015-03"},
        Row{"LifeDates", "Jean ( 1704 - 1787 )", "1704 - 1787=1704/1787; 1704=1704; 1787=1787"},
        Row{"PersonNamedMay", "Theresa May/PROPN said/VERB.Past so/ADV", ""},
        Row{"ModalMay", "they may/AUX leave/VERB", ""},
        Row{"CountOfFourDigits", "about/ADV 2000 people/NOUN fled/VERB.Past", ""},
        Row{"SecondAsOrdinal", "the/DET second/ADJ man/NOUN", ""}),
    [](const testing::TestParamInfo<Row>& row) { return std::string(row.param.name); });

TEST(FindTimes, PluralNounMakesACount) {
  Article made = article("more 2000 people fled/VERB.Past");
  made.reading.tokens[2].feats = "Number=Plur";
  EXPECT_EQ(times_of(made), "");
}

TEST(FindTimes, WithoutAnyDateRelativeTimesStayOpen) {
  const Article made = article("They met/VERB.Past on/ADP Tuesday and/CCONJ last/ADJ week/NOUN .", "");
  const std::vector<Timex> times = find_times(made.document, made.reading);
  ASSERT_EQ(times.size(), 2U);
  EXPECT_EQ(times[0].value, "XXXX-WXX-2");
  EXPECT_FALSE(times[0].range.has_value());
  EXPECT_EQ(times[0].anchor, TimeAnchor::kUnanchored);
  EXPECT_EQ(times[1].value, "XXXX-WXX");
}

TEST(FindTimes, ADatelineAnchorsTheText) {
  const Article made = article("Monday, May 18, 2015 | On/ADP Friday they fled/VERB.Past .", "");
  const std::vector<Timex> times = find_times(made.document, made.reading);
  ASSERT_EQ(times.size(), 2U);
  EXPECT_EQ(times[1].value, "2015-05-15");
  EXPECT_EQ(times[1].anchor, TimeAnchor::kText);
}

TEST(FindTimes, ADatedCaptionAnchorsToItsMonth) {
  Article made = article("Leaders in/ADP Rome on/ADP July 22, 2019 . | He spoke/VERB.Past in/ADP May .", "");
  made.document.blocks[0].kind = BlockKind::kCaption;
  EXPECT_EQ(times_of(made), "July 22, 2019=2019-07-22; May=2019-05");
}

TEST(FindTimes, AYearAgoWithAnOldMonthAnchorsTheText) {
  const Article made = article(
      "They met/VERB.Past Dec. 23 . | A/DET year/NOUN ago/ADV he boasted/VERB.Past . | He said/VERB.Past "
      "so/ADV in/ADP December 2017 .",
      "");
  EXPECT_EQ(times_of(made), "Dec. 23=2018-12-23; A year ago=2017-12; December 2017=2017-12");
}

TEST(FindTimes, RangesCoverTheDaysOfTheValue) {
  const Article made = article("They met/VERB.Past last/ADJ week/NOUN .");
  const std::vector<Timex> times = find_times(made.document, made.reading);
  ASSERT_EQ(times.size(), 1U);
  EXPECT_EQ(times[0].range, (DateRange{{2024, 3, 18}, {2024, 3, 24}}));
  EXPECT_EQ(times[0].anchor, TimeAnchor::kPublished);
  EXPECT_EQ(times[0].tokens, (TokenRange{2, 4}));
}

TEST(FindTimes, APastStretchEndsAtTheTimeOfWriting) {
  const Article made = article("over/ADP the/DET past/ADJ three/NUM years/NOUN");
  const std::vector<Timex> times = find_times(made.document, made.reading);
  ASSERT_EQ(times.size(), 1U);
  EXPECT_EQ(times[0].value, "P3Y");
  EXPECT_EQ(times[0].range, (DateRange{{2021, 3, 27}, {2024, 3, 27}}));
}

}  // namespace
}  // namespace annalist
