#include "annalist/understand/actors/coreference_model.h"

#include <algorithm>
#include <cstring>
#include <span>
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
  for (size_t i = 0; i < count; ++i) {
    values[i] = static_cast<float>(static_cast<int8_t>(tensor->data[i])) * scales[i / width];
  }
  return values;
}

void add(std::span<float> sum, const float* row) {
  for (size_t i = 0; i < sum.size(); ++i) sum[i] += row[i];
}

float output(std::span<const float> hidden, const float* out) {
  float sum = 0;
  for (size_t i = 0; i < hidden.size(); ++i) sum += std::max(0.0F, hidden[i]) * out[i];
  return sum;
}

}  // namespace

Result<CoreferenceModel> CoreferenceModel::open(const std::string& path) {
  const auto file = WeightsFile::open(path, Weights::kTensors);
  if (!file) return file.error();
  const Error unfit{ErrorCode::kBadConfiguration, "the coreference weights do not belong to this program; install the models again", path};
  if (!file->version().starts_with(std::to_string(kPairFeatureVersion) + ".")) return unfit;
  const TensorView* out = file->find("pair_out");
  if (out == nullptr || out->shape.empty() || out->shape.back() <= 0 || out->shape.back() > 1024) return unfit;
  CoreferenceModel model;
  model.width_ = static_cast<size_t>(out->shape.back());
  model.version_ = file->name() + " " + file->version() + " (" + file->fingerprint() + ")";
  const size_t width = model.width_;
  struct Part {
    const char* name;
    std::vector<float>& values;
    size_t count;
  };
  std::vector<float> fresh_score;
  for (const Part& part : {Part{"pair", model.pair_, pair_feature_count() * width}, {"anaphor", model.anaphor_, phrase_feature_count() * width},
                           {"candidate", model.candidate_, phrase_feature_count() * width},
                           {"fresh", model.fresh_, phrase_feature_count() * width}, {"pair_bias", model.pair_bias_, width},
                           {"fresh_bias", model.fresh_bias_, width}, {"pair_out", model.pair_out_, width},
                           {"fresh_out", model.fresh_out_, width}, {"fresh_score", fresh_score, 1}}) {
    part.values = values_of(*file, part.name, part.count);
    if (part.values.size() != part.count) return unfit;
  }
  model.fresh_score_ = fresh_score[0];
  return model;
}

CoreferenceModel::PhraseTerms CoreferenceModel::terms_of(const PairFeatures& features, size_t phrases) const {
  PhraseTerms terms;
  terms.anaphor.assign(phrases * width_, 0.0F);
  terms.candidate.assign(phrases * width_, 0.0F);
  terms.fresh.resize(phrases);
  std::vector<float> hidden(width_);
  for (size_t i = 0; i < phrases; ++i) {
    const FeatureId* row = features.of_phrase(static_cast<PhraseIndex>(i));
    const std::span anaphor(&terms.anaphor[i * width_], width_);
    std::ranges::copy(pair_bias_, anaphor.begin());
    hidden = fresh_bias_;
    for (size_t k = 0; k < kPhraseTemplates; ++k) {
      add(anaphor, &anaphor_[row[k] * width_]);
      add({&terms.candidate[i * width_], width_}, &candidate_[row[k] * width_]);
      add(hidden, &fresh_[row[k] * width_]);
    }
    terms.fresh[i] = fresh_score_ + output(hidden, fresh_out_.data());
  }
  return terms;
}

void CoreferenceModel::score(PhraseIndex anaphor, const Candidates& candidates, const PhraseTerms& terms, std::vector<float>& scores) const {
  scores.resize(candidates.phrases.size());
  std::vector<float> hidden(width_);
  const float* mine = &terms.anaphor[static_cast<size_t>(anaphor) * width_];
  for (size_t i = 0; i < scores.size(); ++i) {
    const float* theirs = &terms.candidate[static_cast<size_t>(candidates.phrases[i]) * width_];
    for (size_t k = 0; k < width_; ++k) hidden[k] = mine[k] + theirs[k];
    const FeatureId* row = &candidates.rows[i * kPairTemplates];
    for (size_t k = 0; k < kPairTemplates; ++k) add(hidden, &pair_[row[k] * width_]);
    scores[i] = output(hidden, pair_out_.data());
  }
}

}  // namespace annalist
