#include "annalist/read/atoms.h"

#include <algorithm>

#include "annalist/base/utf8.h"

namespace annalist {
namespace {

bool ascii_digit(char c) { return c >= '0' && c <= '9'; }

size_t digits_from(std::string_view text, size_t at) {
  size_t end = at;
  while (end < text.size() && ascii_digit(text[end])) ++end;
  return end - at;
}

// The end of the number that begins at `at`. A point is a decimal point only when no second one follows
// ("26.3.2024" is three numbers), and a comma parts groups of three only when none of them is longer.
size_t number_end(std::string_view text, size_t at) {
  size_t end = at + digits_from(text, at);
  if (end - at <= 3) {
    while (end < text.size() && text[end] == ',' && digits_from(text, end + 1) == 3) end += 4;
  }
  if (end < text.size() && text[end] == '.') {
    const size_t fraction = digits_from(text, end + 1);
    const size_t after = end + 1 + fraction;
    const bool after_dot = at >= 2 && text[at - 1] == '.' && ascii_digit(text[at - 2]);
    const bool dotted = after_dot || (after + 1 < text.size() && text[after] == '.' && ascii_digit(text[after + 1]));
    if (fraction > 0 && !dotted) return after;
  }
  return end;
}

std::string plain_mark(std::string_view mark, char32_t value) {
  switch (value) {
    case 0x2018:
    case 0x2019:
    case 0x02BC:
    case '`': return "'";
    case 0x201C:
    case 0x201D: return "\"";
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2212: return "-";
    case 0x2014:
    case 0x2015: return "--";
    default: return std::string(mark);
  }
}

void cut(std::string_view text, ByteSpan words, TokenIndex token, bool space_before, std::vector<Atom>& out) {
  const std::string_view piece = text.substr(0, words.end);
  size_t at = words.begin;
  while (at < piece.size()) {
    Atom atom;
    atom.token = token;
    atom.space_before = space_before;
    space_before = false;
    size_t end = at;
    const CodePoint first = decode_utf8(piece, at);
    if (is_space(first.value)) {
      at += first.bytes;
      space_before = true;
      continue;
    }
    if (ascii_digit(piece[at])) {
      atom.kind = AtomKind::kNumber;
      end = number_end(piece, at);
    } else if (is_letter(first.value)) {
      atom.kind = AtomKind::kWord;
      atom.capital = is_upper(first.value);
      while (end < piece.size()) {
        const CodePoint next = decode_utf8(piece, end);
        if (!is_letter(next.value)) break;
        end += next.bytes;
      }
    } else {
      end += first.bytes;
    }
    const std::string_view form = piece.substr(at, end - at);
    atom.words = {static_cast<uint32_t>(at), static_cast<uint32_t>(end)};
    atom.lower = atom.kind == AtomKind::kMark ? plain_mark(form, first.value) : to_lower(form);
    out.push_back(std::move(atom));
    at = end;
  }
}

}  // namespace

std::vector<Atom> atoms_of(std::string_view text, const Reading& reading, const Sentence& sentence) {
  std::vector<Atom> atoms;
  uint32_t done = sentence.words.begin;
  for (TokenIndex t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
    ByteSpan words = reading.tokens[static_cast<size_t>(t)].words;
    // Parts of a multiword token may share one span: its text is cut once.
    words.begin = std::max(words.begin, done);
    if (words.empty() || words.end > text.size()) continue;
    cut(text, words, t, atoms.empty() || words.begin > done, atoms);
    done = words.end;
  }
  return atoms;
}

TokenRange tokens_of(const std::vector<Atom>& atoms, const Reading& reading, size_t begin, size_t end) {
  TokenRange range{atoms[begin].token, atoms[end - 1].token + 1};
  const ByteSpan last = reading.tokens[static_cast<size_t>(range.end - 1)].words;
  while (range.end < static_cast<TokenIndex>(reading.tokens.size()) && reading.tokens[static_cast<size_t>(range.end)].words == last) {
    ++range.end;
  }
  return range;
}

}  // namespace annalist
