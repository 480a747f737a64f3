// Lemma edit scripts: how a lemma is made from a word's form (after Chrupala 2006; the exact forms are
// training/lemma_scripts.py's):
//   =LEMMA                        the lemma is LEMMA, whatever the form
//   C|FRONT|PREFIX|BACK|SUFFIX    bring the form into casing C (l lower, k as it is, t first letter upper and
//   the rest lower, u upper), take
//                                 FRONT characters off its front and put PREFIX there, BACK off its end and
//                                 put SUFFIX there
// A form too short for the script, or an empty result, gives the lower-cased form.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace annalist {

class LemmaScript {
 public:
  static std::optional<LemmaScript> parse(std::string_view text);
  std::string apply(std::string_view form) const;

 private:
  bool is_whole_ = false;  // =LEMMA, kept in suffix_
  char casing_ = 'k';
  size_t front_ = 0, back_ = 0;
  std::string prefix_, suffix_;
};

}  // namespace annalist
