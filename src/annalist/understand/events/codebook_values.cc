// The values of a codebook's keys: triggers, relations, conditions, examples.
#include <algorithm>

#include "annalist/base/utf8.h"
#include "annalist/understand/events/codebook_builder.h"
#include "annalist/understand/events/codebook_words.h"
#include "annalist/understand/events/event.h"

namespace annalist {
namespace {

std::vector<std::string> words_in(const std::string& text) {
  std::vector<std::string> out;
  for (const CodebookWord& word : split_value({text, 1}, ' '))
    if (!word.text.empty()) out.push_back(word.text);
  return out;
}

bool is_event_type_name(std::string_view word) {
  return word.size() > 2 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

void CodebookBuilder::check_cameo(const CodebookWord& value, int line) {
  const std::string& code = value.text;
  const bool digits = std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (digits && code.size() >= 2 && code.size() <= 4 && code >= "01" && code < "21") return;
  fault(line, value.column, "a CAMEO code is two to four digits, 01 to 2042, not '" + code + "'");
}

// A verb's head is its first word ("carry out"), a noun's and an adjective's the last ("hunger strike"), or the one before "of" ("state
// of emergency").
void CodebookBuilder::add_triggers(TriggerKind kind, const CodebookLine& line) {
  for (const CodebookWord& piece : split_value(line.value, ',')) {
    std::vector<std::string> words = words_in(piece.text);
    if (words.empty()) {
      fault(line.number, piece.column, "an empty trigger: two commas, or one at the end?");
      continue;
    }
    size_t head = kind == TriggerKind::kVerb ? 0 : words.size() - 1;
    for (size_t i = 1; kind == TriggerKind::kNoun && i < words.size(); ++i) {
      if (words[i] == "of") head = i - 1;
    }
    Trigger trigger;
    trigger.kind = kind;
    trigger.head = words[head];
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(head));
    std::erase(words, "of");
    trigger.others = std::move(words);
    codebook_.patterns_.back().triggers.push_back(std::move(trigger));
  }
}

std::vector<Term> CodebookBuilder::terms(const CodebookLine& line) {
  std::vector<Term> out;
  for (const CodebookWord& piece : split_value(line.value, ',')) {
    if (const auto term = term_by_name(piece.text)) {
      out.push_back(*term);
    } else {
      fault(line.number, piece.column,
            "unknown relation '" + piece.text +
                "': neither a preposition nor one of subject, object, iobject, possessive, modifier, "
                "complement, complement subject, place, speaker, purpose" +
                suggestion(piece.text, codebook_relations()));
    }
  }
  return out;
}

// when RELATION is FILLER, FILLER
void CodebookBuilder::add_condition(const CodebookLine& line, bool negated) {
  const std::string& text = line.value.text;
  const size_t is = text.find(" is ");
  if (is == std::string::npos) {
    fault(line.number, line.value.column, "a condition reads 'when RELATION is FILLER, FILLER': no ' is ' found");
    return;
  }
  Condition condition;
  condition.negated = negated;
  condition.at = place(line.number, line.value.column);
  for (const CodebookWord& relation : split_value({text.substr(0, is), line.value.column}, ',')) {
    if (const auto term = term_by_name(relation.text)) {
      condition.terms.push_back(*term);
    } else {
      fault(line.number, relation.column, "unknown relation '" + relation.text + "'" + suggestion(relation.text, codebook_relations()));
      return;
    }
  }
  const CodebookWord rest{text.substr(is + 4), line.value.column + static_cast<int>(is) + 4};
  for (const CodebookWord& piece : split_value(rest, ',')) {
    Filler filler;
    filler.name = piece.text;
    if (piece.text.empty()) {
      fault(line.number, piece.column, "an empty filler: two commas, or one at the end?");
      continue;
    }
    if (piece.text[0] == '@') {
      filler.kind = FillerKind::kClass;
      filler.name = piece.text.substr(1);
    } else if (const auto kind = filler_by_name(piece.text)) {
      filler.kind = *kind;
    } else {
      filler.kind = is_event_type_name(piece.text) ? FillerKind::kType : FillerKind::kLemma;
    }
    condition.fillers.push_back(std::move(filler));
  }
  codebook_.patterns_.back().conditions.push_back(std::move(condition));
}

// announced AGREE 033  |  announced same
Retyping CodebookBuilder::retyping(const CodebookLine& line) {
  auto [type, cameo] = first_word(line.value);
  Retyping out;
  if (type.text == "same") return out;
  if (!cameo.text.empty()) check_cameo(cameo, line.number);
  out.type = type.text;
  out.cameo = cameo.text;
  return out;
}

// SENTENCE -> actor, actor ; recipient ; TYPE status
void CodebookBuilder::add_example(const CodebookLine& line, bool must_fire) {
  CodebookExample example;
  example.must_fire = must_fire;
  example.at = place(line.number, line.value.column);
  const size_t arrow = line.value.text.find("->");
  example.sentence = trim(std::string_view(line.value.text).substr(0, arrow));
  if (example.sentence.empty()) fault(line.number, line.value.column, "no sentence stands before the '->'");
  if (arrow != std::string::npos) {
    const CodebookWord rest{line.value.text.substr(arrow + 2), line.value.column + static_cast<int>(arrow) + 2};
    const std::vector<CodebookWord> fields = split_value(rest, ';');
    const auto names = [&](size_t field, std::vector<std::string>& out) {
      if (field >= fields.size()) return;
      for (const CodebookWord& name : split_value(fields[field], ','))
        if (!name.text.empty()) out.push_back(name.text);
    };
    names(0, example.actors);
    names(1, example.recipients);
    for (const std::string& word : fields.size() > 2 ? words_in(fields[2].text) : std::vector<std::string>()) {
      if (event_status_by_name(word)) example.status = word;
      else if (is_event_type_name(word)) example.type = word;
      else fault(line.number, fields[2].column, "'" + word + "' is neither an event type nor a status");
    }
  } else if (must_fire) {
    fault(line.number, line.value.column, "an example reads 'example SENTENCE -> ACTOR ; RECIPIENT': no '->' found");
  }
  codebook_.patterns_.back().examples.push_back(std::move(example));
}

void CodebookBuilder::add_needs(const CodebookLine& line) {
  static constexpr std::string_view kNeeds[] = {"actor", "recipient", "both"};
  Pattern& pattern = codebook_.patterns_.back();
  const std::string& value = line.value.text;
  if (std::find(std::begin(kNeeds), std::end(kNeeds), value) == std::end(kNeeds)) {
    fault(line.number, line.value.column, "needs what? actor, recipient or both" + suggestion(value, kNeeds));
    return;
  }
  pattern.needs_actor |= value != "recipient";
  pattern.needs_recipient |= value != "actor";
}

}  // namespace annalist
