#include "annalist/read/entity_decoder.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace annalist {
namespace {

constexpr float kBarred = -1e6F;  // finite: a row of barred labels still has a best one
constexpr float kNever = -std::numeric_limits<float>::infinity();
// A name right behind another of its kind, with nothing between: 29 of 6,996 names in UNER EWT train, most of them in lists whose line ends
// are lost. In natural logarithms of odds, as the scores are; chosen on the dev parts of UNER and GUM. Of two kinds they touch as they
// like: "United States Central Intelligence Agency".
constexpr float kTouchesItsKind = -4;

float probability(std::span<const float> row, size_t label) {
  float total = 0;
  for (float score : row) total += std::exp(score - row[label]);
  return 1 / total;
}

}  // namespace

Result<EntityDecoder> EntityDecoder::make(const std::vector<std::string>& labels) {
  EntityDecoder decoder;
  for (const std::string& name : labels) {
    Label label;
    if (name != "O") {
      bool known = false;
      for (EntityKind kind : {EntityKind::kPerson, EntityKind::kOrganization, EntityKind::kPlace, EntityKind::kGroup, EntityKind::kOther}) {
        if (name.size() < 3 || std::string_view(name).substr(2) != entity_kind_name(kind)) continue;
        known = name.starts_with("B-") || name.starts_with("I-");
        label = {true, name.front() == 'B', kind};
      }
      if (!known) return Error{ErrorCode::kBadConfiguration, "unknown entity label \"" + name + "\" in the weights", ""};
    }
    decoder.labels_.push_back(label);
  }
  if (decoder.labels_.empty() || decoder.labels_.front().is_entity) {
    return Error{ErrorCode::kBadConfiguration, "the first entity label of the weights is not O", ""};
  }
  const size_t width = decoder.labels_.size();
  for (size_t label = 0; label < width; ++label) {
    for (size_t before = 0; before < width; ++before) decoder.steps_.push_back(decoder.step(label, before));
  }
  return decoder;
}

float EntityDecoder::step(size_t label, size_t before) const {
  const Label &after = labels_[label], &first = labels_[before];
  if (!after.is_entity) return 0;
  const bool same = first.is_entity && first.kind == after.kind;
  if (!after.is_begin) return same ? 0 : kNever;
  return same ? kTouchesItsKind : 0;
}

std::vector<size_t> EntityDecoder::best_labels(std::span<const float> scores, size_t tokens) const {
  const size_t width = labels_.size();
  std::vector<float> best(width), next(width);
  std::vector<size_t> from(tokens * width, 0);
  for (size_t t = 0; t < tokens; ++t) {
    for (size_t label = 0; label < width; ++label) {
      float reached = t == 0 ? steps_[label * width] : kNever;
      for (size_t before = 0; t > 0 && before < width; ++before) {
        const float total = best[before] + steps_[label * width + before];
        if (!(total > reached)) continue;
        reached = total;
        from[t * width + label] = before;
      }
      next[label] = reached + scores[t * width + label];
    }
    best.swap(next);
  }
  std::vector<size_t> path(tokens);
  auto label = static_cast<size_t>(std::max_element(best.begin(), best.end()) - best.begin());
  for (size_t t = tokens; t-- > 0;) {
    path[t] = label;
    label = from[t * width + label];
  }
  return path;
}

std::vector<ScoredEntity> EntityDecoder::decode(std::span<const float> scores, int tokens) const {
  assert(scores.size() == static_cast<size_t>(tokens) * labels_.size());
  std::vector<ScoredEntity> entities;
  if (tokens == 0) return entities;
  const size_t width = labels_.size(), count = static_cast<size_t>(tokens);
  std::vector<float> main(scores.begin(), scores.end()), loose(main);
  for (size_t t = 0; t < count; ++t) {
    const std::span<const float> row = scores.subspan(t * width, width);
    const float largest = *std::max_element(row.begin(), row.end());
    float outside = 0;
    for (size_t i = 0; i < width; ++i) {
      if (labels_[i].is_main()) {
        loose[t * width + i] = kBarred;
      } else {
        outside += std::exp(row[i] - largest);
        main[t * width + i] = kBarred;
      }
    }
    main[t * width] = largest + std::log(std::max(outside, 1e-30F));
  }
  std::vector<size_t> path = best_labels(main, count);
  for (size_t t = 0; t < count; ++t) {
    if (path[t] == 0) continue;
    std::fill_n(loose.begin() + static_cast<std::ptrdiff_t>(t * width), width, kBarred);
    loose[t * width] = 0;
  }
  const std::vector<size_t> rest = best_labels(loose, count);
  for (size_t t = 0; t < count; ++t) {
    const size_t index = path[t] != 0 ? path[t] : rest[t];
    const Label& label = labels_[index];
    if (!label.is_entity) continue;
    const auto place = static_cast<TokenIndex>(t);
    if (label.is_begin) {
      entities.push_back({{place, place + 1}, label.kind, probability(scores.subspan(t * width, width), index)});
    } else {
      ++entities.back().tokens.end;
    }
  }
  return entities;
}

}  // namespace annalist
