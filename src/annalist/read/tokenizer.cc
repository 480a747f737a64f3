#include "annalist/read/tokenizer.h"

#include <algorithm>
#include <string>

#include "annalist/base/utf8.h"
#include "annalist/read/tokenizer_characters.h"
#include "annalist/read/tokenizer_contractions.h"
#include "annalist/read/tokenizer_lexicon.h"
#include "annalist/read/tokenizer_marks.h"
#include "annalist/read/tokenizer_slips.h"
#include "annalist/read/tokenizer_web.h"

namespace annalist {
namespace {

constexpr size_t kLongestWord = 200;  // characters; longer runs of letters are cut, for the sake of what reads the tokens

bool is_period(const Character& c) { return c.value == '.'; }
bool is_digit_character(const Character& c) { return c.kind == CharacterClass::kDigit; }

class BlockTokenizer {
 public:
  BlockTokenizer(std::string_view text, ByteSpan block) : text_(text), cs_(characters_of(text, block)) {}

  std::vector<SurfaceToken> run() {
    const size_t size = cs_.size() - 1;  // the last is the sentinel
    tokens_.reserve(size / 5 + 1);
    for (size_t at = 0; at < size;) {
      if (is_blank(cs_[at])) {
        if (!tokens_.empty() && tokens_.back().after != Spacing::kLineEnd) {
          tokens_.back().after = cs_[at].kind == CharacterClass::kLineEnd ? Spacing::kLineEnd : Spacing::kSpace;
        }
        ++at;
        continue;
      }
      size_t end = at;
      while (!is_blank(cs_[end])) ++end;
      chunk(at, end);
      at = end;
    }
    part_slips(text_, tokens_);
    return std::move(tokens_);
  }

 private:
  // A stretch between white space.
  void chunk(size_t begin, size_t end) {
    chunk_begin_ = begin;
    size_t start = begin;  // of the token to come, with the invisible characters before it
    for (size_t at = begin; at < end;) {
      if (cs_[at].kind == CharacterClass::kInvisible) {
        ++at;
        continue;
      }
      const size_t stop = token_end(at, end);
      size_t with_invisible = stop;
      while (with_invisible < end && cs_[with_invisible].kind == CharacterClass::kInvisible) ++with_invisible;
      emit(start, at, stop, with_invisible);
      start = at = with_invisible;
    }
    if (start < end) emit(start, end, end, end);  // nothing but invisible characters
  }

  size_t token_end(size_t at, size_t end) {
    if (!last_web_miss_ || is_after_mark(at)) {
      const size_t stop = match_web(cs_, at, end);
      if (stop > at) return stop;
      last_web_miss_ = true;
    }
    const Character& c = cs_[at];
    if (c.kind == CharacterClass::kIdeograph) return at + 1;
    if (is_word(c)) return word_end(at, end);
    if (c.value == '.' && at + 1 < end && is_digit_character(cs_[at + 1]) && (at == chunk_begin_ || !is_word(cs_[at - 1]))) {
      return word_end(at + 1, end);
    }
    if (is_apostrophe(c)) {
      const size_t stop = apostrophe_word_end(at, end);
      if (stop > at) return stop;
      note_single_quote(at, end);
    }
    if (c.value == 0x2018) quote_open_ = true;
    if (const size_t stop = match_emoticon(cs_, at, end); stop > at) return stop;
    return match_marks(cs_, at, end);
  }

  // An address may begin where a chunk does, or after a bracket, quote and the like; not within a word.
  bool is_after_mark(size_t at) const { return at == chunk_begin_ || cs_[at - 1].kind == CharacterClass::kMark; }

  // 's, 'em, 'til, '90s.
  size_t apostrophe_word_end(size_t at, size_t end) const {
    size_t stop = at + 1;
    while (stop < end && is_word(cs_[stop])) ++stop;
    if (stop == at + 1) return at;
    if (at > chunk_begin_ && (is_word(cs_[at - 1]) && is_digit_character(cs_[at - 1]))) return at;  // 5'3
    const size_t length = stop - at - 1;
    if (is_digit_character(cs_[at + 1])) {
      if (length == 2 || (length == 3 && cs_[stop - 1].value == 's')) return stop;
      return at;
    }
    return starts_with_apostrophe(lower(at + 1, stop)) && !(quote_open_ && stop == end) ? stop : at;
  }

  void note_single_quote(size_t at, size_t end) {
    const bool before_word = at + 1 < end && is_word(cs_[at + 1]);
    const bool after_word = at > chunk_begin_ && is_word(cs_[at - 1]);
    quote_open_ = before_word && !after_word;
  }

  size_t word_end(size_t from, size_t end) {
    size_t at = from;
    while (at < end) {
      const Character& c = cs_[at];
      if (at - from >= kLongestWord) break;
      if (is_word(c) || (c.kind == CharacterClass::kInvisible && at + 1 < end && is_word(cs_[at + 1]))) {
        ++at;
      } else if (c.kind == CharacterClass::kMark && at + 1 < end && goes_on(from, at, end)) {
        ++at;
      } else {
        break;
      }
    }
    if (at < end && is_apostrophe(cs_[at]) && is_possessive_end(at, end)) return at + 1;
    if (at + 1 == end && from == chunk_begin_ && cs_[at].value == '-' && is_cut_short(from, at)) return end;
    if (at < end && is_period(cs_[at]) && keeps_period(from, at, end)) ++at;
    if (at < end && cs_[at].value == '$' && is_currency_prefix(lower(from, at)) && !is_lower_word(from, at)) ++at;
    return at;
  }

  // "th- that": a word broken off after a letter or two.
  bool is_cut_short(size_t from, size_t end) const {
    return end - from <= 2 && is_alpha(cs_[from]) && is_alpha(cs_[end - 1]) && !is_short_word(lower(from, end));
  }

  // Whether the mark at `at` belongs to the word that began at `from`.
  bool goes_on(size_t from, size_t at, size_t end) const {
    const Character& left = cs_[at - 1];
    const Character& right = cs_[at + 1];
    if (!is_word(left) && left.kind != CharacterClass::kInvisible && !is_period(left) && left.value != '_') return false;
    const bool digits = is_digit_character(left) && is_digit_character(right);
    switch (cs_[at].value) {
      case '\'':
      case '`':
      case 0x2019: return apostrophe_goes_on(from, at, end);
      case '.': return is_word(right) && period_goes_on(from, at, end);
      case ',':
      case ':': return digits;
      case '-': return is_word(right) && hyphen_goes_on(from, at, end);
      case '/': return is_word(right) && is_word(left) && slash_goes_on(from, at, end);
      case '&':
      case '*': return is_alpha(left) && is_alpha(right);
      case '_': return is_word(right) || right.value == '_';
      case '@': return is_word(right) && is_word(left);
      default: return false;
    }
  }

  bool apostrophe_goes_on(size_t from, size_t at, size_t end) const {
    if (!is_alpha(cs_[at + 1])) return false;
    if (is_alpha(cs_[at - 1]) || is_period(cs_[at - 1])) return true;
    size_t stop = at + 1;
    while (stop < end && is_word(cs_[stop])) ++stop;
    return at > from && stop == at + 2 && (cs_[at + 1].value == 's' || cs_[at + 1].value == 'S');  // 1990's
  }

  bool period_goes_on(size_t from, size_t at, size_t end) const {
    const Character& left = cs_[at - 1];
    const Character& right = cs_[at + 1];
    if (is_digit_character(left)) return right.kind != CharacterClass::kUpper && (is_digit_character(right) || !is_alpha(right));
    if (is_acronym(from, at)) {  // U.S, and what follows is one letter again
      return is_alpha(right) && (at + 2 >= end || !is_word(cs_[at + 2]));
    }
    const std::string word = lower(from, at);
    if (word == "ph" || word == "m" || word == "b" || word == "ed") return right.value == 'D' || right.value == 'd';
    if (is_digit_character(right)) return !is_alpha(left);
    return right.kind == CharacterClass::kLower && left.kind == CharacterClass::kLower && at - from > 1;
  }

  bool hyphen_goes_on(size_t from, size_t at, size_t end) const {
    if (!is_word(cs_[at - 1])) return false;
    if (std::all_of(cs_.begin() + static_cast<ptrdiff_t>(from), cs_.begin() + static_cast<ptrdiff_t>(at),
                    [](const Character& c) { return is_digit_character(c) || c.value == '-' || c.value == '/' || c.value == '.'; })) {
      return is_digit_character(cs_[at + 1]) && is_number_code(from, end);
    }
    if (at - from > 10) return false;
    if (keeps_hyphen(lower(from, at))) return is_alpha(cs_[at + 1]) || at - from > 1;
    size_t stop = at + 1;
    while (stop < end && is_word(cs_[stop]) && stop - from < 12) ++stop;
    return is_hyphenated_word(lower(from, stop));
  }

  // Telephone numbers and ISO dates, not ranges: two hyphens or more, 555-1234 or 5-1234.
  bool is_number_code(size_t from, size_t end) const {
    size_t hyphens = 0;
    size_t digits = 0;  // since the last hyphen
    size_t before = 0;  // in the stretch before it
    for (size_t at = from; at < end && at - from < 40; ++at) {
      if (is_digit_character(cs_[at])) {
        ++digits;
      } else if (cs_[at].value == '-') {
        ++hyphens;
        before = digits;
        digits = 0;
      } else if (cs_[at].value == '/') {
        digits = 0;
      } else if (!is_period(cs_[at])) {
        break;
      }
    }
    return hyphens >= 2 || (hyphens == 1 && (before == 3 || before == 1) && digits == 4);
  }

  bool slash_goes_on(size_t from, size_t at, size_t end) const {
    const bool left_digit = is_digit_character(cs_[at - 1]);
    const bool right_digit = is_digit_character(cs_[at + 1]);
    if (left_digit && right_digit) return true;
    if (left_digit != right_digit) return right_digit || cs_[at + 1].kind == CharacterClass::kUpper;
    if (at - from > 2) return false;
    size_t stop = at + 1;
    while (stop < end && is_word(cs_[stop]) && stop - from < 8) ++stop;
    return is_slashed_word(lower(from, stop));
  }

  // Single letters parted by full stops: "U", "U.S", "a.m".
  bool is_acronym(size_t from, size_t at) const {
    if (at - from > 16) return false;
    for (size_t i = from; i < at; ++i) {
      if ((i - from) % 2 == 0 ? !is_alpha(cs_[i]) : !is_period(cs_[i])) return false;
    }
    return (at - from) % 2 == 1;
  }

  bool keeps_period(size_t from, size_t at, size_t end) const {
    if (at + 1 < end && is_period(cs_[at + 1]) && !(at + 2 == end && is_acronym(from, at))) return false;  // an ellipsis
    if (is_acronym(from, at)) return at - from > 1 || keeps_initial(from, at);
    const std::string word = lower(from, at);
    if (word == "ph.d" || word == "m.sc" || word == "b.sc" || word == "ed.d") return true;
    const Character& next = next_after(at);
    if (word == "etc") return next.begin < cs_.back().begin && next.kind != CharacterClass::kUpper;  // EWT: its stop may be the sentence's
    switch (abbreviation_kind(word)) {
      case Abbreviation::kNone: return false;
      case Abbreviation::kAlways: return true;
      case Abbreviation::kCapitalized: return cs_[from].kind == CharacterClass::kUpper;
      case Abbreviation::kBeforeCapital:
        return cs_[from].kind == CharacterClass::kUpper && next.kind == CharacterClass::kUpper && !opener_follows(at);
      case Abbreviation::kBeforeNumber: return is_digit_character(next) || next.value == '#';
    }
    return false;
  }

  // "J. Smith", "John F. Kennedy", but not "plan B. The" or "so do I."
  bool keeps_initial(size_t from, size_t at) const {
    const Character& next = next_after(at);
    if (cs_[from].kind != CharacterClass::kUpper) {
      return is_digit_character(next) && abbreviation_kind(lower(from, at)) == Abbreviation::kBeforeNumber;
    }
    if (next.kind == CharacterClass::kLower) return cs_[from].value != 'I';
    if (next.kind != CharacterClass::kUpper) return next.value == ',' || next.value == '&';
    if (opener_follows(at)) return false;
    return cs_[from].value != 'I' || follows_capital(from);
  }

  // The first character after a full stop at `at`, spaces passed over; the sentinel at the block's end.
  const Character& next_after(size_t at) const {
    ++at;
    while (at + 1 < cs_.size() && is_blank(cs_[at])) ++at;
    return cs_[std::min(at, cs_.size() - 1)];
  }

  bool opener_follows(size_t at) const {
    ++at;
    while (at + 1 < cs_.size() && is_blank(cs_[at])) ++at;
    size_t stop = at;
    while (stop < cs_.size() && is_word(cs_[stop]) && stop - at < 12) ++stop;
    return stop - at > 1 && is_sentence_opener(lower(at, stop));
  }

  bool follows_capital(size_t from) const {
    size_t at = from;
    while (at > 0 && is_blank(cs_[at - 1])) --at;
    while (at > 0 && is_word(cs_[at - 1])) --at;
    return at < from && cs_[at].kind == CharacterClass::kUpper;
  }

  bool is_possessive_end(size_t at, size_t end) const {
    if (quote_open_ || (at + 1 < end && is_word(cs_[at + 1]))) return false;
    if (at + 1 < end && is_apostrophe(cs_[at + 1])) return false;
    const char32_t last = cs_[at - 1].value;
    return last == 's' || last == 'S' || last == 'z' || last == 'x';
  }

  bool is_lower_word(size_t from, size_t at) const { return cs_[from].kind == CharacterClass::kLower && at > from; }

  std::string lower(size_t from, size_t end) const { return to_lower(text_.substr(cs_[from].begin, cs_[end].begin - cs_[from].begin)); }

  // The token's own characters are [begin, end); [start, stop) has the invisible ones around it too.
  void emit(size_t start, size_t begin, size_t end, size_t stop) {
    last_web_miss_ = stop < cs_.size() && !is_blank(cs_[stop]) && last_web_miss_;
    const size_t unit = unit_begin(begin, end);
    if (unit > begin) {
      push(start, begin, unit);
      push(unit, unit, stop);
    } else {
      push(start, begin, stop);
    }
  }

  // Where the unit of "70m" or "10am" begins, or `begin` when there is none.
  size_t unit_begin(size_t begin, size_t end) const {
    if (end - begin > 24 || !is_digit_character(cs_[begin])) return begin;
    size_t at = begin;
    while (at < end && (is_digit_character(cs_[at]) || cs_[at].value == ',' || cs_[at].value == '.' || cs_[at].value == ':')) ++at;
    size_t letters = at;
    while (letters < end && is_alpha(cs_[letters])) ++letters;
    const bool time = letters + 2 <= end && is_period(cs_[letters]);  // 10a.m.
    if (time && (lower(at, end) == "a.m." || lower(at, end) == "p.m.")) return at;
    return letters == end && at < end && is_unit(lower(at, end)) ? at : begin;
  }

  void push(size_t start, size_t begin, size_t stop) {
    SurfaceToken token;
    token.words = {cs_[start].begin, cs_[stop].begin};
    if (is_word(cs_[begin]) || is_apostrophe(cs_[begin])) {
      token.splits = contraction_splits(words_of(text_, token.words));
      for (uint32_t& split : token.splits) split += token.words.begin;
    }
    tokens_.push_back(std::move(token));
  }

  std::string_view text_;
  std::vector<Character> cs_;
  std::vector<SurfaceToken> tokens_;
  size_t chunk_begin_ = 0;
  bool last_web_miss_ = false;  // no address begins at this chunk; asked again only after a mark
  bool quote_open_ = false;     // a single quote was opened: an apostrophe after s closes it
};

}  // namespace

std::vector<SurfaceToken> tokenize(std::string_view text, ByteSpan block) { return BlockTokenizer(text, block).run(); }

}  // namespace annalist
