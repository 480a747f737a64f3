#include "annalist/read/tagger.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "annalist/base/utf8.h"
#include "annalist/nn/fast_network.h"
#include "annalist/nn/reference_network.h"
#include "annalist/nn/wordpiece.h"
#include "annalist/read/english_irregulars.h"
#include "annalist/read/english_lemma.h"
#include "annalist/read/entity_decoder.h"
#include "annalist/read/entity_kinds.h"
#include "annalist/read/lemma_lexicon.h"
#include "annalist/read/lemma_script.h"
#include "annalist/read/senses.h"
#include "annalist/read/sentence_parts.h"
#include "annalist/read/tree_decoder.h"

namespace annalist {
namespace {

constexpr size_t kBatch = 64;                     // parts of sentences scored together; bounds the memory of a long document
constexpr size_t kLongestToken = 64;              // pieces of a token that are looked at; the rest of a monster says nothing more
constexpr std::string_view kJoint = "parataxis";  // joins the later parts of a sentence that was cut to the first

// The first of the highest. In lanes that do not wait for each other: some 500 scores a word come by here.
size_t best_of(std::span<const float> scores) {
  constexpr size_t kLanes = 16;
  std::array<float, kLanes> best;
  best.fill(scores.front());
  size_t i = 0;
  for (; i + kLanes <= scores.size(); i += kLanes) {
    for (size_t lane = 0; lane < kLanes; ++lane) best[lane] = scores[i + lane] > best[lane] ? scores[i + lane] : best[lane];
  }
  float highest = *std::max_element(best.begin(), best.end());
  for (; i < scores.size(); ++i) highest = std::max(highest, scores[i]);
  return std::min(static_cast<size_t>(std::find(scores.begin(), scores.end(), highest) - scores.begin()), scores.size() - 1);
}

// Row i of a matrix with so many columns.
std::span<const float> row_of(const std::vector<float>& matrix, size_t i, size_t columns) {
  return std::span<const float>(matrix).subspan(i * columns, columns);
}

// A part of a sentence on its way through the network.
struct Part {
  TokenRange tokens;
  bool is_first = true;  // of its sentence
};

}  // namespace

struct Tagger::Model {
  WeightsFile file;
  std::unique_ptr<WordPiece> wordpiece;
  std::unique_ptr<Network> network;
  std::vector<Upos> upos;
  std::vector<LemmaScript> lemma_scripts;
  LemmaLexicon lexicon;
  EntityDecoder entities;
  SenseLayer senses;
  size_t root_label = 0;
  size_t max_pieces = 0;
  std::string version;

  Model(WeightsFile opened, EntityDecoder decoder) : file(std::move(opened)), entities(std::move(decoder)) {}
  Result<void> build(Arithmetic arithmetic, Machine machine);
  void add_parts(const Reading& reading, const Sentence& sentence, std::vector<Part>& parts, std::vector<PieceSentence>& inputs) const;
  // These add the probabilities of the entities that they find; the first the tokens' vectors too, if wanted.
  void tag_batch(Reading& reading, std::span<const Part> parts, std::span<const PieceSentence> inputs, std::vector<float>& probabilities,
                 std::vector<float>* vectors) const;
  std::string lemma_of(const Token& token, std::span<const float> scores) const;
  void fill_words(Reading& reading, const Part& part, const SentenceScores& scores, std::vector<float>& probabilities) const;
  void fill_tree(Reading& reading, const Part& part, std::span<const int32_t> heads, const std::vector<float>& labels) const;
};

Result<void> Tagger::Model::build(Arithmetic arithmetic, Machine machine) {
  const std::string& path = file.path();
  Result<NetworkWeights> weights = network_weights(file);
  if (!weights) return weights.error();
  const TensorView* vocabulary = file.find("vocab");
  const std::string_view pieces = vocabulary == nullptr ? std::string_view() : std::string_view(vocabulary->data, vocabulary->bytes);
  if (!WordPiece::is_usable(pieces, file.config().vocab)) {
    return Error{ErrorCode::kBadConfiguration, "the vocabulary is missing or incomplete; use the weights that belong to this program",
                 path};
  }
  wordpiece = std::make_unique<WordPiece>(pieces);
  const NetworkLabels& labels = file.labels();
  for (const std::string& name : labels.upos) upos.push_back(upos_by_name(name));
  for (const std::string& text : labels.lemma) {
    std::optional<LemmaScript> script = LemmaScript::parse(text);
    if (!script) return Error{ErrorCode::kBadConfiguration, "malformed lemma script \"" + text + "\" in the weights", path};
    lemma_scripts.push_back(std::move(*script));
  }
  auto root = std::find(labels.deprel.begin(), labels.deprel.end(), "root");
  if (root == labels.deprel.end()) return Error{ErrorCode::kBadConfiguration, "the weights know no relation \"root\"", path};
  root_label = static_cast<size_t>(root - labels.deprel.begin());
  max_pieces = static_cast<size_t>(file.config().max_pieces);
  version = file.name() + " " + file.version() + " (" + file.fingerprint() + ")";
  if (arithmetic == Arithmetic::kFloat) {
    network = std::make_unique<ReferenceNetwork>(std::move(*weights));
    return {};
  }
  Result<std::unique_ptr<FastNetwork>> fast = FastNetwork::make(*weights, machine);
  if (!fast) return Error{fast.error().code, fast.error().message, path};
  network = std::move(*fast);
  return {};
}

void Tagger::Model::add_parts(const Reading& reading, const Sentence& sentence, std::vector<Part>& parts,
                              std::vector<PieceSentence>& inputs) const {
  std::vector<int32_t> pieces;
  std::vector<int> counts;
  for (TokenIndex t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
    const size_t before = pieces.size();
    wordpiece->append_pieces(reading.tokens[static_cast<size_t>(t)].form, pieces);
    pieces.resize(std::min(pieces.size(), before + std::min(kLongestToken, max_pieces - 2)));
    counts.push_back(static_cast<int>(pieces.size() - before));
  }
  auto from = pieces.begin();
  for (TokenRange range : sentence_parts(reading, sentence.tokens, counts, static_cast<int>(max_pieces) - 2)) {
    PieceSentence input{{wordpiece->cls()}, {0}, {}};
    for (TokenIndex t = range.begin; t < range.end; ++t) {
      const int count = counts[static_cast<size_t>(t - sentence.tokens.begin)];
      input.first.push_back(static_cast<int32_t>(input.pieces.size()));
      input.pieces.insert(input.pieces.end(), from, from + count);
      input.cases.insert(input.cases.end(), static_cast<size_t>(count),
                         static_cast<uint8_t>(case_class(reading.tokens[static_cast<size_t>(t)].form)));
      from += count;
    }
    input.pieces.push_back(wordpiece->sep());
    input.cases.push_back(0);
    inputs.push_back(std::move(input));
    parts.push_back({range, range.begin == sentence.tokens.begin});
  }
}

std::string Tagger::Model::lemma_of(const Token& token, std::span<const float> scores) const {
  const bool by_rule = token.upos == Upos::kVerb && !irregular_verb(to_lower(token.form)).empty();
  if (const std::string_view known = by_rule ? std::string_view() : lexicon.lemma(token); !known.empty()) return std::string(known);
  const IsWord is_word = [this](std::string_view text) { return wordpiece->has_word(text); };
  return english_lemma(token, lemma_scripts[best_of(scores)].apply(token.form), is_word);
}

void Tagger::Model::fill_words(Reading& reading, const Part& part, const SentenceScores& scores, std::vector<float>& probabilities) const {
  const NetworkLabels& labels = file.labels();
  for (size_t i = 0; i < static_cast<size_t>(scores.tokens); ++i) {
    Token& token = reading.tokens[static_cast<size_t>(part.tokens.begin) + i];
    token.upos = upos[best_of(row_of(scores.upos, i, upos.size()))];
    token.feats = labels.feats[best_of(row_of(scores.feats, i, labels.feats.size()))];
    token.lemma = lemma_of(token, row_of(scores.lemma, i, lemma_scripts.size()));
    token.factuality = scores.facts.empty() ? 0.0F : std::round(std::clamp(scores.facts[i], -3.0F, 3.0F) * 100) / 100;
  }
  for (const ScoredEntity& found : entities.decode(scores.ner, scores.tokens)) {
    const TokenRange tokens{found.tokens.begin + part.tokens.begin, found.tokens.end + part.tokens.begin};
    reading.entities.push_back({tokens, span_of(reading, tokens), found.kind});
    probabilities.push_back(found.probability);
  }
}

void Tagger::Model::fill_tree(Reading& reading, const Part& part, std::span<const int32_t> heads, const std::vector<float>& scores) const {
  const std::vector<std::string>& names = file.labels().deprel;
  for (size_t i = 0; i < heads.size(); ++i) {
    Token& token = reading.tokens[static_cast<size_t>(part.tokens.begin) + i];
    if (heads[i] == 0) {
      token.head = kNoToken;
      token.deprel = "root";
      continue;
    }
    token.head = part.tokens.begin + heads[i] - 1;
    const std::span<const float> row = row_of(scores, i, names.size());
    size_t best = root_label == 0 ? 1 : 0;
    for (size_t r = 0; r < row.size(); ++r) {
      if (r != root_label && row[r] > row[best]) best = r;
    }
    token.deprel = names[best];
  }
}

void Tagger::Model::tag_batch(Reading& reading, std::span<const Part> parts, std::span<const PieceSentence> inputs,
                              std::vector<float>& probabilities, std::vector<float>* vectors) const {
  const std::vector<SentenceScores> scores = network->score(inputs);
  std::vector<std::vector<int32_t>> heads;
  heads.reserve(scores.size());
  for (const SentenceScores& one : scores) heads.push_back(best_tree(one.arcs, one.tokens));
  const std::vector<std::vector<float>> labels = network->label(scores, heads);
  for (size_t p = 0; p < parts.size(); ++p) {
    fill_words(reading, parts[p], scores[p], probabilities);
    fill_tree(reading, parts[p], heads[p], labels[p]);
    if (!senses.empty()) senses.append(scores[p].vectors, reading.senses);
    if (vectors != nullptr) vectors->insert(vectors->end(), scores[p].vectors.begin(), scores[p].vectors.end());
  }
}

Tagger::Tagger(std::unique_ptr<Model> model) : model_(std::move(model)) {}
Tagger::Tagger(Tagger&&) noexcept = default;
Tagger& Tagger::operator=(Tagger&&) noexcept = default;
Tagger::~Tagger() = default;

Result<Tagger> Tagger::open(const std::string& weights_path, Arithmetic arithmetic, LemmaLexicon lexicon, Machine machine) {
  Result<WeightsFile> file = WeightsFile::open(weights_path);
  if (!file) return file.error();
  Result<EntityDecoder> entities = EntityDecoder::make(file->labels().ner);
  if (!entities) return Error{entities.error().code, entities.error().message, weights_path};
  auto model = std::make_unique<Model>(std::move(*file), std::move(*entities));
  model->lexicon = std::move(lexicon);
  if (Result<void> built = model->build(arithmetic, machine); !built) return built.error();
  return Tagger(std::move(model));
}

size_t Tagger::sentences_in_parts(const Reading& reading) const {
  size_t count = 0;
  std::vector<Part> parts;
  std::vector<PieceSentence> inputs;
  for (const Sentence& sentence : reading.sentences) {
    if (sentence.words.end - sentence.words.begin + 2 <= model_->max_pieces) continue;  // a piece is a byte or more
    parts.clear();
    inputs.clear();
    model_->add_parts(reading, sentence, parts, inputs);
    if (parts.size() > 1) ++count;
  }
  return count;
}

const std::string& Tagger::version() const { return model_->version; }

void Tagger::open_senses(const std::string& path) {
  model_->senses = SenseLayer(path, model_->file.fingerprint(), static_cast<size_t>(model_->file.config().hidden));
}

void Tagger::tag(Reading& reading, std::vector<float>* vectors) const {
  reading.entities.clear();
  reading.senses.clear();
  if (vectors != nullptr) vectors->clear();
  std::vector<Part> parts;
  std::vector<PieceSentence> inputs;
  std::vector<float> probabilities;
  auto flush = [&] {
    model_->tag_batch(reading, parts, inputs, probabilities, vectors);
    parts.clear();
    inputs.clear();
  };
  for (const Sentence& sentence : reading.sentences) {
    model_->add_parts(reading, sentence, parts, inputs);
    if (parts.size() >= kBatch) flush();
  }
  flush();
  settle_entity_kinds(reading, probabilities);
  // Join the parts of sentences that were cut: later roots go under the first.
  for (const Sentence& sentence : reading.sentences) {
    TokenIndex first_root = kNoToken;
    for (TokenIndex t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      Token& token = reading.tokens[static_cast<size_t>(t)];
      if (token.head != kNoToken) continue;
      if (first_root == kNoToken) {
        first_root = t;
      } else {
        token.head = first_root;
        token.deprel = kJoint;
      }
    }
  }
  const std::vector<bool> is_predicate = predicates(reading);
  for (size_t t = 0; t < reading.tokens.size(); ++t) {
    if (!is_predicate[t]) reading.tokens[t].factuality = 0;
  }
}

}  // namespace annalist
