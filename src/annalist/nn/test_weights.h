// For tests: writes small weights files of the true format, with random values of a fixed seed, so that no
// test here needs the trained ones.
#pragma once

#include <cstdint>
#include <cstring>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "annalist/base/sha256.h"
#include "annalist/nn/network.h"

namespace annalist::testing_weights {

inline nlohmann::json small_config() {
  return {{"layers", 2},           {"hidden", 64},          {"heads", 2},      {"ffn", 128},     {"vocab", 12},      {"positions", 64},
          {"case_classes", 6},     {"arc_dim", 32},         {"label_dim", 16}, {"fact_dim", 16}, {"max_pieces", 48}, {"eps", 1e-12},
          {"layer_heads", {2, 1}}, {"layer_ffn", {128, 64}}};
}

inline const char* kSmallVocabulary = "[PAD]\n[UNK]\n[CLS]\n[SEP]\na\nb\nc\n##a\n##b\n##c\nab\n,";

// What a file holds: all of a network, or all but what it shares with another: the embeddings and the vocabulary.
enum class Holds : uint8_t { kAll, kNoEmbeddings };

// One file under construction. i8 or f32 matrices in turn, as both must be read.
class Builder {
 public:
  Builder() : Builder(Holds::kAll) {}
  explicit Builder(Holds holds) {
    header["name"] = "test";
    header["version"] = "0";
    header["config"] = small_config();
    header["labels"] = {{"upos", {"NOUN", "VERB", "PUNCT"}},
                        {"feats", {"_", "Number=Sing"}},
                        {"lemma", {"l|0||0|", "k|0||0|", "l|0||1|"}},
                        {"deprel", {"dep", "nsubj", "obj", "root", "punct"}},
                        {"ner", {"O", "B-person", "I-person", "B-place", "I-place"}}};
    header["tensors"] = nlohmann::json::array();
    const nlohmann::json c = small_config();
    const int hidden = c["hidden"], arc = c["arc_dim"], label = c["label_dim"];
    if (holds == Holds::kAll) {
      matrix("embed.word", c["vocab"], hidden, true);
      matrix("embed.position", c["positions"], hidden, true);
      matrix("embed.case", 6, hidden, false);
      norm("embed.norm", hidden);
    }
    for (int n = 0; n < c["layers"]; ++n) {
      const std::string layer = "layer." + std::to_string(n) + ".";
      const int inner = c["layer_heads"][static_cast<size_t>(n)].get<int>() * 32, ffn = c["layer_ffn"][static_cast<size_t>(n)];
      for (const char* part : {"q", "k", "v"}) linear(layer + part, inner, hidden);
      linear(layer + "o", hidden, inner);
      linear(layer + "ffn1", ffn, hidden);
      linear(layer + "ffn2", hidden, ffn);
      norm(layer + "norm1", hidden);
      norm(layer + "norm2", hidden);
    }
    linear("head.upos", 3, hidden);
    linear("head.feats", 2, hidden);
    linear("head.lemma", 3, hidden);
    linear("head.ner", 5, hidden);
    linear("arc.dep", arc, hidden);
    linear("arc.head", arc, hidden);
    matrix("arc.U", arc, arc, false);
    vector("arc.bias", arc, 0);
    linear("label.dep", label, hidden);
    linear("label.head", label, hidden);
    matrix("label.U", 5, (label + 1) * (label + 1), false);
    linear("fact.hidden", 16, hidden);
    linear("fact.out", 1, 16);
    if (holds == Holds::kAll)
      add("vocab", "u8", {static_cast<int64_t>(std::strlen(kSmallVocabulary))}, kSmallVocabulary, std::strlen(kSmallVocabulary));
  }

  // The file's bytes from the header as it is now.
  std::string bytes() const {
    const std::string text = header.dump();
    std::string out = "ANNALWTS";
    for (uint32_t number : {format_version, static_cast<uint32_t>(text.size())}) {
      for (int i = 0; i < 4; ++i) out += static_cast<char>(number >> (8 * i) & 255);
    }
    out += text;
    out.resize((out.size() + 63) / 64 * 64, '\0');
    out += data;
    const std::string digest = sha256_hex(out);
    for (size_t i = 0; i < digest.size(); i += 2) out += static_cast<char>(std::stoi(digest.substr(i, 2), nullptr, 16));
    return out;
  }

  nlohmann::json header;
  std::string data;
  uint32_t format_version = 1;

 private:
  void add(const std::string& name, const char* type, const std::vector<int64_t>& shape, const void* from, size_t size) {
    data.resize((data.size() + 63) / 64 * 64, '\0');
    header["tensors"].push_back({{"name", name}, {"dtype", type}, {"shape", shape}, {"offset", data.size()}, {"bytes", size}});
    data.append(static_cast<const char*>(from), size);
  }
  void vector(const std::string& name, int size, float centre) {
    std::normal_distribution<float> normal(centre, 0.1F);
    std::vector<float> values(static_cast<size_t>(size));
    for (float& value : values) value = normal(random_);
    add(name, "f32", {size}, values.data(), values.size() * sizeof(float));
  }
  void matrix(const std::string& name, int rows, int columns, bool as_int8) {
    const size_t size = static_cast<size_t>(rows) * static_cast<size_t>(columns);
    if (as_int8) {
      std::vector<int8_t> values(size);
      for (int8_t& value : values) value = static_cast<int8_t>(static_cast<int>(random_() % 255) - 127);
      add(name, "i8", {rows, columns}, values.data(), size);
      const std::vector<float> scales(static_cast<size_t>(rows), 0.2F / 127.0F);
      add(name + ".scale", "f32", {rows}, scales.data(), scales.size() * sizeof(float));
    } else {
      std::normal_distribution<float> normal(0.0F, 0.12F);
      std::vector<float> values(size);
      for (float& value : values) value = normal(random_);
      add(name, "f32", {rows, columns}, values.data(), size * sizeof(float));
    }
  }
  void linear(const std::string& name, int outputs, int inputs) {
    matrix(name + ".weight", outputs, inputs, (++linears_ % 2) == 0);
    vector(name + ".bias", outputs, 0);
  }
  void norm(const std::string& name, int size) {
    vector(name + ".weight", size, 1);
    vector(name + ".bias", size, 0);
  }

  std::mt19937 random_{7};
  int linears_ = 0;
};

// Sentences of random pieces, 0 to 40 tokens long, some tokens of two pieces.
inline std::vector<PieceSentence> random_sentences(int count, uint32_t seed, int vocabulary, int longest) {
  std::mt19937 random(seed);
  auto below = [&](int limit) { return static_cast<int32_t>(random() % static_cast<uint32_t>(limit)); };
  std::vector<PieceSentence> sentences;
  for (int s = 0; s < count; ++s) {
    PieceSentence sentence{{2}, {0}, {}};
    const int pieces = below(longest + 1);
    for (int i = 0; i < pieces; ++i) {
      if (i == 0 || below(4) != 0) sentence.first.push_back(static_cast<int32_t>(sentence.pieces.size()));
      sentence.pieces.push_back(below(vocabulary));
      sentence.cases.push_back(static_cast<uint8_t>(below(6)));
    }
    sentence.pieces.push_back(3);
    sentence.cases.push_back(0);
    sentences.push_back(std::move(sentence));
  }
  return sentences;
}

}  // namespace annalist::testing_weights
