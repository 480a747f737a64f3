#include "annalist/read/reader.h"

#include "annalist/read/acronyms.h"
#include "annalist/read/appositions.h"
#include "annalist/read/glued_names.h"

namespace annalist {

Result<Reader> Reader::open(const std::string& model_dir, const std::string& weights, Arithmetic arithmetic, Machine machine) {
  const std::string folder = model_dir.empty() || model_dir.ends_with('/') ? model_dir : model_dir + "/";
  Result<Segmenter> segmenter = Segmenter::open(folder + "segmenter.weights");
  if (!segmenter) return segmenter.error();
  Result<LemmaLexicon> lexicon = LemmaLexicon::open(folder + "lemmas.tsv");
  if (!lexicon) return lexicon.error();
  const std::string beside = ", segmenter " + segmenter->fingerprint() + ", lemmas " + lexicon->fingerprint();
  Result<Tagger> tagger = Tagger::open(folder + weights, arithmetic, std::move(*lexicon), machine);
  if (!tagger) return tagger.error();
  tagger->open_senses(folder + "coref.weights");
  std::string version = tagger->version() + beside;
  return Reader(std::move(*segmenter), std::move(*tagger), std::move(version));
}

Reading Reader::read(const Document& document, std::vector<float>* vectors) const {
  Reading reading = segmenter_.segment(document);
  tagger_.tag(reading, vectors);
  part_glued_names(reading);
  settle_acronyms(reading);
  mend_appositions(reading);
  return reading;
}

std::string in_parts_note(size_t sentences) {
  return std::to_string(sentences) + (sentences == 1 ? " sentence" : " sentences") + " too long for the network, read in parts";
}

}  // namespace annalist
