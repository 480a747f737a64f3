#include "annalist/nn/weights_file.h"

#include <cstring>
#include <nlohmann/json.hpp>

#include "annalist/base/sha256.h"

namespace annalist {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kMagic = "ANNALWTS";
constexpr uint32_t kFormatVersion = 1;
constexpr size_t kPreamble = 16;
constexpr size_t kChecksum = 32;
constexpr size_t kAlignment = 64;
constexpr int kMostLayers = 100;
constexpr const char* kFetchAgain = "; fetch or train the weights again (models/README.md)";

Error fault(const std::string& path, uint64_t byte, std::string message) {
  return {ErrorCode::kBadConfiguration, std::move(message), path + ": byte " + std::to_string(byte)};
}

uint32_t little_endian(std::string_view bytes, size_t at) {
  uint32_t value = 0;
  for (size_t i = 0; i < 4; ++i) value |= static_cast<uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
  return value;
}

std::string hexadecimal(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  for (char c : bytes) {
    auto byte = static_cast<unsigned char>(c);
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  }
  return out;
}

bool read_number(const Json& object, const char* key, int& out) {
  auto found = object.find(key);
  if (found == object.end() || !found->is_number_integer()) return false;
  auto value = found->get<int64_t>();
  if (value <= 0 || value > 1'000'000) return false;
  out = static_cast<int>(value);
  return true;
}

// One number a layer: the list under `key`, or `usual` for each where there is none. False where the list is malformed.
bool read_layers(const Json& object, const char* key, int layers, int usual, std::vector<int>& out) {
  out.assign(static_cast<size_t>(layers), usual);
  auto found = object.find(key);
  if (found == object.end()) return true;
  if (!found->is_array() || found->size() != out.size()) return false;
  for (size_t i = 0; i < out.size(); ++i) {
    const Json& value = (*found)[i];
    if (!value.is_number_integer() || value.get<int64_t>() <= 0 || value.get<int64_t>() > 100'000) return false;
    out[i] = value.get<int>();
  }
  return true;
}

// Empty when all is well, else the field at fault.
std::string read_config(const Json& header, NetworkConfig& config) {
  auto found = header.find("config");
  if (found == header.end() || !found->is_object()) return "config";
  const std::pair<const char*, int*> fields[] = {{"layers", &config.layers},
                                                 {"hidden", &config.hidden},
                                                 {"heads", &config.heads},
                                                 {"ffn", &config.ffn},
                                                 {"vocab", &config.vocab},
                                                 {"positions", &config.positions},
                                                 {"case_classes", &config.case_classes},
                                                 {"arc_dim", &config.arc_dim},
                                                 {"label_dim", &config.label_dim},
                                                 {"max_pieces", &config.max_pieces}};
  for (const auto& [key, target] : fields) {
    if (!read_number(*found, key, *target)) return std::string("config.") + key;
  }
  if (found->contains("fact_dim") && !read_number(*found, "fact_dim", config.fact_dim)) return "config.fact_dim";
  auto eps = found->find("eps");
  if (eps == found->end() || !eps->is_number()) return "config.eps";
  config.eps = eps->get<float>();
  if (config.hidden % config.heads != 0) return "config.heads";
  if (config.layers > kMostLayers) return "config.layers";
  if (!read_layers(*found, "layer_heads", config.layers, config.heads, config.layer_heads)) return "config.layer_heads";
  if (!read_layers(*found, "layer_ffn", config.layers, config.ffn, config.layer_ffn)) return "config.layer_ffn";
  if (config.max_pieces > config.positions) return "config.max_pieces";
  return {};
}

std::string read_labels(const Json& header, NetworkLabels& labels) {
  auto found = header.find("labels");
  if (found == header.end() || !found->is_object()) return "labels";
  const std::pair<const char*, std::vector<std::string>*> fields[] = {
      {"upos", &labels.upos}, {"feats", &labels.feats}, {"lemma", &labels.lemma}, {"deprel", &labels.deprel}, {"ner", &labels.ner}};
  for (const auto& [key, target] : fields) {
    auto list = found->find(key);
    if (list == found->end() || !list->is_array() || list->empty()) return std::string("labels.") + key;
    for (const Json& label : *list) {
      if (!label.is_string()) return std::string("labels.") + key;
      target->push_back(label.get<std::string>());
    }
  }
  return {};
}

// One entry of "tensors"; its data is left at the offset from the data section's begin. False where it is
// malformed.
bool read_tensor(const Json& entry, std::string& name, TensorView& tensor, uint64_t& offset) {
  if (!entry.is_object()) return false;
  const std::string type = entry.value("dtype", Json()).is_string() ? entry["dtype"].get<std::string>() : "";
  size_t width = 1;
  if (type == "f32") {
    tensor.type = TensorType::kFloat32;
    width = 4;
  } else if (type == "i8") {
    tensor.type = TensorType::kInt8;
  } else if (type == "u8") {
    tensor.type = TensorType::kUint8;
  } else {
    return false;
  }
  for (const char* key : {"offset", "bytes"}) {
    if (!entry.contains(key) || !entry[key].is_number_unsigned()) return false;
  }
  if (!entry.contains("name") || !entry["name"].is_string()) return false;
  if (!entry.contains("shape") || !entry["shape"].is_array()) return false;
  name = entry["name"].get<std::string>();
  offset = entry["offset"].get<uint64_t>();
  tensor.bytes = entry["bytes"].get<uint64_t>();
  uint64_t elements = 1;
  for (const Json& dimension : entry["shape"]) {
    if (!dimension.is_number_unsigned() || dimension.get<uint64_t>() > (1U << 30)) return false;
    tensor.shape.push_back(dimension.get<int64_t>());
    elements *= dimension.get<uint64_t>();
    if (elements > (uint64_t{1} << 32)) return false;
  }
  return elements * width == tensor.bytes && offset % kAlignment == 0;
}

std::string string_at(const Json& header, const char* key) {
  auto found = header.find(key);
  return found != header.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// Finds each tensor's data in the file.
Result<void> read_tensors(const Json& entries, const std::string& path, std::string_view bytes, size_t data_begin,
                          std::map<std::string, TensorView, std::less<>>& tensors) {
  const size_t data_size = bytes.size() - kChecksum - data_begin;
  for (const Json& entry : entries) {
    std::string name;
    TensorView tensor;
    uint64_t offset = 0;
    if (!read_tensor(entry, name, tensor, offset))
      return fault(path, kPreamble, "a malformed entry for tensor \"" + name + "\"" + kFetchAgain);
    if (offset > data_size || tensor.bytes > data_size - offset) {
      return fault(path, bytes.size(),
                   "the weights file is cut short: tensor " + name + " ends at byte " + std::to_string(data_begin + offset + tensor.bytes) +
                       kFetchAgain);
    }
    tensor.data = bytes.data() + data_begin + offset;
    tensors.emplace(std::move(name), std::move(tensor));
  }
  return {};
}

// The file named by the header's `shares`, opened from the same folder; it shares with no third.
Result<std::shared_ptr<const WeightsFile>> open_shared(const Json& shares, const std::string& path) {
  const std::string name = string_at(shares, "file"), fingerprint = string_at(shares, "fingerprint");
  if (name.empty() || name.find('/') != std::string::npos)
    return fault(path, kPreamble, "the header's shares.file is no file name" + std::string(kFetchAgain));
  const size_t slash = path.rfind('/');
  Result<WeightsFile> file = WeightsFile::open(slash == std::string::npos ? name : path.substr(0, slash + 1) + name, Weights::kTensors);
  if (!file) return file.error();
  if (file->fingerprint() != fingerprint) {
    return fault(path, kPreamble,
                 "these weights share tensors with " + name + " of fingerprint " + fingerprint + ", but it has " + file->fingerprint() +
                     "; use two files that were made for each other");
  }
  return std::make_shared<const WeightsFile>(std::move(*file));
}

}  // namespace

Result<WeightsFile> WeightsFile::open(const std::string& path, Weights kind) {
  Result<MappedFile> mapped = MappedFile::open(path);
  if (!mapped) { return Error{ErrorCode::kBadConfiguration, "the weights: " + mapped.error().message + kFetchAgain, path}; }
  WeightsFile weights;
  weights.file_ = std::move(*mapped);
  weights.path_ = path;
  const std::string_view bytes = weights.file_.bytes();
  if (!bytes.starts_with(kMagic)) return fault(path, 0, "no weights file: it does not begin with ANNALWTS" + std::string(kFetchAgain));
  if (bytes.size() < kPreamble + kChecksum) return fault(path, bytes.size(), "the weights file is cut short" + std::string(kFetchAgain));
  if (uint32_t version = little_endian(bytes, 8); version != kFormatVersion) {
    return fault(path, 8,
                 "weights of format " + std::to_string(version) + ", this program reads format " + std::to_string(kFormatVersion) +
                     "; use the weights that belong to this program");
  }
  const size_t header_size = little_endian(bytes, 12);
  const size_t data_begin = (kPreamble + header_size + kAlignment - 1) / kAlignment * kAlignment;
  if (data_begin + kChecksum > bytes.size())
    return fault(path, bytes.size(), "the weights file is cut short inside its header" + std::string(kFetchAgain));
  const Json header = Json::parse(bytes.substr(kPreamble, header_size), nullptr, false);
  if (!header.is_object()) return fault(path, kPreamble, "the header is no JSON object" + std::string(kFetchAgain));

  auto entries = header.find("tensors");
  if (entries == header.end() || !entries->is_array())
    return fault(path, kPreamble, "the header lists no tensors" + std::string(kFetchAgain));
  if (Result<void> done = read_tensors(*entries, path, bytes, data_begin, weights.tensors_); !done) return done.error();
  const size_t checksum_at = bytes.size() - kChecksum;
  const std::string checksum = hexadecimal(bytes.substr(checksum_at));
  if (sha256_hex(bytes.substr(0, checksum_at)) != checksum) {
    return fault(path, checksum_at, "the checksum does not fit: the weights file is damaged" + std::string(kFetchAgain));
  }
  if (kind == Weights::kNetwork) {
    if (std::string field = read_config(header, weights.config_); !field.empty())
      return fault(path, kPreamble, "the header's " + field + " is missing or out of range" + kFetchAgain);
    if (std::string field = read_labels(header, weights.labels_); !field.empty())
      return fault(path, kPreamble, "the header's " + field + " is missing or empty" + kFetchAgain);
    if (auto shares = header.find("shares"); shares != header.end()) {
      Result<std::shared_ptr<const WeightsFile>> shared = open_shared(*shares, path);
      if (!shared) return shared.error();
      weights.shared_ = std::move(*shared);
    }
  }
  weights.name_ = string_at(header, "name");
  weights.version_ = string_at(header, "version");
  weights.fingerprint_ = checksum.substr(0, 12);
  return weights;
}

const TensorView* WeightsFile::find(std::string_view name) const {
  if (auto found = tensors_.find(name); found != tensors_.end()) return &found->second;
  return shared_ ? shared_->find(name) : nullptr;
}

}  // namespace annalist
