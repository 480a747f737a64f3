// What a codebook can settle only when all its files are read: names of types and classes, classes within classes, the trigger index.
#include <algorithm>
#include <map>
#include <set>

#include "annalist/understand/events/codebook_builder.h"
#include "annalist/understand/events/codebook_words.h"
#include "annalist/understand/events/inflection.h"

namespace annalist {

std::vector<std::string_view> CodebookBuilder::class_names() const {
  std::vector<std::string_view> out;
  for (const LemmaClass& each : codebook_.classes_) out.push_back(each.name);
  return out;
}

std::vector<std::string_view> CodebookBuilder::type_names() const {
  std::vector<std::string_view> out;
  for (const EventType& each : codebook_.types_) out.push_back(each.name);
  return out;
}

void CodebookBuilder::finish() {
  resolve_classes();
  resolve_types();
  for (Pattern& pattern : codebook_.patterns_) {
    resolve_conditions(pattern);
    check_pattern(pattern);
  }
  build_index();
  build_vocabulary();
  check_duplicates();
}

void CodebookBuilder::resolve_retyping(Retyping& retyping, CodebookPlace at) {
  if (retyping.type.empty()) return;
  retyping.index = codebook_.type_index(retyping.type);
  if (retyping.index < 0) fault(at, "unknown event type '" + retyping.type + "'" + suggestion(retyping.type, type_names()));
}

void CodebookBuilder::resolve_types() {
  for (EventType& type : codebook_.types_) {
    if (type.quad == 0) fault(type.at, "type " + type.name + " has no quad class (quad 1, 2, 3 or 4)");
    resolve_retyping(type.announced, type.at);
    resolve_retyping(type.refused, type.at);
  }
  for (const auto& [pattern, name] : pattern_types_) {
    const int index = codebook_.type_index(name);
    Pattern& target = codebook_.patterns_[static_cast<size_t>(pattern)];
    if (index < 0) fault(target.at, "unknown event type '" + name + "'" + suggestion(name, type_names()));
    else target.type = index;
  }
}

// state: 0 not seen, 1 being flattened, 2 done. False when the class leads back to itself.
bool CodebookBuilder::flatten(int lemma_class, std::vector<int>& state) {
  const size_t at = static_cast<size_t>(lemma_class);
  if (state[at] == 2) return true;
  if (state[at] == 1) return false;
  state[at] = 1;
  for (const std::string& member : std::vector<std::string>(codebook_.classes_[at].members)) {
    if (member[0] != '@') {
      codebook_.classes_[at].lemmas.insert(member);
      continue;
    }
    const int inner = codebook_.class_index(member.substr(1));
    if (inner < 0) {
      fault(codebook_.classes_[at].at, "class " + codebook_.classes_[at].name + " names an unknown class '" + member + "'" +
                                           suggestion(member.substr(1), class_names()));
    } else if (!flatten(inner, state)) {
      fault(codebook_.classes_[at].at,
            "class " + codebook_.classes_[at].name + " holds itself, through " + member + ": take one out of the other");
    } else {
      const auto& lemmas = codebook_.classes_[static_cast<size_t>(inner)].lemmas;
      codebook_.classes_[at].lemmas.insert(lemmas.begin(), lemmas.end());
    }
  }
  state[at] = 2;
  return true;
}

void CodebookBuilder::resolve_classes() {
  std::vector<int> state(codebook_.classes_.size(), 0);
  for (size_t i = 0; i < codebook_.classes_.size(); ++i) {
    if (codebook_.classes_[i].members.empty())
      fault(codebook_.classes_[i].at, "class " + codebook_.classes_[i].name + " is empty: name its lemmas after the colon");
    (void)flatten(static_cast<int>(i), state);
  }
}

void CodebookBuilder::resolve_conditions(Pattern& pattern) {
  for (Condition& condition : pattern.conditions) {
    for (Filler& filler : condition.fillers) {
      if (filler.kind == FillerKind::kClass) {
        filler.index = codebook_.class_index(filler.name);
        if (filler.index < 0) fault(condition.at, "unknown class '@" + filler.name + "'" + suggestion(filler.name, class_names()));
      } else if (filler.kind == FillerKind::kType) {
        filler.index = codebook_.type_index(filler.name);
        if (filler.index < 0) fault(condition.at, "unknown event type '" + filler.name + "'" + suggestion(filler.name, type_names()));
      }
    }
  }
  resolve_retyping(pattern.announced, pattern.at);
  resolve_retyping(pattern.refused, pattern.at);
}

void CodebookBuilder::check_pattern(Pattern& pattern) {
  if (pattern.type < 0) {
    fault(pattern.at, "pattern " + pattern.name + " has no event type: put it below a 'type' line");
    return;
  }
  const EventType& type = codebook_.types_[static_cast<size_t>(pattern.type)];
  if (pattern.triggers.empty()) fault(pattern.at, "pattern " + pattern.name + " has no trigger: verb, noun or adjective");
  if (pattern.actor.empty() && pattern.recipient.empty())
    fault(pattern.at, "pattern " + pattern.name + " has neither actor nor recipient: add 'actor subject' or the like");
  if (pattern.cameo.empty()) pattern.cameo = type.cameo;
  if (!pattern.mode.empty() && std::find(type.modes.begin(), type.modes.end(), pattern.mode) == type.modes.end()) {
    const std::vector<std::string_view> modes(type.modes.begin(), type.modes.end());
    fault(pattern.mode_at, "type " + type.name + " has no mode '" + pattern.mode + "'" + suggestion(pattern.mode, modes));
  }
  std::vector<Trigger> all;
  for (const Trigger& trigger : pattern.triggers) {
    for (Trigger& each : expanded(trigger, pattern.at)) all.push_back(std::move(each));
  }
  pattern.triggers = std::move(all);
}

// A trigger whose head is a class stands for one trigger a member; a multiword member brings its other words.
std::vector<Trigger> CodebookBuilder::expanded(const Trigger& trigger, CodebookPlace at) {
  if (trigger.head[0] != '@') return {trigger};
  const int index = codebook_.class_index(trigger.head.substr(1));
  if (index < 0) {
    fault(at, "unknown class '" + trigger.head + "' as a trigger" + suggestion(trigger.head.substr(1), class_names()));
    return {};
  }
  const auto& lemmas = codebook_.classes_[static_cast<size_t>(index)].lemmas;
  std::vector<std::string> sorted(lemmas.begin(), lemmas.end());
  std::sort(sorted.begin(), sorted.end());
  std::vector<Trigger> out;
  for (const std::string& member : sorted) {
    std::vector<std::string> words;
    for (const CodebookWord& word : split_value({member, 1}, ' '))
      if (!word.text.empty()) words.push_back(word.text);
    const size_t head = trigger.kind == TriggerKind::kVerb ? 0 : words.size() - 1;
    Trigger each = trigger;
    each.head = words[head];
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(head));
    each.others.insert(each.others.begin(), words.begin(), words.end());
    out.push_back(std::move(each));
  }
  return out;
}

void CodebookBuilder::build_index() {
  for (size_t p = 0; p < codebook_.patterns_.size(); ++p) {
    const Pattern& pattern = codebook_.patterns_[p];
    if (pattern.type < 0) continue;
    for (size_t t = 0; t < pattern.triggers.size(); ++t) {
      const Trigger& trigger = pattern.triggers[t];
      codebook_.index_[static_cast<size_t>(trigger.kind)][trigger.head].push_back({static_cast<int>(p), static_cast<int>(t)});
    }
  }
}

void CodebookBuilder::build_vocabulary() {
  auto& vocabulary = codebook_.vocabulary_;
  const auto add = [&](const std::string& words) {
    for (const CodebookWord& word : split_value({words, 1}, ' '))
      if (!word.text.empty()) vocabulary.insert(word.text);
  };
  for (const LemmaClass& each : codebook_.classes_)
    for (const std::string& lemma : each.lemmas) add(lemma);
  for (const Pattern& pattern : codebook_.patterns_) {
    for (const Trigger& trigger : pattern.triggers) {
      add(trigger.head);
      for (const std::string& other : trigger.others) add(other);
    }
    for (const Condition& condition : pattern.conditions)
      for (const Filler& filler : condition.fillers)
        if (filler.kind == FillerKind::kLemma) add(filler.name);
  }
  std::set<std::string> verbs;
  for (const auto& [lemma, entries] : codebook_.index_[static_cast<size_t>(TriggerKind::kVerb)]) verbs.insert(lemma);
  for (const std::string& lemma : verbs)
    for (std::string& form : inflections(lemma)) codebook_.verb_forms_.emplace(std::move(form), lemma);
  const std::set<std::string> sorted(vocabulary.begin(), vocabulary.end());  // the first lemma in order wins a form
  for (const std::string& lemma : sorted)
    for (std::string& form : inflections(lemma))
      if (!vocabulary.contains(form)) codebook_.forms_.emplace(std::move(form), lemma);
}

// Two patterns with one trigger and equal conditions: the later never fires.
void CodebookBuilder::check_duplicates() {
  std::map<std::string, int> seen;
  for (size_t p = 0; p < codebook_.patterns_.size(); ++p) {
    const Pattern& pattern = codebook_.patterns_[p];
    std::set<std::string> conditions;  // in whatever order they stand
    for (const Condition& condition : pattern.conditions) {
      std::string one = condition.negated ? "-" : "+";
      for (const Term& term : condition.terms) one += term_name(term) + "|";
      for (const Filler& filler : condition.fillers) one += "," + std::to_string(static_cast<int>(filler.kind)) + filler.name;
      conditions.insert(std::move(one));
    }
    std::string rest;
    for (const std::string& one : conditions) rest += one;
    for (const Term& term : pattern.actor) rest += "<" + term_name(term);
    for (const Term& term : pattern.recipient) rest += ">" + term_name(term);
    rest += pattern.needs_actor ? "A" : "";
    rest += pattern.needs_recipient ? "R" : "";
    for (const Trigger& trigger : pattern.triggers) {
      std::string key = std::to_string(static_cast<int>(trigger.kind)) + trigger.head;
      for (const std::string& other : trigger.others) key += " " + other;
      const auto [it, fresh] = seen.emplace(key + rest, static_cast<int>(p));
      if (fresh) continue;
      const Pattern& first = codebook_.patterns_[static_cast<size_t>(it->second)];
      fault(pattern.at, "trigger '" + key.substr(1) + "' of pattern " + pattern.name + " never fires: pattern " + first.name + " (" +
                            codebook_.where(first.at) + ") has the same trigger and conditions. Drop it, or tell it apart with a 'when'");
    }
  }
}

}  // namespace annalist
