#include "annalist/understand/events/codebook_builder.h"

#include <algorithm>
#include <charconv>

#include "annalist/understand/events/codebook_words.h"

namespace annalist {
namespace {

constexpr std::string_view kBlocks[] = {"type", "class", "pattern"};

template <class Named>
int index_of(const std::vector<Named>& all, std::string_view name) {
  for (size_t i = 0; i < all.size(); ++i)
    if (all[i].name == name) return static_cast<int>(i);
  return -1;
}

}  // namespace

void CodebookBuilder::fault(CodebookPlace at, std::string message) {
  faults_.push_back({ErrorCode::kBadConfiguration, std::move(message), codebook_.where(at)});
}

void CodebookBuilder::fault(int line, int column, std::string message) { fault(place(line, column), std::move(message)); }

void CodebookBuilder::add(const std::string& name, std::string_view text) {
  file_ = static_cast<int>(codebook_.files_.size());
  codebook_.files_.push_back(name);
  block_ = Block::kNone;
  type_ = -1;
  for (const CodebookLine& line : codebook_lines(text)) {
    if (!line.indented) {
      open_block(line);
      continue;
    }
    switch (block_) {
      case Block::kType: type_key(line); break;
      case Block::kPattern: pattern_key(line); break;
      case Block::kClass: {
        CodebookWord all = line.key;
        if (!line.value.text.empty()) all.text += " " + line.value.text;
        class_members(all, line.number);
        break;
      }
      case Block::kNone: fault(line.number, line.key.column, "an indented line before any type, class or pattern"); break;
      case Block::kUnknown: break;  // told once, at its head
    }
  }
}

void CodebookBuilder::open_block(const CodebookLine& line) {
  const CodebookPlace at = place(line.number, line.key.column);
  if (line.key.text == "type") {
    block_ = Block::kType;
    type_ = index_of(codebook_.types_, line.value.text);
    if (type_ >= 0) return;  // opened again: its patterns go on here
    type_ = static_cast<int>(codebook_.types_.size());
    EventType type;
    type.name = line.value.text;
    type.at = at;
    codebook_.types_.push_back(std::move(type));
  } else if (line.key.text == "class") {
    block_ = Block::kClass;
    CodebookWord name = line.value;
    CodebookWord rest;
    if (const size_t colon = name.text.find(':'); colon != std::string::npos) {
      rest = {name.text.substr(colon + 1), name.column + static_cast<int>(colon) + 1};
      name.text = std::string(name.text.substr(0, colon));
    }
    if (name.text.empty()) fault(at, "a class needs a name: class NAME: lemma, lemma");
    class_ = index_of(codebook_.classes_, name.text);
    if (class_ < 0) {
      class_ = static_cast<int>(codebook_.classes_.size());
      LemmaClass made;
      made.name = name.text;
      made.at = at;
      codebook_.classes_.push_back(std::move(made));
    }
    class_members(rest, line.number);
  } else if (line.key.text == "pattern") {
    block_ = Block::kPattern;
    if (line.value.text.empty()) fault(at, "a pattern needs a name");
    if (const int other = index_of(codebook_.patterns_, line.value.text); other >= 0)
      fault(line.number, line.value.column,
            "pattern '" + line.value.text + "' stands already at " + codebook_.where(codebook_.patterns_[static_cast<size_t>(other)].at));
    Pattern pattern;
    pattern.name = line.value.text;
    pattern.type = type_;
    pattern.at = at;
    codebook_.patterns_.push_back(std::move(pattern));
  } else {
    block_ = Block::kUnknown;
    fault(at, "unknown block '" + line.key.text + "'" + suggestion(line.key.text, kBlocks));
  }
}

void CodebookBuilder::class_members(const CodebookWord& value, int line) {
  for (const CodebookWord& member : split_value(value, ',')) {
    if (!member.text.empty()) codebook_.classes_[static_cast<size_t>(class_)].members.push_back(member.text);
  }
  (void)line;
}

void CodebookBuilder::type_key(const CodebookLine& line) {
  EventType& type = codebook_.types_[static_cast<size_t>(type_)];
  const std::string& key = line.key.text;
  if (key == "quad") {
    const auto [end, code] = std::from_chars(line.value.text.data(), line.value.text.data() + line.value.text.size(), type.quad);
    if (code != std::errc() || *end != '\0' || type.quad < 1 || type.quad > 4)
      fault(line.number, line.value.column, "quad is 1 (verbal cooperation), 2 (material cooperation), 3 (verbal conflict) or 4");
  } else if (key == "cameo") {
    check_cameo(line.value, line.number);
    type.cameo = line.value.text;
  } else if (key == "gloss") {
    type.gloss = line.value.text;
  } else if (key == "modes") {
    for (const CodebookWord& mode : split_value(line.value, ',')) type.modes.push_back(mode.text);
  } else if (key == "announced") {
    type.announced = retyping(line);
  } else if (key == "refused") {
    type.refused = retyping(line);
  } else {
    fault(line.number, line.key.column, "unknown key '" + key + "' in a type" + suggestion(key, codebook_type_keys()));
  }
}

void CodebookBuilder::pattern_key(const CodebookLine& line) {
  Pattern& pattern = codebook_.patterns_.back();
  const std::string& key = line.key.text;
  if (line.value.text.empty() && key != "mutual" && key != "public") {
    fault(line.number, line.key.column, "'" + key + "' needs a value" + suggestion(key, codebook_pattern_keys()));
  } else if (key == "verb") {
    add_triggers(TriggerKind::kVerb, line);
  } else if (key == "noun") {
    add_triggers(TriggerKind::kNoun, line);
  } else if (key == "adjective") {
    add_triggers(TriggerKind::kAdjective, line);
  } else if (key == "actor") {
    pattern.actor = terms(line);
  } else if (key == "recipient") {
    pattern.recipient = terms(line);
  } else if (key == "when" || key == "unless") {
    add_condition(line, key == "unless");
  } else if (key == "cameo") {
    check_cameo(line.value, line.number);
    pattern.cameo = line.value.text;
  } else if (key == "mode") {
    pattern.mode = line.value.text;
    pattern.mode_at = place(line.number, line.value.column);
  } else if (key == "context") {
    for (const CodebookWord& context : split_value(line.value, ',')) {
      const auto known = codebook_contexts();
      if (std::find(known.begin(), known.end(), context.text) == known.end())
        fault(line.number, context.column, "unknown context '" + context.text + "'" + suggestion(context.text, known));
      pattern.contexts.push_back(context.text);
    }
  } else if (key == "mutual") {
    pattern.mutual = true;
  } else if (key == "public") {
    pattern.is_public = true;
  } else if (key == "needs") {
    add_needs(line);
  } else if (key == "announced") {
    pattern.announced = retyping(line);
  } else if (key == "refused") {
    pattern.refused = retyping(line);
  } else if (key == "type") {
    pattern_types_.emplace_back(static_cast<int>(codebook_.patterns_.size()) - 1, line.value.text);
  } else if (key == "example" || key == "not") {
    add_example(line, key == "example");
  } else {
    fault(line.number, line.key.column, "unknown key '" + key + "' in a pattern" + suggestion(key, codebook_pattern_keys()));
  }
}

}  // namespace annalist
