#include "annalist/show/record_json.h"

#include <gtest/gtest.h>

#include "annalist/show/csv.h"
#include "annalist/show/listing.h"
#include "annalist/store/example_records.h"

namespace annalist {
namespace {

TEST(RecordJson, OffsetsAreCodePoints) {
  const Records records = example_records(1);
  const auto json = RecordJson(records).all();
  EXPECT_EQ(json["schema"], 1);
  EXPECT_EQ(json["document"]["published"], "2019-06-01");
  // The first letter takes two bytes but is one code point: "paid" stands at byte 35.
  EXPECT_EQ(records.events[0].trigger.begin, 35u);
  EXPECT_EQ(json["events"][0]["trigger"], (std::vector<int>{34, 38}));
  EXPECT_EQ(json["sentences"][0][1], 76);
}

TEST(RecordJson, HasEveryFieldOfTheFormat) {
  const Records records = example_records(1);
  const auto json = RecordJson(records).all();
  const struct {
    const char* list;
    std::vector<std::string> keys;
  } rows[] = {
      {"mentions", {"words", "kind", "how", "actor", "name"}},
      {"times", {"words", "value", "from", "to", "anchor"}},
      {"amounts", {"words", "value", "low", "high", "unit", "per", "kind", "approximate"}},
      {"events",
       {"id", "type", "mode", "contexts", "cameo", "quad", "trigger", "sentence", "actors", "recipients", "date", "date_how", "place",
        "status", "amount", "via", "pattern", "confidence"}},
      {"statements", {"id", "source", "cue", "content", "quote", "sentence", "date", "via", "events"}},
      {"ties", {"who", "role", "of", "words", "date"}},
  };
  for (const auto& row : rows) {
    ASSERT_FALSE(json[row.list].empty()) << row.list;
    for (const std::string& key : row.keys) EXPECT_TRUE(json[row.list][0].contains(key)) << row.list << "." << key;
    EXPECT_EQ(json[row.list][0].size(), row.keys.size()) << row.list;
  }
  EXPECT_EQ(json["amounts"][0]["value"], 70000000);
  EXPECT_EQ(json["amounts"][0]["high"], 70000000.5);
  EXPECT_EQ(json["statements"][0]["events"][0], json["events"][0]["id"]);
}

TEST(Listing, TellsTheEventWithItsChainAndWords) {
  const Records records = example_records(1);
  const std::string text = list_event(records, 0, {});
  for (const char* part : {"2019-05", "AID economic", "Ruritania -> Liberation Front", "about USD 70,000,000 a year",
                           "according to \u00c9lan News", "The Courier, 2019-06-01", "doc1.e1"}) {
    EXPECT_NE(text.find(part), std::string::npos) << part << "\n" << text;
  }
  const std::string why = explain_event(records, 0, {});
  for (const char* part : {"aid.codebook:12", "timex in clause", "\"paid\"", "RURREB", "CAMEO 071", "VERB"}) {
    EXPECT_NE(why.find(part), std::string::npos) << part << "\n" << why;
  }
}

TEST(Listing, ExplainsHowASlotWasFilledAndResolved) {
  Records records = example_records(1);
  Token doer;
  doer.words = records.events[0].actors[0].words;
  doer.form = doer.lemma = "Ruritania";
  doer.upos = Upos::kPropn;
  doer.head = 1;
  doer.deprel = "nsubj";
  records.reading.tokens.insert(records.reading.tokens.begin(), doer);
  records.reading.sentences[0].tokens = {0, 2};
  const std::string why = explain_event(records, 0, {});
  for (const char* part : {"nsubj of \"paid\"; by name", "a description, by office on 2019-06-01", "from \"May 2019\" = 2019-05"}) {
    EXPECT_NE(why.find(part), std::string::npos) << part << "\n" << why;
  }
}

TEST(Listing, WrapsByColumnsNotBytes) {
  EXPECT_EQ(wrap("\u00e9\u00e9\u00e9 bb ccc", 1, 7), " \u00e9\u00e9\u00e9 bb\n ccc\n");
  EXPECT_EQ(wrap("", 2, 10), "");
}

TEST(Csv, QuotesWhatNeedsIt) {
  EXPECT_EQ(csv_line({"a", "b,c", "d\"e", "f\ng", ""}), "a,\"b,c\",\"d\"\"e\",\"f\ng\",\n");
  const Records records = example_records(1);
  EXPECT_EQ(event_fields(records, 0).size(), event_columns().size());
  EXPECT_EQ(statement_fields(records, 0).size(), statement_columns().size());
  EXPECT_EQ(amount_fields(records, 0).size(), amount_columns().size());
}

}  // namespace
}  // namespace annalist
