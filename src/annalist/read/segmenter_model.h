// The segmenter's weights: one signed byte a hashed feature, logistic regression. File (little endian): the magic "ANNSEG01", u32 feature
// version, u32 feature bits, f32 scale, one f32 threshold (log odds) for each BoundaryPlace, then 2^bits bytes, then the SHA-256 of all
// before it as 64 hexadecimal digits. Made by training/segmenter/train.py.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "annalist/base/result.h"
#include "annalist/read/segmenter_features.h"

namespace annalist {

class SegmenterModel {
 public:
  // Errors: kIo; kBadConfiguration for a file that is damaged, cut short, or made for other features.
  static Result<SegmenterModel> open(const std::string& path);

  // The log odds that a sentence ends at a place, less the place's threshold: a boundary when above 0.
  float score(BoundaryPlace place, const std::vector<uint32_t>& features) const;

  // The first digits of the file's checksum.
  const std::string& fingerprint() const { return fingerprint_; }

 private:
  std::vector<int8_t> weights_;
  std::array<float, kPlaces> thresholds_{};
  float scale_ = 0;
  std::string fingerprint_;
};

}  // namespace annalist
