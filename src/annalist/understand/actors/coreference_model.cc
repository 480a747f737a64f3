#include "annalist/understand/actors/coreference_model.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

#include "annalist/nn/weights_file.h"

namespace annalist {
namespace {

// The tensor's values as floats; empty where it is missing or of another size.
std::vector<float> values_of(const WeightsFile& file, const std::string& name, size_t count) {
  const TensorView* tensor = file.find(name);
  if (tensor == nullptr) return {};
  std::vector<float> values(count);
  if (tensor->type == TensorType::kFloat32) {
    if (tensor->bytes != count * sizeof(float)) return {};
    std::memcpy(values.data(), tensor->data, tensor->bytes);
    return values;
  }
  const TensorView* scale = file.find(name + ".scale");
  if (tensor->type != TensorType::kInt8 || tensor->bytes != count || scale == nullptr || tensor->shape.size() != 2) return {};
  const auto rows = static_cast<size_t>(tensor->shape[0]);
  if (rows == 0 || scale->type != TensorType::kFloat32 || scale->bytes != rows * sizeof(float)) return {};
  std::vector<float> scales(rows);
  std::memcpy(scales.data(), scale->data, scale->bytes);
  const size_t width = count / rows;
  for (size_t i = 0; i < count; ++i) { values[i] = static_cast<float>(static_cast<int8_t>(tensor->data[i])) * scales[i / width]; }
  return values;
}

constexpr size_t kWidth = CoreferenceModel::kWidth;

void add(float* sum, const float* row) {
  for (size_t i = 0; i < kWidth; ++i) sum[i] += row[i];
}

// Adds to the sum, for each of the kHalf values, its row times the value.
void add_times(float* sum, const float* values, const float* rows) {
  for (size_t k = 0; k < CoreferenceModel::kHalf; ++k) {
    for (size_t i = 0; i < kWidth; ++i) sum[i] += values[k] * rows[k * kWidth + i];
  }
}

float output(const float* hidden, const float* out) {
  float sum = 0;
  for (size_t i = 0; i < kWidth; ++i) sum += std::max(0.0F, hidden[i]) * out[i];
  return sum;
}

}  // namespace

Result<CoreferenceModel> CoreferenceModel::open(const std::string& path) {
  const auto file = WeightsFile::open(path, Weights::kTensors);
  if (!file) return file.error();
  const Error unfit{ErrorCode::kBadConfiguration, "the coreference weights do not belong to this program; install the models again", path};
  if (!file->version().starts_with(std::to_string(kPairFeatureVersion) + ".")) return unfit;
  CoreferenceModel model;
  model.version_ = file->name() + " " + file->version() + " (" + file->fingerprint() + ")";
  struct Part {
    const char* name;
    std::vector<float>& values;
    size_t count;
  };
  std::vector<float> fresh_score;
  for (const Part& part : {Part{"pair", model.pair_, pair_feature_count() * kWidth},
                           {"anaphor", model.anaphor_, phrase_feature_count() * kWidth},
                           {"candidate", model.candidate_, phrase_feature_count() * kWidth},
                           {"fresh", model.fresh_, phrase_feature_count() * kWidth},
                           {"asks", model.asks_, kHalf * kWidth},
                           {"offers", model.offers_, kHalf * kWidth},
                           {"both", model.both_, kHalf * kWidth},
                           {"pair_bias", model.pair_bias_, kWidth},
                           {"fresh_bias", model.fresh_bias_, kWidth},
                           {"pair_out", model.pair_out_, kWidth},
                           {"fresh_out", model.fresh_out_, kWidth},
                           {"fresh_score", fresh_score, 1}}) {
    part.values = values_of(*file, part.name, part.count);
    if (part.values.size() != part.count) return unfit;
  }
  model.fresh_score_ = fresh_score[0];
  return model;
}

CoreferenceModel::PhraseTerms CoreferenceModel::terms_of(const PairFeatures& features, size_t phrases) const {
  PhraseTerms terms;
  terms.anaphor.assign(phrases * kWidth, 0.0F);
  terms.candidate.assign(phrases * kWidth, 0.0F);
  terms.fresh.resize(phrases);
  for (size_t i = 0; i < phrases; ++i) {
    const FeatureId* row = features.of_phrase(static_cast<PhraseIndex>(i));
    float* anaphor = &terms.anaphor[i * kWidth];
    add(anaphor, pair_bias_.data());
    std::array<float, kWidth> hidden{};
    add(hidden.data(), fresh_bias_.data());
    for (size_t k = 0; k < kPhraseTemplates; ++k) {
      add(anaphor, &anaphor_[row[k] * kWidth]);
      add(&terms.candidate[i * kWidth], &candidate_[row[k] * kWidth]);
      add(hidden.data(), &fresh_[row[k] * kWidth]);
    }
    terms.fresh[i] = fresh_score_ + output(hidden.data(), fresh_out_.data());
    const int8_t* senses = features.senses_of(static_cast<PhraseIndex>(i));
    if (senses == nullptr) continue;
    for (size_t k = 0; k < kHalf; ++k) {
      terms.asks.push_back(static_cast<float>(senses[k]) / 127);
      terms.offers.push_back(static_cast<float>(senses[kHalf + k]) / 127);
    }
    add_times(anaphor, &terms.asks[i * kHalf], asks_.data());
    add_times(&terms.candidate[i * kWidth], &terms.offers[i * kHalf], offers_.data());
  }
  return terms;
}

void CoreferenceModel::score(PhraseIndex anaphor, const Candidates& candidates, const PhraseTerms& terms,
                             std::vector<float>& scores) const {
  scores.resize(candidates.phrases.size());
  std::array<float, kWidth> hidden{};
  std::array<float, kHalf> both{};
  const float* mine = &terms.anaphor[static_cast<size_t>(anaphor) * kWidth];
  for (size_t i = 0; i < scores.size(); ++i) {
    const float* theirs = &terms.candidate[static_cast<size_t>(candidates.phrases[i]) * kWidth];
    for (size_t k = 0; k < kWidth; ++k) hidden[k] = mine[k] + theirs[k];
    const FeatureId* row = &candidates.rows[i * kPairTemplates];
    for (size_t k = 0; k < kPairTemplates; ++k) add(hidden.data(), &pair_[row[k] * kWidth]);
    if (!terms.asks.empty()) {
      const float* asks = &terms.asks[static_cast<size_t>(anaphor) * kHalf];
      const float* offers = &terms.offers[static_cast<size_t>(candidates.phrases[i]) * kHalf];
      for (size_t k = 0; k < kHalf; ++k) both[k] = asks[k] * offers[k];
      add_times(hidden.data(), both.data(), both_.data());
    }
    scores[i] = output(hidden.data(), pair_out_.data());
  }
}

}  // namespace annalist
