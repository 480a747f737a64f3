#include "annalist/understand/statements/quoted.h"

#include <algorithm>
#include <string_view>

namespace annalist {
namespace {

enum class MarkKind : uint8_t { kNone, kDouble, kSingle };
struct Mark {
  MarkKind kind = MarkKind::kNone;
  bool may_open = false;
  bool may_close = false;
};

constexpr int kLongestSingle = 120;  // tokens; a longer stretch in single quotes is more likely an apostrophe gone astray

class Finder {
 public:
  explicit Finder(const Reading& reading) : reading_(reading) {}

  std::vector<QuotedStretch> run() {
    uint32_t block = 0;
    for (size_t s = 0; s < reading_.sentences.size(); ++s) {
      const Sentence& sentence = reading_.sentences[s];
      if (s > 0 && sentence.block != block) end_block(sentence.tokens.begin);
      block = sentence.block;
      for (TokenIndex t = sentence.tokens.begin; t < sentence.tokens.end; ++t) visit(t, s > 0 && t == sentence.tokens.begin);
    }
    end_block(static_cast<TokenIndex>(reading_.tokens.size()));
    for (QuotedStretch& stretch : out_) stretch.scare = is_scare(stretch.inside);
    return std::move(out_);
  }

 private:
  const Token& token(TokenIndex t) const { return reading_.tokens[static_cast<size_t>(t)]; }

  Mark mark_at(TokenIndex t) const {
    const std::string_view form = token(t).form;
    const bool space_before = t == 0 || token(t - 1).space_after || token(t - 1).form == "(" || token(t - 1).form == "[";
    const bool space_after = token(t).space_after;
    if (form == "“" || form == "«" || form == "``" || form == "„") return {MarkKind::kDouble, true, false};
    if (form == "”" || form == "»") return {MarkKind::kDouble, false, true};
    if (form == "\"" || form == "''" || form == "’’") {
      const bool none_open = open_ == kNoToken;
      return {MarkKind::kDouble, !space_after || (none_open && space_before), !space_before || !none_open};
    }
    if (form == "‘") return {MarkKind::kSingle, true, false};
    if (form == "'" || form == "’") return {MarkKind::kSingle, form == "'" && space_before && !space_after, !space_before};
    return {};
  }

  void visit(TokenIndex t, bool first) {
    const Mark mark = mark_at(t);
    if (mark.kind == MarkKind::kNone) return;
    if (open_ != kNoToken && kind_ == MarkKind::kDouble && mark.kind == MarkKind::kSingle) return;  // a quotation within one
    if (open_ != kNoToken && mark.kind == kind_ && mark.may_close) {
      close(t);
      return;
    }
    if (!mark.may_open || (open_ != kNoToken && mark.kind == MarkKind::kSingle)) return;
    continues_ = first && left_open_ && mark.kind == MarkKind::kDouble;
    left_open_ = false;
    open_ = t;
    kind_ = mark.kind;
  }

  void close(TokenIndex end) {
    const bool fits = kind_ == MarkKind::kDouble || end - open_ < kLongestSingle;
    if (end > open_ + 1 && fits) out_.push_back({{open_ + 1, end}, continues_, false});
    open_ = kNoToken;
    continues_ = false;
  }

  // Without a closing mark: the stretch holds to the block's end if the next block opens one, which only that block can tell.
  void end_block(TokenIndex next) {
    left_open_ = false;
    if (open_ == kNoToken) return;
    const bool goes_on = next < static_cast<TokenIndex>(reading_.tokens.size()) && mark_at(next).kind == MarkKind::kDouble;
    if (kind_ == MarkKind::kDouble && goes_on && mark_opens(next)) {
      close(next);
      left_open_ = true;
      return;
    }
    const int sentence = sentence_of(reading_, open_);  // the closing mark was forgotten
    const TokenIndex end = reading_.sentences[static_cast<size_t>(sentence)].tokens.end;
    if (kind_ == MarkKind::kDouble) {
      close(std::min(end, next));
    } else {
      open_ = kNoToken;
    }
  }

  bool mark_opens(TokenIndex t) const {
    const std::string_view form = token(t).form;
    return form == "“" || form == "«" || form == "``" || ((form == "\"" || form == "''") && !token(t).space_after);
  }

  bool is_scare(TokenRange inside) const {
    int words = 0;
    bool verb = false;
    for (TokenIndex t = inside.begin; t < inside.end; ++t) {
      words += token(t).upos != Upos::kPunct;
      verb = verb || feature(token(t), "VerbForm") == "Fin";
    }
    if (words >= 7) return false;
    const Token& last = token(inside.end - 1);
    const bool ended = last.form == "." || last.form == "," || last.form == "!" || last.form == "?";
    const bool capital = !token(inside.begin).form.empty() && token(inside.begin).form[0] >= 'A' && token(inside.begin).form[0] <= 'Z';
    return !(ended && capital) && !(verb && words >= 3 && (capital || ended));
  }

  const Reading& reading_;
  std::vector<QuotedStretch> out_;
  TokenIndex open_ = kNoToken;
  MarkKind kind_ = MarkKind::kNone;
  bool continues_ = false;
  bool left_open_ = false;
};

}  // namespace

std::vector<QuotedStretch> quoted_stretches(const Reading& reading) { return Finder(reading).run(); }

}  // namespace annalist
