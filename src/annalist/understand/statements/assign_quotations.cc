#include "annalist/understand/statements/assign_quotations.h"

#include <algorithm>
#include <cstdlib>

namespace annalist {
namespace {

class Assigner {
 public:
  Assigner(const AttributionContext& context, std::vector<Attribution>& attributions)
      : context_(context), attributions_(attributions), owner_(context.quoted.size(), -1), by_sentence_(context.reading.sentences.size()) {
    for (size_t a = 0; a < attributions.size(); ++a) {
      by_sentence_[static_cast<size_t>(context.sentence(attributions[a].cue_token))].push_back(static_cast<int>(a));
    }
  }

  void run() {
    for (size_t q = 0; q < context_.quoted.size(); ++q) {
      const int found = context_.quoted[q].scare ? -1 : beside(static_cast<int>(q));
      if (found >= 0) claim(static_cast<int>(q), found);
    }
    for (size_t q = 0; q < context_.quoted.size(); ++q) {
      if (owner_[q] >= 0 || context_.quoted[q].scare) continue;
      const int found = before(static_cast<int>(q));
      if (found >= 0) claim(static_cast<int>(q), found);
    }
    for (size_t q = context_.quoted.size(); q-- > 0;) {
      if (owner_[q] >= 0 || context_.quoted[q].scare) continue;
      const int found = after(static_cast<int>(q));
      if (found >= 0) claim(static_cast<int>(q), found);
    }
    for (size_t a = 0; a < attributions_.size(); ++a) settle(static_cast<int>(a));
    for (std::vector<int>& sentence : by_sentence_) untangle(sentence);
    drop_empty();
  }

 private:
  Attribution& at(int a) { return attributions_[static_cast<size_t>(a)]; }
  TokenRange inside(int q) const { return context_.quoted[static_cast<size_t>(q)].inside; }

  // An attribution by a verb that takes speech, or by a colon, whose cue stands outside the quotation.
  bool may_take(int a, int q) {
    const Attribution& attribution = at(a);
    if (attribution.quoting >= 0 || inside(q).contains(attribution.cue_token)) return false;
    if (attribution.cue == nullptr) return context_.token(attribution.cue_token).form == ":";
    return (attribution.cue->frames & kClause) != 0 && context_.token(attribution.cue_token).upos == Upos::kVerb;
  }

  // How much of an attribution's content stands in a quotation, and the other way round: 0..1.
  double share_in_quote(int a, int q) {
    int all = 0, in = 0;
    for (const TokenRange range : at(a).content) {
      all += range.size();
      in += std::max(0, std::min(range.end, inside(q).end) - std::max(range.begin, inside(q).begin));
    }
    return all == 0 ? 0 : static_cast<double>(in) / all;
  }

  int distance(int a, int q) {
    const TokenIndex cue = at(a).cue_token;
    return cue < inside(q).begin ? inside(q).begin - cue : cue - inside(q).end;
  }

  int beside(int q) {
    const int first = context_.sentence(inside(q).begin);
    const int last = context_.sentence(inside(q).end - 1);
    int best = -1;
    double best_score = 0;
    for (const int s : {first, last}) {
      for (const int a : by_sentence_[static_cast<size_t>(s)]) {
        if (!may_take(a, q)) continue;
        const double share = share_in_quote(a, q);
        const bool pending = at(a).content.empty();
        if (!pending && share < 0.5) continue;
        const double score = share + (pending ? 0.5 : 0) + 1.0 / (2 + distance(a, q));
        if (score > best_score && (share > 0 || (adjoins(a, q) && stands_alone(q)))) {
          best_score = score;
          best = a;
        }
      }
      if (first == last) break;
    }
    return best >= 0 ? best : part_of_direct(q, first, last);
  }

  // Not a phrase's part, as in 'the principle of "unity"': no preposition, article or noun stands right before it.
  bool stands_alone(int q) {
    const TokenIndex mark = inside(q).begin - 1;
    if (mark <= context_.sentence_tokens(inside(q).begin).begin) return true;
    const Upos upos = context_.token(mark - 1).upos;
    return upos == Upos::kPunct || upos == Upos::kVerb || upos == Upos::kSconj || upos == Upos::kPron || upos == Upos::kAdv;
  }

  // Nothing but the cue's own clause stands between the cue and the quotation.
  bool adjoins(int a, int q) {
    const TokenIndex cue = at(a).cue_token;
    const TokenRange gap = cue < inside(q).begin ? TokenRange{cue + 1, inside(q).begin} : TokenRange{inside(q).end, cue};
    if (gap.size() > 40) return false;
    for (TokenIndex t = gap.begin; t < gap.end; ++t) {
      if (context_.quote_of(t) >= 0) return false;
    }
    return true;
  }

  // The second half of a quotation that the cue parts: "A," he said, "B."
  int part_of_direct(int q, int first, int last) {
    for (const int s : {first, last}) {
      for (const int a : by_sentence_[static_cast<size_t>(s)]) {
        const auto& quotes = at(a).quotes;
        if (may_take(a, q) && !quotes.empty() && quotes.back() < q && context_.sentence(at(a).cue_token) == s) return a;
      }
    }
    return -1;
  }

  bool opens_sentence(TokenIndex t) const {
    const TokenIndex begin = context_.sentence_tokens(t).begin;
    for (TokenIndex i = begin; i < t; ++i) {
      if (context_.token(i).upos != Upos::kPunct) return false;
    }
    return true;
  }

  bool closes_sentence(TokenIndex t) const {
    const TokenIndex end = context_.sentence_tokens(t).end;
    for (TokenIndex i = t + 1; i < end; ++i) {
      if (context_.token(i).upos != Upos::kPunct) return false;
    }
    return true;
  }

  uint32_t block(int sentence) const { return context_.reading.sentences[static_cast<size_t>(sentence)].block; }

  bool ends_in_colon(int sentence) const {
    const TokenRange tokens = context_.reading.sentences[static_cast<size_t>(sentence)].tokens;
    return context_.token(tokens.end - 1).form == ":";
  }

  bool is_speech_act(const Attribution& attribution) const {
    if (attribution.cue == nullptr || context_.token(attribution.cue_token).upos != Upos::kVerb) return false;
    const CueClass kind = attribution.cue->cue_class;
    return kind != CueClass::kBelieve && kind != CueClass::kShow && kind != CueClass::kCite;
  }

  // For a quotation that stands by itself: who spoke just before.
  int before(int q) {
    if (context_.quoted[static_cast<size_t>(q)].continued && q > 0 && owner_[static_cast<size_t>(q - 1)] >= 0) {
      return owner_[static_cast<size_t>(q - 1)];
    }
    const int sentence = context_.sentence(inside(q).begin);
    if (sentence == 0 || !opens_sentence(inside(q).begin) || !closes_sentence(inside(q).end - 1)) return -1;
    const bool colon = ends_in_colon(sentence - 1);
    if (block(sentence) != block(sentence - 1) && !colon) return -1;
    if (q > 0 && owner_[static_cast<size_t>(q - 1)] >= 0 && context_.sentence(inside(q - 1).end - 1) == sentence - 1) {
      return owner_[static_cast<size_t>(q - 1)];
    }
    int best = -1;
    for (const int a : by_sentence_[static_cast<size_t>(sentence - 1)]) {
      const Attribution& attribution = at(a);
      if (attribution.quoting >= 0 || context_.quote_of(attribution.cue_token) >= 0 || attribution.sources.empty()) continue;
      if (!is_speech_act(attribution) && !(colon && may_take(a, q))) continue;
      if (best < 0 || (colon && attribution.content.empty())) best = a;
    }
    return best;
  }

  // ... or just after: "A." "B," he said.
  int after(int q) {
    const int sentence = context_.sentence(inside(q).end - 1);
    const size_t next = static_cast<size_t>(q) + 1;
    if (next < owner_.size() && context_.quoted[next].continued) return owner_[next];
    if (next >= owner_.size() || owner_[next] < 0 || !closes_sentence(inside(q).end - 1)) return -1;
    const int other = context_.sentence(inside(static_cast<int>(next)).begin);
    return other == sentence + 1 && block(other) == block(sentence) && opens_sentence(inside(static_cast<int>(next)).begin) ? owner_[next]
                                                                                                                            : -1;
  }

  void claim(int q, int a) {
    owner_[static_cast<size_t>(q)] = a;
    auto& quotes = at(a).quotes;
    quotes.insert(std::upper_bound(quotes.begin(), quotes.end(), q), q);
  }

  // Content from quotations: what stands in them in whole; indirect speech that a quotation overlaps is widened by it.
  void settle(int a) {
    Attribution& attribution = at(a);
    if (attribution.quotes.empty()) {
      widen(attribution);
      return;
    }
    std::vector<TokenRange> content;
    for (const TokenRange range : attribution.content) {
      const bool quoted = std::any_of(attribution.quotes.begin(), attribution.quotes.end(), [&](int q) {
        const int common = std::min(range.end, inside(q).end) - std::max(range.begin, inside(q).begin);
        return common * 2 >= range.size();
      });
      if (!quoted && !is_cue_clause(attribution, range) && !is_aside(attribution, range)) content.push_back(range);
    }
    for (const int q : attribution.quotes) content.push_back(inside(q));
    std::sort(content.begin(), content.end());
    attribution.content = std::move(content);
  }

  // "'...,' she said, waving at the crowd": what she does while speaking, hung on the quotation's verb.
  bool is_aside(const Attribution& attribution, TokenRange range) const {
    const Token& first = context_.token(range.begin);
    return range.begin > attribution.cue_token && first.upos == Upos::kVerb && feature(first, "VerbForm") != "Fin" &&
           base_relation(first.deprel) == "advcl" && first.head < attribution.cue_token;
  }

  // Beside a quotation, a range next to the cue outside of it is the cue's clause misread as content.
  bool is_cue_clause(const Attribution& attribution, TokenRange range) const {
    const TokenRange sentence = context_.sentence_tokens(attribution.cue_token);
    const bool here = std::any_of(attribution.quotes.begin(), attribution.quotes.end(),
                                  [&](int q) { return sentence.contains(context_.quoted[static_cast<size_t>(q)].inside.begin); });
    return here && range.begin >= sentence.begin && range.end <= sentence.end && std::abs(range.begin - attribution.cue_token) < 8 &&
           range.size() < 6;
  }

  void widen(Attribution& attribution) {
    for (TokenRange& range : attribution.content) {
      const int q = context_.quote_of(range.end - 1);
      if (q < 0 || inside(q).contains(attribution.cue_token) || inside(q).begin < range.begin) continue;
      const TokenIndex end = std::min(inside(q).end, context_.sentence_tokens(range.begin).end);
      if (end - range.end < 30) range.end = std::max(range.end, end);
    }
  }

  bool holds(int a, TokenIndex t) {
    const auto& content = at(a).content;
    return std::any_of(content.begin(), content.end(), [&](TokenRange range) { return range.contains(t); });
  }

  // Two attributions can't each tell the other. The later cue ("..., the agency reported") is the outer one: its words leave the inner
  // content.
  void untangle(const std::vector<int>& sentence) {
    for (size_t i = 0; i < sentence.size(); ++i) {
      for (size_t j = i + 1; j < sentence.size(); ++j) {
        const TokenIndex outer = at(sentence[j]).cue_token;
        if (!holds(sentence[i], outer) || !holds(sentence[j], at(sentence[i]).cue_token)) continue;
        std::vector<TokenRange> kept;
        for (TokenRange range : at(sentence[i]).content) {
          if (range.contains(outer)) {
            range.end = outer;
            while (range.end > range.begin && context_.token(range.end - 1).form != ",") --range.end;
            if (range.end > range.begin) --range.end;
          }
          if (!range.empty()) kept.push_back(range);
        }
        at(sentence[i]).content = std::move(kept);
      }
    }
  }

  void drop_empty() {
    std::vector<int> place(attributions_.size(), -1);
    std::vector<Attribution> kept;
    for (size_t a = 0; a < attributions_.size(); ++a) {
      Attribution& attribution = attributions_[a];
      if (attribution.quoting >= 0) { attribution.content = attributions_[static_cast<size_t>(attribution.quoting)].content; }
    }
    for (size_t a = 0; a < attributions_.size(); ++a) {
      if (attributions_[a].content.empty()) continue;
      place[a] = static_cast<int>(kept.size());
      kept.push_back(attributions_[a]);
    }
    for (Attribution& attribution : kept) {
      if (attribution.quoting >= 0) attribution.quoting = place[static_cast<size_t>(attribution.quoting)];
    }
    attributions_ = std::move(kept);
  }

  const AttributionContext& context_;
  std::vector<Attribution>& attributions_;
  std::vector<int> owner_;                     // of each quotation: an attribution, or -1
  std::vector<std::vector<int>> by_sentence_;  // attributions by the sentence of their cue
};

}  // namespace

void assign_quotations(const AttributionContext& context, std::vector<Attribution>& attributions) { Assigner(context, attributions).run(); }

}  // namespace annalist
