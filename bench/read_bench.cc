// The whole reader, raw text to reading, one thread: sentences a second. The text is our own.
#include <benchmark/benchmark.h>

#include "annalist/read/reader.h"

namespace annalist {
namespace {

constexpr const char* kParagraphs[] = {
    "The foreign ministers of the two countries met in Geneva on Tuesday for a second round of talks on the "
    "release of prisoners. "
    "Neither side spoke to reporters afterwards, but an official who asked not to be named said that they "
    "had agreed on a list of "
    "about 120 names and would meet again before the end of the month.",
    "\"We have come a long way since March,\" the official said. \"There is a text, there is a date, and "
    "there is the will to sign.\" "
    "The government in the capital didn't confirm this. Its spokeswoman said only that any exchange would "
    "have to include the nine "
    "soldiers who were captured near the border last autumn.",
    "In the south, residents reported shelling for a third day. A hospital in the port city said that it had "
    "treated 34 people, most "
    "of them with shrapnel wounds; the army denied that it had fired on the town and accused the rebels of "
    "moving guns into schools. "
    "The aid group that runs the hospital, which has worked there since 2014, called on both sides to let "
    "its trucks through."};

void bench_read(benchmark::State& state) {
  Result<Reader> reader = Reader::open(std::string(ANNALIST_SOURCE_DIR) + "/models");
  if (!reader) return state.SkipWithError(reader.error().text().c_str());
  Document document;
  for (int i = 0; i < 12; ++i) {
    if (i > 0) document.text += "\n\n";
    const auto begin = static_cast<uint32_t>(document.text.size());
    document.text += kParagraphs[i % 3];
    document.blocks.push_back({{begin, static_cast<uint32_t>(document.text.size())}, BlockKind::kParagraph});
  }
  size_t sentences = 0;
  for (auto _ : state) sentences = reader->read(document).sentences.size();
  state.counters["sentences/s"] = benchmark::Counter(static_cast<double>(sentences), benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(bench_read)->Name("read/document")->Unit(benchmark::kMillisecond);

void bench_segment(benchmark::State& state) {
  Result<Segmenter> segmenter = Segmenter::open(std::string(ANNALIST_SOURCE_DIR) + "/models/segmenter.weights");
  if (!segmenter) return state.SkipWithError(segmenter.error().text().c_str());
  Document document;
  document.text = kParagraphs[0];
  document.blocks = {{{0, static_cast<uint32_t>(document.text.size())}, BlockKind::kParagraph}};
  for (auto _ : state) benchmark::DoNotOptimize(segmenter->segment(document));
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) * static_cast<int64_t>(document.text.size()));
}
BENCHMARK(bench_segment)->Name("read/segment");

}  // namespace
}  // namespace annalist
