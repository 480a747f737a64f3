// Reads text from stdin (blocks parted by a byte 0) and writes, for each block, its tokens and the features of each place between them,
// for train.py. Output, all u32 little endian: number of tokens; for each token: begin, end (bytes of the block), place, number of
// features, the features. The last token of a block has none.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "annalist/read/segmenter_features.h"
#include "annalist/read/tokenizer.h"

namespace {

void put(std::vector<uint32_t>& out, size_t value) { out.push_back(static_cast<uint32_t>(value)); }

void dump(std::string_view block) {
  const auto tokens = annalist::tokenize(block, {0, static_cast<uint32_t>(block.size())});
  const annalist::BoundaryFeatures features(block, tokens);
  std::vector<uint32_t> out, found;
  put(out, tokens.size());
  for (size_t i = 0; i < tokens.size(); ++i) {
    found.clear();
    if (i + 1 < tokens.size()) features.collect(i, found);
    put(out, tokens[i].words.begin);
    put(out, tokens[i].words.end);
    put(out, static_cast<size_t>(features.place(i)));
    put(out, found.size());
    out.insert(out.end(), found.begin(), found.end());
  }
  std::fwrite(out.data(), sizeof(uint32_t), out.size(), stdout);
}

}  // namespace

int main() {
  const std::string text{std::istreambuf_iterator<char>(std::cin), {}};
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\0', at), text.size());
    dump(std::string_view(text).substr(at, end - at));
    at = end + 1;
  }
}
