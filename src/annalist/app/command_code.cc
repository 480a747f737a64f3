#include <fmt/format.h>

#include <cstdio>

#include "annalist/app/commands.h"
#include "annalist/app/ordered.h"
#include "annalist/app/parse_stream.h"
#include "annalist/app/pipeline.h"
#include "annalist/app/talk.h"
#include "annalist/read/conllu.h"
#include "annalist/show/record_json.h"
#include "annalist/understand/actors/chains.h"

namespace annalist {
namespace {

// What a worker made of one article: what to print, and what a person should know of it.
struct Printed {
  std::string text;
  std::string note;
};

// What a person should know of how the article was read.
std::string notes_of(const Document& document, const Reading& reading, const Reader& reader) {
  std::string notes = document.note;
  if (const size_t parts = reader.sentences_in_parts(reading); parts > 0) notes += (notes.empty() ? "" : "; ") + in_parts_note(parts);
  return notes;
}

// Prints what `make` makes of every article, in order. The knowledge tells outlets by their names; it may be none.
int print_each(const Options& options, const Knowledge* knowledge, const std::function<Printed(Document)>& make) {
  IngestOptions ingest = options.ingest;
  ingest.knowledge = knowledge;
  ArticleStream articles(options.paths, ingest);
  Tally tally = tally_of(options);
  bool broken = false;
  run_ordered<Printed>(
      articles, options.jobs, ingest.limits.documents,
      [&](const RawArticle& raw) -> Result<Printed> {
        auto document = make_document(raw, ingest);
        if (!document) return document.error();
        const std::string path = document->path;
        Printed printed = make(std::move(*document));
        if (!printed.note.empty()) printed.note = path + ": " + printed.note;
        return printed;
      },
      [&](Result<Printed> printed) {
        tally.at_byte(articles.bytes_read());
        if (!printed) {
          tally.failed(printed.error());
          return true;
        }
        if (!printed->note.empty()) tally.note(printed->note);
        broken = std::fwrite(printed->text.data(), 1, printed->text.size(), stdout) != printed->text.size();
        tally.read();
        return !broken;
      });
  tally.left_out(articles.left_out());
  const int code = tally.finish();
  if (broken || std::fflush(stdout) != 0) {
    say("annalist: can't write to standard output; the rest was not done");
    return kExitFailed;
  }
  return code;
}

}  // namespace

int command_code(const Options& options) {
  const auto models = open_models(options.resources);
  if (!models) return fail(models.error());
  return print_each(options, &models->knowledge, [&](Document document) {
    const Records records = code_document(std::move(document), *models);
    return Printed{to_line(RecordJson(records).all()) + "\n", notes_of(records.document, records.reading, models->reader)};
  });
}

int command_parse(const Options& options) {
  const auto reader = open_reader(options.resources);
  if (!reader) return fail(reader.error());
  const bool is_text = options.ingest.format == ArticleFormat::kText;
  if (options.paths.empty() || (is_text && options.paths == std::vector<std::string>{"-"})) return parse_stream(options, *reader);
  const auto coreference = open_coreference(options.resources);
  if (!coreference) return fail(coreference.error());
  return print_each(options, nullptr, [&](const Document& document) {
    const Reading reading = reader->read(document);
    return Printed{write_conllu(document, reading, find_chains(reading, *coreference)), notes_of(document, reading, *reader)};
  });
}

int command_extract(const Options& options) {
  const auto knowledge = open_knowledge(options.resources);
  if (!knowledge) return fail(knowledge.error());
  return print_each(options, &*knowledge, [](Document document) {
    Records records;
    records.document = std::move(document);
    return Printed{to_line(RecordJson(records).extract()) + "\n", records.document.note};
  });
}

}  // namespace annalist
