#include "annalist/kb/kb_fields.h"

#include <algorithm>
#include <array>

#include "annalist/base/utf8.h"
#include "annalist/kb/parse_kb.h"

namespace annalist {
namespace {

using Reader = void (*)(const FieldLine&, Record&, const FaultSink&);

Position after(Position at, std::string_view whole, std::string_view part) {
  return {at.line, at.column + static_cast<int>(part.data() - whole.data())};
}

// Semicolons part the items; empty ones are a fault.
std::vector<std::string> read_list(const FieldLine& field, const FaultSink& fault) {
  std::vector<std::string> items;
  size_t at = 0;
  while (at <= field.value.size()) {
    size_t end = field.value.find(';', at);
    if (end == std::string_view::npos) end = field.value.size();
    const std::string_view item = trim(field.value.substr(at, end - at));
    if (item.empty()) fault({field.value_at.line, field.value_at.column + static_cast<int>(at)}, "empty item between semicolons");
    else items.push_back(to_nfc(item));
    at = end + 1;
  }
  return items;
}

void append(std::vector<std::string>& list, std::vector<std::string> more) {
  list.insert(list.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

std::vector<std::string_view> split_spaces(std::string_view text) {
  std::vector<std::string_view> words;
  size_t at = 0;
  while ((at = text.find_first_not_of(" \t", at)) != std::string_view::npos) {
    const size_t end = std::min(text.find_first_of(" \t", at), text.size());
    words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

std::string interval_fault(IntervalFault fault, std::string_view text) {
  const std::string shown = "'" + std::string(text) + "'";
  switch (fault) {
    case IntervalFault::kShape: return "expected an interval such as 2013-08-15..2021-08-24, 2013..? or ..2010, got " + shown;
    case IntervalFault::kFrom: return "the first date of " + shown + " is no date; write 2013, 2013-08 or 2013-08-15";
    case IntervalFault::kTo: return "the last date of " + shown + " is no date; write 2013, 2013-08, 2013-08-15 or ?";
    case IntervalFault::kReversed: return "the interval " + shown + " ends before it begins";
    case IntervalFault::kNone: break;
  }
  return {};
}

// INTERVAL [asof DATE], from words[first] on.
Interval read_when(const FieldLine& field, const std::vector<std::string_view>& words, size_t first, const FaultSink& fault) {
  if (first >= words.size()) return {};
  const Position at = after(field.value_at, field.value, words[first]);
  IntervalReading reading = parse_interval(words[first]);
  if (reading.fault != IntervalFault::kNone) {
    fault(at, interval_fault(reading.fault, words[first]));
    return {};
  }
  if (first + 1 == words.size()) return reading.interval;
  const Position more_at = after(field.value_at, field.value, words[first + 1]);
  if (words[first + 1] != "asof" || first + 3 != words.size()) {
    fault(more_at, "after the interval only 'asof DATE' can follow");
    return reading.interval;
  }
  const auto day = parse_coarse_date(words[first + 2]);
  if (!day) {
    fault(after(field.value_at, field.value, words[first + 2]),
          "'" + std::string(words[first + 2]) + "' is no date; write 2013, 2013-08 or 2013-08-15");
  } else if (!reading.interval.open) {
    fault(more_at, "'asof' goes with an interval that ends in '?'");
  } else if (day->to < reading.interval.from) {
    fault(more_at, "the check ('asof') lies before the interval begins");
  } else {
    reading.interval.to = day->to;
  }
  return reading.interval;
}

void read_role(const FieldLine& field, Record& record, const FaultSink& fault) {
  const auto words = split_spaces(field.value);
  if (words.size() < 2) {
    fault(field.value_at, "a role is written: role ROLE OF [INTERVAL [asof DATE]]");
    return;
  }
  RoleClaim claim;
  claim.role = words[0];
  claim.of = words[1];
  claim.at = field.value_at;
  claim.of_at = after(field.value_at, field.value, words[1]);
  claim.when_at = words.size() > 2 ? after(field.value_at, field.value, words[2]) : claim.of_at;
  claim.interval = read_when(field, words, 2, fault);
  record.roles.push_back(std::move(claim));
}

void read_code(const FieldLine& field, Record& record, const FaultSink& fault) {
  const auto words = split_spaces(field.value);
  const bool shaped = words[0].size() >= 2 && std::all_of(words[0].begin(), words[0].end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!shaped) fault(field.value_at, "expected a code in capital letters such as IRNGOV, got '" + std::string(words[0]) + "'");
  record.codes.push_back({std::string(words[0]), read_when(field, words, 1, fault)});
}

// "[USA,GBR] secretary of state; ..."
void read_words(const FieldLine& field, Record& record, const FaultSink& fault) {
  for (std::string& item : read_list(field, fault)) {
    if (item.front() != '[') {
      record.words.push_back({std::move(item), {}});
      continue;
    }
    const size_t close = item.find(']');
    if (close == std::string::npos || trim(std::string_view(item).substr(close + 1)).empty()) {
      fault(field.value_at, "expected '[COUNTRY,...] words', got '" + item + "'");
      continue;
    }
    const std::string text(trim(std::string_view(item).substr(close + 1)));
    for (size_t at = 1; at < close; at += 4) record.words.push_back({text, item.substr(at, std::min<size_t>(3, close - at))});
  }
}

void read_name(const FieldLine& field, Record& record, const FaultSink& fault) {
  if (!record.name.empty()) fault(field.name_at, "a second 'name'; further names are 'alias'");
  record.name = to_nfc(field.value);
}

void read_part(const FieldLine& field, Record& record, const FaultSink& fault) {
  if (!record.part_of.empty()) fault(field.name_at, "a second 'part'; an actor is part of one body");
  record.part_of = field.value;
  record.part_at = field.value_at;
}

template <std::vector<std::string> Record::*member>
void read_strings(const FieldLine& field, Record& record, const FaultSink& fault) {
  append(record.*member, read_list(field, fault));
}

void read_source(const FieldLine&, Record&, const FaultSink&) {}

constexpr unsigned bit(RecordKind kind) { return 1U << static_cast<unsigned>(kind); }
constexpr unsigned kActors = bit(RecordKind::kActor) | bit(RecordKind::kOutlet) | bit(RecordKind::kCountry) | bit(RecordKind::kAmend);
constexpr unsigned kStates = bit(RecordKind::kCountry) | bit(RecordKind::kAmend);
constexpr unsigned kWordy = bit(RecordKind::kRole) | bit(RecordKind::kAgent) | bit(RecordKind::kCurrency);
constexpr unsigned kAll = ~0U;

struct FieldForm {
  std::string_view name;
  unsigned kinds;
  Reader read;
};
constexpr std::array<FieldForm, 17> kFields = {{
    {"name", kAll & ~bit(RecordKind::kAgent) & ~bit(RecordKind::kDrop), read_name},
    {"alias", kActors | bit(RecordKind::kPlace), read_strings<&Record::aliases>},
    {"unalias", bit(RecordKind::kAmend), read_strings<&Record::unaliases>},
    {"surname", bit(RecordKind::kActor) | bit(RecordKind::kAmend), read_strings<&Record::surnames>},
    {"code", kActors, read_code},
    {"role", bit(RecordKind::kActor) | bit(RecordKind::kAmend), read_role},
    {"part", kActors, read_part},
    {"domain", kActors, read_strings<&Record::domains>},
    {"adjective", kStates, read_strings<&Record::adjectives>},
    {"people", kStates, read_strings<&Record::peoples>},
    {"seat", kStates, read_strings<&Record::seats>},
    {"word", kWordy, read_words},
    {"usual", bit(RecordKind::kCurrency), read_strings<&Record::usual>},
    {"in", bit(RecordKind::kCurrency), read_strings<&Record::countries>},
    {"src", kAll, read_source},
    {"note", kAll, read_source},
    {"capital", kStates, read_strings<&Record::seats>},
}};

}  // namespace

void read_kb_field(const FieldLine& field, Record& record, const FaultSink& fault) {
  const auto form = std::find_if(kFields.begin(), kFields.end(), [&](const FieldForm& f) { return f.name == field.name; });
  const bool fits = form != kFields.end() && (form->kinds & bit(record.kind)) != 0;
  if (fits) {
    form->read(field, record, fault);
    return;
  }
  std::vector<std::string_view> known;
  for (const FieldForm& f : kFields) {
    if ((f.kinds & bit(record.kind)) != 0) known.push_back(f.name);
  }
  std::string message = form == kFields.end() ? "unknown field '" : "this kind of record has no field '";
  message += std::string(field.name) + "'";
  if (const std::string_view close = closest_word(field.name, known); !close.empty()) {
    message += "; did you mean '" + std::string(close) + "'?";
  } else {
    message += "; it can have";
    for (std::string_view word : known) message += " " + std::string(word);
  }
  fault(field.name_at, std::move(message));
}

}  // namespace annalist
