#include "annalist/app/cli.h"

#include <CLI/CLI.hpp>
#include <csignal>
#include <functional>
#include <thread>

#include "annalist/app/commands.h"
#include "annalist/app/talk.h"

namespace annalist {
namespace {

// A command under construction: its options go into `options`, its work is `run`.
struct CommandLine {
  Options options;
  std::string published;
  std::string format = "auto";
  std::vector<std::string> limits;
  std::function<int(const Options&)> run;
};

CLI::App* add(CLI::App& parent, CommandLine& line, const char* name, const char* what, const char* example,
              int (*command)(const Options&)) {
  CLI::App* app = parent.add_subcommand(name, what);
  app->footer(std::string("Example: ") + example);
  app->callback([&line, command] { line.run = command; });
  return app;
}

void add_network(CLI::App* app, CommandLine& line) {
  app->add_option("--model", line.options.resources.model, "The network that reads: full (default), or fast, which errs more")
      ->check(CLI::IsMember({"full", "fast"}))
      ->type_name("NAME");
}

void add_models(CLI::App* app, CommandLine& line) {
  add_network(app, line);
  app->add_option("--knowledge", line.options.resources.knowledge_dirs,
                  "Folder of your own .kb files, laid over the knowledge (repeatable)")
      ->type_name("DIR");
  app->add_option("--codebook", line.options.resources.codebooks, "Your own codebook file, added to the codebook (repeatable)")
      ->type_name("FILE");
}

void add_articles(CLI::App* app, CommandLine& line, bool required) {
  auto* paths = app->add_option("PATH", line.options.paths, "Files, folders, or - for standard input (docs/intake.md tells the forms)");
  if (required) paths->required();
  app->add_option("--published", line.published, "Publication date of articles that do not say theirs")->type_name("YYYY-MM-DD");
  app->add_option("--outlet", line.options.ingest.outlet, "Outlet of articles that do not say theirs")->type_name("NAME");
  app->add_option("--format", line.format,
                  "Form of the articles: auto, text, html, jsonl, csv, feed, pdf, mail, mbox, warc, docx, odt, archive")
      ->type_name("FORM");
  CsvColumns& columns = line.options.ingest.columns;
  app->add_option("--text-column", columns.text, "Column of the texts, in CSV and TSV files (default text, body, content ...)")
      ->type_name("NAME");
  app->add_option("--id-column", columns.id, "Column of the articles' ids (default id ...)")->type_name("NAME");
  app->add_option("--date-column", columns.date, "Column of their dates (default date, published ...)")->type_name("NAME");
  app->add_option("--title-column", columns.title, "Column of their titles (default title, headline)")->type_name("NAME");
  app->add_option("--url-column", columns.url, "Column of their addresses (default url, link)")->type_name("NAME");
  app->add_option("--outlet-column", columns.outlet, "Column of their outlets (default outlet, source ...)")->type_name("NAME");
  app->add_option("--author-column", columns.authors, "Column of their authors (default authors, author, byline)")->type_name("NAME");
  app->add_option("--limit", line.limits, "What one input may cost, as file=64M (repeatable; docs/intake.md lists them)")
      ->type_name("NAME=VALUE");
  app->add_option("--jobs", line.options.jobs, "Threads")->check(CLI::Range(1, 256))->type_name("N");
  app->add_flag("--progress", line.options.progress, "Say every ten seconds how far it is, also when stderr is no terminal");
}

void add_archive(CLI::App* app, CommandLine& line) {
  app->add_option("--archive", line.options.archive, "The archive (default news.annals)")->type_name("FILE");
}

void add_filter(CLI::App* app, CommandLine& line, bool formats = true) {
  Options& o = line.options;
  add_archive(app, line);
  app->add_option("--actor", o.actor, "Who takes part, acts or speaks")->type_name("NAME");
  app->add_option("--with", o.with, "And who else")->type_name("NAME");
  app->add_option("--type", o.filter.type, "PLOVER type: CONSULT, AID, ...")->type_name("TYPE");
  app->add_option("--status", o.filter.status, "actual, ongoing, planned, promised, requested, denied, possible")->type_name("STATUS");
  app->add_option("--from", o.from, "Not before (day, month or year)")->type_name("DATE");
  app->add_option("--to", o.to, "Not after (day, month or year)")->type_name("DATE");
  app->add_option("--outlet", o.filter.outlet, "Outlet's name or part of it")->type_name("NAME");
  app->add_option("--min-confidence", o.filter.min_confidence, "Events at least so certain, 0 to 1")->type_name("P");
  app->add_option("--knowledge", o.resources.knowledge_dirs, "Folder of your own .kb files, for names (repeatable)")->type_name("DIR");
  if (!formats) return;
  app->add_flag("--json", o.json, "JSON lines");
  app->add_flag("--csv", o.csv, "CSV with a header");
}

void define_coding(CLI::App& app, CommandLine& line) {
  auto* read = add(app, line, "read", "Read articles into an archive", "annalist read articles/ --into news.annals", command_read);
  add_articles(read, line, false);
  add_models(read, line);
  read->add_option("--into", line.options.archive, "The archive (default news.annals)")->type_name("FILE");
  read->add_flag("--recode", line.options.recode, "Code again what an older version coded; without PATH, in the whole archive");

  auto* follow = add(app, line, "follow", "Watch folders and feed files, and read what is new until stopped",
                     "annalist follow inbox/ feeds/herald.rss --into news.annals", command_follow);
  add_articles(follow, line, true);
  add_models(follow, line);
  follow->add_option("--into", line.options.archive, "The archive (default news.annals)")->type_name("FILE");
  follow->add_option("--every", line.options.every, "Seconds between two looks (default 2)")
      ->check(CLI::Range(0.05, 86400.0))
      ->type_name("SECONDS");

  auto* code =
      add(app, line, "code", "Print the records of articles as JSON lines, one a document", "annalist code article.txt", command_code);
  add_articles(code, line, true);
  add_models(code, line);
  auto* parse =
      add(app, line, "parse", "Print articles as CoNLL-U (Universal Dependencies); without PATH, text from standard input as it comes",
          "annalist parse article.txt > article.conllu", command_parse);
  add_articles(parse, line, false);
  add_network(parse, line);
  parse->add_flag("--fp32", line.options.resources.fp32, "The network in 32-bit floats: slow, to see what 8 bits cost");
  auto* extract = add(app, line, "extract", "Print each article's clean text and metadata as JSON lines", "annalist extract page.html",
                      command_extract);
  add_articles(extract, line, true);
  extract->add_option("--knowledge", line.options.resources.knowledge_dirs, "Folder of your own .kb files, for outlets (repeatable)")
      ->type_name("DIR");
}

void define_asking(CLI::App& app, CommandLine& line) {
  add_filter(add(app, line, "events", "List events", "annalist events --actor Iran --type AID", command_events), line);
  add_filter(
      add(app, line, "timeline", "List events by date, undated ones last", "annalist timeline --actor Hamas --with Iran", command_timeline),
      line);
  add_filter(
      add(app, line, "statements", "List who said what, and through whom", "annalist statements --actor Haniyeh", command_statements),
      line);
  add_filter(add(app, line, "amounts", "List sums and counts with the events that they belong to", "annalist amounts --actor Iran",
                 command_amounts),
             line);
  add_filter(add(app, line, "actors", "List actors with their codes and counts", "annalist actors --outlet Reuters", command_actors), line);
  add_filter(add(app, line, "sources", "List who speaks, and who passes on", "annalist sources", command_sources), line);
  auto* search = add(app, line, "search", "Find sentences by words", "annalist search missiles", command_search);
  add_archive(search, line);
  search->add_option("WORDS", line.options.query, "Words, all of which must stand in the sentence; \"quoted words\" as a phrase")
      ->required();
  search->add_option("--outlet", line.options.filter.outlet, "Outlet's name or part of it")->type_name("NAME");
  search->add_option("--limit", line.options.limit, "At most so many sentences (default 50)")
      ->check(CLI::Range(1, 1'000'000))
      ->type_name("N");
  search->add_flag("--json", line.options.json, "JSON lines");
  auto* explain = add(app, line, "explain", "Show why a record stands: words, pattern, slots, date, status, chain, tree",
                      "annalist explain 540a2b44747de8aa.e3", command_explain);
  add_archive(explain, line);
  explain->add_option("ID", line.options.query, "Id of an event or a statement")->required();
}

void define_taking_away(CLI::App& app, CommandLine& line) {
  auto* table = add(app, line, "table", "Print events as a table for R or pandas (docs/table.md), or count them by dyad",
                    "annalist table --by month --status actual > dyads.csv", command_table);
  table->add_option("--by", line.options.by, "Count by dyad and day, month or year")->type_name("PERIOD");
  table->add_flag("--tsv", line.options.tsv, "Tabs between columns, not commas");
  add_filter(table, line, false);
  auto* report = add(app, line, "report", "Write what an archive holds as one HTML page to send on",
                     "annalist report --actor Hamas --with Iran --out hamas-iran.html", command_report);
  report->add_option("--out", line.options.out, "The page's file, - for standard output")->required()->type_name("FILE");
  add_filter(report, line, false);
}

void define_rest(CLI::App& app, CommandLine& line) {
  auto* stats = add(app, line, "stats", "Count what an archive holds", "annalist stats", command_stats);
  add_archive(stats, line);
  stats->add_flag("--json", line.options.json, "JSON");
  add_archive(add(app, line, "verify", "Check an archive: every text, record and span", "annalist verify", command_verify), line);
  auto* salvage = add(app, line, "salvage", "Bring the whole documents of a damaged archive into a new one",
                      "annalist salvage news.annals --out whole.annals", command_salvage);
  salvage->add_option("ARCHIVE", line.options.archive, "The damaged archive; it is only read")->required();
  salvage->add_option("--out", line.options.out, "The new archive's file")->required()->type_name("FILE");

  auto* codebook = app.add_subcommand("codebook", "Check the codebook, or see what it misses");
  codebook->require_subcommand(1);
  auto* check = add(*codebook, line, "check", "Check codebook files and run their examples", "annalist codebook check my.codebook",
                    command_codebook_check);
  check->add_option("FILE", line.options.resources.codebooks, "Your own codebook files, checked with the codebook that they add to");
  check->add_option("--knowledge", line.options.resources.knowledge_dirs, "Folder of your own .kb files (repeatable)")->type_name("DIR");
  auto* gaps = add(*codebook, line, "gaps", "List verbs between two actors that no pattern took", "annalist codebook gaps articles/",
                   command_codebook_gaps);
  add_articles(gaps, line, true);
  add_models(gaps, line);

  auto* knowledge = app.add_subcommand("knowledge", "Check knowledge files");
  knowledge->require_subcommand(1);
  auto* kb_check = add(*knowledge, line, "check", "Check .kb files and folders of them", "annalist knowledge check my-knowledge/",
                       command_knowledge_check);
  kb_check->add_option("PATH", line.options.paths, "Files or folders")->required();
  kb_check->add_flag("--alone", line.options.alone, "Check them by themselves, not as laid over the shipped knowledge");
}

// Turns texts of options into their values. Errors: kUsage.
Result<void> settle(CommandLine& line) {
  Options& o = line.options;
  const auto usage = [](const std::string& message) { return Error{ErrorCode::kUsage, message, ""}; };
  if (!line.published.empty()) {
    o.ingest.published = parse_iso_date(line.published);
    if (!o.ingest.published) return usage("--published \"" + line.published + "\" is no date; write it as 2024-03-26");
  }
  const auto format = article_format_by_name(line.format);
  if (!format)
    return usage("--format \"" + line.format +
                 "\" is not known; it is auto, text, html, jsonl, csv, feed, pdf, mail, mbox, warc, docx, odt or archive");
  for (const std::string& limit : line.limits) {
    if (const auto set = set_limit(o.ingest.limits, limit); !set) return set.error();
  }
  o.ingest.format = *format;
  if (!o.from.empty() || !o.to.empty()) {
    const auto from = parse_iso_range(o.from.empty() ? "0001" : o.from);
    const auto to = parse_iso_range(o.to.empty() ? "9999" : o.to);
    if (!from) return usage("--from \"" + o.from + "\" is no date; write 2024, 2024-03 or 2024-03-26");
    if (!to) return usage("--to \"" + o.to + "\" is no date; write 2024, 2024-03 or 2024-03-26");
    o.filter.dates = DateRange{from->from, to->to};
  }
  if (!o.filter.status.empty() && !event_status_by_name(o.filter.status)) {
    return usage("--status \"" + o.filter.status +
                 "\" is not known; it is actual, ongoing, planned, promised, requested, denied or possible");
  }
  if (o.json && o.csv) return usage("--json and --csv can't go together");
  return {};
}

}  // namespace

int run_command_line(int argc, const char* const* argv) {
  std::signal(SIGPIPE, SIG_DFL);
  CommandLine line;
  line.options.resources.home = find_home();
  line.options.resources.machine = find_machine();
  CLI::App app("annalist reads news articles and writes the record that they hold.", "annalist");
  app.footer("annalist COMMAND --help tells more, with an example.");
  app.require_subcommand(0, 1);
  bool version = false;
  app.add_flag("--version", version, "Print the versions of program, model, codebook and knowledge");
  define_coding(app, line);
  define_asking(app, line);
  define_taking_away(app, line);
  define_rest(app, line);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) { return app.exit(error) == 0 ? kExitDone : kExitUsage; }
  if (version) return command_version(line.options);
  if (!line.run) {
    say(app.help());
    return kExitUsage;
  }
  if (const auto settled = settle(line); !settled) return fail(settled.error());
  return line.run(line.options);
}

}  // namespace annalist
