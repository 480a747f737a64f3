#include "annalist/understand/events/check_codebook.h"

#include <algorithm>
#include <set>

#include "annalist/base/utf8.h"
#include "annalist/understand/actors/find_actors.h"
#include "annalist/understand/amounts/find_amounts.h"
#include "annalist/understand/events/find_events.h"
#include "annalist/understand/events/inflection.h"
#include "annalist/understand/statements/find_statements.h"
#include "annalist/understand/times/find_times.h"

namespace annalist {
namespace {

struct Coded {
  Document document;
  std::vector<Event> events;
};

Coded code(const std::string& sentence, const Codebook& codebook, const Reader& reader, const Knowledge& knowledge) {
  Coded out;
  Document& document = out.document;
  document.text = to_nfc(sentence);
  document.blocks.push_back({{0, static_cast<uint32_t>(document.text.size())}, BlockKind::kParagraph});
  const Reading reading = reader.read(document);
  const Actors actors = find_actors(document, reading, knowledge);
  const std::vector<Timex> times = find_times(document, reading);
  const std::vector<Amount> amounts = find_amounts(document, reading, knowledge);
  const Statements statements = find_statements(document, reading, actors, times, knowledge);
  out.events = find_events(document, reading, actors, times, amounts, statements, codebook, knowledge);
  return out;
}

// Whether a participant answers to an expected name: its words or its canonical name hold the name, any case.
bool answers(const Participant& participant, const std::string& expected, std::string_view text) {
  const std::string wanted = fold(expected);
  return fold(participant.name).find(wanted) != std::string::npos ||
         fold(words_of(text, participant.words)).find(wanted) != std::string::npos;
}

bool all_answer(const std::vector<std::string>& expected, const std::vector<Participant>& found, std::string_view text) {
  return std::all_of(expected.begin(), expected.end(), [&](const std::string& name) {
    return std::any_of(found.begin(), found.end(), [&](const Participant& p) { return answers(p, name, text); });
  });
}

std::string list(const std::vector<Participant>& some) {
  std::string out;
  for (const Participant& p : some) out += (out.empty() ? "" : ", ") + p.name;
  return out;
}

std::string spelled(const std::vector<Event>& events) {
  if (events.empty()) return "no event";
  std::string out;
  for (const Event& event : events) {
    out += (out.empty() ? "" : " | ") + event.pattern + ": " + list(event.actors) + " ; " + list(event.recipients) + " ; " + event.type +
           " " + std::string(event_status_name(event.status));
  }
  return out;
}

// What is wrong with an example, or an empty string.
std::string fault_of(const CodebookExample& example, const Pattern& pattern, const Codebook& codebook, const Coded& coded) {
  const std::string& text = coded.document.text;
  const bool fired = std::any_of(coded.events.begin(), coded.events.end(), [&](const Event& e) { return e.pattern == pattern.name; });
  if (!example.must_fire) return fired ? "must not fire, but gave " + spelled(coded.events) : std::string();
  if (!fired) return "did not fire; the sentence gave " + spelled(coded.events);
  for (const Event& event : coded.events) {
    if (event.pattern != pattern.name) continue;
    const std::string& type = example.type.empty() ? codebook.types()[static_cast<size_t>(pattern.type)].name : example.type;
    bool sides = all_answer(example.actors, event.actors, text) && all_answer(example.recipients, event.recipients, text);
    if (pattern.mutual && !sides) {
      std::vector<Participant> both = event.actors;
      both.insert(both.end(), event.recipients.begin(), event.recipients.end());
      sides = all_answer(example.actors, both, text) && all_answer(example.recipients, both, text);
    }
    const bool status = example.status.empty() || example.status == event_status_name(event.status);
    if (sides && status && type == event.type) return {};
  }
  return "fired otherwise than expected: " + spelled(coded.events);
}

// Whether a word of one of the pattern's triggers stands in the sentence, in any form: only then does a twin come close.
bool comes_close(const std::string& sentence, const Pattern& pattern) {
  std::set<std::string> words;
  std::string word;
  for (const char c : fold(sentence) + ' ') {
    if (c == ' ' || c == ',' || c == '.' || c == '\'' || c == '"') {
      if (!word.empty()) words.insert(std::move(word));
      word.clear();
    } else {
      word += c;
    }
  }
  const auto stands = [&](const std::string& lemma) {
    const std::vector<std::string> forms = inflections(lemma);
    return std::any_of(forms.begin(), forms.end(), [&](const std::string& form) { return words.contains(fold(form)); });
  };
  return std::any_of(pattern.triggers.begin(), pattern.triggers.end(), [&](const Trigger& trigger) {
    return stands(trigger.head) || std::any_of(trigger.others.begin(), trigger.others.end(), stands);
  });
}

// What a pattern lacks before its examples are read.
void check_kinds(const Pattern& pattern, const Codebook& codebook, std::vector<Diagnostic>& out) {
  const auto has = [&](bool fires) {
    return std::any_of(pattern.examples.begin(), pattern.examples.end(), [&](const CodebookExample& e) { return e.must_fire == fires; });
  };
  const std::string name = "pattern " + pattern.name;
  if (!has(true)) out.push_back({codebook.where(pattern.at), name + " has no example: add 'example SENTENCE -> A ; R'"});
  if (!has(false))
    out.push_back({codebook.where(pattern.at), name + " has no twin: add 'not SENTENCE', one that comes close and must not fire it"});
  for (const CodebookExample& e : pattern.examples)
    if (!e.must_fire && !comes_close(e.sentence, pattern))
      out.push_back({codebook.where(e.at), name + ": the twin '" + e.sentence + "' holds none of its trigger words; use one of them"});
}

}  // namespace

std::vector<Event> code_sentence(const std::string& sentence, const Codebook& codebook, const Reader& reader, const Knowledge& knowledge) {
  return code(sentence, codebook, reader, knowledge).events;
}

std::vector<Diagnostic> check_examples(const Codebook& codebook, const Reader& reader, const Knowledge& knowledge) {
  std::vector<Diagnostic> out;
  for (const Pattern& pattern : codebook.patterns()) {
    check_kinds(pattern, codebook, out);
    for (const CodebookExample& example : pattern.examples) {
      const Coded coded = code(example.sentence, codebook, reader, knowledge);
      std::string fault = fault_of(example, pattern, codebook, coded);
      if (!fault.empty())
        out.push_back({codebook.where(example.at), "pattern " + pattern.name + " on '" + example.sentence + "': " + std::move(fault)});
    }
  }
  return out;
}

std::vector<Diagnostic> check_codebook(const std::vector<std::string>& paths, const Reader& reader, const Knowledge& knowledge) {
  std::vector<Error> faults;
  const Codebook codebook = Codebook::open(paths, faults);
  std::vector<Diagnostic> out;
  for (const Error& fault : faults) out.push_back({fault.where, fault.message});
  return faults.empty() ? check_examples(codebook, reader, knowledge) : out;
}

}  // namespace annalist
