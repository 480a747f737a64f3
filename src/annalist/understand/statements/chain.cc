#include "annalist/understand/statements/chain.h"

#include <algorithm>

namespace annalist {

int innermost_statement(const Statements& statements, ByteSpan words) {
  int best = kNone;
  uint32_t best_size = 0;
  size_t best_depth = 0;
  for (size_t i = 0; i < statements.statements.size(); ++i) {
    const Statement& statement = statements.statements[i];
    if (statement.stance || statement.cue.overlaps(words)) continue;
    uint32_t size = 0;
    bool holds = false;
    for (const ByteSpan piece : statement.content) {
      size += piece.size();
      holds = holds || piece.contains(words);
    }
    if (!holds) continue;
    const size_t depth = statement.via.size();  // "according to X, quoting Y": the same content, Y is the inner one
    if (best == kNone || size < best_size || (size == best_size && depth > best_depth)) {
      best = static_cast<int>(i);
      best_size = size;
      best_depth = depth;
    }
  }
  return best;
}

bool same_speaker(const Source& a, const Source& b) { return a.actor != kNone || b.actor != kNone ? a.actor == b.actor : a.name == b.name; }

std::vector<Source> chain_of(const Statements& statements, int index) {
  if (index == kNone) return {};
  const Statement& statement = statements.statements[static_cast<size_t>(index)];
  std::vector<Source> chain = statement.source;
  for (const Source& outer : statement.via) {
    const bool known = std::any_of(chain.begin(), chain.end(), [&](const Source& s) { return same_speaker(s, outer); });
    if (!known) chain.push_back(outer);
  }
  return chain;
}

std::vector<Source> chain_of(const Statements& statements, ByteSpan words) {
  return chain_of(statements, innermost_statement(statements, words));
}

}  // namespace annalist
