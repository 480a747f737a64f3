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

// The token of "word/UPOS.Tense"; word loses what stands behind it.
Token token_of(std::string& word) {
  Token token;
  const size_t slash = word.find('/');
  if (slash != std::string::npos && slash + 1 < word.size() && std::isupper(static_cast<unsigned char>(word[slash + 1])) != 0) {
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
  return token;
}

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
    const ByteSpan span = cover(reading.tokens[static_cast<size_t>(first)].words, reading.tokens.back().words);
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
    Token token = token_of(word);
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

TEST_P(PublishedOnAWednesday, GivesValues) { EXPECT_EQ(times_of(article(GetParam().words)), GetParam().expected); }

// 27 March 2024 was a Wednesday.
INSTANTIATE_TEST_SUITE_P(
    Times, PublishedOnAWednesday,
    testing::Values(
        Row{"DayMonthYear", "They met/VERB.Past on/ADP 26 March 2024 .", "26 March 2024=2024-03-26"},
        Row{"MonthDayYear", "They met/VERB.Past on/ADP March 26, 2024 .", "March 26, 2024=2024-03-26"},
        Row{"WeekdayInFront", "on/ADP Tuesday, March 26, 2024 he left/VERB.Past", "Tuesday, March 26, 2024=2024-03-26"},
        Row{"OrdinalOfMonth", "on/ADP the/DET 5th of/ADP May 2019 he left/VERB.Past", "the 5th of May 2019=2019-05-05"},
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
        Row{"WeekdayClock", "They met/VERB.Past on/ADP Tuesday at/ADP 3 p.m. .", "Tuesday at 3 p.m.=2024-03-26T15:00"},
        Row{"ZoneClock", "at/ADP 15:00 GMT on/ADP Tuesday it fell/VERB.Past", "15:00 GMT on Tuesday=2024-03-26T15:00Z"},
        Row{"DateBeforeColon", "in/ADP Rome , JULY 22: he left/VERB.Past", "JULY 22=2023-07-22"},
        Row{"LastWeek", "They met/VERB.Past last/ADJ week/NOUN .", "last week=2024-W12"},
        Row{"EarlierThisYear", "They met/VERB.Past earlier/ADV this/DET year/NOUN .", "earlier this year=2024"},
        Row{"LastMay", "They met/VERB.Past last/ADJ May .", "last May=2023-05"},
        Row{"NextTuesday", "They will/AUX meet/VERB next/ADJ Tuesday .", "next Tuesday=2024-04-02"},
        Row{"Yesterday", "They met/VERB.Past yesterday/NOUN .", "yesterday=2024-03-26"},
        Row{"LastNight", "They met/VERB.Past last/ADJ night/NOUN .", "last night=2024-03-26TNI"},
        Row{"DaysAgo", "They met/VERB.Past two/NUM days/NOUN ago/ADV .", "two days ago=2024-03-25"},
        Row{"YearsAgo", "They met/VERB.Past five/NUM years/NOUN ago/ADV .", "five years ago=2019"},
        Row{"YearsLaterFromText", "in/ADP 2001 he left/VERB.Past | eight/NUM years/NOUN later/ADV he died/VERB.Past",
            "2001=2001; eight years later=2009"},
        Row{"DayBeforeFromText", "on/ADP 5 May 2019 he died/VERB.Past | the/DET day/NOUN before/ADV , he spoke/VERB.Past",
            "5 May 2019=2019-05-05; the day before=2019-05-04"},
        Row{"Duration", "for/ADP more/ADJ than/ADP eight/NUM years/NOUN", "more than eight years=P8Y"},
        Row{"DurationHours", "within/ADP 48 hours/NOUN", "48 hours=PT48H"},
        Row{"DurationVague", "for/ADP several/ADJ weeks/NOUN", "several weeks=PXW"},
        Row{"DurationHyphen", "an/DET 11-year lull/NOUN", "11-year=P11Y"},
        Row{"WeekdayOfAnOffset", "He left/VERB.Past two/NUM weeks/NOUN ago/ADV on/ADP Friday .", "two weeks ago on Friday=2024-03-15"},
        Row{"WeekdayBeforeAnOffset", "They will/AUX meet/VERB Monday two/NUM weeks/NOUN from/ADP now/ADV .",
            "Monday two weeks from now=2024-04-08"},
        Row{"OffsetFromTmrw", "They will/AUX meet/VERB three/NUM weeks/NOUN from/ADP tmrw/NOUN .", "three weeks from tmrw=2024-04-18"},
        Row{"InHalfAnHour", "We leave/VERB.Pres in/ADP half/NOUN an/DET hour/NOUN .", "half an hour=2024-03-27"},
        Row{"RunInMinutes", "She ran/VERB.Past it in/ADP five/NUM minutes/NOUN .", "five minutes=PT5M"},
        Row{"LastWeekDashDay", "He left/VERB.Past last/ADJ week/NOUN - Monday .", "last week - Monday=2024-03-18"},
        Row{"WeekdayWithFigures", "He left/VERB.Past this/DET Friday 3/22/2024 .", "this Friday 3/22/2024=2024-03-22"},
        Row{"NoSuchDay", "on/ADP February 30 , 2019 it fell/VERB.Past", "February 30 , 2019=2019-02-XX"},
        Row{"YearBetween", "on/ADP 23-2020-September it fell/VERB.Past", "23-2020-September=2020-09-23"},
        Row{"SpacedFigures", "On/ADP 2016 10 16 , it fell/VERB.Past", "2016 10 16=2016-10-16"},
        Row{"SlashRange", "It ran/VERB.Past 4/7-5/9/2013", "4/7-5/9/2013=2013-04-07/2013-05-09; 4/7=2013-04-07; 5/9/2013=2013-05-09"},
        Row{"QuarterOver", "It lasted/VERB.Past one/NUM and/CCONJ a/DET quarter/NOUN years/NOUN .", "one and a quarter years=P1.25Y"},
        Row{"Weekends", "It lasted/VERB.Past three/NUM weekends/NOUN .", "three weekends=P3WE"},
        Row{"EverySecondWeekend", "They meet/VERB.Pres every/DET two/NUM weekends/NOUN .", "every two weekends=P2WE"},
        Row{"NightTrains", "She ran/VERB.Past two/NUM night/NOUN trains/NOUN .", ""},
        Row{"CalendarYearInShort", "sales/NOUN of/ADP CY18 rose/VERB.Past", "CY18=2018"},
        Row{"BiggestOfTheYear", "It was/AUX.Past the/DET biggest/ADJ deal/NOUN of/ADP the/DET year/NOUN .", "the year=2024"},
        Row{"NewYearInSmallLetters", "They will/AUX meet/VERB five/NUM days/NOUN before/ADP new/ADJ year/NOUN .",
            "five days before new year=2024-12-27"},
        Row{"TheFirstSince", "They met/VERB.Past on/ADP Wednesday , the/DET first/ADJ since/ADP 2011 .", "Wednesday=2024-03-27; 2011=2011"},
        Row{"WeekdaysFromNow", "They will/AUX meet/VERB two/NUM Sundays from/ADP now/ADV .", "two Sundays from now=2024-04-07"},
        Row{"WeekdaysAgo", "They met/VERB.Past three/NUM Wednesdays ago/ADV .", "three Wednesdays ago=2024-03-06"},
        Row{"WeekOfAMonthThatIsAName", "He left/VERB.Past in/ADP the/DET first/ADJ week/NOUN of/ADP August 2021 .",
            "the first week of August 2021=2021-W31"},
        Row{"DaysAgoWithAClock", "He left/VERB.Past 3 days/NOUN ago/ADV at/ADP 3 pm/NOUN .", "3 days ago at 3 pm=2024-03-24T15:00"},
        Row{"HundredHours", "He left/VERB.Past at/ADP 1900 hours/NOUN .", "1900 hours=2024-03-27T19:00"},
        Row{"MonthDashYear", "the/DET report/NOUN of/ADP Apr-2019 fell/VERB.Past", "Apr-2019=2019-04"},
        Row{"AWeekAgoToday", "He left/VERB.Past a/DET week/NOUN ago/ADV today/NOUN .", "a week ago today=2024-03-20"},
        Row{"SomeMorning", "They met/VERB.Past one/NUM morning/NOUN .", "one morning=XXXX-XX-XXTMO"},
        Row{"TuesdayNightOfNextMonth", "They will/AUX dine/VERB the/DET second/ADJ Tuesday night/NOUN of/ADP next/ADJ month/NOUN .",
            "the second Tuesday night of next month=2024-04-09TNI"},
        Row{"ElevenIsh", "They met/VERB.Past at/ADP 11ish .", "11ish=2024-03-27T11:00"},
        Row{"Set", "they meet/VERB.Pres every/DET month/NOUN", "every month=P1M"},
        Row{"Rate", "it paid/VERB.Past 70 million/NUM dollars/NOUN a/DET year/NOUN", "a year=P1Y"},
        Row{"Now", "it is now/ADV open/ADJ", "now=PRESENT_REF"}, Row{"Recently", "he recently/ADV wrote/VERB.Past", "recently=PAST_REF"},
        Row{"DayRange", "from/ADP 24 to/ADP 27 March they met/VERB.Past",
            "24 to 27 March=2024-03-24/2024-03-27; 24=2024-03-24; 27 March=2024-03-27"},
        Row{"MonthRange", "between/ADP March and/CCONJ May 2019", "March and May 2019=2019-03/2019-05; March=2019-03; May 2019=2019-05"},
        Row{"YearRange", "the/DET years/NOUN 2013-2017", "2013-2017=2013/2017; 2013=2013; 2017=2017"},
        Row{"DayOfNextMonth", "they will/AUX meet/VERB on/ADP the/DET 15th of/ADP next/ADJ month/NOUN",
            "the 15th of next month=2024-04-15"},
        Row{"WeekOfMonth", "in/ADP the/DET first/ADJ week/NOUN of/ADP May 2019", "the first week of May 2019=2019-W18"},
        Row{"FiscalYear", "in/ADP fiscal/ADJ year/NOUN 2008", "fiscal year 2008=FY2008"},
        Row{"FiscalYearShort", "profit/NOUN in/ADP FY18 and/CCONJ fiscal/ADJ 2019", "FY18=FY2018; fiscal 2019=FY2019"},
        Row{"WeekendThatWas", "they met/VERB.Past this/DET weekend/NOUN .", "this weekend=2024-W12-WE"},
        Row{"WeekendToCome", "they will/AUX meet/VERB this/DET weekend/NOUN .", "this weekend=2024-W13-WE"},
        Row{"SummerThatWas", "they met/VERB.Past this/DET summer/NOUN .", "this summer=2023-SU"},
        Row{"IsoMonth", "dated 2015-03 in/ADP full/ADJ", "2015-03=2015-03"},
        Row{"LifeDates", "Jean ( 1704 - 1787 )", "1704 - 1787=1704/1787; 1704=1704; 1787=1787"},
        Row{"TwelveHourAndPart", "at/ADP 6:30 that/DET evening/NOUN he left/VERB.Past", "6:30 that evening=XXXX-XX-XXT18:30"},
        Row{"ClockRangeShortStart", "from/ADP 3 to/ADP 5 pm on/ADP Tuesday they met/VERB.Past",
            "3 to 5 pm on Tuesday=2024-03-26T15:00/2024-03-26T17:00; 3=2024-03-26T15:00; 5 pm on "
            "Tuesday=2024-03-26T17:00"},
        Row{"ClockRangeOverNoon", "between/ADP 11 and/CCONJ 1 pm they met/VERB.Past",
            "11 and 1 pm=2024-03-27T11:00/2024-03-27T13:00; 11=2024-03-27T11:00; 1 pm=2024-03-27T13:00"},
        Row{"ScoreIsNoClockRange", "they won/VERB.Past 5 to/ADP 3 in/ADP Rome", ""},
        Row{"HalfPast", "at/ADP half/NOUN past/ADP eight/NUM in/ADP the/DET evening/NOUN",
            "half past eight in the evening=2024-03-27T20:30"},
        Row{"QuarterTo", "at/ADP a/DET quarter/NOUN to/ADP 5", "a quarter to 5=2024-03-27T04:45"},
        Row{"LastNightAt", "last/ADJ night/NOUN at/ADP 8 they met/VERB.Past", "last night at 8=2024-03-26T20:00"},
        Row{"Easter", "on/ADP Easter 2018 they met/VERB.Past", "Easter 2018=2018-04-01"},
        Row{"ReligiousDay", "on/ADP the/DET 10th/ADJ of/ADP Muharram they met/VERB.Past", "the 10th of Muharram=XXXX-XX-XX"},
        Row{"ReligiousMonth", "during/ADP Ramadan they met/VERB.Past", "Ramadan=XXXX-XX"},
        Row{"ReligiousName", "Ramadan said/VERB.Past so/ADV", ""},
        Row{"LastEaster", "last/ADJ Easter they met/VERB.Past", "last Easter=2023-04-09"},
        Row{"NewYearsEve", "on/ADP New Year 's Eve they met/VERB.Past", "New Year 's Eve=2023-12-31"},
        Row{"HolidayWeekend", "the/DET Labor Day weekend/NOUN 2021", "the Labor Day weekend 2021=2021-W35-WE"},
        Row{"OtherNewYear", "the/DET Chinese New Year fell/VERB.Past", ""},
        Row{"SlashDay", "They met/VERB.Past on/ADP 2/20 .", "2/20=2024-02-20"},
        Row{"SlashIsNoDay", "about/ADV 2/3 of/ADP them left/VERB.Past", ""},
        Row{"DayWithPoints", "on/ADP 22.04.2016 he left/VERB.Past", "22.04.2016=2016-04-22"},
        Row{"CompactDay", "dated 20161016 in/ADP full/ADJ", "20161016=2016-10-16"},
        Row{"IsoDayWithName", "dated 2019-Aug-01 in/ADP full/ADJ", "2019-Aug-01=2019-08-01"},
        Row{"MonthInOneDigit", "dated 2016-4 in/ADP full/ADJ", "2016-4=2016-04"},
        Row{"YearOfTwoDigits", "born/VERB in/ADP April of/ADP 87", "April of 87=1987-04"},
        Row{"WeekOfYear", "in/ADP week/NOUN 23 of/ADP 2021", "week 23 of 2021=2021-W23"},
        Row{"MonthByNumber", "in/ADP the/DET third/ADJ month/NOUN of/ADP 2021", "the third month of 2021=2021-03"},
        Row{"LastWeeksOfYear", "in/ADP the/DET last/ADJ 3 weeks/NOUN of/ADP 2019", "the last 3 weeks of 2019=P3W"},
        Row{"WeekdayOfNextMonth", "on/ADP the/DET first/ADJ Monday of/ADP next/ADJ month/NOUN",
            "the first Monday of next month=2024-04-01"},
        Row{"WeekAfterNext", "the/DET week/NOUN after/ADP next/ADJ", "the week after next=2024-W15"},
        Row{"YearToDate", "in/ADP the/DET year/NOUN to/ADP date/NOUN", "the year to date=2024"},
        Row{"EndOfMonth", "by/ADP end/NOUN of/ADP month/NOUN", "end of month=2024-03"},
        Row{"CountBeforeShift", "in/ADP the/DET 5 past/ADJ years/NOUN", "the 5 past years=P5Y"},
        Row{"NamedWar", "during/ADP World War II he/PRON left/VERB.Past", "World War II=1939-09-01/1945-09-02"},
        Row{"NamedWarQualifies", "a/DET World War II veteran/NOUN", ""},
        Row{"SpelledDecade", "in/ADP the/DET nineties/NOUN", "the nineties=199"},
        Row{"AnySeason", "in/ADP winter/NOUN it/PRON rains/VERB.Pres", "winter=XXXX-WI"},
        Row{"SetWithClock", "every/DET Monday at/ADP 4 pm they meet/VERB.Pres", "every Monday at 4 pm=XXXX-WXX-1T16:00"},
        Row{"DayOfEveryMonth", "the/DET 19th of/ADP every/DET month/NOUN", "the 19th of every month=XXXX-XX-19"},
        Row{"Mornings", "in/ADP the/DET mornings/NOUN they run/VERB.Pres", "the mornings=XXXX-XX-XXTMO"},
        Row{"TwiceAWeek", "twice/ADV a/DET week/NOUN they meet/VERB.Pres", "a week=P1W"},
        Row{"AtPresent", "at/ADP present/NOUN they/PRON wait/VERB.Pres", "present=PRESENT_REF"},
        Row{"PersonNamedMay", "Theresa May/PROPN said/VERB.Past so/ADV", ""}, Row{"ModalMay", "they may/AUX leave/VERB", ""},
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
  const Article made = article("Thursday, June 9, 2011 | On/ADP Tuesday he left/VERB.Past .", "");
  const std::vector<Timex> times = find_times(made.document, made.reading);
  ASSERT_EQ(times.size(), 2U);
  EXPECT_EQ(times[1].value, "2011-06-07");
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

TEST(FindTimes, MonthsWithoutAnyYearStayOpen) {
  EXPECT_EQ(times_of(article("from/ADP December to/ADP February they wait/VERB.Pres", "")),
            "December to February=XXXX-12/XXXX-02; December=XXXX-12; February=XXXX-02");
}

TEST(FindTimes, SeveralPartsOfAPeriodHaveTheirDays) {
  const Article made = article("in/ADP the/DET last/ADJ five/NUM months/NOUN of/ADP 2019");
  const std::vector<Timex> times = find_times(made.document, made.reading);
  ASSERT_EQ(times.size(), 1U);
  EXPECT_EQ(times[0].value, "P5M");
  EXPECT_EQ(times[0].range, (DateRange{{2019, 8, 1}, {2019, 12, 31}}));
}

TEST(FindTimes, TheRestOfAWeekBeginsWithTheDayOfWriting) {
  const Article made = article("They will/AUX meet/VERB for/ADP the/DET rest/NOUN of/ADP the/DET week/NOUN");
  const std::vector<Timex> times = find_times(made.document, made.reading);
  ASSERT_EQ(times.size(), 1U);
  EXPECT_EQ(times[0].value, "2024-W13");
  EXPECT_EQ(times[0].range, (DateRange{{2024, 3, 27}, {2024, 3, 31}}));
}

TEST(FindTimes, TheNextHourIsAStretch) {
  const Article made = article("They will/AUX meet/VERB within/ADP the/DET next/ADJ hour/NOUN");
  const std::vector<Timex> times = find_times(made.document, made.reading);
  ASSERT_EQ(times.size(), 1U);
  EXPECT_EQ(times[0].value, "PT1H");
  EXPECT_EQ(times[0].range, (DateRange{{2024, 3, 27}, {2024, 3, 27}}));
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
