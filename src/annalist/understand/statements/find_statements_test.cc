#include "annalist/understand/statements/find_statements.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "annalist/base/files.h"
#include "annalist/read/conllu.h"
#include "annalist/understand/statements/chain.h"

namespace annalist {
namespace {

// One document of testdata/statements.conllu.
struct Sample {
  std::string name;
  std::string conllu;
  std::vector<std::string> mentions, persons, statements;
};
void PrintTo(const Sample& sample, std::ostream* out) { *out << sample.name; }

std::vector<Sample> load_samples() {
  const auto file = read_file(std::string(ANNALIST_SOURCE_DIR) + "/src/annalist/understand/statements/testdata/statements.conllu");
  std::vector<Sample> out;
  if (!file) return out;
  std::istringstream lines(file.value());
  for (std::string line; std::getline(lines, line);) {
    const auto value = [&](std::string_view key) { return line.starts_with(key) ? std::optional(line.substr(key.size())) : std::nullopt; };
    if (const auto name = value("# newdoc id = ")) {
      out.push_back({*name, line + "\n", {}, {}, {}});
    } else if (out.empty()) {
      continue;
    } else if (const auto mention = value("# mention = ")) {
      out.back().mentions.push_back(*mention);
    } else if (const auto person = value("# person = ")) {
      out.back().persons.push_back(*person);
    } else if (const auto statement = value("# statement = ")) {
      out.back().statements.push_back(*statement);
    } else {
      out.back().conllu += line + "\n";
    }
  }
  return out;
}

void add_mention(const Reading& reading, TokenIndex token, MentionHow how, EntityKind kind, ActorIndex actor, Actors& actors) {
  const Token& at = reading.tokens[static_cast<size_t>(token)];
  actors.mentions.push_back({at.words, {token, token + 1}, token, kind, how, false, actor});
}

// The mentions that a sample lists, and its first and second person pronouns.
Actors actors_of(const Sample& sample, const Reading& reading) {
  Actors actors;
  std::map<std::string, ActorIndex> index;
  for (const std::string& line : sample.mentions) {
    const size_t end = std::min(line.find(';'), line.size());
    const bool organization = line.find("; organization") != line.npos;
    Actor actor;
    actor.name = line.substr(0, end);
    actor.id = "text:" + actor.name;
    actor.kind = organization ? EntityKind::kOrganization : EntityKind::kPerson;
    actor.media = line.find("; media") != line.npos;
    index[actor.name] = static_cast<ActorIndex>(actors.actors.size());
    actors.actors.push_back(actor);
  }
  for (TokenIndex t = 0; t < static_cast<TokenIndex>(reading.tokens.size()); ++t) {
    const Token& token = reading.tokens[static_cast<size_t>(t)];
    if (const auto found = index.find(token.form); found != index.end()) {
      add_mention(reading, t, MentionHow::kName, actors.actors[static_cast<size_t>(found->second)].kind, found->second, actors);
    } else if (token.upos == Upos::kPron && (feature(token, "Person") == "1" || feature(token, "Person") == "2")) {
      add_mention(reading, t, MentionHow::kPronoun, EntityKind::kPerson, kNone, actors);
    }
  }
  return actors;
}

std::string names(const std::vector<Source>& sources, std::string_view joint) {
  std::string out;
  for (const Source& source : sources) out += (out.empty() ? "" : std::string(joint)) + source.name;
  return out;
}

std::string spell(const std::string& text, const Statement& statement) {
  std::string out = names(statement.source, "+") + " <" + std::string(words_of(text, statement.cue)) + "> ";
  for (size_t i = 0; i < statement.content.size(); ++i) {
    out += (i > 0 ? " ... " : "") + std::string(words_of(text, statement.content[i]));
  }
  out += statement.quote == QuoteKind::kDirect ? " [direct]" : statement.quote == QuoteKind::kMixed ? " [mixed]" : " [indirect]";
  return out + (statement.via.empty() ? "" : " via " + names(statement.via, ", "));
}

const Knowledge& no_knowledge() {
  static const Result<Knowledge> knowledge = Knowledge::from_text("");
  return knowledge.value();
}

class StatementSample : public testing::TestWithParam<Sample> {};

TEST_P(StatementSample, IsFound) {
  const auto documents = read_conllu(GetParam().conllu, GetParam().name);
  ASSERT_TRUE(documents) << documents.error().text();
  ASSERT_EQ(documents.value().size(), 1u);
  const auto& [document, reading] = documents.value()[0];
  const Actors actors = actors_of(GetParam(), reading);
  const Statements found = find_statements(document, reading, actors, {}, no_knowledge());
  std::vector<std::string> statements, persons;
  for (const Statement& statement : found.statements) statements.push_back(spell(document.text, statement));
  for (const PersonResolution& person : found.persons) {
    const Mention& mention = actors.mentions[static_cast<size_t>(person.mention)];
    persons.push_back(std::string(words_of(document.text, mention.words)) + " -> " + actors.actors[static_cast<size_t>(person.actor)].name);
  }
  EXPECT_EQ(statements, GetParam().statements);
  EXPECT_EQ(persons, GetParam().persons);
}

INSTANTIATE_TEST_SUITE_P(Samples, StatementSample, testing::ValuesIn(load_samples()), [](const auto& row) { return row.param.name; });

TEST(FindStatements, SamplesAreThere) { EXPECT_GE(load_samples().size(), 30u); }

TEST(FindStatements, EmptyReadingHasNone) {
  EXPECT_TRUE(find_statements(Document{}, Reading{}, Actors{}, {}, no_knowledge()).statements.empty());
}

// A tree that is a chain of 5,000 nested "said" takes no stack and ends.
TEST(FindStatements, DeepTreesEnd) {
  Document document;
  Reading reading;
  constexpr TokenIndex kWords = 5000;
  for (TokenIndex t = 0; t < kWords; ++t) {
    const auto begin = static_cast<uint32_t>(document.text.size());
    document.text += "said ";
    Token token;
    token.words = {begin, begin + 4};
    token.form = "said";
    token.lemma = "say";
    token.upos = Upos::kVerb;
    token.head = t == 0 ? kNoToken : t - 1;
    token.deprel = t == 0 ? "root" : "ccomp";
    reading.tokens.push_back(token);
  }
  document.blocks.push_back({{0, static_cast<uint32_t>(document.text.size())}, BlockKind::kParagraph});
  reading.sentences.push_back({{0, kWords}, {0, static_cast<uint32_t>(document.text.size())}, 0});
  EXPECT_TRUE(find_statements(document, reading, Actors{}, {}, no_knowledge()).statements.empty());
}

// Trees as a bad parse may give them: any head, any relation, quotation marks anywhere. Every span lies in the text.
TEST(FindStatements, BadTreesGiveSpansInTheText) {
  const std::vector<std::string> forms = {"said", "\"", "Kline",  "that", ",",     "according", "to", "citing",   "reportedly", ":",
                                          "“",    "”",  "called", "by",   "claim", "'",         "he", "reported", "confident",  "."};
  const std::vector<std::string> relations = {"ccomp", "nsubj", "obj",  "xcomp",  "parataxis", "advcl",    "acl",       "obl",
                                              "punct", "mark",  "conj", "advmod", "case",      "aux:pass", "acl:relcl", "fixed"};
  uint32_t state = 7;
  const auto next = [&](size_t below) {
    state = state * 1664525 + 1013904223;
    return static_cast<size_t>((state >> 8) % below);
  };
  for (int round = 0; round < 400; ++round) {
    Document document;
    Reading reading;
    Actors actors;
    Actor kline;
    kline.id = "text:Kline";
    kline.name = "Kline";
    actors.actors.push_back(kline);
    constexpr size_t kWords = 30;
    for (size_t t = 0; t < kWords; ++t) {
      const auto begin = static_cast<uint32_t>(document.text.size());
      Token token;
      token.form = token.lemma = forms[next(forms.size())];
      token.words = {begin, begin + static_cast<uint32_t>(token.form.size())};
      document.text += token.form + " ";
      token.upos = token.form == "Kline" ? Upos::kPropn : token.form.size() < 4 && token.form != "he" ? Upos::kPunct : Upos::kVerb;
      token.head = t % 15 == 0 ? kNoToken : static_cast<TokenIndex>(t - 1 - next(t % 15));  // two sentences, heads to the left
      token.deprel = token.head == kNoToken ? "root" : relations[next(relations.size())];
      reading.tokens.push_back(token);
      if (token.form == "Kline") { add_mention(reading, static_cast<TokenIndex>(t), MentionHow::kName, EntityKind::kPerson, 0, actors); }
    }
    document.blocks.push_back({{0, static_cast<uint32_t>(document.text.size())}, BlockKind::kParagraph});
    reading.sentences = {{{0, 15}, {0, reading.tokens[14].words.end}, 0},
                         {{15, 30}, {reading.tokens[15].words.begin, reading.tokens[29].words.end}, 0}};
    for (const Statement& statement : find_statements(document, reading, actors, {}, no_knowledge()).statements) {
      EXPECT_FALSE(statement.content.empty());
      for (const ByteSpan piece : statement.content) {
        EXPECT_FALSE(piece.empty());
        EXPECT_LE(piece.end, document.text.size());
      }
      for (const Source& source : statement.source) EXPECT_FALSE(source.name.empty());
      EXPECT_FALSE(statement.cue.empty());
    }
  }
}

// "The envoy said on Monday that it rained.": the time of saying is the statement's.
TEST(FindStatements, DateOfTheCueClause) {
  for (const Sample& sample : load_samples()) {
    if (sample.name != "OnDay") continue;
    const auto documents = read_conllu(sample.conllu, sample.name);
    ASSERT_TRUE(documents) << documents.error().text();
    const auto& [document, reading] = documents.value()[0];
    Timex monday;
    monday.tokens = {4, 5};
    monday.words = reading.tokens[4].words;
    monday.value = "2024-03-25";
    monday.range = day_range({2024, 3, 25});
    const Statements found = find_statements(document, reading, actors_of(sample, reading), {monday}, no_knowledge());
    ASSERT_EQ(found.statements.size(), 1u);
    EXPECT_EQ(found.statements[0].date, day_range({2024, 3, 25}));
    EXPECT_EQ(found.statements[0].date_how, "timex in clause");
  }
}

}  // namespace
}  // namespace annalist
