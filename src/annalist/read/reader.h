// Reader: a document's words understood grammatically. Segmenter (sentences, tokens, words), then Tagger
// (UPOS, features, lemmas, trees, entities).
#pragma once

#include <string>
#include <vector>

#include "annalist/base/result.h"
#include "annalist/ingest/document.h"
#include "annalist/read/reading.h"
#include "annalist/read/segmenter.h"
#include "annalist/read/tagger.h"

namespace annalist {

class Reader {
 public:
  // Opens segmenter.weights, lemmas.tsv and the network's weights ("reader.weights", the full one) in the folder, and the senses in
  // coref.weights, if they belong to that network. Errors: kBadConfiguration or kIo, naming the file.
  static Result<Reader> open(const std::string& model_dir, const std::string& weights = "reader.weights",
                             Arithmetic arithmetic = Arithmetic::kInt8, Machine machine = fastest_machine());

  // Thread safe. `vectors`: as Tagger::tag.
  Reading read(const Document& document, std::vector<float>* vectors = nullptr) const;

  // For words that come segmented already, as from a treebank: see Tagger::tag.
  void tag(Reading& reading) const { tagger_.tag(reading); }

  size_t sentences_in_parts(const Reading& reading) const { return tagger_.sentences_in_parts(reading); }

  // Names exactly what it was opened with, network, segmenter and lemmas; archives keep it with each document.
  const std::string& version() const { return version_; }

 private:
  Reader(Segmenter segmenter, Tagger tagger, std::string version)
      : segmenter_(std::move(segmenter)), tagger_(std::move(tagger)), version_(std::move(version)) {}
  Segmenter segmenter_;
  Tagger tagger_;
  std::string version_;
};

// What a person should know of sentences_in_parts.
std::string in_parts_note(size_t sentences);

}  // namespace annalist
