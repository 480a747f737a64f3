#include "annalist/show/listing.h"

#include <fmt/format.h>

#include <algorithm>

#include "annalist/base/utf8.h"
#include "annalist/show/record_json.h"
#include "annalist/store/archive.h"

namespace annalist {
namespace {

constexpr size_t kIndent = 4;

std::string bold(std::string_view text, const ListingStyle& style) {
  return style.color ? fmt::format("\x1b[1m{}\x1b[0m", text) : std::string(text);
}

// Line ends and runs of white space as one blank.
std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool white = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!white) out += c;
    else if (!out.empty() && out.back() != ' ') out += ' ';
  }
  return out;
}

std::string names(const std::vector<Participant>& list) {
  std::string out;
  for (const Participant& one : list) out += (out.empty() ? "" : ", ") + one.name;
  return out;
}

std::string names(const std::vector<Source>& list) {
  std::string out;
  for (const Source& one : list) out += (out.empty() ? "" : ", ") + one.name;
  return out.empty() ? "somebody" : out;
}

std::string sentence_words(const Records& records, int sentence) {
  return one_line(words_of(records.document.text, records.reading.sentences[static_cast<size_t>(sentence)].words));
}

std::string grouped(const Decimal& number) {
  std::string digits = number.to_string();
  const size_t point = std::min(digits.find('.'), digits.size());
  const size_t first = digits[0] == '-' ? 1 : 0;
  for (size_t at = point; at > first + 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

std::string event_head(const Event& event, const ListingStyle& style) {
  const std::string date = event.date ? to_iso(*event.date) : "no date";
  std::string what = event.mode.empty() ? event.type : event.type + " " + event.mode;
  std::string head = fmt::format("{:<10}  {}  {}", date, bold(what, style), participants_text(event));
  if (event.status != EventStatus::kActual) head += fmt::format("  [{}]", event_status_name(event.status));
  return head;
}

std::string foot(const Records& records, const std::vector<Source>& chain, const std::string& id) {
  const std::string through = chain_text(chain);
  std::string out;
  if (!through.empty()) out += wrap(through, kIndent, 100);
  return out + fmt::format("{:{}}{}  {}\n", "", kIndent, document_text(records.document), id);
}

}  // namespace

std::string wrap(std::string_view text, size_t indent, size_t width) {
  const std::string margin(indent, ' ');
  std::string out;
  std::string line;
  size_t columns = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    const size_t length = count_code_points(word);
    if (!line.empty() && indent + columns + 1 + length > width) {
      out += margin + line + "\n";
      line.clear();
      columns = 0;
    }
    columns += length + (line.empty() ? 0 : 1);
    line += (line.empty() ? "" : " ") + std::string(word);
    at = end + 1;
  }
  return line.empty() ? out : out + margin + line + "\n";
}

std::string participants_text(const Event& event) {
  const std::string actors = event.actors.empty() ? "?" : names(event.actors);
  if (event.recipients.empty()) return actors;
  return actors + " -> " + names(event.recipients);
}

std::string chain_text(const std::vector<Source>& chain) {
  std::string out;
  for (const Source& source : chain) out += (out.empty() ? "according to " : ", as reported by ") + source.name;
  return out;
}

std::string document_text(const Document& document) {
  std::string out = document.outlet.value.empty() ? document.path : document.outlet.value;
  if (document.published) out += ", " + to_iso(*document.published);
  return out;
}

std::string amount_text(const Amount& amount, const std::string& text) {
  std::string number;
  if (amount.value) number = grouped(*amount.value);
  else if (amount.low && amount.high) number = grouped(*amount.low) + " to " + grouped(*amount.high);
  else if (amount.low) number = "at least " + grouped(*amount.low);
  else if (amount.high) number = "up to " + grouped(*amount.high);
  else number = fmt::format("\"{}\"", one_line(words_of(text, amount.words)));
  const bool currency =
      amount.unit.size() == 3 && std::all_of(amount.unit.begin(), amount.unit.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  std::string out = amount.approximate ? "about " : "";
  out += currency ? amount.unit + " " + number : number + " " + amount.unit;
  if (!amount.per.empty()) out += " a " + amount.per;
  if (amount.kind == AmountKind::kChange) out += " (change)";
  return out;
}

std::string list_event(const Records& records, size_t index, const ListingStyle& style) {
  const Event& event = records.events[index];
  std::string out = event_head(event, style) + "\n";
  if (event.amount != kNone) {
    const Amount& amount = records.amounts[static_cast<size_t>(event.amount)];
    out += fmt::format("{:{}}{}\n", "", kIndent, amount_text(amount, records.document.text));
  }
  out += wrap("\"" + sentence_words(records, event.sentence) + "\"", kIndent, style.width);
  return out + foot(records, event.via, event_id(records.document, index));
}

std::string list_statement(const Records& records, size_t index, const ListingStyle& style) {
  const Statement& statement = records.statements.statements[index];
  const std::string& text = records.document.text;
  std::string out = fmt::format("{}  {}", bold(names(statement.source), style), one_line(words_of(text, statement.cue)));
  if (statement.date) out += "  (" + to_iso(*statement.date) + ")";
  out += "\n";
  std::string content;
  for (const ByteSpan words : statement.content) content += (content.empty() ? "" : " ... ") + one_line(words_of(text, words));
  out += wrap(content.empty() ? "(no words given)" : content, kIndent, style.width);
  return out + foot(records, statement.via, statement_id(records.document, index));
}

std::string list_amount(const Records& records, size_t index, const ListingStyle& style) {
  const Amount& amount = records.amounts[index];
  std::string out = bold(amount_text(amount, records.document.text), style) + "\n";
  bool told = false;
  for (size_t e = 0; e < records.events.size(); ++e) {
    if (records.events[e].amount != static_cast<int>(index)) continue;
    told = true;
    out += fmt::format("{:{}}{}\n", "", kIndent, event_head(records.events[e], style));
    out += wrap("\"" + sentence_words(records, records.events[e].sentence) + "\"", kIndent, style.width);
    out += foot(records, records.events[e].via, event_id(records.document, e));
  }
  if (told) return out;
  for (size_t s = 0; s < records.reading.sentences.size(); ++s) {
    if (!records.reading.sentences[s].words.contains(amount.words)) continue;
    out += wrap("\"" + sentence_words(records, static_cast<int>(s)) + "\"", kIndent, style.width);
    break;
  }
  return out + fmt::format("{:{}}{}\n", "", kIndent, document_text(records.document));
}

std::string list_sentence(const Records& records, size_t sentence, const ListingStyle& style) {
  std::string out = wrap(sentence_words(records, static_cast<int>(sentence)), 0, style.width);
  std::string ids;
  for (size_t e = 0; e < records.events.size(); ++e) {
    if (records.events[e].sentence == static_cast<int>(sentence)) ids += "  " + event_id(records.document, e);
  }
  return out + fmt::format("{:{}}{}{}\n", "", kIndent, document_text(records.document), ids);
}

}  // namespace annalist
