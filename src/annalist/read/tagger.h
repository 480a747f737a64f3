// Tagger: fills the words of a segmented reading with UPOS, UD features, lemmas, a dependency tree a
// sentence, and named entities, by the network of nn/. Thread safe; a sentence's analysis does not depend on
// what else the reading holds.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "annalist/base/result.h"
#include "annalist/nn/kernels.h"
#include "annalist/read/lemma_lexicon.h"
#include "annalist/read/reading.h"

namespace annalist {

// kInt8 is what the program runs; kFloat is the slow reference that it is tested against.
enum class Arithmetic { kInt8, kFloat };

class Tagger {
 public:
  // Errors: kBadConfiguration, naming the file.
  static Result<Tagger> open(const std::string& weights_path, Arithmetic arithmetic = Arithmetic::kInt8, LemmaLexicon lexicon = {},
                             Machine machine = fastest_machine());
  Tagger(Tagger&&) noexcept;
  Tagger& operator=(Tagger&&) noexcept;
  ~Tagger();

  // From now on readings have senses, where the file of weights holds them for this network.
  void open_senses(const std::string& path);

  // Takes sentences and the forms of their tokens; overwrites everything else of the tokens but `words` and
  // `space_after`, the entities and the senses. `vectors`, if given, are overwritten with the network's last layer, [tokens, hidden].
  void tag(Reading& reading, std::vector<float>* vectors = nullptr) const;

  // How many sentences have more than max_pieces word pieces and so were read in parts, cut at a clause mark where there is one; their
  // parts hang together as parataxis. Cheap: short sentences are not looked at.
  size_t sentences_in_parts(const Reading& reading) const;

  // "annalist-reader-en 1.0 (3f2a...)": name, version and the checksum's first digits.
  const std::string& version() const;

 private:
  struct Model;
  explicit Tagger(std::unique_ptr<Model> model);
  std::unique_ptr<Model> model_;
};

}  // namespace annalist
