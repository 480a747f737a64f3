#include "annalist/kb/parse_kb.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "annalist/base/utf8.h"
#include "annalist/kb/kb_fields.h"

namespace annalist {
namespace {

struct HeadForm {
  std::string_view keyword;
  RecordKind kind;
  size_t least;  // words after the keyword
  size_t most;
  std::string_view form;
};
constexpr std::array<HeadForm, 9> kHeads = {{
    {"actor", RecordKind::kActor, 2, 3, "actor ID KIND [COUNTRY]"},
    {"outlet", RecordKind::kOutlet, 1, 2, "outlet DOMAIN [COUNTRY]"},
    {"country", RecordKind::kCountry, 1, 2, "country ISO3 [ISO2]"},
    {"currency", RecordKind::kCurrency, 1, 1, "currency CODE"},
    {"role", RecordKind::kRole, 2, 3, "role ID SECTOR [single]"},
    {"agent", RecordKind::kAgent, 1, 1, "agent SECTOR"},
    {"place", RecordKind::kPlace, 4, 6, "place ID COUNTRY LATITUDE LONGITUDE [POPULATION] [FEATURE]"},
    {"amend", RecordKind::kAmend, 1, 1, "amend ID"},
    {"drop", RecordKind::kDrop, 1, 1, "drop ID"},
}};

struct Piece {
  std::string_view text;
  Position at;
};

std::vector<Piece> split_words(std::string_view line, int number) {
  std::vector<Piece> pieces;
  size_t at = 0;
  while (at < line.size()) {
    if (line[at] == ' ' || line[at] == '\t') {
      ++at;
      continue;
    }
    size_t end = at;
    while (end < line.size() && line[end] != ' ' && line[end] != '\t') ++end;
    pieces.push_back({line.substr(at, end - at), {number, static_cast<int>(at) + 1}});
    at = end;
  }
  return pieces;
}

bool is_code(std::string_view text, size_t size) {
  return text.size() == size && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

class Parser {
 public:
  Parser(std::string_view text, std::string_view file) : text_(text), file_(file) {}

  ParsedKb run() {
    if (const size_t bad = find_invalid_utf8(text_); bad != std::string_view::npos) {
      const auto line = 1 + std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(bad), '\n');
      fault({static_cast<int>(line), 1}, "this is not UTF-8; save the file as UTF-8");
      return std::move(out_);
    }
    int number = 0;
    for (size_t at = 0; at < text_.size();) {
      size_t end = text_.find('\n', at);
      if (end == std::string_view::npos) end = text_.size();
      std::string_view line = text_.substr(at, end - at);
      if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
      read_line(line, ++number);
      at = end + 1;
    }
    finish_record();
    return std::move(out_);
  }

 private:
  void fault(Position at, std::string message) { out_.faults.push_back({place_text(file_, at), std::move(message)}); }

  void read_line(std::string_view line, int number) {
    const std::vector<Piece> pieces = split_words(line, number);
    if (pieces.empty() || pieces[0].text.front() == '#') return;
    if (line.front() == ' ' || line.front() == '\t') {
      read_field(line, pieces);
    } else {
      finish_record();
      read_head(pieces);
    }
  }

  void read_head(const std::vector<Piece>& pieces) {
    const auto head = std::find_if(kHeads.begin(), kHeads.end(), [&](const HeadForm& h) { return h.keyword == pieces[0].text; });
    if (head == kHeads.end()) {
      std::vector<std::string_view> known;
      for (const HeadForm& h : kHeads) known.push_back(h.keyword);
      unknown_word(pieces[0], "record", known);
      state_ = State::kSkipping;
      return;
    }
    const size_t given = pieces.size() - 1;
    if (given < head->least || given > head->most) {
      fault(pieces[0].at, "a record of this kind begins with: " + std::string(head->form));
      state_ = State::kSkipping;
      return;
    }
    record_ = Record{};
    record_.kind = head->kind;
    record_.id = pieces[1].text;
    record_.file = file_;
    record_.at = pieces[1].at;
    state_ = State::kInRecord;
    read_head_words(pieces);
  }

  void read_head_words(const std::vector<Piece>& pieces) {
    switch (record_.kind) {
      case RecordKind::kActor:
        if (const auto kind = actor_kind_by_name(pieces[2].text)) record_.actor_kind = *kind;
        else unknown_word(pieces[2], "kind of actor", actor_kind_names());
        if (pieces.size() > 3) set_country(pieces[3]);
        break;
      case RecordKind::kOutlet:
        record_.actor_kind = ActorKind::kMedia;
        record_.domains.push_back(record_.id);
        if (pieces.size() > 2) set_country(pieces[2]);
        break;
      case RecordKind::kCountry:
        record_.actor_kind = ActorKind::kState;
        set_country(pieces[1]);
        if (pieces.size() > 2) {
          if (is_code(pieces[2].text, 2)) record_.iso2 = pieces[2].text;
          else fault(pieces[2].at, "expected two capital letters (ISO 3166-1 alpha-2)");
        }
        break;
      case RecordKind::kCurrency:
        if (!is_code(record_.id, 3)) fault(pieces[1].at, "expected three capital letters (ISO 4217)");
        break;
      case RecordKind::kRole:
        record_.sector = pieces[2].text;
        if (pieces.size() > 3) {
          record_.single = pieces[3].text == "single";
          if (!record_.single) fault(pieces[3].at, "expected 'single' or nothing after the sector");
        }
        break;
      case RecordKind::kAgent: record_.sector = record_.id; break;
      case RecordKind::kPlace: read_place_head(pieces); break;
      case RecordKind::kAmend:
      case RecordKind::kDrop: break;
    }
  }

  void read_place_head(const std::vector<Piece>& pieces) {
    if (pieces[2].text != "-") set_country(pieces[2]);
    record_.latitude = read_number(pieces[3], -90, 90, "a latitude");
    record_.longitude = read_number(pieces[4], -180, 180, "a longitude");
    if (pieces.size() > 5) record_.population = static_cast<uint32_t>(read_number(pieces[5], 0, 4e9, "a population"));
    if (pieces.size() > 6) {
      record_.feature = pieces[6].text.front();
      if (pieces[6].text.size() != 1 || std::string_view("CAPFS").find(record_.feature) == std::string_view::npos) {
        fault(pieces[6].at, "a place's feature is one of C (capital), A (region), P (town), F (facility), S (state)");
      }
    }
  }

  double read_number(const Piece& piece, double low, double high, const char* what) {
    double value = 0;
    const auto [end, error] = std::from_chars(piece.text.data(), piece.text.data() + piece.text.size(), value);
    if (error != std::errc() || end != piece.text.data() + piece.text.size() || value < low || value > high) {
      fault(piece.at, std::string("expected ") + what + ", got '" + std::string(piece.text) + "'");
      return 0;
    }
    return value;
  }

  void set_country(const Piece& piece) {
    record_.country_at = piece.at;
    if (is_code(piece.text, 3)) record_.country = piece.text;
    else if (piece.text != "-")
      fault(piece.at, "expected three capital letters (ISO 3166-1 alpha-3) or '-', got '" + std::string(piece.text) + "'");
  }

  void read_field(std::string_view line, const std::vector<Piece>& pieces) {
    if (state_ == State::kSkipping) return;
    if (state_ == State::kOutside) {
      fault(pieces[0].at, "this line is indented but stands in no record; begin one at the line's first column");
      return;
    }
    // Vertical tabs and the like are no value either.
    const std::string_view value = pieces.size() < 2 ? "" : trim(line.substr(static_cast<size_t>(pieces[1].at.column) - 1));
    if (value.empty()) {
      fault(pieces[0].at, "the field '" + std::string(pieces[0].text) + "' has no value");
      return;
    }
    FieldLine field{pieces[0].text, pieces[0].at, value, pieces[1].at};
    read_kb_field(field, record_, [&](Position at, std::string message) { fault(at, std::move(message)); });
  }

  void unknown_word(const Piece& piece, const std::string& what, const std::vector<std::string_view>& known) {
    std::string message = "unknown " + what + " '" + std::string(piece.text) + "'";
    if (const std::string_view close = closest_word(piece.text, known); !close.empty()) {
      message += "; did you mean '" + std::string(close) + "'?";
    } else {
      message += "; known are";
      for (std::string_view word : known) message += " " + std::string(word);
    }
    fault(piece.at, std::move(message));
  }

  static std::vector<std::string_view> actor_kind_names() {
    std::vector<std::string_view> names;
    for (int kind = 0; kind <= static_cast<int>(ActorKind::kReligion); ++kind)
      names.push_back(actor_kind_name(static_cast<ActorKind>(kind)));
    return names;
  }

  void finish_record() {
    if (state_ == State::kInRecord) {
      const bool named = record_.kind == RecordKind::kActor || record_.kind == RecordKind::kOutlet ||
                         record_.kind == RecordKind::kCountry || record_.kind == RecordKind::kPlace || record_.kind == RecordKind::kRole ||
                         record_.kind == RecordKind::kCurrency;
      if (named && record_.name.empty()) fault(record_.at, "'" + record_.id + "' has no name; add a line '  name ...'");
      out_.records.push_back(std::move(record_));
    }
    state_ = State::kOutside;
  }

  enum class State { kOutside, kInRecord, kSkipping };
  std::string_view text_;
  std::string_view file_;
  State state_ = State::kOutside;
  Record record_;
  ParsedKb out_;
};

size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t substitute = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, substitute});
    }
  }
  return row[b.size()];
}

}  // namespace

ParsedKb parse_kb(std::string_view text, std::string_view file) { return Parser(text, file).run(); }

std::string place_text(std::string_view file, Position at) {
  return std::string(file) + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
}

std::string_view closest_word(std::string_view word, const std::vector<std::string_view>& known) {
  std::string_view best;
  size_t least = 3;
  for (std::string_view candidate : known) {
    const size_t distance = edit_distance(word, candidate);
    if (distance < least && distance * 2 < std::max<size_t>(word.size(), 3)) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

}  // namespace annalist
