#include "annalist/show/table.h"

#include <fmt/format.h>

#include "annalist/show/goldstein.h"
#include "annalist/show/record_json.h"
#include "annalist/store/archive.h"

namespace annalist {
namespace {

// Items joined by "; "; a "; " inside an item becomes ", ", so that the list comes apart again where it was joined.
template <class List, class Part>
std::string joined(const List& list, Part part) {
  std::string out;
  bool first = true;
  for (const auto& one : list) {
    std::string item(part(one));
    for (size_t at = item.find("; "); at != std::string::npos; at = item.find("; ", at)) item[at] = ',';
    if (!first) out += "; ";
    out += item;
    first = false;
  }
  return out;
}

// No list of codes at all when nobody has one.
template <class List, class Part>
std::string joined_if_any(const List& list, Part part) {
  for (const auto& one : list) {
    if (!part(one).empty()) return joined(list, part);
  }
  return "";
}

void add_side(std::vector<std::string>& fields, const Records& records, const std::vector<Participant>& side) {
  fields.push_back(joined(side, [](const Participant& one) { return one.name; }));
  fields.push_back(joined_if_any(side, [](const Participant& one) { return one.code; }));
  fields.push_back(joined_if_any(side, [&](const Participant& one) {
    return one.actor == kNone ? std::string() : records.actors.actors[static_cast<size_t>(one.actor)].country;
  }));
}

std::string degrees(const std::optional<double>& value) { return value ? fmt::format("{:.4f}", *value) : ""; }

void add_place(std::vector<std::string>& fields, const EventPlace& place) {
  fields.push_back(place.name);
  fields.push_back(place.country);
  fields.push_back(degrees(place.latitude));
  fields.push_back(degrees(place.longitude));
}

void add_amount(std::vector<std::string>& fields, const Amount& amount) {
  fields.push_back(amount.value ? amount.value->to_string() : "");
  fields.push_back(amount.unit);
  fields.push_back(amount.per);
}

std::string words(const Records& records, ByteSpan span) { return std::string(words_of(records.document.text, span)); }

}  // namespace

std::string date_precision(const std::optional<DateRange>& date) {
  if (!date) return "none";
  if (date->from == date->to) return "day";
  if (*date == month_range(date->from.year, date->from.month)) return "month";
  if (*date == year_range(date->from.year)) return "year";
  return "interval";
}

std::vector<std::string> table_columns() {
  return {"id",
          "date_from",
          "date_to",
          "date_precision",
          "date_how",
          "type",
          "mode",
          "contexts",
          "quad",
          "cameo",
          "intensity",
          "status",
          "actors",
          "actor_codes",
          "actor_countries",
          "recipients",
          "recipient_codes",
          "recipient_countries",
          "place",
          "place_country",
          "latitude",
          "longitude",
          "amount",
          "amount_unit",
          "amount_per",
          "chain",
          "document",
          "outlet",
          "published",
          "genre",
          "trigger",
          "sentence",
          "confidence",
          "pattern",
          "schema"};
}

std::vector<std::string> table_fields(const Records& records, size_t index) {
  const Event& event = records.events[index];
  const Document& document = records.document;
  const auto intensity = goldstein_tenths(event.cameo);
  std::vector<std::string> fields = {event_id(document, index),
                                     event.date ? to_iso(event.date->from) : "",
                                     event.date ? to_iso(event.date->to) : "",
                                     date_precision(event.date),
                                     event.date_how,
                                     event.type,
                                     event.mode,
                                     joined(event.contexts, [](const std::string& one) { return one; }),
                                     std::to_string(event.quad),
                                     event.cameo,
                                     intensity ? fmt::format("{:.1f}", *intensity / 10.0) : "",
                                     std::string(event_status_name(event.status))};
  add_side(fields, records, event.actors);
  add_side(fields, records, event.recipients);
  add_place(fields, event.place.value_or(EventPlace{}));
  add_amount(fields, event.amount == kNone ? Amount{} : records.amounts[static_cast<size_t>(event.amount)]);
  fields.push_back(joined(event.via, [](const Source& one) { return one.name; }));
  fields.push_back(document.id);
  fields.push_back(document.outlet.value);
  fields.push_back(document.published ? to_iso(*document.published) : "");
  fields.emplace_back(genre_name(document.genre));
  fields.push_back(words(records, event.trigger));
  fields.push_back(words(records, records.reading.sentences[static_cast<size_t>(event.sentence)].words));
  fields.push_back(fmt::format("{:.2f}", event.confidence));
  fields.push_back(event.pattern);
  fields.push_back(std::to_string(kTableVersion));
  return fields;
}

std::string tsv_line(const std::vector<std::string>& fields) {
  std::string out;
  for (const std::string& field : fields) {
    if (&field != &fields.front()) out += '\t';
    const bool quoted = field.find('"') != std::string::npos;
    if (quoted) out += '"';
    for (const char c : field) {
      if (c == '\t' || c == '\n' || c == '\r') out += ' ';
      else if (c == '"') out += "\"\"";
      else out += c;
    }
    if (quoted) out += '"';
  }
  return out + "\n";
}

}  // namespace annalist
