#include "annalist/read/conllu_entities.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

namespace annalist {
namespace {

struct Mention {
  TokenRange tokens;
  TokenIndex head = kNoToken;
  EntityKind kind = EntityKind::kOther;
  std::optional<Entity> name;
  int32_t chain = kNoChain;
};

// The first token of the range whose head lies outside it.
TokenIndex head_of(const Reading& reading, TokenRange tokens) {
  for (TokenIndex t = tokens.begin; t < tokens.end; ++t) {
    const TokenIndex head = reading.tokens[static_cast<size_t>(t)].head;
    if (!tokens.contains(head)) return t;
  }
  return tokens.begin;
}

bool holds(TokenRange wide, TokenRange narrow) { return wide.begin <= narrow.begin && narrow.end <= wide.end; }

// Chain mentions with the names that they are or whose head they share, and the other names by themselves.
std::vector<Mention> all_mentions(const Reading& reading, std::span<const LinkedMention> linked) {
  std::vector<Mention> mentions;
  for (const LinkedMention& one : linked) mentions.push_back({one.tokens, one.head, one.kind, {}, one.chain});
  std::multimap<TokenIndex, size_t> by_head;
  for (size_t i = 0; i < mentions.size(); ++i) by_head.emplace(mentions[i].head, i);
  for (const Entity& name : reading.entities) {
    Mention* narrowest = nullptr;
    const auto [first, last] = std::pair(by_head.lower_bound(name.tokens.begin), by_head.lower_bound(name.tokens.end));
    for (auto at = first; at != last; ++at) {
      Mention& mention = mentions[at->second];
      if (mention.name || !holds(mention.tokens, name.tokens)) continue;
      if (narrowest == nullptr || mention.tokens.size() < narrowest->tokens.size()) narrowest = &mention;
    }
    if (narrowest != nullptr) {
      narrowest->name = name;
    } else {
      mentions.push_back({name.tokens, head_of(reading, name.tokens), name.kind, name, kNoChain});
    }
  }
  std::stable_sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
    return a.tokens.begin != b.tokens.begin ? a.tokens.begin < b.tokens.begin : a.tokens.end > b.tokens.end;
  });
  return mentions;
}

std::string opening(const Mention& mention, const std::string& id) {
  std::string text = "(" + id + "-" + std::string(entity_kind_name(mention.kind)) + "-";
  text += std::to_string(std::clamp(mention.head, mention.tokens.begin, mention.tokens.end - 1) - mention.tokens.begin + 1);
  if (!mention.name) return text;
  text += '-';
  if (mention.name->tokens != mention.tokens) {
    for (TokenIndex t = mention.name->tokens.begin; t < mention.name->tokens.end; ++t) {
      text += std::to_string(t - mention.tokens.begin + 1) + ",";
    }
    text.pop_back();
  }
  return text + "-name:" + std::string(entity_kind_name(mention.name->kind));
}

std::string_view take_field(std::string_view& rest) {
  const std::string_view field = rest.substr(0, rest.find('-'));
  rest.remove_prefix(std::min(rest.size(), field.size() + 1));
  return field;
}

std::optional<EntityKind> kind_by_name(std::string_view name) {
  for (EntityKind kind : {EntityKind::kPerson, EntityKind::kOrganization, EntityKind::kPlace, EntityKind::kGroup, EntityKind::kOther}) {
    if (entity_kind_name(kind) == name) return kind;
  }
  return std::nullopt;
}

std::optional<TokenIndex> number(std::string_view digits) {
  TokenIndex value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size() || value < 1) return std::nullopt;
  return value;
}

// The tokens of "3,4,5" within a mention; the whole of it where nothing is said.
std::optional<TokenRange> name_tokens(TokenRange mention, std::string_view minspan) {
  if (minspan.empty()) return mention;
  const auto first = number(minspan.substr(0, minspan.find(','))), last = number(minspan.substr(minspan.rfind(',') + 1));
  if (!first || !last || *last < *first || *last > mention.size()) return std::nullopt;
  return TokenRange{mention.begin + *first - 1, mention.begin + *last};
}

}  // namespace

std::vector<std::string> entity_brackets(const Reading& reading, std::span<const LinkedMention> linked, size_t& entities) {
  std::vector<std::string> open(reading.tokens.size()), close(reading.tokens.size());
  std::vector<bool> stays_open(reading.tokens.size());
  std::map<int32_t, std::string> ids;  // of chains
  for (const Mention& mention : all_mentions(reading, linked)) {
    std::string id;
    if (const auto known = ids.find(mention.chain); mention.chain != kNoChain && known != ids.end()) {
      id = known->second;
    } else {
      id = "e" + std::to_string(++entities);
      if (mention.chain != kNoChain) ids.emplace(mention.chain, id);
    }
    const auto first = static_cast<size_t>(mention.tokens.begin), last = static_cast<size_t>(mention.tokens.end) - 1;
    open[first] += opening(mention, id);
    if (first == last) {
      open[first] += ')';
    } else {
      stays_open[first] = true;
      close[last].insert(0, id + ")");  // the innermost closes first
    }
  }
  // Mentions that cross at a word close before the others open, as CorefUD has it; else what is of one word stands within what closes.
  for (size_t t = 0; t < open.size(); ++t) open[t] = stays_open[t] ? close[t] + open[t] : open[t] + close[t];
  return open;
}

void EntityBrackets::token(TokenIndex token, std::string_view value, std::vector<Entity>& names) {
  const auto close = [&](const Open& mention) {
    const TokenRange tokens{mention.begin, token + 1};
    if (!mention.other.starts_with("name:")) return;
    const auto kind = kind_by_name(std::string_view(mention.other).substr(5));
    if (const auto range = name_tokens(tokens, mention.minspan); kind && range) names.push_back({*range, {}, *kind});
  };
  while (!value.empty()) {
    if (value.front() == '(') {
      const size_t end = std::min(value.find_first_of("()", 1), value.size());
      std::string_view fields = value.substr(1, end - 1);
      Open mention;
      mention.begin = token;
      mention.id = take_field(fields);
      take_field(fields);
      take_field(fields);
      mention.minspan = take_field(fields);
      mention.other = take_field(fields);
      value.remove_prefix(end);
      if (value.starts_with(')')) {
        close(mention);
        value.remove_prefix(1);
      } else {
        open_.push_back(std::move(mention));
      }
      continue;
    }
    const size_t end = value.find(')');
    if (end == value.npos) return;
    const std::string_view id = value.substr(0, end);
    const auto found = std::find_if(open_.rbegin(), open_.rend(), [&](const Open& mention) { return mention.id == id; });
    if (found == open_.rend()) return;
    close(*found);
    open_.erase(std::next(found).base());
    value.remove_prefix(end + 1);
  }
}

}  // namespace annalist
