#include "annalist/understand/times/find_times.h"

#include <utility>

#include "annalist/read/atoms.h"
#include "annalist/understand/times/grammar.h"
#include "annalist/understand/times/resolve.h"
#include "annalist/understand/times/tense.h"
#include "annalist/understand/times/writing_time.h"

namespace annalist {
namespace {

// How many sentences on a time still counts as the one last spoken of.
constexpr int kSpokenReach = 4;

// Whether the document writes 26/3/2024: some numeric date in it can be read only so.
bool writes_day_first(const std::vector<SentenceExpressions>& sentences) {
  for (const SentenceExpressions& sentence : sentences) {
    const auto& atoms = sentence.atoms;
    for (size_t i = 0; i + 4 < atoms.size(); ++i) {
      const bool shape = atoms[i].kind == AtomKind::kNumber && atoms[i + 1].lower == "/" && atoms[i + 2].kind == AtomKind::kNumber &&
                         atoms[i + 3].lower == "/" && atoms[i + 4].kind == AtomKind::kNumber;
      if (shape && atoms[i].lower.size() == 2 && atoms[i].lower > "12" && atoms[i + 2].lower <= "12") return true;
    }
  }
  return false;
}

bool names_year(const Expression& e) { return e.year.has_value() || (!e.parts.empty() && names_year(e.parts.back())); }

class Finder {
 public:
  Finder(const Document& document, const Reading& reading) : document_(document), reading_(reading) {}

  std::vector<Timex> run() {
    sentences_.resize(reading_.sentences.size());
    for (size_t i = 0; i < sentences_.size(); ++i) sentences_[i].atoms = atoms_of(document_.text, reading_, reading_.sentences[i]);
    const bool day_first = writes_day_first(sentences_);
    for (SentenceExpressions& sentence : sentences_) {
      sentence.expressions = find_expressions(SentenceAtoms{sentence.atoms, reading_, day_first});
    }
    writing_ = writing_time(document_, reading_, sentences_);
    for (size_t i = 0; i < sentences_.size(); ++i) {
      for (const Expression& expression : sentences_[i].expressions) add(static_cast<int>(i), expression);
    }
    return std::move(times_);
  }

 private:
  void add(int sentence, const Expression& expression) {
    const auto& atoms = sentences_[static_cast<size_t>(sentence)].atoms;
    SpokenTime spoken;
    if (spoken_range_ && sentence - spoken_sentence_ <= kSpokenReach) {
      spoken = {spoken_range_, sentence == spoken_sentence_, spoken_year_};
    }
    Outlook outlook = outlook_of(reading_, atoms[expression.begin].token);
    const std::string before = expression.begin > 0 ? atoms[expression.begin - 1].lower : "";
    if ((before == "until" || before == "till" || before == "by") && outlook != Outlook::kPast) outlook = Outlook::kFuture;
    if (before == "since") outlook = Outlook::kPast;
    const Resolved resolved = resolve(expression, writing_, spoken, outlook);

    Timex timex;
    timex.words = {atoms[expression.begin].words.begin, atoms[expression.end - 1].words.end};
    timex.tokens = tokens_of(atoms, reading_, expression.begin, expression.end);
    timex.type = resolved.type;
    timex.value = resolved.value;
    timex.range = resolved.range;
    timex.anchor = resolved.anchor;
    times_.push_back(std::move(timex));

    const bool dated = (resolved.type == TimexType::kDate || resolved.type == TimexType::kTime) && !is_naming(times_.back());
    if (resolved.range && dated) {
      spoken_range_ = resolved.range;
      spoken_sentence_ = sentence;
      spoken_year_ = names_year(expression) || (spoken_year_ && resolved.anchor == TimeAnchor::kText);
    }
  }

  // A year before the noun that it only names: "the 1965 Act" tells nothing of when.
  bool is_naming(const Timex& timex) const {
    if (timex.tokens.size() != 1) return false;
    const Token& year = reading_.tokens[static_cast<size_t>(timex.tokens.begin)];
    const std::string_view relation = base_relation(year.deprel);
    return (relation == "nummod" || relation == "compound" || relation == "amod" || relation == "nmod") && year.head > timex.tokens.begin;
  }

  const Document& document_;
  const Reading& reading_;
  std::vector<SentenceExpressions> sentences_;
  WritingTime writing_;
  std::optional<DateRange> spoken_range_;
  int spoken_sentence_ = 0;
  bool spoken_year_ = false;
  std::vector<Timex> times_;
};

}  // namespace

std::vector<Timex> find_times(const Document& document, const Reading& reading) { return Finder(document, reading).run(); }

}  // namespace annalist
