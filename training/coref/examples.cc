// coreference_examples HOME PATH... > FILE: the training examples of the coreference model, by the very code that the program runs.
// HOME holds models/; PATHs are JSON lines with `id` and `text`. For each document, little endian:
//
//   u32 length of the id, the id, u32 phrases, u32 values in a token's vector; a phrase: u32 begin, end, head's begin, head's end in bytes
//   of the text, u16 type, 16 u16 feature numbers, its head's vector in f32; u32 candidates; a candidate: u32 phrase, 32 u16 feature
//   numbers
//
// The first 16 bytes: "ANNCOREF", u32 feature version, u16 and u16 the numbers of templates; then u32 and u32 the numbers of features,
// u32 the length of the reader's version, the version.
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

#include "annalist/ingest/articles.h"
#include "annalist/read/reader.h"
#include "annalist/understand/actors/pair_features.h"

namespace {

using namespace annalist;

template <class T>
void put(std::string& out, T value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void put_row(std::string& out, const FeatureId* row, size_t count) { out.append(reinterpret_cast<const char*>(row), count * sizeof *row); }

std::string examples(const Document& document, const Reading& reading, const std::vector<float>& vectors) {
  const Children children(reading);
  const Phrases phrases = find_phrases(reading, children);
  const PairFeatures features(reading, children, phrases);
  std::string out;
  put(out, static_cast<uint32_t>(document.id.size()));
  out += document.id;
  put(out, static_cast<uint32_t>(phrases.phrases.size()));
  const size_t width = reading.tokens.empty() ? 0 : vectors.size() / reading.tokens.size();
  put(out, static_cast<uint32_t>(width));
  Candidates candidates;
  for (size_t i = 0; i < phrases.phrases.size(); ++i) {
    const Phrase& phrase = phrases.phrases[i];
    const ByteSpan words = span_of(reading, phrase.tokens);
    const ByteSpan head = reading.tokens[static_cast<size_t>(phrase.head)].words;
    for (const auto offset : {words.begin, words.end, head.begin, head.end}) put(out, static_cast<uint32_t>(offset));
    put(out, static_cast<uint16_t>(phrase.type));
    put_row(out, features.of_phrase(static_cast<PhraseIndex>(i)), kPhraseTemplates);
    out.append(reinterpret_cast<const char*>(&vectors[static_cast<size_t>(phrase.head) * width]), width * sizeof(float));
    features.candidates_of(static_cast<PhraseIndex>(i), candidates);
    put(out, static_cast<uint32_t>(candidates.phrases.size()));
    for (size_t k = 0; k < candidates.phrases.size(); ++k) {
      put(out, static_cast<uint32_t>(candidates.phrases[k]));
      put_row(out, &candidates.rows[k * kPairTemplates], kPairTemplates);
    }
  }
  return out;
}

}  // namespace

int main(int count, char** words) {
  if (count < 3) {
    std::fprintf(stderr, "use: coreference_examples HOME PATH... > FILE\n");
    return 2;
  }
  const auto reader = Reader::open(std::string(words[1]) + "/models");
  if (!reader) {
    std::fprintf(stderr, "%s: %s\n", reader.error().where.c_str(), reader.error().message.c_str());
    return 1;
  }
  std::string out = "ANNCOREF";
  put(out, kPairFeatureVersion);
  put(out, static_cast<uint16_t>(kPhraseTemplates));
  put(out, static_cast<uint16_t>(kPairTemplates));
  put(out, static_cast<uint32_t>(phrase_feature_count()));
  put(out, static_cast<uint32_t>(pair_feature_count()));
  put(out, static_cast<uint32_t>(reader->version().size()));
  out += reader->version();
  std::vector<float> vectors;
  const IngestOptions options;
  ArticleStream articles(std::vector<std::string>(words + 2, words + count), options);
  while (auto article = articles.next()) {
    const auto document = *article ? make_document(**article, options) : Result<Document>(article->error());
    if (!document) {
      std::fprintf(stderr, "%s: %s\n", document.error().where.c_str(), document.error().message.c_str());
      return 1;
    }
    const Reading reading = reader->read(*document, &vectors);
    out += examples(*document, reading, vectors);
    if (std::fwrite(out.data(), 1, out.size(), stdout) != out.size()) return 1;
    out.clear();
  }
  return std::fflush(stdout) == 0 ? 0 : 1;
}
