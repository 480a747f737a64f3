#include "annalist/read/segmenter_model.h"

#include <bit>
#include <cstring>
#include <string_view>

#include "annalist/base/files.h"
#include "annalist/base/sha256.h"

namespace annalist {
namespace {

static_assert(std::endian::native == std::endian::little);
constexpr std::string_view kMagic = "ANNSEG01";
constexpr size_t kHeader = 8 + 4 + 4 + 4 + 4 * kPlaces;
constexpr size_t kDigest = 64;

template <class T>
T read_at(std::string_view bytes, size_t at) {
  T value;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

Error bad(const std::string& path, const std::string& what) {
  return {ErrorCode::kBadConfiguration, "the sentence segmenter's weights " + what + "; install the models again", path};
}

}  // namespace

Result<SegmenterModel> SegmenterModel::open(const std::string& path) {
  const Result<std::string> file = read_file(path, uint64_t{1} << 24);
  if (!file) return file.error();
  const std::string_view bytes = file.value();
  if (!bytes.starts_with(kMagic)) return bad(path, "do not begin with " + std::string(kMagic));
  if (bytes.size() < kHeader + kDigest) return bad(path, "are cut short");
  const auto version = read_at<uint32_t>(bytes, 8);
  if (version != kFeatureVersion) {
    return bad(path, "are of version " + std::to_string(version) + ", this program needs " + std::to_string(kFeatureVersion));
  }
  const auto bits = read_at<uint32_t>(bytes, 12);
  if (bits != kFeatureBits || bytes.size() != kHeader + (size_t{1} << kFeatureBits) + kDigest) {
    return bad(path, "are of the wrong size");
  }
  const size_t end = bytes.size() - kDigest;
  if (sha256_hex(bytes.substr(0, end)) != bytes.substr(end)) return bad(path, "are damaged (checksum)");
  SegmenterModel model;
  model.fingerprint_ = std::string(bytes.substr(end, 12));
  model.scale_ = read_at<float>(bytes, 16);
  for (size_t i = 0; i < kPlaces; ++i) model.thresholds_[i] = read_at<float>(bytes, 20 + 4 * i);
  model.weights_.resize(size_t{1} << kFeatureBits);
  std::memcpy(model.weights_.data(), bytes.data() + kHeader, model.weights_.size());
  return model;
}

float SegmenterModel::score(BoundaryPlace place, const std::vector<uint32_t>& features) const {
  int32_t sum = 0;
  for (const uint32_t feature : features) sum += weights_[feature];
  return scale_ * static_cast<float>(sum) - thresholds_[static_cast<size_t>(place)];
}

}  // namespace annalist
