#include "annalist/ingest/genre.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <string>

#include "annalist/ingest/ascii.h"
#include "annalist/ingest/shingles.h"

namespace annalist {
namespace {

struct Sign {
  std::string_view words;  // folded words, one space between them
  Genre genre;
};

// In a section's name or type, or as a part of the address's path.
constexpr Sign kSections[] = {{"opinion", Genre::kOpinion},
                              {"opinions", Genre::kOpinion},
                              {"op ed", Genre::kOpinion},
                              {"oped", Genre::kOpinion},
                              {"commentary", Genre::kOpinion},
                              {"commentisfree", Genre::kOpinion},
                              {"editorial", Genre::kOpinion},
                              {"editorials", Genre::kOpinion},
                              {"columns", Genre::kOpinion},
                              {"columnists", Genre::kOpinion},
                              {"column", Genre::kOpinion},
                              {"views", Genre::kOpinion},
                              {"viewpoint", Genre::kOpinion},
                              {"letters", Genre::kOpinion},
                              {"blogs", Genre::kOpinion},
                              {"blog", Genre::kOpinion},
                              {"opinionnewsarticle", Genre::kOpinion},
                              {"analysis", Genre::kAnalysis},
                              {"analysisnewsarticle", Genre::kAnalysis},
                              {"explainer", Genre::kAnalysis},
                              {"explainers", Genre::kAnalysis},
                              {"explained", Genre::kAnalysis},
                              {"in depth", Genre::kAnalysis},
                              {"indepth", Genre::kAnalysis},
                              {"backgroundnewsarticle", Genre::kAnalysis},
                              {"policy analysis", Genre::kAnalysis},
                              {"insight", Genre::kAnalysis},
                              {"briefing", Genre::kAnalysis},
                              {"press release", Genre::kAdvocacy},
                              {"press releases", Genre::kAdvocacy},
                              {"statement", Genre::kAdvocacy},
                              {"campaign", Genre::kAdvocacy},
                              {"advocacy", Genre::kAdvocacy},
                              {"advertisercontentarticle", Genre::kAdvocacy},
                              {"sponsored", Genre::kAdvocacy},
                              {"obituaries", Genre::kOther},
                              {"recipes", Genre::kOther},
                              {"review", Genre::kOther},
                              {"reviews", Genre::kOther},
                              {"reviewnewsarticle", Genre::kOther}};

// What a title opens with, before a colon, a bar or a dash.
constexpr Sign kTitleLabels[] = {{"opinion", Genre::kOpinion},       {"op ed", Genre::kOpinion},          {"editorial", Genre::kOpinion},
                                 {"commentary", Genre::kOpinion},    {"comment", Genre::kOpinion},        {"column", Genre::kOpinion},
                                 {"viewpoint", Genre::kOpinion},     {"letter", Genre::kOpinion},         {"analysis", Genre::kAnalysis},
                                 {"explainer", Genre::kAnalysis},    {"explained", Genre::kAnalysis},     {"background", Genre::kAnalysis},
                                 {"in depth", Genre::kAnalysis},     {"press release", Genre::kAdvocacy}, {"statement", Genre::kAdvocacy},
                                 {"action alert", Genre::kAdvocacy}, {"review", Genre::kOther},           {"obituary", Genre::kOther}};

std::string spaced(std::string_view text) {
  std::string out = " ";
  for (const std::string& word : folded_words(text)) out += word + " ";
  return out;
}

bool has(const std::string& spaced_text, std::string_view words) {
  return spaced_text.find(" " + std::string(words) + " ") != std::string::npos;
}

std::string_view path_of(std::string_view url) {
  const size_t host = url.find("//");
  const size_t path = url.find('/', host == std::string_view::npos ? 0 : host + 2);
  if (path == std::string_view::npos) return {};
  const size_t last = url.rfind('/');  // the article's own name says what it is about, not what it is
  return url.substr(path, last > path ? last - path : 0);
}

// Words outside quotation marks that only a writer who takes a stand uses of himself.
double first_person_share(std::string_view text) {
  std::string outside;
  bool quoted = false;
  for (size_t at = 0; at < text.size(); ++at) {
    if (text.substr(at).starts_with("\xE2\x80\x9C")) quoted = true;
    else if (text.substr(at).starts_with("\xE2\x80\x9D")) quoted = false;
    else if (text[at] == '"') quoted = !quoted;
    else if (text[at] == '\n') quoted = false;
    if (!quoted) outside += text[at];
  }
  const std::vector<std::string> words = folded_words(outside);
  if (words.size() < 80) return 0;
  const auto first = [](const std::string& w) {
    return w == "i" || w == "we" || w == "our" || w == "my" || w == "us" || w == "must" || w == "me";
  };
  return static_cast<double>(std::count_if(words.begin(), words.end(), first)) / static_cast<double>(words.size());
}

// Words of a writer who weighs what events mean rather than reports that they happened.
double weighing_share(std::string_view text) {
  static constexpr std::string_view kWeighing[] = {"therefore",  "however",      "seems",     "could",   "would",        "may",
                                                   "might",      "likely",       "suggests",  "perhaps", "implications", "despite",
                                                   "although",   "increasingly", "strategic", "clear",   "whether",      "rather",
                                                   "ultimately", "motivation",   "reason",    "factor"};
  const std::vector<std::string> words = folded_words(text);
  if (words.size() < 250) return 0;
  size_t count = 0;
  for (const std::string& word : words)
    count += std::find(std::begin(kWeighing), std::end(kWeighing), word) != std::end(kWeighing) ? 1U : 0U;
  return static_cast<double>(count) / static_cast<double>(words.size());
}

// Whether the first paragraphs tell the day, as news does: a weekday, "today", "last night", or a dateline ("CAIRO (Agency) - ").
bool leads_with_a_day(std::string_view text) {
  static constexpr std::string_view kDays[] = {"monday", "tuesday", "wednesday", "thursday", "friday",  "saturday",
                                               "sunday", "today",   "yesterday", "tonight",  "tomorrow"};
  static constexpr std::string_view kPhrases[] = {"last night",     "this week",    "this morning",
                                                  "this afternoon", "this evening", "earlier this"};
  constexpr size_t kLead = 4;       // paragraphs
  constexpr size_t kDateline = 60;  // bytes
  size_t end = 0;
  for (size_t i = 0; i < kLead && end != std::string_view::npos; ++i) end = text.find("\n\n", end == 0 ? 0 : end + 2);
  const std::string_view lead = text.substr(0, end);
  const std::string_view head = lead.substr(0, kDateline);
  const size_t dash = std::min({head.find(" - "), head.find("--"), head.find("\xE2\x80\x93"), head.find("\xE2\x80\x94")});
  const bool capitals = head.size() > 2 && std::isupper(static_cast<unsigned char>(head[0])) != 0 &&
                        std::isupper(static_cast<unsigned char>(head[1])) != 0 && std::isupper(static_cast<unsigned char>(head[2])) != 0;
  if (dash != std::string_view::npos && capitals) return true;
  const std::string words = spaced(lead);
  return std::any_of(std::begin(kDays), std::end(kDays), [&](std::string_view day) { return has(words, day); }) ||
         std::any_of(std::begin(kPhrases), std::end(kPhrases), [&](std::string_view phrase) { return has(words, phrase); });
}

// Long enough to tell, and no day told: it weighs what is known rather than reports what is new.
bool tells_no_news(std::string_view text) {
  constexpr size_t kLong = 250;  // words
  return folded_words(text).size() >= kLong && !leads_with_a_day(text);
}

}  // namespace

Genre guess_genre(const GenreSigns& signs) {
  const size_t label_end = signs.title.find_first_of(":|");
  if (label_end != std::string_view::npos) {
    const std::string label = spaced(signs.title.substr(0, label_end));
    for (const Sign& sign : kTitleLabels) {
      if (label == " " + std::string(sign.words) + " ") return sign.genre;
    }
  }
  for (const std::string_view where : {signs.section, path_of(signs.url)}) {
    const std::string words = spaced(where);
    for (const Sign& sign : kSections) {
      if (has(words, sign.words)) return sign.genre;
    }
  }
  if (first_person_share(signs.text) > 0.015) return Genre::kOpinion;
  if (tells_no_news(signs.text) || weighing_share(signs.text) > 0.02) return Genre::kAnalysis;
  return Genre::kNews;
}

}  // namespace annalist
