// Reading CoNLL-U; conllu_write.cc is the way back.
#include <algorithm>
#include <charconv>
#include <optional>

#include "annalist/base/sha256.h"
#include "annalist/base/utf8.h"
#include "annalist/read/conllu.h"
#include "annalist/read/conllu_entities.h"

namespace annalist {
namespace {

// An empty column is as good as none.
std::string_view or_none(std::string_view column) { return column.empty() ? "_" : column; }

// The next piece of `rest` up to the separator; both are taken off.
std::string_view take_until(std::string_view& rest, char separator) {
  std::string_view piece = rest.substr(0, rest.find(separator));
  rest.remove_prefix(std::min(rest.size(), piece.size() + 1));
  return piece;
}

std::optional<int> to_number(std::string_view digits) {
  int value = 0;
  auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size() || value < 0) return std::nullopt;
  return value;
}

// One field of MISC: the text after "name=", or nullopt.
std::optional<std::string_view> misc_field(std::string_view misc, std::string_view name) {
  while (!misc.empty()) {
    std::string_view item = take_until(misc, '|');
    if (item.size() > name.size() && item.starts_with(name) && item[name.size()] == '=') { return item.substr(name.size() + 1); }
  }
  return std::nullopt;
}

std::string unescape_spaces(std::string_view escaped) {
  std::string out;
  for (size_t i = 0; i < escaped.size(); ++i) {
    if (escaped[i] != '\\' || i + 1 == escaped.size()) {
      out += escaped[i];
      continue;
    }
    switch (escaped[++i]) {
      case 's': out += ' '; break;
      case 't': out += '\t'; break;
      case 'r': out += '\r'; break;
      case 'n': out += '\n'; break;
      case 'p': out += '|'; break;
      case '\\': out += '\\'; break;
      default: out += '\\'; out += escaped[i];
    }
  }
  return out;
}

std::optional<EntityKind> entity_kind_by_name(std::string_view name) {
  for (EntityKind kind : {EntityKind::kPerson, EntityKind::kOrganization, EntityKind::kPlace, EntityKind::kGroup, EntityKind::kOther}) {
    if (entity_kind_name(kind) == name) return kind;
  }
  return std::nullopt;
}

// The white space after a surface token; nullopt where the file says nothing (one space, or a blank line
// before a new block).
struct Gap {
  std::optional<std::string> spaces;
  bool none = false;  // SpaceAfter=No
};

Gap gap_after(std::string_view misc) {
  Gap gap;
  if (auto spaces = misc_field(misc, "SpacesAfter")) gap.spaces = unescape_spaces(*spaces);
  gap.none = misc_field(misc, "SpaceAfter") == "No";
  return gap;
}

class ConlluReader {
 public:
  explicit ConlluReader(std::string_view path) : path_(path) {}

  Result<std::vector<ConlluDocument>> read(std::string_view text) {
    while (!text.empty()) {
      ++line_number_;
      std::string_view line = take_until(text, '\n');
      if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
      if (find_invalid_utf8(line) != std::string_view::npos) return error("not UTF-8");
      const bool new_document = line.starts_with("# newdoc");  // ends a sentence without a blank line, too
      Result<void> done = line.empty() || new_document ? end_sentence() : Result<void>();
      if (done && !line.empty()) done = line.front() == '#' ? comment(line) : word_line(line);
      if (!done) return done.error();
    }
    if (Result<void> done = end_sentence(); !done) return done.error();
    end_document();
    return std::move(documents_);
  }

 private:
  Error error(std::string message) const {
    return {ErrorCode::kBadArticle, std::move(message), path_ + ":" + std::to_string(line_number_)};
  }

  Document& document() { return documents_.back().document; }
  Reading& reading() { return documents_.back().reading; }

  void begin_document(std::string_view id) {
    end_document();
    documents_.emplace_back();
    document().id = id;
    document().path = path_;
    sentence_begin_ = 0;
    own_brackets_ = false;
    gap_ = {};
    new_block_ = true;
    block_kind_ = BlockKind::kParagraph;
  }

  void end_document() {
    if (documents_.empty()) return;
    if (gap_.spaces) document().text += *gap_.spaces;
    gap_ = {};
    document().raw_sha256 = sha256_hex(document().text);
    document().offsets.runs = {{0, 0}};
  }

  Result<void> comment(std::string_view line) {
    auto value_of = [&](std::string_view key) -> std::optional<std::string_view> {
      if (!line.starts_with(key)) return std::nullopt;
      std::string_view rest = line.substr(key.size());
      return rest.starts_with(" = ") ? rest.substr(3) : rest.substr(rest.size());
    };
    if (auto id = value_of("# newdoc id")) {
      begin_document(*id);
    } else if (value_of("# newdoc")) {
      begin_document("");
    } else if (auto kind = value_of("# newpar_block")) {
      std::string_view name = kind->substr(0, kind->find(' '));
      block_kind_ = name == "head"                     ? BlockKind::kHeading
                    : name == "caption"                ? BlockKind::kCaption
                    : name == "quote"                  ? BlockKind::kQuote
                    : name == "list" || name == "item" ? BlockKind::kList
                                                       : BlockKind::kParagraph;
    } else if (value_of("# newpar")) {
      new_block_ = true;
      block_kind_ = BlockKind::kParagraph;
    } else if (auto fields = value_of("# global.Entity")) {
      own_brackets_ = *fields == kEntityFields;
    } else if (auto title = value_of("# meta::title"); title && !documents_.empty()) {
      document().title = {std::string(*title), "conllu"};
    } else if (auto date = value_of("# meta::dateCreated"); date && !documents_.empty()) {
      document().published = parse_iso_date(*date);
      if (document().published) document().published_how = "conllu";
    }
    return {};
  }

  // Puts the white space between the last surface token and the one that begins now.
  void begin_surface(std::string_view misc) {
    std::string& text = document().text;
    const size_t before_gap = text.size();
    bool starts_block = new_block_ && first_of_sentence_;
    if (surface_count_in_document() == 0) {
      if (auto before = misc_field(misc, "SpacesBefore")) text += unescape_spaces(*before);
    } else if (gap_.spaces) {
      text += *gap_.spaces;
    } else if (starts_block) {
      text += "\n\n";
    } else if (!gap_.none) {
      text += ' ';
    }
    gap_ = {};
    if (surface_count_in_document() > 0) reading().tokens.back().space_after = text.size() > before_gap;
    if (starts_block || document().blocks.empty()) {
      auto at = static_cast<uint32_t>(text.size());
      document().blocks.push_back({{at, at}, block_kind_});
      new_block_ = false;
    }
    first_of_sentence_ = false;
  }
  size_t surface_count_in_document() const { return documents_.back().reading.tokens.size(); }

  ByteSpan append_surface(std::string_view form) {
    auto begin = static_cast<uint32_t>(document().text.size());
    document().text += form;
    auto end = static_cast<uint32_t>(document().text.size());
    document().blocks.back().words.end = end;
    return {begin, end};
  }

  Result<void> word_line(std::string_view line) {
    if (documents_.empty()) begin_document("");
    const auto count = 1 + std::count(line.begin(), line.end(), '\t');
    if (count != 10) return error("a CoNLL-U line has 10 columns parted by tabs, this one " + std::to_string(count));
    if (line.find('\r') != std::string_view::npos) return error("a carriage return inside a line; lines end in a line feed");
    std::string_view column[10];
    for (std::string_view rest = line; std::string_view & each : column) each = take_until(rest, '\t');
    if (column[0].find('.') != std::string_view::npos) return {};
    if (column[1].empty()) return error("a word without a form");
    if (size_t dash = column[0].find('-'); dash != std::string_view::npos) return multiword_line(column, dash);
    auto number = to_number(column[0]);
    int expected = static_cast<int>(reading().tokens.size()) - sentence_begin_ + 1;
    if (number != expected) return error("word number " + std::to_string(expected) + " expected here");
    auto head = to_number(column[6]);
    if (!head) return error("HEAD is a number, 0 at the root");

    if (*number > multiword_last_) begin_surface(column[9]);
    Token token;
    token.form = column[1];
    token.lemma = or_none(column[2]);
    token.upos = upos_by_name(column[3]);
    token.feats = or_none(column[5]);
    token.head = *head - 1 + sentence_begin_;
    if (*head == 0) token.head = kNoToken;
    token.deprel = or_none(column[7]);
    if (*number > multiword_last_) {
      token.words = append_surface(column[1]);
      gap_ = gap_after(column[9]);
    }
    token.space_after = *number >= multiword_last_;  // what the next surface token tells better
    reading().tokens.push_back(std::move(token));
    note_entity(column[9]);
    note_factuality(column[9]);
    if (*number == multiword_last_) spread_multiword();
    return {};
  }

  Result<void> multiword_line(const std::string_view* column, size_t dash) {
    auto first = to_number(column[0].substr(0, dash));
    auto last = to_number(column[0].substr(dash + 1));
    int expected = static_cast<int>(reading().tokens.size()) - sentence_begin_ + 1;
    if (first != expected || !last || *last < *first) return error("a multiword range that does not begin at the next word");
    if (expected <= multiword_last_) return error("a multiword range inside another");
    begin_surface(column[9]);
    multiword_last_ = *last;
    TokenIndex begin = sentence_begin_ + *first - 1;
    reading().multiwords.push_back({{begin, sentence_begin_ + *last}, append_surface(column[1])});
    gap_ = gap_after(column[9]);
    return {};
  }

  // The words of a multiword token that has just ended take their own stretches of it where their forms add
  // up to it.
  void spread_multiword() {
    const Multiword& multiword = reading().multiwords.back();
    std::string joined;
    for (TokenIndex t = multiword.tokens.begin; t < multiword.tokens.end; ++t) { joined += reading().tokens[static_cast<size_t>(t)].form; }
    bool adds_up = joined == words_of(document().text, multiword.words);
    uint32_t at = multiword.words.begin;
    for (TokenIndex t = multiword.tokens.begin; t < multiword.tokens.end; ++t) {
      Token& token = reading().tokens[static_cast<size_t>(t)];
      auto size = static_cast<uint32_t>(token.form.size());
      token.words = adds_up ? ByteSpan{at, at + size} : multiword.words;
      at += size;
    }
  }

  void note_factuality(std::string_view misc) {
    auto value = misc_field(misc, "Factuality");
    if (value) std::from_chars(value->data(), value->data() + value->size(), reading().tokens.back().factuality);
  }

  void note_entity(std::string_view misc) {
    auto value = misc_field(misc, "Entity");
    if (value && own_brackets_) return brackets_.token(static_cast<TokenIndex>(reading().tokens.size()) - 1, *value, reading().entities);
    if (!value || value->size() < 3 || (*value)[1] != '-') return;
    auto kind = entity_kind_by_name(value->substr(2));
    if (!kind) return;
    auto token = static_cast<TokenIndex>(reading().tokens.size()) - 1;
    std::vector<Entity>& entities = reading().entities;
    if (value->front() == 'I' && !entities.empty() && entities.back().tokens.end == token) {
      ++entities.back().tokens.end;
    } else if (value->front() == 'B') {
      entities.push_back({{token, token + 1}, {}, *kind});
    }
  }

  Result<void> end_sentence() {
    if (documents_.empty()) return {};
    auto end = static_cast<TokenIndex>(reading().tokens.size());
    if (multiword_last_ > end - sentence_begin_) return error("the sentence ends inside a multiword token");
    if (end == sentence_begin_) return {};
    for (TokenIndex t = sentence_begin_; t < end; ++t) {
      if (reading().tokens[static_cast<size_t>(t)].head >= end) return error("a HEAD that is not in the sentence");
    }
    TokenRange range{sentence_begin_, end};
    reading().sentences.push_back({range, span_of(reading(), range), static_cast<uint32_t>(document().blocks.size()) - 1});
    std::vector<Entity>& names = reading().entities;
    const auto first = std::find_if(names.begin(), names.end(), [&](const Entity& name) { return name.tokens.begin >= range.begin; });
    std::stable_sort(first, names.end(), [](const Entity& a, const Entity& b) { return a.tokens < b.tokens; });
    const auto overlaps = [](const Entity& a, const Entity& b) { return b.tokens.begin < a.tokens.end; };
    names.erase(std::unique(first, names.end(), overlaps), names.end());
    for (auto name = first; name != names.end(); ++name) name->words = span_of(reading(), name->tokens);
    brackets_.end_sentence();
    sentence_begin_ = end;
    multiword_last_ = 0;
    first_of_sentence_ = true;
    return {};
  }

  std::string path_;
  int line_number_ = 0;
  std::vector<ConlluDocument> documents_;
  TokenIndex sentence_begin_ = 0;
  int multiword_last_ = 0;  // the number of the last word of the open multiword token
  bool first_of_sentence_ = true;
  bool new_block_ = true;
  BlockKind block_kind_ = BlockKind::kParagraph;
  bool own_brackets_ = false;  // the document's Entity values have kEntityFields
  EntityBrackets brackets_;
  Gap gap_;
};

}  // namespace

Result<std::vector<ConlluDocument>> read_conllu(std::string_view text, std::string_view path) { return ConlluReader(path).read(text); }

}  // namespace annalist
