#include "annalist/read/conllu.h"

#include <gtest/gtest.h>

namespace annalist {
namespace {

constexpr std::string_view kExample =
    "# newdoc id = d1\n"
    "# meta::title = A title\n"
    "# meta::dateCreated = 2024-03-26\n"
    "# newpar\n"
    "# newpar_block = head (1 s)\n"
    "# sent_id = d1-1\n"
    "# text = Talks fail\n"
    "1\tTalks\ttalk\tNOUN\tNNS\tNumber=Plur\t2\tnsubj\t_\t_\n"
    "2\tfail\tfail\tVERB\tVBP\t_\t0\troot\t_\t_\n"
    "\n"
    "# newpar\n"
    "# newpar_block = p (2 s)\n"
    "# text = Javad Zarif doesn't agree.\n"
    "1\tJavad\tJavad\tPROPN\tNNP\tNumber=Sing\t5\tnsubj\t_\tEntity=B-person\n"
    "2\tZarif\tZarif\tPROPN\tNNP\tNumber=Sing\t1\tflat\t_\tEntity=I-person\n"
    "3-4\tdoesn't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "3\tdoes\tdo\tAUX\tVBZ\t_\t5\taux\t_\t_\n"
    "4\tn't\tnot\tPART\tRB\t_\t5\tadvmod\t_\t_\n"
    "5\tagree\tagree\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No\n"
    "5.1\tx\tx\tVERB\tVB\t_\t_\t_\t_\t_\n"
    "6\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_\n"
    "\n"
    "# text = No!\n"
    "1\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\tEntity=(1-x)|SpaceAfter=No\n"
    "2\t!\t!\tPUNCT\t.\t_\t1\tpunct\t_\t_\n"
    "\n"
    "# newdoc id = d2\n"
    "1\tvámonos\tir\tVERB\t_\t_\t0\troot\t_\t_\n"
    "\n";

std::vector<ConlluDocument> read(std::string_view text) {
  auto documents = read_conllu(text, "test.conllu");
  EXPECT_TRUE(documents.has_value()) << documents.error().text();
  return documents ? std::move(*documents) : std::vector<ConlluDocument>{};
}

TEST(Conllu, RebuildsTextBlocksAndTrees) {
  auto documents = read(kExample);
  ASSERT_EQ(documents.size(), 2u);
  const Document& document = documents[0].document;
  const Reading& reading = documents[0].reading;
  EXPECT_EQ(document.id, "d1");
  EXPECT_EQ(document.title.value, "A title");
  EXPECT_EQ(document.published, (Date{2024, 3, 26}));
  EXPECT_EQ(document.text, "Talks fail\n\nJavad Zarif doesn't agree. No!");
  ASSERT_EQ(document.blocks.size(), 2u);
  EXPECT_EQ(document.blocks[0], (Block{{0, 10}, BlockKind::kHeading}));
  EXPECT_EQ(document.blocks[1], (Block{{12, 42}, BlockKind::kParagraph}));

  ASSERT_EQ(reading.sentences.size(), 3u);
  EXPECT_EQ(reading.sentences[1], (Sentence{{2, 8}, {12, 38}, 1}));
  EXPECT_EQ(reading.tokens[4].head, 6);
  EXPECT_EQ(reading.tokens[6].head, kNoToken);
  EXPECT_EQ(words_of(document.text, reading.tokens[5].words), "n't");
  EXPECT_FALSE(reading.tokens[4].space_after);
  EXPECT_TRUE(reading.tokens[5].space_after);
  EXPECT_FALSE(reading.tokens[6].space_after);
  ASSERT_EQ(reading.multiwords.size(), 1u);
  EXPECT_EQ(words_of(document.text, reading.multiwords[0].words), "doesn't");
  ASSERT_EQ(reading.entities.size(), 1u) << "GUM's own Entity values are passed over";
  EXPECT_EQ(reading.entities[0], (Entity{{2, 4}, {12, 23}, EntityKind::kPerson}));
  EXPECT_EQ(documents[1].document.text, "vámonos");
}

TEST(Conllu, WordsThatDoNotAddUpShareTheirSurface) {
  auto documents = read(
      "1-2\tvámonos\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n1\tvamos\tir\tVERB\t_\t_\t0\troot\t_\t_\n"
      "2\tnos\tyo\tPRON\t_\t_\t1\tobj\t_\t_\n3\t!\t!\tPUNCT\t_\t_\t1\tpunct\t_\t_\n");
  ASSERT_EQ(documents.size(), 1u);
  const Reading& reading = documents[0].reading;
  EXPECT_EQ(documents[0].document.text, "vámonos!");
  EXPECT_EQ(reading.tokens[0].words, (ByteSpan{0, 8}));
  EXPECT_EQ(reading.tokens[1].words, (ByteSpan{0, 8}));
  EXPECT_EQ(reading.tokens[2].words, (ByteSpan{8, 9}));
}

// Reading what was written gives the same text, blocks and reading; and all white space survives.
TEST(Conllu, RoundTrip) {
  for (ConlluDocument& original : read(kExample)) {
    auto again = read(write_conllu(original.document, original.reading));
    ASSERT_EQ(again.size(), 1u);
    EXPECT_EQ(again[0].document.text, original.document.text);
    EXPECT_EQ(again[0].document.blocks, original.document.blocks);
    EXPECT_EQ(again[0].reading, original.reading);
  }
}

TEST(Conllu, UnusualWhiteSpaceRoundTrips) {
  const std::string_view text =
      "# newdoc id = s\n"
      "1\ta b\ta\tNOUN\t_\t_\t0\troot\t_\tSpacesBefore=\\s\\n|SpacesAfter=\\s\\s\n"
      "2\tc\tc\tNOUN\t_\t_\t1\tdep\t_\tSpacesAfter=\\n\n"
      "\n"
      "1\td\td\tNOUN\t_\t_\t0\troot\t_\tSpacesAfter=\\t\\p\\\\\n"
      "\n"
      "# newpar\n"
      "1\te\te\tNOUN\t_\t_\t0\troot\t_\tSpacesAfter=\\r\\n\n"
      "\n";
  auto documents = read(text);
  ASSERT_EQ(documents.size(), 1u);
  EXPECT_EQ(documents[0].document.text, " \na b  c\nd\t|\\e\r\n");
  auto again = read(write_conllu(documents[0].document, documents[0].reading));
  ASSERT_EQ(again.size(), 1u);
  EXPECT_EQ(again[0].document.text, documents[0].document.text);
  EXPECT_EQ(again[0].reading, documents[0].reading);
}

// A word's space_after says what the rebuilt text has, also where SpaceAfter=No can't hold: before a new block and at the end.
TEST(Conllu, SpaceAfterIsTheTexts) {
  auto documents = read(
      "1\ta\ta\tNOUN\t_\t_\t0\troot\t_\tSpacesAfter=\n2\tb\tb\tNOUN\t_\t_\t1\tdep\t_\tSpaceAfter=No\n\n"
      "# newpar\n1\tc\tc\tNOUN\t_\t_\t0\troot\t_\tSpaceAfter=No\n");
  ASSERT_EQ(documents.size(), 1u);
  EXPECT_EQ(documents[0].document.text, "ab\n\nc");
  EXPECT_FALSE(documents[0].reading.tokens[0].space_after);
  EXPECT_TRUE(documents[0].reading.tokens[1].space_after);
  EXPECT_TRUE(documents[0].reading.tokens[2].space_after);
  auto again = read(write_conllu(documents[0].document, documents[0].reading));
  ASSERT_EQ(again.size(), 1u);
  EXPECT_EQ(again[0].reading, documents[0].reading);
}

// Brackets: a chain over a pronoun and a phrase that holds a name, a name by itself, one word and several.
TEST(Conllu, WritesEntitiesAsCorefUd) {
  auto documents = read(
      "# newdoc id = d\n1\tThe\tthe\tDET\t_\t_\t2\tdet\t_\t_\n2\tminister\tminister\tNOUN\t_\t_\t5\tnsubj\t_\t_\n"
      "3\tJavad\tJavad\tPROPN\t_\t_\t2\tappos\t_\tEntity=B-person\n4\tZarif\tZarif\tPROPN\t_\t_\t3\tflat\t_\tEntity=I-person\n"
      "5\tleft\tleave\tVERB\t_\t_\t0\troot\t_\t_\n6\tVienna\tVienna\tPROPN\t_\t_\t5\tobj\t_\tEntity=B-place\n\n"
      "1\tHe\the\tPRON\t_\t_\t2\tnsubj\t_\t_\n2\tsmiled\tsmile\tVERB\t_\t_\t0\troot\t_\t_\n\n");
  ASSERT_EQ(documents.size(), 1u);
  const Document& document = documents[0].document;
  const Reading& reading = documents[0].reading;
  const std::vector<LinkedMention> mentions = {
      {{0, 4}, 1, EntityKind::kPerson, 7}, {{2, 4}, 2, EntityKind::kPerson, 7}, {{6, 7}, 6, EntityKind::kPerson, 7}};
  const std::string text = write_conllu(document, reading, mentions);
  EXPECT_NE(text.find("# newdoc id = d\n# global.Entity = eid-etype-head-minspan-other\n"), text.npos);
  for (const char* word :
       {"1\tThe\tthe\tDET\t_\t_\t2\tdet\t_\tEntity=(e1-person-2\n", "\tEntity=(e1-person-1--name:person\n", "3\tflat\t_\tEntity=e1)e1)\n",
        "obj\t_\tEntity=(e2-place-1--name:place)\n", "nsubj\t_\tEntity=(e1-person-1)\n"}) {
    EXPECT_NE(text.find(word), text.npos) << word << "\n" << text;
  }
  auto again = read(text);
  ASSERT_EQ(again.size(), 1u);
  EXPECT_EQ(again[0].reading, reading);
  // The name inside a wider mention whose head it holds.
  const std::string wide = write_conllu(document, reading, std::vector<LinkedMention>{{{0, 4}, 2, EntityKind::kPerson, 7}});
  EXPECT_NE(wide.find("Entity=(e1-person-3-3,4-name:person\n"), wide.npos) << wide;
  again = read(wide);
  ASSERT_EQ(again.size(), 1u);
  EXPECT_EQ(again[0].reading, reading);
}

TEST(Conllu, MentionsThatCrossAtAWord) {
  auto documents = read(
      "# newdoc id = d\n1\ta\ta\tNOUN\t_\t_\t0\troot\t_\t_\n2\tBonn\tBonn\tPROPN\t_\t_\t1\tdep\t_\tEntity=B-place\n"
      "3\tc\tc\tNOUN\t_\t_\t1\tdep\t_\t_\n\n");
  ASSERT_EQ(documents.size(), 1u);
  const std::vector<LinkedMention> mentions = {{{0, 2}, 0, EntityKind::kOther, 1}, {{1, 3}, 1, EntityKind::kPlace, 2}};
  const std::string text = write_conllu(documents[0].document, documents[0].reading, mentions);
  EXPECT_NE(text.find("Entity=e1)(e2-place-1-1-name:place\n"), text.npos) << text;
  auto again = read(text);
  ASSERT_EQ(again.size(), 1u);
  EXPECT_EQ(again[0].reading, documents[0].reading);
}

TEST(Conllu, PartsOfADocumentAreNumberedOn) {
  auto documents = read("# newdoc id = d\n1\tBonn\tBonn\tPROPN\t_\t_\t0\troot\t_\tEntity=B-place\n\n");
  ASSERT_EQ(documents.size(), 1u);
  ConlluPlace place;
  const std::string first = write_conllu(documents[0].document, documents[0].reading, {}, place);
  const std::string second = write_conllu(documents[0].document, documents[0].reading, {}, place);
  EXPECT_EQ(second.find("# newdoc"), second.npos);
  EXPECT_NE(second.find("# sent_id = d-2\n"), second.npos);
  EXPECT_NE(second.find("Entity=(e2-place-1--name:place)"), second.npos);
  EXPECT_EQ(place.sentences, 2u);
}

TEST(Conllu, FaultsNameTheLine) {
  struct Row {
    const char* name;
    const char* text;
    const char* where;
  };
  const Row rows[] = {
      {"columns", "# x\n1\ta\n", "f:2"},
      {"more columns", "1\ta\ta\tX\t_\t_\t0\troot\t_\t_\t_\n", "f:1"},
      {"carriage return", "1\ta\ta\rb\tX\t_\t_\t0\troot\t_\t_\r\n", "f:1"},
      {"encoding", "# text = a\n1\t\xE9\ta\tX\t_\t_\t0\troot\t_\t_\n", "f:2"},
      {"order", "2\ta\ta\tX\t_\t_\t0\troot\t_\t_\n", "f:1"},
      {"head", "1\ta\ta\tX\t_\t_\tx\troot\t_\t_\n", "f:1"},
      {"head outside", "1\ta\ta\tX\t_\t_\t2\troot\t_\t_\n\n", "f:2"},
      {"range", "2-3\ta\t_\t_\t_\t_\t_\t_\t_\t_\n", "f:1"},
      {"open range", "1-2\ta\t_\t_\t_\t_\t_\t_\t_\t_\n1\ta\ta\tX\t_\t_\t0\troot\t_\t_\n\n", "f:3"},
      {"range in a range", "1-2\ta\t_\t_\t_\t_\t_\t_\t_\t_\n1-2\ta\t_\t_\t_\t_\t_\t_\t_\t_\n", "f:2"},
      {"empty range", "1-2\ta\t_\t_\t_\t_\t_\t_\t_\t_\n\n", "f:2"},
  };
  for (const Row& row : rows) {
    auto documents = read_conllu(row.text, "f");
    ASSERT_FALSE(documents.has_value()) << row.name;
    EXPECT_EQ(documents.error().where, row.where) << row.name;
    EXPECT_EQ(documents.error().code, ErrorCode::kBadArticle) << row.name;
  }
  EXPECT_TRUE(read("").empty());
}

}  // namespace
}  // namespace annalist
