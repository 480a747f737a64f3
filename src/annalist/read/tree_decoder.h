// The best dependency tree under arc scores: a maximum spanning arborescence with exactly one arc from the
// root, as UD asks for. Chu and Liu (1965), Edmonds (1967), McDonald et al. (2005); one root by a penalty on
// all root arcs that outweighs any gain.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace annalist {

// arcs: [tokens, 1 + tokens], row-major: the score of token i's head being the root (column 0) or token j
// (column 1 + j); a token's own column is passed over. Gives the column chosen for each token; of equal trees
// always the same.
std::vector<int32_t> best_tree(std::span<const float> arcs, int tokens);

}  // namespace annalist
