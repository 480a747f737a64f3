#include <fmt/format.h>

#include <algorithm>

#include "annalist/show/listing.h"
#include "annalist/show/record_json.h"
#include "annalist/store/archive.h"

namespace annalist {
namespace {

std::string row(std::string_view name, std::string_view value) { return fmt::format("  {:<11} {}\n", name, value); }

std::string quoted(const Records& records, ByteSpan words) {
  if (words.empty()) return "(no words)";
  std::string out(words_of(records.document.text, words));
  for (char& c : out) {
    if (c == '\n') c = ' ';
  }
  return '"' + out + '"';
}

std::string who(const Records& records, ActorIndex actor, const std::string& name) {
  if (actor == kNone) return name;
  const Actor& known = records.actors.actors[static_cast<size_t>(actor)];
  return fmt::format("{}  ({}{}{})", name, known.id, known.code.empty() ? "" : ", " + known.code,
                     known.known ? "" : ", known from this text alone");
}

std::string sources(const Records& records, std::string_view name, const std::vector<Source>& list) {
  std::string out;
  for (const Source& source : list) {
    out += row(out.empty() ? name : "", quoted(records, source.words) + " = " + who(records, source.actor, source.name));
  }
  return out;
}

// The token of a span whose head lies outside it; kNoToken where no token is kept.
TokenIndex head_of(const Records& records, ByteSpan words) {
  const std::vector<Token>& tokens = records.reading.tokens;
  const auto first =
      std::lower_bound(tokens.begin(), tokens.end(), words.begin, [](const Token& t, uint32_t b) { return t.words.begin < b; });
  for (auto t = first; t != tokens.end() && t->words.begin < words.end; ++t) {
    const bool outside = t->head == kNoToken || !words.contains(tokens[static_cast<size_t>(t->head)].words);
    if (outside) return static_cast<TokenIndex>(t - tokens.begin());
  }
  return kNoToken;
}

// How a slot's words stand to the trigger: "nmod of \"chief\", nsubj of \"promised\"".
std::string relation(const Records& records, ByteSpan words, ByteSpan trigger) {
  constexpr int kSteps = 6;
  std::string out;
  TokenIndex t = head_of(records, words);
  for (int step = 0; t != kNoToken && step < kSteps; ++step) {
    const Token& token = records.reading.tokens[static_cast<size_t>(t)];
    if (trigger.contains(token.words)) break;
    if (token.head == kNoToken) return out + (out.empty() ? "" : ", ") + "root of the sentence";
    const Token& head = records.reading.tokens[static_cast<size_t>(token.head)];
    out += fmt::format("{}{} of \"{}\"", out.empty() ? "" : ", ", token.deprel, head.form);
    t = token.head;
  }
  return out;
}

// How the words became the actor: by name, or by a pronoun or description, and for which earlier words.
std::string resolution(const Records& records, const Participant& one) {
  if (one.actor == kNone) return "the words themselves";
  const std::vector<Mention>& mentions = records.actors.mentions;
  if (one.mention == kNone) return "by the clause that it stands in";
  const Mention& mention = mentions[static_cast<size_t>(one.mention)];
  if (mention.how == MentionHow::kName) return "by name";
  const std::string how = mention.how == MentionHow::kPronoun ? "a pronoun" : "a description";
  const auto named = std::find_if(mentions.begin(), mentions.end(), [&](const Mention& m) {
    return m.actor == one.actor && m.how != MentionHow::kPronoun && m.words != mention.words;
  });
  if (named != mentions.end()) return how + ", as " + quoted(records, named->words);
  const Actor& actor = records.actors.actors[static_cast<size_t>(one.actor)];
  if (!actor.known) return how;
  const auto& published = records.document.published;
  return how + ", by office" + (published ? " on " + to_iso(*published) : "");
}

std::string participants(const Records& records, std::string_view name, const std::vector<Participant>& list, ByteSpan trigger) {
  std::string out;
  for (const Participant& one : list) {
    out += row(out.empty() ? name : "", quoted(records, one.words) + " = " + who(records, one.actor, one.name));
    const std::string how = relation(records, one.words, trigger);
    out += row("", "  " + how + (how.empty() ? "" : "; ") + resolution(records, one));
  }
  return out.empty() ? row(name, "nobody named") : out;
}

// The words that a date comes from: the last such time up to the end of the event's sentence.
std::string date_words(const Records& records, const Event& event) {
  const uint32_t end = records.reading.sentences[static_cast<size_t>(event.sentence)].words.end;
  const Timex* found = nullptr;
  for (const Timex& timex : records.times) {
    if (timex.words.begin < end && timex.range && event.date && *timex.range == *event.date) found = &timex;
  }
  return found == nullptr ? std::string() : ", from " + quoted(records, found->words) + " = " + found->value;
}

// The sentence's tree as a table: number, form, lemma, part of speech, head, relation.
std::string tree(const Records& records, int sentence) {
  if (records.reading.tokens.empty()) return {};
  const TokenRange range = records.reading.sentences[static_cast<size_t>(sentence)].tokens;
  std::string out = "  tree\n";
  for (TokenIndex t = range.begin; t < range.end; ++t) {
    const Token& token = records.reading.tokens[static_cast<size_t>(t)];
    const int head = token.head == kNoToken ? 0 : token.head - range.begin + 1;
    out += fmt::format("    {:>3}  {:<18} {:<16} {:<6} {:>3}  {}\n", t - range.begin + 1, token.form, token.lemma, upos_name(token.upos),
                       head, token.deprel);
  }
  return out;
}

std::string document_rows(const Records& records) {
  const Document& document = records.document;
  std::string out = row("document", document_text(document));
  if (!document.title.value.empty()) out += row("title", document.title.value);
  out += row("path", document.path);
  if (document.published) out += row("published", to_iso(*document.published) + "  (" + document.published_how + ")");
  return out;
}

}  // namespace

std::string explain_event(const Records& records, size_t index, const ListingStyle& style) {
  const Event& event = records.events[index];
  std::string out = fmt::format("{}  {}{}{}\n\n", event_id(records.document, index), event.type, event.mode.empty() ? "" : " " + event.mode,
                                event.cameo.empty() ? "" : "  CAMEO " + event.cameo);
  const ByteSpan sentence = records.reading.sentences[static_cast<size_t>(event.sentence)].words;
  out += wrap(quoted(records, sentence), 2, style.width) + "\n";
  out += row("trigger", quoted(records, event.trigger));
  out += row("pattern", fmt::format("{}  ({}:{})", event.pattern, event.pattern_file, event.pattern_line));
  out += participants(records, "actor", event.actors, event.trigger);
  out += participants(records, "recipient", event.recipients, event.trigger);
  out +=
      row("date", event.date ? to_iso(*event.date) + "  (" + event.date_how + date_words(records, event) + ")" : "none fixed by the text");
  out += row("status", std::string(event_status_name(event.status)) +
                           (event.status_words.empty() ? "" : "  because of " + quoted(records, event.status_words)));
  if (event.place)
    out += row("place", quoted(records, event.place->words) + " = " + event.place->name +
                            (event.place->country.empty() ? "" : ", " + event.place->country));
  if (event.amount != kNone) {
    const Amount& amount = records.amounts[static_cast<size_t>(event.amount)];
    out += row("amount", quoted(records, amount.words) + " = " + amount_text(amount, records.document.text));
  }
  out += event.via.empty() ? row("according to", "the article itself") : sources(records, "according to", event.via);
  if (event.statement != kNone) {
    const Statement& statement = records.statements.statements[static_cast<size_t>(event.statement)];
    out += row("told in", statement_id(records.document, static_cast<size_t>(event.statement)) + ", cue " + quoted(records, statement.cue));
  }
  out += row("confidence", fmt::format("{:.2f}", event.confidence)) + "\n";
  return out + document_rows(records) + "\n" + tree(records, event.sentence);
}

std::string explain_statement(const Records& records, size_t index, const ListingStyle& style) {
  const Statement& statement = records.statements.statements[index];
  std::string out = fmt::format("{}  statement, {}\n\n", statement_id(records.document, index), quote_kind_name(statement.quote));
  const ByteSpan sentence = records.reading.sentences[static_cast<size_t>(statement.sentence)].words;
  out += wrap(quoted(records, sentence), 2, style.width) + "\n";
  out += statement.source.empty() ? row("source", "nobody named") : sources(records, "source", statement.source);
  out += row("cue", quoted(records, statement.cue));
  for (const ByteSpan content : statement.content) out += row("content", quoted(records, content));
  out += row("date", statement.date ? to_iso(*statement.date) + "  (" + statement.date_how + ")" : "none fixed by the text");
  out += statement.via.empty() ? row("according to", "the article itself") : sources(records, "according to", statement.via);
  for (size_t e = 0; e < records.events.size(); ++e) {
    if (records.events[e].statement != static_cast<int>(index)) continue;
    out += row("holds", event_id(records.document, e) + "  " + records.events[e].type + "  " + participants_text(records.events[e]));
  }
  return out + "\n" + document_rows(records) + "\n" + tree(records, statement.sentence);
}

}  // namespace annalist
