#include "annalist/read/lemma_lexicon.h"

#include <algorithm>

#include "annalist/base/files.h"
#include "annalist/base/sha256.h"
#include "annalist/base/utf8.h"

namespace annalist {
namespace {

Error bad_line(const std::string& path, size_t number, const std::string& what) {
  return {ErrorCode::kBadConfiguration, what + "; install the models again, or make the file with training/lemma_lexicon.py",
          path + ":" + std::to_string(number)};
}

// "PartPast" of a verb, "Plur" of a noun.
std::string morph_of(const Token& token) {
  if (token.upos == Upos::kVerb) return std::string(feature(token, "VerbForm")) + std::string(feature(token, "Tense"));
  if (token.upos == Upos::kNoun || token.upos == Upos::kPropn) return std::string(feature(token, "Number"));
  return {};
}

}  // namespace

Result<LemmaLexicon> LemmaLexicon::open(const std::string& path) {
  Result<std::string> text = read_file(path, uint64_t{1} << 26);
  if (!text) return text.error();
  return parse(std::move(*text), path);
}

Result<LemmaLexicon> LemmaLexicon::parse(std::string text, const std::string& path) {
  LemmaLexicon lexicon;
  lexicon.text_ = std::move(text);
  if (!lexicon.text_.empty()) lexicon.fingerprint_ = sha256_hex(lexicon.text_).substr(0, 12);
  const std::string_view all = lexicon.text_;
  size_t number = 0;
  for (size_t begin = 0; begin < all.size();) {
    ++number;
    const size_t end = std::min(all.find('\n', begin), all.size());
    const std::string_view line = all.substr(begin, end - begin);
    if (!line.starts_with('#')) {
      const size_t tab = line.rfind('\t');
      if (std::count(line.begin(), line.end(), '\t') != 3 || tab + 1 == line.size() || line.front() == '\t') {
        return bad_line(path, number, "a line of the lemmas must be form, UPOS, inflection and lemma, parted by tabs");
      }
      const Line entry{begin, begin + tab, end};
      if (!lexicon.lines_.empty() && lexicon.key_of(lexicon.lines_.back()) >= lexicon.key_of(entry)) {
        return bad_line(path, number, "the lines of the lemmas are not in order");
      }
      lexicon.lines_.push_back(entry);
    }
    begin = end + 1;
  }
  return lexicon;
}

std::string_view LemmaLexicon::lemma(const Token& token) const {
  if (lines_.empty() || token.feats.find("Typo=Yes") != std::string::npos) return {};
  std::string key;
  if (token.upos == Upos::kPropn) {
    key = token.form;
  } else {
    key = to_lower(token.form);
    if (token.upos == Upos::kAdj && key != token.form) return {};  // in names and headlines its lemma keeps the capital or not
  }
  key.append(1, '\t').append(upos_name(token.upos)).append(1, '\t').append(morph_of(token));
  const auto found =
      std::lower_bound(lines_.begin(), lines_.end(), key, [&](const Line& line, const std::string& k) { return key_of(line) < k; });
  if (found == lines_.end() || key_of(*found) != key) return {};
  return std::string_view(text_).substr(found->key + 1, found->end - found->key - 1);
}

}  // namespace annalist
