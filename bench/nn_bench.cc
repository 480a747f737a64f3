// The network alone: opening the weights, word pieces a second through encoder and heads, one thread.
#include <benchmark/benchmark.h>

#include <random>

#include "annalist/nn/fast_network.h"

namespace annalist {
namespace {

const std::string kWeights = std::string(ANNALIST_SOURCE_DIR) + "/models/reader.weights";

// Random pieces in sentences as long as those of news: 10 to 46 pieces, a token in every 1.25.
std::vector<PieceSentence> sentences_like_news(int vocabulary) {
  std::mt19937 random(1);
  auto below = [&](int limit) { return static_cast<int32_t>(random() % static_cast<uint32_t>(limit)); };
  std::vector<PieceSentence> sentences;
  for (int s = 0; s < 200; ++s) {
    PieceSentence sentence{{101}, {0}, {}};
    const int pieces = 8 + below(37);
    for (int i = 0; i < pieces; ++i) {
      if (i == 0 || below(5) != 0) sentence.first.push_back(static_cast<int32_t>(sentence.pieces.size()));
      sentence.pieces.push_back(below(vocabulary));
      sentence.cases.push_back(static_cast<uint8_t>(below(6)));
    }
    sentence.pieces.push_back(102);
    sentence.cases.push_back(0);
    sentences.push_back(std::move(sentence));
  }
  return sentences;
}

void bench_open(benchmark::State& state) {
  for (auto _ : state) {
    Result<WeightsFile> file = WeightsFile::open(kWeights);
    if (!file) return state.SkipWithError(file.error().text().c_str());
    Result<NetworkWeights> weights = network_weights(*file);
    if (!weights) return state.SkipWithError(weights.error().text().c_str());
    benchmark::DoNotOptimize(FastNetwork::make(*weights));
  }
}
BENCHMARK(bench_open)->Name("nn/open")->Unit(benchmark::kMillisecond);

void bench_score(benchmark::State& state) {
  Result<WeightsFile> file = WeightsFile::open(kWeights);
  if (!file) return state.SkipWithError(file.error().text().c_str());
  Result<NetworkWeights> weights = network_weights(*file);
  if (!weights) return state.SkipWithError(weights.error().text().c_str());
  Result<std::unique_ptr<FastNetwork>> network = FastNetwork::make(*weights);
  if (!network) return state.SkipWithError(network.error().text().c_str());
  const std::vector<PieceSentence> sentences = sentences_like_news(file->config().vocab);
  size_t pieces = 0;
  for (const PieceSentence& sentence : sentences) pieces += sentence.pieces.size();
  for (auto _ : state) benchmark::DoNotOptimize((*network)->score(sentences));
  state.SetLabel(std::string(kernels(fastest_machine()).name));
  state.counters["pieces/s"] = benchmark::Counter(static_cast<double>(pieces), benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(bench_score)->Name("nn/score")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace annalist
