#include "annalist/read/sentence_parts.h"

#include <string_view>

namespace annalist {
namespace {

// How good a place behind this token is to cut; 0: none.
int clause_mark(std::string_view form) {
  if (form == ";") return 3;
  if (form == ":" || form == "-" || form == "--" || form == "–" || form == "—") return 2;
  return form == "," ? 1 : 0;
}

}  // namespace

std::vector<TokenRange> sentence_parts(const Reading& reading, TokenRange sentence, std::span<const int> pieces, int limit) {
  std::vector<TokenRange> parts;
  TokenIndex begin = sentence.begin;
  while (begin < sentence.end) {
    TokenIndex end = begin;
    int used = 0;
    while (end < sentence.end && used + pieces[static_cast<size_t>(end - sentence.begin)] <= limit) {
      used += pieces[static_cast<size_t>(end - sentence.begin)];
      ++end;
    }
    if (end < sentence.end) {
      TokenIndex cut = end;
      int best = 0;
      for (TokenIndex t = end - 1; t >= begin + (end - begin) / 2; --t) {
        const int mark = clause_mark(reading.tokens[static_cast<size_t>(t)].form);
        if (mark > best) {
          best = mark;
          cut = t + 1;
        }
      }
      end = cut;
    }
    parts.push_back({begin, end});
    begin = end;
  }
  return parts;
}

}  // namespace annalist
