// The items of a report (report.h) as HTML: an event, a statement, a sum, an article. Every text of an article is escaped.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "annalist/understand/events/records.h"

namespace annalist {

// One document on a page. Numbers count from 1 over the whole page and are the anchors: "e3" an event, "a2" an article.
struct ReportArticle {
  const Records& records;
  size_t number = 0;
  std::map<size_t, size_t> events;  // index in the document -> number on the page
};

// <li>: date, type, status, participants, sum, the sentence with its slots marked, chain, article.
std::string event_item(const ReportArticle& article, size_t event);
// <li>: who, how, the words with source, cue and content marked, chain, article.
std::string statement_item(const ReportArticle& article, size_t statement);
// <tr> of three cells: the sum; its sentence with the events of the page that it belongs to; chain and article.
std::string amount_row(const ReportArticle& article, size_t amount);
// <tr> of five cells: number, outlet, date, title with genre and address, id.
std::string article_row(const ReportArticle& article);

// The names of a statement's speakers; "somebody" for none.
std::string speaker_name(const Statement& statement);

// A word or two of what each of PLOVER's types is; empty for a type of somebody's own codebook.
std::string type_gloss(const std::string& type);

}  // namespace annalist
