#include "annalist/show/report_items.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "annalist/base/utf8.h"
#include "annalist/show/html.h"
#include "annalist/show/listing.h"
#include "annalist/show/marked_text.h"
#include "annalist/show/record_json.h"
#include "annalist/show/written_date.h"
#include "annalist/store/archive.h"

namespace annalist {
namespace {

// A name within other text; its writing direction stays its own.
std::string isolated(const std::string& name) { return "<bdi>" + html_escape(name) + "</bdi>"; }

template <class List>
std::string names(const List& list) {
  std::string out;
  for (const auto& one : list) out += (out.empty() ? "" : ", ") + isolated(one.name);
  return out;
}

std::string time_element(const DateRange& range) {
  const std::string iso = to_iso(range);
  std::string written = html_escape(written_date(range));
  // HTML knows days, months and years, no intervals.
  if (iso.find('/') != std::string::npos) return written;
  return "<time datetime=\"" + iso + "\">" + written + "</time>";
}

std::string chain_html(const std::vector<Source>& chain) {
  if (chain.empty()) return "The article\u2019s own word.";
  std::string out = "According to ";
  for (const Source& source : chain) {
    if (&source != &chain.front()) out += ", as reported by ";
    out += isolated(source.name);
  }
  return out + ".";
}

// The file's name without the folders of the machine that read it.
std::string outlet_or_file(const Document& document) {
  if (!document.outlet.value.empty()) return document.outlet.value;
  return document.path.substr(document.path.find_last_of('/') + 1);
}

std::string article_html(const ReportArticle& article) {
  const Document& document = article.records.document;
  std::string out = fmt::format("<a href=\"#a{}\">{}", article.number, isolated(outlet_or_file(document)));
  out += document.published ? ", " + time_element(day_range(*document.published)) : ", no date";
  out += "</a>";
  if (document.genre != Genre::kNews) out += fmt::format(" ({})", genre_name(document.genre));
  return out;
}

// Folded words of three letters and more, save the article.
std::vector<std::string> long_words(std::string_view text) {
  std::vector<std::string> out;
  std::string word;
  for (const char c : fold(text) + " ") {
    if (static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)) != 0) {
      word += c;
      continue;
    }
    if (word.size() > 2 && word != "the") out.push_back(word);
    word.clear();
  }
  return out;
}

// Whom the words stand for, when they share no word with the name ("he"); "Velmoran" shares one with "Velmora".
std::string meaning(const std::string& name, std::string_view words) {
  if (name == words) return "";
  const std::vector<std::string> told = long_words(words);
  for (const std::string& known : long_words(name)) {
    for (const std::string& word : told) {
      if (word == known || (std::min(word.size(), known.size()) > 3 && (word.starts_with(known) || known.starts_with(word)))) return "";
    }
  }
  return name;
}

ByteSpan sentence_span(const Records& records, int sentence) { return records.reading.sentences[static_cast<size_t>(sentence)].words; }

std::vector<Mark> event_marks(const Records& records, const Event& event) {
  const std::string& text = records.document.text;
  std::vector<Mark> marks = {{event.trigger, MarkKind::kTrigger, ""}};
  if (event.status_words != event.trigger) marks.push_back({event.status_words, MarkKind::kStatus, ""});
  for (const Participant& one : event.actors) marks.push_back({one.words, MarkKind::kActor, meaning(one.name, words_of(text, one.words))});
  for (const Participant& one : event.recipients) {
    marks.push_back({one.words, MarkKind::kRecipient, meaning(one.name, words_of(text, one.words))});
  }
  if (event.amount != kNone) marks.push_back({records.amounts[static_cast<size_t>(event.amount)].words, MarkKind::kAmount, ""});
  if (event.place) marks.push_back({event.place->words, MarkKind::kPlace, ""});
  return marks;
}

// "Velmora -> Lantern Movement", the arrow said as a word to those who hear the page.
std::string who_html(const Event& event) {
  std::string out = event.actors.empty() ? "somebody" : names(event.actors);
  if (event.recipients.empty()) return out;
  return out + " <span class=\"arrow\" role=\"img\" aria-label=\"to\">\u2192</span> " + names(event.recipients);
}

std::string what_html(const Event& event) {
  std::string out = "<b class=\"type\">" + html_escape(event.type) + "</b>";
  const std::string gloss = type_gloss(event.type);
  if (!event.mode.empty() || !gloss.empty()) {
    const char* between = gloss.empty() || event.mode.empty() ? "" : ": ";
    out += " <span class=\"gloss\">" + html_escape(gloss) + between + html_escape(event.mode) + "</span>";
  }
  return out;
}

std::string status_html(EventStatus status) {
  const std::string_view name = event_status_name(status);
  return fmt::format("<span class=\"state {}\">{}</span>", name, name);
}

// The sentences from the first to the last that the statement touches.
ByteSpan statement_passage(const Records& records, const Statement& statement) {
  ByteSpan touched = sentence_span(records, statement.sentence);
  for (const ByteSpan words : statement.content) touched = cover(touched, words);
  ByteSpan passage = touched;
  for (const Sentence& sentence : records.reading.sentences) {
    if (sentence.words.overlaps(touched)) passage = cover(passage, sentence.words);
  }
  return passage;
}

std::vector<Mark> statement_marks(const Records& records, const Statement& statement) {
  std::vector<Mark> marks = {{statement.cue, MarkKind::kCue, ""}};
  for (const Source& one : statement.source) {
    marks.push_back({one.words, MarkKind::kSource, meaning(one.name, words_of(records.document.text, one.words))});
  }
  for (const ByteSpan words : statement.content) marks.push_back({words, MarkKind::kContent, ""});
  return marks;
}

// The sentence of an amount that belongs to no event.
ByteSpan sentence_around(const Records& records, ByteSpan words) {
  for (const Sentence& sentence : records.reading.sentences) {
    if (sentence.words.contains(words)) return sentence.words;
  }
  return words;
}

}  // namespace

std::string type_gloss(const std::string& type) {
  struct Gloss {
    const char* type;
    const char* words;
  };
  constexpr std::array<Gloss, 16> kGlosses = {{{"AGREE", "agreement or promise"},
                                               {"CONSULT", "meeting or talks"},
                                               {"SUPPORT", "support in words"},
                                               {"CONCEDE", "concession"},
                                               {"COOPERATE", "acting together"},
                                               {"AID", "help given"},
                                               {"RETREAT", "release or withdrawal"},
                                               {"REQUEST", "request or demand"},
                                               {"ACCUSE", "blame or criticism"},
                                               {"REJECT", "refusal"},
                                               {"THREATEN", "threat"},
                                               {"PROTEST", "protest"},
                                               {"MOBILIZE", "forces readied"},
                                               {"SANCTION", "relations cut or reduced"},
                                               {"COERCE", "arrest or coercion"},
                                               {"ASSAULT", "violence"}}};
  const auto found = std::find_if(kGlosses.begin(), kGlosses.end(), [&](const Gloss& gloss) { return type == gloss.type; });
  return found == kGlosses.end() ? "" : found->words;
}

std::string speaker_name(const Statement& statement) {
  std::string out;
  for (const Source& one : statement.source) out += (out.empty() ? "" : ", ") + one.name;
  return out.empty() ? "somebody" : out;
}

std::string event_item(const ReportArticle& article, size_t index) {
  const Records& records = article.records;
  const Event& event = records.events[index];
  std::string out = fmt::format("<li id=\"e{}\" class=\"item\">\n<p class=\"when\">{}</p>\n<div>\n", article.events.at(index),
                                event.date ? time_element(*event.date) : "no date");
  out += fmt::format("<p class=\"head\">{} {} <span class=\"who\">{}</span></p>\n", what_html(event), status_html(event.status),
                     who_html(event));
  if (event.amount != kNone) {
    const Amount& amount = records.amounts[static_cast<size_t>(event.amount)];
    out += "<p class=\"sum\">" + html_escape(amount_text(amount, records.document.text)) + "</p>\n";
  }
  const ByteSpan sentence = sentence_span(records, event.sentence);
  out += "<blockquote>" + marked_html(records.document.text, sentence, event_marks(records, event)) + "</blockquote>\n";
  out += fmt::format("<p class=\"foot\">{} {} <code>{}</code> <span class=\"gloss\">confidence {:.2f}</span></p>\n", chain_html(event.via),
                     article_html(article), html_escape(event_id(records.document, index)), event.confidence);
  return out + "</div>\n</li>\n";
}

std::string statement_item(const ReportArticle& article, size_t index) {
  const Records& records = article.records;
  const Statement& statement = records.statements.statements[index];
  std::string out = "<li class=\"item\">\n<p class=\"when\">" + isolated(speaker_name(statement));
  if (statement.date) out += "<br>" + time_element(*statement.date);
  out += "</p>\n<div>\n<blockquote>";
  out += marked_html(records.document.text, statement_passage(records, statement), statement_marks(records, statement));
  out += "</blockquote>\n<p class=\"foot\">";
  if (!statement.via.empty()) out += "Passed on by " + names(statement.via) + ". ";
  out += fmt::format("{} <code>{}</code></p>\n</div>\n</li>\n", article_html(article), html_escape(statement_id(records.document, index)));
  return out;
}

std::string amount_row(const ReportArticle& article, size_t index) {
  const Records& records = article.records;
  const Amount& amount = records.amounts[index];
  std::string events;
  ByteSpan sentence = sentence_around(records, amount.words);
  std::string chains;
  for (const auto& [e, number] : article.events) {
    const Event& event = records.events[e];
    if (event.amount != static_cast<int>(index)) continue;
    events += fmt::format("<p><a href=\"#e{}\">{}</a> {} {}, {}</p>\n", number, html_escape(event.type), who_html(event),
                          status_html(event.status), event.date ? time_element(*event.date) : "no date");
    const std::string chain = chain_html(event.via);
    if (chains.find(chain) == std::string::npos) chains += chain + " ";
  }
  return fmt::format("<tr>\n<th scope=\"row\">{}</th>\n<td>{}<p class=\"words\">{}</p></td>\n<td>{}{}</td>\n</tr>\n",
                     html_escape(amount_text(amount, records.document.text)), events,
                     marked_html(records.document.text, sentence, {{amount.words, MarkKind::kAmount, ""}}), chains, article_html(article));
}

std::string article_row(const ReportArticle& article) {
  const Document& document = article.records.document;
  const std::string title = document.title.value.empty() ? "(no title)" : document.title.value;
  std::string authors;
  for (const Metadatum& author : document.authors) authors += (authors.empty() ? "" : ", ") + isolated(author.value);
  const std::string published = document.published ? time_element(day_range(*document.published)) : "no date";
  std::string what = "<bdi>" + html_link(document.url, title) + "</bdi>";
  if (document.genre != Genre::kNews) what += fmt::format(" ({})", genre_name(document.genre));
  if (!authors.empty()) what += "<br>" + authors;
  return fmt::format("<tr id=\"a{0}\">\n<td>{0}</td>\n<td>{1}</td>\n<td>{2}</td>\n<td>{3}</td>\n<td><code>{4}</code></td>\n</tr>\n",
                     article.number, isolated(outlet_or_file(document)), published, what, html_escape(document.id));
}

}  // namespace annalist
