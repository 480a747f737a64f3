// Segmenter: a document's sentences, tokens and syntactic words. Tokens come from rules (tokenizer.h), sentence ends from a small model
// over hashed features of the words around each place (segmenter_model.h). Sentences lie within blocks. Takes linear time; const
// methods are thread safe.
#pragma once

#include <string>

#include "annalist/base/result.h"
#include "annalist/ingest/document.h"
#include "annalist/read/reading.h"
#include "annalist/read/segmenter_model.h"

namespace annalist {

class Segmenter {
 public:
  // The weights file. Errors: kIo, kBadConfiguration.
  static Result<Segmenter> open(const std::string& model_path);

  // Sentences, tokens (form, words, space_after) and multiwords. Every character of the blocks that is no white space lies in exactly
  // one token or multiword token.
  Reading segment(const Document& document) const;

  const std::string& fingerprint() const { return model_.fingerprint(); }

 private:
  SegmenterModel model_;
};

}  // namespace annalist
