#include "annalist/understand/amounts/find_amounts.h"

#include <algorithm>
#include <utility>

#include "annalist/base/utf8.h"
#include "annalist/read/atoms.h"
#include "annalist/read/numerals.h"
#include "annalist/understand/amounts/amount_words.h"
#include "annalist/understand/amounts/count_noun.h"
#include "annalist/understand/amounts/currency.h"
#include "annalist/understand/amounts/figure.h"

namespace annalist {
namespace {

// An amount on its way: its atoms, what it says and counts.
struct Draft {
  size_t begin = 0;
  size_t end = 0;
  Figure figure;
  std::string unit;
  bool money = false;
  std::string per;
  AmountKind kind = AmountKind::kTotal;
};

class SentenceAmounts {
 public:
  SentenceAmounts(const Reading& reading, const Knowledge& knowledge, const CurrencyReader& currencies, const std::vector<Atom>& atoms,
                  std::string& last_unit)
      : reading_(reading), knowledge_(knowledge), currencies_(currencies), atoms_(atoms), last_unit_(last_unit) {}

  void run(std::vector<Amount>& out) {
    size_t at = 0;
    while (at < atoms_.size()) {
      auto draft = amount_at(at);
      if (!draft) {
        ++at;
        continue;
      }
      rate_and_change(*draft);
      out.push_back(finished(*draft));
      if (!draft->money && draft->unit != "percent") last_unit_ = draft->unit;
      at = std::max(draft->end, at + 1);
    }
  }

 private:
  bool is(size_t at, std::string_view lower) const { return at < atoms_.size() && atoms_[at].lower == lower; }
  const Token& token(size_t at) const { return reading_.tokens[static_cast<size_t>(atoms_[at].token)]; }

  bool says_change(size_t at) const { return change_word(to_lower(token(at).lemma)) || change_word(atoms_[at].lower); }

  std::optional<Draft> amount_at(size_t at) const {
    const Bound bound = read_bound(atoms_, at);
    auto draft = money(at, bound);
    if (!draft) draft = percentage(at, bound);
    if (!draft) draft = count(at, bound);
    return draft;
  }

  std::optional<Draft> money(size_t begin, const Bound& bound) const {
    size_t at = bound.end;
    if (at >= atoms_.size()) return std::nullopt;
    const auto sign = currencies_.before_number(atoms_, at);
    const size_t number_at = sign ? sign->end : at;
    if (!sign && glued_to_word(atoms_, number_at)) return std::nullopt;
    auto figure = read_figure(atoms_, number_at, true);
    if (!figure) return std::nullopt;
    // "tens of millions of dollars" reads over its "of"
    const auto name = currencies_.after_number(atoms_, figure->end, figure->scaled);
    if (!sign && !name) return std::nullopt;
    if (!sign && weight(*figure, *name)) return std::nullopt;
    Draft draft{begin, figure->end, *figure, sign ? sign->code : name->code, true, {}, AmountKind::kTotal};
    if (name && (!sign || name->code == sign->code || is(name->end - 1, ")"))) {
      draft.end = name->end;
      if (sign && name->code != sign->code) draft.unit = name->code;
    } else if (name && sign) {
      // "$9.99 US dollars" agrees; "$5 Canadian dollars" is Canadian
      draft.unit = name->code;
      draft.end = name->end;
    }
    if (name && name->hundredths && !sign) in_hundredths(draft.figure);
    apply(bound.kind, draft.figure);
    return draft;
  }

  // "50 pounds of explosives" weigh.
  bool weight(const Figure& figure, const Currency& name) const {
    const bool pounds = is(name.end - 1, "pounds") || is(name.end - 1, "pound");
    if (!pounds || figure.scaled || !figure.value || !(*figure.value < Decimal(100'000))) return false;
    const bool scales = std::any_of(atoms_.begin(), atoms_.end(), [](const Atom& atom) {
      return atom.lower.starts_with("weigh") || atom.lower == "kg" || atom.lower.starts_with("kilogram") || atom.lower == "ounces";
    });
    return scales || is(name.end, "of");
  }

  static void in_hundredths(Figure& figure) {
    const Decimal cent = *Decimal::parse("0.01");
    for (std::optional<Decimal>* part : {&figure.value, &figure.low, &figure.high}) {
      if (*part) *part = (*part)->times(cent);
    }
  }

  std::optional<Draft> percentage(size_t begin, const Bound& bound) const {
    if (glued_to_word(atoms_, bound.end)) return std::nullopt;
    auto figure = read_figure(atoms_, bound.end, false);
    if (!figure) return std::nullopt;
    size_t end = figure->end;
    if (is(end, "%") || is(end, "percent")) ++end;
    else if (is(end, "per") && is(end + 1, "cent")) end += 2;
    else if (is(end, "percentage") && (is(end + 1, "points") || is(end + 1, "point"))) end += 2;
    else return std::nullopt;
    apply(bound.kind, *figure);
    return Draft{begin, end, *figure, "percent", false, {}, AmountKind::kTotal};
  }

  std::optional<Draft> count(size_t begin, const Bound& bound) const {
    const size_t at = bound.end;
    if (at >= atoms_.size() || glued_to_word(atoms_, at)) return std::nullopt;
    if (at > 0 && (is(at - 1, "no") || is(at - 1, "number") || (is(at - 1, ".") && at > 1 && is(at - 2, "no")))) return std::nullopt;
    auto figure = read_figure(atoms_, at, false);
    if (!figure || (figure->value && *figure->value == Decimal(0))) return std::nullopt;
    if (read_ordinal(atoms_, at)) return std::nullopt;
    if (figure->one && is(figure->end, "of")) return std::nullopt;  // "one of the"
    auto noun = counted_noun(atoms_, reading_, knowledge_, at, *figure);
    if (!noun) noun = understood_noun(atoms_, reading_, at, *figure, last_unit_);
    if (!noun) return std::nullopt;
    apply(bound.kind, *figure);
    return Draft{begin, noun->end, *figure, noun->unit, false, {}, AmountKind::kTotal};
  }

  // "a month", "per year", "annually" after the amount, "annual" beside it; "cut by", "an increase of" before
  // it.
  void rate_and_change(Draft& draft) const {
    size_t end = draft.end;
    if (is(end, "a") || is(end, "an") || is(end, "per") || is(end, "each") || is(end, "every") || is(end, "/")) {
      if (end + 1 < atoms_.size()) draft.per = rate_unit(atoms_[end + 1].lower);
      if (!draft.per.empty()) draft.end = end + 2;
    } else if (end < atoms_.size()) {
      draft.per = rate_adverb(atoms_[end].lower);
      if (!draft.per.empty()) {
        draft.end = end + 1;
      } else if (draft.money && is(end, "in") && end + 1 < atoms_.size()) {
        draft.per = rate_adverb(atoms_[end + 1].lower);  // "$70 million in annual aid"
      }
    }
    if (draft.per.empty() && draft.money && draft.begin >= 2) {
      // "a monthly stipend of $500", "an annual $70 million"
      for (size_t back = 1; back <= 3 && back <= draft.begin && draft.per.empty(); ++back) {
        const size_t at = draft.begin - back;
        if (back == 2 && !is(draft.begin - 1, "of")) break;
        draft.per = rate_adverb(atoms_[at].lower);
      }
    }
    if (draft.per.empty()) draft.per = rate_further_on(draft.end);
    if (!draft.per.empty()) draft.kind = AmountKind::kRate;
    if (is_change(draft)) draft.kind = AmountKind::kChange;
  }

  // "5,000 meals in the camps every day": the rate at the end of the clause, behind phrases that count nothing.
  std::string rate_further_on(size_t end) const {
    constexpr size_t kReach = 8;
    for (size_t at = end; at < atoms_.size() && at < end + kReach; ++at) {
      const Upos upos = token(at).upos;
      if (atoms_[at].kind != AtomKind::kWord || upos == Upos::kVerb || upos == Upos::kAux || upos == Upos::kCconj || upos == Upos::kNum)
        return {};
      if ((is(at, "each") || is(at, "every") || is(at, "per")) && at + 1 < atoms_.size())
        return std::string(rate_unit(atoms_[at + 1].lower));
      if (upos == Upos::kAdv)
        if (const std::string_view per = rate_adverb(atoms_[at].lower); !per.empty()) return std::string(per);
    }
    return {};
  }

  bool is_change(const Draft& draft) const {
    size_t at = draft.begin;
    const bool by = at > 0 && is(at - 1, "by");
    const bool of = at > 0 && is(at - 1, "of");
    if (draft.end < atoms_.size() && says_change(draft.end) && token(draft.end).upos == Upos::kNoun &&
        (draft.money || draft.unit == "percent")) {
      return true;  // "a $5 million cut"
    }
    if (!by && !of) return draft.unit == "percent" && at > 0 && says_change(at - 1);
    const size_t window = of ? 3 : 12;
    for (size_t back = 2; back <= window && back <= at; ++back) {
      const Token& word = token(at - back);
      const bool fits = of ? word.upos == Upos::kNoun : word.upos == Upos::kVerb || word.upos == Upos::kNoun;
      if (fits && says_change(at - back)) return true;
    }
    return false;
  }

  Amount finished(const Draft& draft) const {
    Amount amount;
    amount.words = {atoms_[draft.begin].words.begin, atoms_[draft.end - 1].words.end};
    amount.tokens = tokens_of(atoms_, reading_, draft.begin, draft.end);
    amount.value = draft.figure.value;
    amount.low = draft.figure.low;
    amount.high = draft.figure.high;
    amount.unit = draft.unit;
    amount.per = draft.per;
    amount.kind = draft.kind;
    amount.approximate = draft.figure.approximate;
    return amount;
  }

  const Reading& reading_;
  const Knowledge& knowledge_;
  const CurrencyReader& currencies_;
  const std::vector<Atom>& atoms_;
  std::string& last_unit_;
};

}  // namespace

std::vector<Amount> find_amounts(const Document& document, const Reading& reading, const Knowledge& knowledge) {
  std::vector<Amount> amounts;
  const CurrencyReader currencies(document, reading, knowledge);
  std::string last_unit;
  for (const Sentence& sentence : reading.sentences) {
    const std::vector<Atom> atoms = atoms_of(document.text, reading, sentence);
    SentenceAmounts(reading, knowledge, currencies, atoms, last_unit).run(amounts);
  }
  return amounts;
}

}  // namespace annalist
