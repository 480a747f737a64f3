#include <algorithm>
#include <string_view>

#include "annalist/understand/actors/coreference.h"

namespace annalist {
namespace {

constexpr int kShortest = 3;  // shorter ones are names and words in scare quotes

bool opens(std::string_view form) { return form == "“" || form == "``" || form == "«"; }
bool closes(std::string_view form) { return form == "”" || form == "''" || form == "»"; }

// The subject of a verb of saying next to the quotation: the verb governs it ("X said, '...'"), or hangs on it ("'...', X said").
DraftIndex speaker_of(const Discourse& discourse, TokenRange quotation) {
  const auto subject_of = [&](TokenIndex verb) {
    for (TokenIndex child : discourse.children.of(verb)) {
      if (discourse.token(child).deprel == "nsubj" && !quotation.contains(child)) return discourse.headed_by(child);
    }
    return kNone;
  };
  for (TokenIndex token = quotation.begin; token < quotation.end; ++token) {
    const TokenIndex governor = discourse.token(token).head;
    if (quotation.contains(governor)) continue;
    for (TokenIndex up = governor, steps = 0; up != kNoToken && steps < 4; up = discourse.token(up).head, ++steps) {
      if (quotation.contains(up) || discourse.token(up).upos != Upos::kVerb) continue;
      const DraftIndex subject = subject_of(up);
      if (subject != kNone) return subject;
    }
    for (TokenIndex child : discourse.children.of(token)) {
      if (quotation.contains(child) || base_relation(discourse.token(child).deprel) != "parataxis") continue;
      const DraftIndex subject = subject_of(child);
      if (subject != kNone) return subject;
    }
  }
  return kNone;
}

}  // namespace

void find_quotations(Discourse& discourse) {
  const Reading& reading = discourse.reading;
  TokenIndex open = kNoToken;
  uint32_t block = 0;
  const auto close = [&](TokenIndex end) {
    if (open != kNoToken && end - open - 1 >= kShortest) discourse.quotations.push_back({{open + 1, end}, kNone});
    open = kNoToken;
  };
  for (const Sentence& sentence : reading.sentences) {
    if (sentence.block != block) {
      close(sentence.tokens.begin);  // a quotation that runs over paragraphs opens anew in each
      block = sentence.block;
    }
    for (TokenIndex i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      const std::string_view form = discourse.token(i).form;
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
  for (Quotation& quotation : discourse.quotations) quotation.speaker = speaker_of(discourse, quotation.tokens);
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
