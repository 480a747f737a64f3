#include "annalist/understand/statements/build_statements.h"

#include <algorithm>
#include <string>

#include "annalist/base/utf8.h"
#include "annalist/understand/statements/attribution_sources.h"
#include "annalist/understand/statements/chain.h"
#include "annalist/understand/statements/covering.h"

namespace annalist {
namespace {

// Direct: all words stand in quotation marks that the cue does not share. Mixed: some do.
QuoteKind quote_kind(const AttributionContext& context, const Attribution& attribution) {
  int around = context.quote_of(attribution.cue_token);
  const bool shared = around >= 0 && !attribution.sources.empty() && context.quote_of(attribution.sources[0]) != around;
  if (shared) around = -1;  // 'Velayati "called on them to resist"': the quotation takes in the cue
  int words = 0, quoted = 0;
  for (const TokenRange range : attribution.content) {
    for (TokenIndex t = range.begin; t < range.end; ++t) {
      if (context.token(t).upos == Upos::kPunct) continue;
      ++words;
      quoted += context.quote_of(t) >= 0 && context.quote_of(t) != around;
    }
  }
  if (quoted == 0) return QuoteKind::kIndirect;
  return quoted == words && !shared ? QuoteKind::kDirect : QuoteKind::kMixed;
}

bool in_content(const Attribution& attribution, TokenIndex t) {
  return std::any_of(attribution.content.begin(), attribution.content.end(), [&](TokenRange range) { return range.contains(t); });
}

// The time in the cue's own clause: "said on Tuesday", "said in an interview in May".
void set_date(const AttributionContext& context, const Attribution& attribution, Statement& statement) {
  const TokenRange sentence = context.sentence_tokens(attribution.cue_token);
  const auto first = std::lower_bound(context.times.begin(), context.times.end(), sentence.begin,
                                      [](const Timex& timex, TokenIndex begin) { return timex.tokens.begin < begin; });
  for (auto timex = first; timex != context.times.end() && timex->tokens.begin < sentence.end; ++timex) {
    if (!timex->range || timex->type == TimexType::kDuration || timex->type == TimexType::kSet) continue;
    if (timex->tokens.empty() || in_content(attribution, timex->tokens.begin)) continue;
    TokenIndex up = timex->tokens.begin;
    for (int steps = 0; up != kNoToken && up != attribution.top && steps < 8; ++steps) {
      const bool outside = !timex->tokens.contains(up);
      if (outside && context.token(up).upos == Upos::kVerb) break;
      up = context.head(up);
    }
    const bool shared = up != kNoToken && up < attribution.top && context.relation(attribution.top) == "conj" &&
                        context.head(attribution.top) == up && timex->tokens.end <= up;
    const bool between = !attribution.content.empty() && timex->tokens.begin > attribution.cue_token &&
                         timex->tokens.end <= attribution.content[0].begin;  // "said in May that", wherever the tree hangs it
    if (up != attribution.top && !shared && !between) continue;
    statement.date = timex->range;
    statement.date_how = "timex in clause";
    return;
  }
}

// "said in an interview on Al-Quds TV", "told Reuters": the medium is the next link of the chain. Who is the source of another cue
// ("according to Reuters", hung on the same verb) is none.
std::vector<Source> medium(const AttributionContext& context, const std::vector<Attribution>& all, const Attribution& attribution) {
  std::vector<Source> out;
  const auto take = [&](TokenIndex noun) {
    for (const Source& source : sources_of(context, noun)) {
      const bool nameless =
          !source.name.empty() && source.name[0] >= 'a' && source.name.find(' ') == std::string::npos;  // "told the press"
      if (source.actor != kNone && !nameless && context.actors.actors[static_cast<size_t>(source.actor)].media) out.push_back(source);
    }
  };
  if (attribution.cue == nullptr) return out;
  const auto speaks = [&](TokenIndex token) {
    return std::any_of(all.begin(), all.end(), [&](const Attribution& other) {
      return std::find(other.sources.begin(), other.sources.end(), token) != other.sources.end();
    });
  };
  for (const TokenIndex c : context.children.of(attribution.top)) {
    if (in_content(attribution, c) || speaks(c)) continue;
    const std::string_view relation = context.relation(c);
    if (relation == "obj" || relation == "iobj") take(c);
    if (relation != "obl") continue;
    const std::string lemma = context.lemma(c);
    if (context.marker(c) == "on" || context.marker(c) == "to") take(c);
    if (!is_text_noun(lemma) && lemma != "interview" && lemma != "remark" && lemma != "comment") continue;
    for (const TokenIndex n : context.children.of(c)) {
      if (context.relation(n) == "nmod" || context.relation(n) == "compound") take(n);
    }
  }
  if (out.size() > 1) out.resize(1);
  return out;
}

class ChainBuilder {
 public:
  ChainBuilder(const AttributionContext& context, const std::vector<Attribution>& attributions, std::vector<Statement>& statements)
      : context_(context), attributions_(attributions), statements_(statements), state_(statements.size(), 0) {}

  void run() {
    find_around();
    for (size_t i = 0; i < statements_.size(); ++i) fill(static_cast<int>(i));
    for (size_t i = 1; i < statements_.size(); ++i) carry(i);
  }

 private:
  // For each statement the one around its cue, smallest content first; -1 when the article itself tells it.
  void find_around() {
    std::vector<Stretch> contents, cues;
    std::vector<uint32_t> sizes(statements_.size(), 0);
    for (size_t i = 0; i < statements_.size(); ++i) {
      cues.push_back({statements_[i].cue.begin, statements_[i].cue.end, 0});
      for (const ByteSpan piece : statements_[i].content) sizes[i] += piece.size();
      if (statements_[i].stance) continue;
      for (const ByteSpan piece : statements_[i].content) contents.push_back({piece.begin, piece.end, static_cast<int>(i)});
    }
    const std::vector<std::vector<int>> holders = owners_around(std::move(contents), cues);
    for (size_t i = 0; i < statements_.size(); ++i) {
      int best = -1;
      for (const int j : holders[i]) {
        const bool smaller = best < 0 || sizes[static_cast<size_t>(j)] < sizes[static_cast<size_t>(best)];
        if (j != static_cast<int>(i) && smaller) best = j;
      }
      around_.push_back(attributions_[i].quoting >= 0 ? attributions_[i].quoting : best);
    }
  }

  void fill(int index) {
    const auto at = static_cast<size_t>(index);
    if (state_[at] != 0) return;
    state_[at] = 1;  // a circle of misread contents ends here
    Statement& statement = statements_[at];
    const auto append = [&](const Source& source) {
      const auto same = [&](const Source& s) { return same_speaker(s, source); };
      if (std::any_of(statement.source.begin(), statement.source.end(), same)) return;
      if (std::none_of(statement.via.begin(), statement.via.end(), same)) statement.via.push_back(source);
    };
    for (const Source& source : medium(context_, attributions_, attributions_[at])) append(source);
    const int outer = around_[at];
    if (outer >= 0) {
      fill(outer);
      const Statement copy = statements_[static_cast<size_t>(outer)];
      for (const Source& source : copy.source) append(source);
      for (const Source& source : copy.via) append(source);
    }
    state_[at] = 2;
  }

  // "He added that ...": the report before goes on, and with it those through whom it came.
  void carry(size_t i) {
    const std::string lemma = context_.lemma(attributions_[i].cue_token);
    if (lemma != "add" && lemma != "continue") return;
    Statement& statement = statements_[i];
    if (!statement.via.empty() || statement.source.empty()) return;
    for (size_t j = i; j-- > 0;) {
      const Statement& before = statements_[j];
      if (statement.sentence - before.sentence > 1) return;
      if (before.sentence == statement.sentence || before.source.empty()) continue;
      if (before.source[0].actor != kNone && same_speaker(before.source[0], statement.source[0])) {
        statement.via = before.via;
        return;
      }
    }
  }

  const AttributionContext& context_;
  const std::vector<Attribution>& attributions_;
  std::vector<Statement>& statements_;
  std::vector<int> state_;
  std::vector<int> around_;
};

}  // namespace

std::vector<Statement> build_statements(const AttributionContext& context, const std::vector<Attribution>& attributions) {
  std::vector<Statement> out;
  out.reserve(attributions.size());
  for (const Attribution& attribution : attributions) {
    Statement statement;
    for (const TokenIndex source : attribution.sources) {
      for (Source& found : sources_of(context, source)) statement.source.push_back(std::move(found));
    }
    statement.cue = attribution.cue_words;
    statement.cue_token = attribution.cue_token;
    for (const TokenRange range : attribution.content) statement.content.push_back(span_of(context.reading, range));
    statement.quote = quote_kind(context, attribution);
    statement.stance = attribution.stance && attribution.quotes.empty();
    statement.sentence = context.sentence(attribution.cue_token);
    set_date(context, attribution, statement);
    out.push_back(std::move(statement));
  }
  ChainBuilder(context, attributions, out).run();
  return out;
}

}  // namespace annalist
