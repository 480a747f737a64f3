// Every stage over the articles of examples/, one thread: seconds a document for each, so that shares can be read off one run.
#include <benchmark/benchmark.h>

#include <filesystem>
#include <functional>

#include "annalist/app/pipeline.h"
#include "annalist/ingest/articles.h"
#include "annalist/show/record_json.h"
#include "annalist/store/codec.h"
#include "annalist/understand/actors/chains.h"
#include "annalist/understand/actors/find_actors.h"
#include "annalist/understand/amounts/find_amounts.h"
#include "annalist/understand/events/find_events.h"
#include "annalist/understand/statements/find_statements.h"
#include "annalist/understand/times/find_times.h"

namespace annalist {
namespace {

// The models and the examples, coded once; each stage is then run again on what came before it.
struct Inputs {
  Models models;
  std::vector<RawArticle> articles;
  std::vector<Records> records;
};

Inputs make_inputs(const std::string& model) {
  ResourcePaths paths;
  paths.home = std::string(ANNALIST_BINARY_DIR) + "/share/annalist";
  paths.model = model;
  auto models = open_models(paths);
  if (!models) {
    std::fprintf(stderr, "%s\n", models.error().text().c_str());
    std::exit(1);
  }
  Inputs inputs{std::move(*models), {}, {}};
  ArticleStream stream({std::string(ANNALIST_SOURCE_DIR) + "/examples/articles"}, {});
  while (auto article = stream.next()) {
    if (!*article) continue;
    auto document = make_document(**article, {});
    if (!document) continue;
    inputs.records.push_back(code_document(std::move(*document), inputs.models));
    inputs.articles.push_back(std::move(**article));
  }
  return inputs;
}

const Inputs& full_inputs() {
  static const Inputs made = make_inputs("full");
  return made;
}
const Inputs& fast_inputs() {
  static const Inputs made = make_inputs("fast");
  return made;
}

using Stage = std::function<void(const Inputs&, size_t)>;

void run_stage(benchmark::State& state, const Stage& stage, const Inputs& in) {
  size_t sentences = 0;
  for (const Records& records : in.records) sentences += records.reading.sentences.size();
  for (auto _ : state) {
    for (size_t i = 0; i < in.records.size(); ++i) stage(in, i);
  }
  state.counters["sentences/s"] = benchmark::Counter(static_cast<double>(sentences), benchmark::Counter::kIsIterationInvariantRate);
}

void add(const char* name, Stage stage, const Inputs& (*inputs)() = full_inputs) {
  benchmark::RegisterBenchmark(name, [stage, inputs](benchmark::State& state) {
    run_stage(state, stage, inputs());
  })->Unit(benchmark::kMillisecond);
}

const bool kRegistered = [] {
  using benchmark::DoNotOptimize;
  add("stage/ingest", [](const Inputs& in, size_t i) { DoNotOptimize(make_document(in.articles[i], {})); });
  add("stage/read", [](const Inputs& in, size_t i) { DoNotOptimize(in.models.reader.read(in.records[i].document)); });
  // The network and its decoding alone: its share of stage/all is the encoder's.
  const Stage tag = [](const Inputs& in, size_t i) {
    Reading reading = in.records[i].reading;
    in.models.reader.tag(reading);
    DoNotOptimize(reading);
  };
  add("stage/tag", tag);
  add("stage/actors", [](const Inputs& in, size_t i) {
    DoNotOptimize(find_actors(in.records[i].document, in.records[i].reading, in.models.knowledge, &in.models.coreference));
  });
  add("stage/chains", [](const Inputs& in, size_t i) { DoNotOptimize(find_chains(in.records[i].reading, in.models.coreference)); });
  add("stage/times", [](const Inputs& in, size_t i) { DoNotOptimize(find_times(in.records[i].document, in.records[i].reading)); });
  add("stage/amounts",
      [](const Inputs& in, size_t i) { DoNotOptimize(find_amounts(in.records[i].document, in.records[i].reading, in.models.knowledge)); });
  add("stage/statements", [](const Inputs& in, size_t i) {
    const Records& r = in.records[i];
    DoNotOptimize(find_statements(r.document, r.reading, r.actors, r.times, in.models.knowledge));
  });
  add("stage/events", [](const Inputs& in, size_t i) {
    const Records& r = in.records[i];
    DoNotOptimize(find_events(r.document, r.reading, r.actors, r.times, r.amounts, r.statements, in.models.codebook, in.models.knowledge));
  });
  add("stage/json", [](const Inputs& in, size_t i) { DoNotOptimize(to_line(RecordJson(in.records[i]).all())); });
  add("stage/encode", [](const Inputs& in, size_t i) {
    DoNotOptimize(encode_records(in.records[i]));
    DoNotOptimize(encode_reading(in.records[i].reading));
  });
  const Stage all = [](const Inputs& in, size_t i) { DoNotOptimize(code_document(in.records[i].document, in.models)); };
  add("stage/all", all);
  if (std::filesystem::exists(std::string(ANNALIST_SOURCE_DIR) + "/models/reader.fast.weights")) {
    add("fast/tag", tag, fast_inputs);
    add("fast/all", all, fast_inputs);
  }
  return true;
}();

}  // namespace
}  // namespace annalist
