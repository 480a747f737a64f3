#include "annalist/understand/actors/quotations.h"

#include <algorithm>
#include <string_view>

#include "annalist/understand/actors/coreference.h"

namespace annalist {
namespace {

constexpr int kShortest = 3;  // shorter ones are names and words in scare quotes

bool opens(std::string_view form) { return form == "“" || form == "``" || form == "«"; }
bool closes(std::string_view form) { return form == "”" || form == "''" || form == "»"; }

const Token& at(const Reading& reading, TokenIndex token) { return reading.tokens[static_cast<size_t>(token)]; }

// The verb governs the quotation ("X said, '...'"), or hangs on it ("'...', X said").
TokenIndex speaker_of(const Reading& reading, const Children& children, TokenRange quotation,
                      const std::function<bool(TokenIndex)>& can_speak) {
  const auto subject_of = [&](TokenIndex verb) {
    for (TokenIndex child : children.of(verb)) {
      if (at(reading, child).deprel == "nsubj" && !quotation.contains(child)) return can_speak(child) ? child : kNoToken;
    }
    return kNoToken;
  };
  for (TokenIndex token = quotation.begin; token < quotation.end; ++token) {
    const TokenIndex governor = at(reading, token).head;
    if (quotation.contains(governor)) continue;
    for (TokenIndex up = governor, steps = 0; up != kNoToken && steps < 4; up = at(reading, up).head, ++steps) {
      if (quotation.contains(up) || at(reading, up).upos != Upos::kVerb) continue;
      const TokenIndex subject = subject_of(up);
      if (subject != kNoToken) return subject;
    }
    for (TokenIndex child : children.of(token)) {
      if (quotation.contains(child) || base_relation(at(reading, child).deprel) != "parataxis") continue;
      const TokenIndex subject = subject_of(child);
      if (subject != kNoToken) return subject;
    }
  }
  return kNoToken;
}

}  // namespace

std::vector<Quoted> find_quoted(const Reading& reading, const Children& children, const std::function<bool(TokenIndex)>& can_speak) {
  std::vector<Quoted> quotations;
  TokenIndex open = kNoToken;
  uint32_t block = 0;
  const auto close = [&](TokenIndex end) {
    if (open != kNoToken && end - open - 1 >= kShortest) quotations.push_back({{open + 1, end}, kNoToken});
    open = kNoToken;
  };
  for (const Sentence& sentence : reading.sentences) {
    if (sentence.block != block) {
      close(sentence.tokens.begin);  // a quotation that runs over paragraphs opens anew in each
      block = sentence.block;
    }
    for (TokenIndex i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      const std::string_view form = at(reading, i).form;
      if (form == "\"") {
        if (open == kNoToken) open = i;
        else close(i);
      } else if (opens(form)) {
        open = i;
      } else if (closes(form)) {
        close(i);
      }
    }
  }
  for (Quoted& quotation : quotations) quotation.speaker = speaker_of(reading, children, quotation.tokens, can_speak);
  return quotations;
}

void find_quotations(Discourse& discourse) {
  const auto heads_draft = [&](TokenIndex token) { return discourse.headed_by(token) != kNone; };
  for (const Quoted& quoted : find_quoted(discourse.reading, discourse.children, heads_draft)) {
    discourse.quotations.push_back({quoted.tokens, discourse.headed_by(quoted.speaker)});
  }
  size_t next = 0;
  for (Draft& draft : discourse.drafts) {
    const TokenIndex head = draft.mention.head;
    while (next < discourse.quotations.size() && discourse.quotations[next].tokens.end <= draft.mention.tokens.begin) ++next;
    for (size_t i = next; i < discourse.quotations.size() && discourse.quotations[i].tokens.begin <= head; ++i) {
      if (discourse.quotations[i].tokens.contains(head)) draft.quotation = static_cast<int>(i);
    }
  }
}

}  // namespace annalist
