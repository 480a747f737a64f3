// Event: who did what to whom, after PLOVER (Halterman et al. 2023) with CAMEO codes (Schrodt 2012), as one sentence reports it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "annalist/base/date.h"
#include "annalist/base/span.h"
#include "annalist/understand/actors/actor.h"
#include "annalist/understand/statements/statement.h"

namespace annalist {

enum class EventStatus : uint8_t { kActual, kOngoing, kPlanned, kPromised, kRequested, kDenied, kPossible };
std::string_view event_status_name(EventStatus status);  // "actual", ...
std::optional<EventStatus> event_status_by_name(std::string_view name);

struct Participant {
  ByteSpan words;
  MentionIndex mention = kNone;  // kNone: words that are no mention ("the convoy")
  ActorIndex actor = kNone;
  std::string name;  // canonical, else the words
  std::string code;  // CAMEO/PLOVER code, may be empty
  friend bool operator==(const Participant&, const Participant&) = default;
};

struct EventPlace {
  ByteSpan words;
  std::string name;
  std::string country;             // ISO 3166-1 alpha-3, may be empty
  std::optional<double> latitude;  // degrees, WGS 84
  std::optional<double> longitude;
  friend bool operator==(const EventPlace&, const EventPlace&) = default;
};

struct Event {
  std::string type;  // PLOVER: "CONSULT"
  std::string mode;  // may be empty
  std::vector<std::string> contexts;
  std::string cameo;  // "042"
  int quad = 0;       // 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict
  ByteSpan trigger;
  TokenIndex trigger_token = kNoToken;
  int sentence = 0;
  std::vector<Participant> actors;
  std::vector<Participant> recipients;
  std::optional<DateRange> date;
  std::string date_how;  // "timex in clause", "timex in sentence", "since timex", "carried"; empty when no date
  std::optional<EventPlace> place;
  EventStatus status = EventStatus::kActual;
  ByteSpan status_words;     // the words that decided the status, empty for the plain case
  int amount = kNone;        // index into the document's amounts
  int statement = kNone;     // index of the innermost statement whose content holds it
  std::vector<Source> via;   // innermost speaker first; empty when the article itself asserts
  std::string pattern;       // the codebook pattern's name
  int pattern_line = 0;      // its line in its codebook file
  std::string pattern_file;  // the base name: "aid.codebook"
  double confidence = 1.0;   // 0..1
  friend bool operator==(const Event&, const Event&) = default;
};

}  // namespace annalist
