// What the command line asked for, as the commands take it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "annalist/app/resources.h"
#include "annalist/ingest/articles.h"
#include "annalist/store/query.h"

namespace annalist {

struct Options {
  std::vector<std::string> paths;
  IngestOptions ingest;
  ResourcePaths resources;
  int jobs = 1;
  std::string archive = "news.annals";
  bool recode = false;
  bool progress = false;  // show it although stderr is no terminal
  double every = 2;       // seconds between two looks of `follow`
  bool alone = false;     // knowledge check: without the shipped knowledge

  std::string actor;
  std::string with;
  std::string from;
  std::string to;
  Filter filter;
  std::string query;  // search words, or a record's id
  int limit = 50;
  bool json = false;
  bool csv = false;
  bool tsv = false;
  std::string by;   // period of `table`: day, month, year; empty for one row an event
  std::string out;  // file of `report`, `salvage`
};

}  // namespace annalist
