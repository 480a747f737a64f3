#include "annalist/understand/statements/attribution_context.h"

#include <algorithm>

#include "annalist/base/utf8.h"

namespace annalist {

AttributionContext::AttributionContext(const Document& document_, const Reading& reading_, const Actors& actors_,
                                       const std::vector<Timex>& times_)
    : document(document_),
      reading(reading_),
      actors(actors_),
      times(times_),
      children(reading_),
      arguments(reading_, children, actors_),
      quoted(quoted_stretches(reading_)),
      sentence_of_(reading_.tokens.size(), 0),
      quote_of_(reading_.tokens.size(), -1) {
  for (size_t s = 0; s < reading.sentences.size(); ++s) {
    const TokenRange tokens = reading.sentences[s].tokens;
    std::fill(sentence_of_.begin() + tokens.begin, sentence_of_.begin() + tokens.end, static_cast<int>(s));
  }
  for (size_t q = 0; q < quoted.size(); ++q) {
    std::fill(quote_of_.begin() + quoted[q].inside.begin, quote_of_.begin() + quoted[q].inside.end, static_cast<int>(q));
  }
}

std::string AttributionContext::lemma(TokenIndex t) const {
  std::string out = to_lower(token(t).lemma.empty() || token(t).lemma == "_" ? token(t).form : token(t).lemma);
  for (const TokenIndex c : children.of(t)) {
    if (token(c).deprel == "compound:prt") out += " " + to_lower(token(c).form);
  }
  return out;
}

const Cue* AttributionContext::verb_cue(TokenIndex verb) const {
  const std::string full = lemma(verb);
  if (const Cue* cue = find_verb_cue(full); cue != nullptr) return cue;
  const size_t space = full.find(' ');
  if (space != full.npos) {
    if (const Cue* cue = find_verb_cue(full.substr(0, space)); cue != nullptr) return cue;
  }
  return find_verb_cue_by_form(to_lower(token(verb).form));
}

TokenIndex AttributionContext::child(TokenIndex parent, std::string_view wanted) const {
  for (const TokenIndex c : children.of(parent)) {
    if (relation(c) == wanted) return c;
  }
  return kNoToken;
}

std::string AttributionContext::marker(TokenIndex t) const {
  for (const TokenIndex c : children.of(t)) {
    if (relation(c) == "case" || relation(c) == "mark") return to_lower(token(c).form);
  }
  return "";
}

bool AttributionContext::is_passive(TokenIndex verb) const {
  bool active = false;
  for (const TokenIndex c : children.of(verb)) {
    if (token(c).deprel == "aux:pass") return true;
    active = active || relation(c) == "nsubj";
  }
  return !active && feature(token(verb), "VerbForm") == "Part" && feature(token(verb), "Tense") == "Past" && child(verb, "aux") == kNoToken;
}

bool AttributionContext::is_negated(TokenIndex t) const {
  for (const TokenIndex c : children.of(t)) {
    if (relation(c) == "advmod" && feature(token(c), "Polarity") == "Neg") return true;
    const std::string form = to_lower(token(c).form);
    if (form == "not" || form == "n't" || form == "n’t" || form == "never") return relation(c) == "advmod";
  }
  return false;
}

void TokenSet::mark_subtree(TokenIndex head, bool value) {
  std::vector<TokenIndex> open = {head};
  while (!open.empty()) {
    const TokenIndex t = open.back();
    open.pop_back();
    const TokenIndex at = t - first_;
    if (at < 0 || at >= static_cast<TokenIndex>(in_.size())) continue;
    in_[static_cast<size_t>(at)] = value;
    for (const TokenIndex c : context_.children.of(t)) open.push_back(c);
  }
}

void TokenSet::add(TokenRange range) {
  for (TokenIndex t = range.begin; t < range.end; ++t) {
    const TokenIndex at = t - first_;
    if (at >= 0 && at < static_cast<TokenIndex>(in_.size())) in_[static_cast<size_t>(at)] = true;
  }
}

void TokenSet::remove(TokenRange range) {
  for (TokenIndex t = range.begin; t < range.end; ++t) {
    const TokenIndex at = t - first_;
    if (at >= 0 && at < static_cast<TokenIndex>(in_.size())) in_[static_cast<size_t>(at)] = false;
  }
}

std::vector<TokenRange> TokenSet::ranges() const {
  const auto punctuation = [&](TokenIndex t) { return context_.token(t).upos == Upos::kPunct; };
  std::vector<TokenRange> out;
  for (TokenIndex at = 0; at < static_cast<TokenIndex>(in_.size()); ++at) {
    const TokenIndex t = first_ + at;
    if (!in_[static_cast<size_t>(at)] || punctuation(t)) continue;
    bool joined = !out.empty();
    for (TokenIndex gap = out.empty() ? t : out.back().end; joined && gap < t; ++gap) joined = punctuation(gap);
    if (joined) {
      out.back().end = t + 1;
    } else {
      out.push_back({t, t + 1});
    }
  }
  if (out.size() > 1 && out[0].size() == 1 && feature(context_.token(out[0].begin), "PronType") == "Rel") out.erase(out.begin());
  if (!out.empty() && out[0].size() > 1) {
    const Token& first = context_.token(out[0].begin);
    const std::string form = to_lower(first.form);
    if ((form == "that" && base_relation(first.deprel) == "mark") || base_relation(first.deprel) == "cc") ++out[0].begin;
    while (out[0].size() > 1 && punctuation(out[0].begin)) ++out[0].begin;
  }
  return out;
}

}  // namespace annalist
