// A report: what an archive answers to one question, as one HTML page to send on or print. No script, nothing from outside, no clock: the
// same archive and question give the same page to the byte. All that it says is the archive's; it counts, but it judges, sums up and
// merges nothing.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "annalist/show/report_items.h"
#include "annalist/store/archive.h"

namespace annalist {

// What was asked, in the asker's words.
struct ReportQuestion {
  std::string actor;                    // may be empty
  std::string with;                     // may be empty
  std::vector<std::string> conditions;  // "events of type AID", "what is dated from 2019 on"
  bool dated = false;                   // dates were asked for, which leaves out all that has none
};

// What of a document belongs on the page, by index.
struct ReportParts {
  std::vector<size_t> statements;
  std::vector<size_t> amounts;
};

class Report {
 public:
  explicit Report(ReportQuestion question) : question_(std::move(question)) {}
  // Documents in the order of the page's list of articles. `article` has the numbers of the events, in the order of time over the whole
  // page; all of them appear on it.
  void add(const ReportArticle& article, const Versions& versions, const ReportParts& parts);
  std::string page() const;

 private:
  struct EventEntry {
    std::string html;
    bool dated = false;
    int year = 0;
  };
  struct AmountEntry {
    std::string unit;
    std::string date;  // of the first event, else of publication; orders the rows
    std::string html;
  };

  void add_event(const ReportArticle& article, size_t event, size_t number);
  std::string title() const;
  std::string summary() const;
  std::string timeline() const;
  std::string undated() const;
  std::string sums() const;
  std::string amount_tables(bool money) const;
  std::string statements() const;
  std::string articles() const;
  std::string reading_help() const;
  size_t dated_count() const;

  ReportQuestion question_;
  std::map<size_t, EventEntry> events_;  // by number on the page
  std::vector<AmountEntry> amounts_;
  std::map<std::string, std::vector<std::string>> statements_;  // by speaker
  std::vector<std::string> articles_;
  std::map<std::string, std::map<EventStatus, size_t>> types_;
  std::map<std::string, size_t> versions_;
};

}  // namespace annalist
