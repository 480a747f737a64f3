#include "annalist/show/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "annalist/show/html.h"
#include "annalist/show/marked_text.h"
#include "annalist/show/report_style.h"
#include "annalist/show/report_words.h"

namespace annalist {
namespace {

bool is_currency(const std::string& unit) {
  return unit.size() == 3 && std::all_of(unit.begin(), unit.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string counted(size_t number, const char* one, const char* many) {
  return fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", number == 1 ? one : many, number);
}

constexpr const char* kNothing = "<p>None.</p>\n";
constexpr const char* kTableEnd = "</tbody>\n</table>\n";

std::string list(const std::string& items) { return "<ol class=\"items\" role=\"list\">\n" + items + "</ol>\n"; }

std::string section(const char* id, const std::string& heading, const std::string& body) {
  return fmt::format("<section aria-labelledby=\"{0}\">\n<h2 id=\"{0}\">{1}</h2>\n{2}</section>\n", id, heading, body);
}

}  // namespace

void Report::add_event(const ReportArticle& article, size_t index, size_t number) {
  const Event& event = article.records.events[index];
  ++types_[event.type][event.status];
  events_[number] = {event_item(article, index), event.date.has_value(), event.date ? event.date->from.year : 0};
}

void Report::add(const ReportArticle& article, const Versions& versions, const ReportParts& parts) {
  const Records& records = article.records;
  for (const auto& [index, number] : article.events) add_event(article, index, number);
  for (const size_t index : parts.statements) {
    statements_[speaker_name(records.statements.statements[index])].push_back(statement_item(article, index));
  }
  for (const size_t index : parts.amounts) {
    std::string date = records.document.published ? to_iso(*records.document.published) : "9999";
    for (const auto& [e, number] : article.events) {
      const Event& event = records.events[e];
      if (event.amount == static_cast<int>(index) && event.date) date = std::min(date, to_iso(event.date->from));
    }
    amounts_.push_back({records.amounts[index].unit, date, amount_row(article, index)});
  }
  articles_.push_back(article_row(article));
  ++versions_[fmt::format("program {}, model {}, codebook {}, knowledge {}", versions.program, versions.model, versions.codebook,
                          versions.knowledge)];
}

size_t Report::dated_count() const {
  return static_cast<size_t>(std::count_if(events_.begin(), events_.end(), [](const auto& entry) { return entry.second.dated; }));
}

std::string Report::title() const {
  const std::string& first = question_.actor.empty() ? question_.with : question_.actor;
  if (first.empty()) return "What do these articles report?";
  if (question_.actor.empty() || question_.with.empty()) return "What do these articles report about " + first + "?";
  return "What do these articles report between " + question_.actor + " and " + question_.with + "?";
}

std::string Report::summary() const {
  size_t said = 0;
  for (const auto& [speaker, items] : statements_) said += items.size();
  std::string body = "<dl class=\"counts\">\n" + counted(events_.size(), "event", "events") +
                     counted(events_.size() - dated_count(), "of them without a date", "of them without a date") +
                     counted(amounts_.size(), "sum or count", "sums and counts") + counted(said, "statement", "statements") +
                     counted(articles_.size(), "article", "articles") + "</dl>\n";
  if (types_.empty()) return section("counts", "Counts", body);
  std::set<EventStatus> used;
  for (const auto& [type, statuses] : types_) {
    for (const auto& [status, number] : statuses) used.insert(status);
  }
  body += "<table class=\"types\">\n<caption>Events by type and status</caption>\n<thead><tr><th scope=\"col\">type</th>";
  for (const EventStatus status : used) body += fmt::format("<th scope=\"col\">{}</th>", event_status_name(status));
  body += "<th scope=\"col\">all</th></tr></thead>\n<tbody>\n";
  for (const auto& [type, statuses] : types_) {
    const std::string gloss = type_gloss(type);
    body += "<tr><th scope=\"row\">" + html_escape(type) + (gloss.empty() ? "" : " <span class=\"gloss\">" + gloss + "</span>") + "</th>";
    size_t all = 0;
    for (const EventStatus status : used) {
      const auto found = statuses.find(status);
      const size_t number = found == statuses.end() ? 0 : found->second;
      all += number;
      body += fmt::format("<td>{}</td>", number);
    }
    body += fmt::format("<td>{}</td></tr>\n", all);
  }
  return section("counts", "Counts", body + kTableEnd);
}

std::string Report::timeline() const {
  std::string body = report_words::kTimeline;
  std::string items;  // of one year
  int year = 0;
  const auto close_year = [&] {
    if (!items.empty()) body += fmt::format("<h3>{}</h3>\n", year) + list(items);
    items.clear();
  };
  for (const auto& [number, entry] : events_) {
    if (!entry.dated) continue;
    if (entry.year != year) close_year();
    year = entry.year;
    items += entry.html;
  }
  close_year();
  return section("timeline", "Timeline", dated_count() == 0 ? "<p>No event with a date.</p>\n" : body);
}

std::string Report::undated() const {
  std::string items;
  for (const auto& [number, entry] : events_) {
    if (!entry.dated) items += entry.html;
  }
  const std::string none = question_.dated ? report_words::kNoneDated : kNothing;
  return section("undated", "Without a date", items.empty() ? none : report_words::kUndated + list(items));
}

std::string Report::amount_tables(bool money) const {
  std::vector<const AmountEntry*> entries;
  for (const AmountEntry& entry : amounts_) {
    if (is_currency(entry.unit) == money) entries.push_back(&entry);
  }
  if (entries.empty()) return "";
  std::stable_sort(entries.begin(), entries.end(),
                   [](const AmountEntry* a, const AmountEntry* b) { return a->unit != b->unit ? a->unit < b->unit : a->date < b->date; });
  std::string out = fmt::format(R"(<table class="sums">
<caption>{}</caption>
<thead><tr><th scope="col">{}</th><th scope="col">for what</th><th scope="col">on whose word</th></tr></thead>
<tbody>
)",
                                money ? "Sums of money, by currency and date" : "Counts of people and things", money ? "sum" : "count");
  for (const AmountEntry* entry : entries) out += entry->html;
  return out + kTableEnd;
}

std::string Report::sums() const {
  return section("sums", "Sums", amounts_.empty() ? kNothing : report_words::kSums + amount_tables(true) + amount_tables(false));
}

std::string Report::statements() const {
  std::vector<const std::pair<const std::string, std::vector<std::string>>*> speakers;
  for (const auto& speaker : statements_) speakers.push_back(&speaker);
  std::stable_sort(speakers.begin(), speakers.end(), [](const auto* a, const auto* b) { return a->second.size() > b->second.size(); });
  std::string items;
  for (const auto* speaker : speakers) {
    for (const std::string& item : speaker->second) items += item;
  }
  return section("statements", "Who said what", items.empty() ? kNothing : report_words::kStatements + list(items));
}

std::string Report::articles() const {
  std::string rows;
  for (const std::string& row : articles_) rows += row;
  return section("articles", "Articles", rows.empty() ? kNothing : report_words::kArticles + rows + kTableEnd);
}

std::string Report::reading_help() const {
  struct Meaning {
    MarkKind kind;
    const char* words;
  };
  constexpr std::array<Meaning, 9> kMarks = {{{MarkKind::kActor, "who acts"},
                                              {MarkKind::kTrigger, "the words that name the event"},
                                              {MarkKind::kRecipient, "to whom, or with whom"},
                                              {MarkKind::kAmount, "how much or how many"},
                                              {MarkKind::kPlace, "where"},
                                              {MarkKind::kStatus, "the words that decide the status"},
                                              {MarkKind::kSource, "who speaks"},
                                              {MarkKind::kCue, "the words that say that somebody speaks"},
                                              {MarkKind::kContent, "what is said"}}};
  std::string body = report_words::kReading;
  body += "<dl class=\"legend\">\n";
  for (const Meaning& mark : kMarks) {
    constexpr const char* kEntry = "<dt><mark class=\"{0}\"><b class=\"label\">{0}</b> words</mark></dt><dd>{1}</dd>\n";
    body += fmt::format(kEntry, mark_name(mark.kind), mark.words);
  }
  body += std::string("</dl>\n") + report_words::kLabels + "<h3>Versions that coded these articles</h3>\n<ul>\n";
  for (const auto& [version, number] : versions_) {
    body += fmt::format("<li>{} ({} {})</li>\n", html_escape(version), number, number == 1 ? "article" : "articles");
  }
  return section("reading", "How to read this page", body + "</ul>\n");
}

std::string Report::page() const {
  const std::string heading = html_escape(title());
  std::string out = report_words::kHead + ("<title>" + heading + "</title>\n<style>") + kReportStyle + "</style>\n</head>\n<body>\n";
  out += R"(<a class="skip" href="#timeline">Skip to the timeline</a>
<header>
<p class="kicker">annalist report</p>
)";
  out += "<h1>" + heading + "</h1>\n";
  std::string conditions;
  for (const std::string& one : question_.conditions) conditions += (conditions.empty() ? "" : "; ") + html_escape(one);
  if (!conditions.empty()) out += "<p>Only " + conditions + ".</p>\n";
  out += report_words::kContents + ("</header>\n<main>\n" + summary()) + timeline() + undated() + sums() + statements() + articles();
  return out + reading_help() + "</main>\n</body>\n</html>\n";
}

}  // namespace annalist
