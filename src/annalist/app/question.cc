#include "annalist/app/question.h"

#include <map>

#include "annalist/app/talk.h"

namespace annalist {
namespace {

std::vector<std::string> meanings(const std::string& name, const Knowledge* knowledge) {
  std::vector<std::string> all = {name};
  if (knowledge == nullptr) return all;
  for (const Candidate& candidate : knowledge->candidates(name, NameTier::kFolded)) {
    all.emplace_back(knowledge->actor(candidate.actor).id);
    all.emplace_back(knowledge->actor(candidate.actor).name);
  }
  for (const CountryMeaning& country : knowledge->country_meanings(name)) {
    all.emplace_back(knowledge->actor(country.state).id);
    all.emplace_back(knowledge->actor(country.state).name);
  }
  return all;
}

}  // namespace

Filter complete_filter(const Options& options) {
  Filter filter = options.filter;
  if (options.actor.empty() && options.with.empty()) return filter;
  const auto knowledge = open_knowledge(options.resources);
  if (!knowledge) say("annalist: asking without the knowledge: " + knowledge.error().text());
  const Knowledge* known = knowledge ? &*knowledge : nullptr;
  if (!options.actor.empty()) filter.actor = meanings(options.actor, known);
  if (!options.with.empty()) filter.with = meanings(options.with, known);
  return filter;
}

Result<const Records*> Loader::load(DocumentKey key) {
  if (key != key_) {
    auto records = archive_.load(key);
    if (!records) return records.error();
    records_ = std::move(*records);
    key_ = key;
  }
  return &records_;
}

Result<void> visit_by_document(Archive& archive, const std::vector<RecordKey>& answer, const Visit& visit) {
  std::map<DocumentKey, std::vector<size_t>> places;
  for (size_t place = 0; place < answer.size(); ++place) places[answer[place].document].push_back(place);
  for (const auto& [document, here] : places) {
    const auto records = archive.load(document);
    if (!records) return records.error();
    for (const size_t place : here) visit(*records, answer[place].number, place);
  }
  return {};
}

}  // namespace annalist
