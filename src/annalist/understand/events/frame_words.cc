#include "annalist/understand/events/frame_words.h"

#include <algorithm>
#include <array>

namespace annalist {
namespace {

template <size_t N>
bool is_among(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

bool is_subject_control(std::string_view lemma) {
  return is_among(lemma, std::to_array<std::string_view>({"offer", "pledge", "promise", "send", "threaten", "use", "vow"}));
}

bool is_message(std::string_view lemma) {
  return is_among(
      lemma, std::to_array<std::string_view>({"article", "bulletin", "communiqué", "communique", "declaration", "letter", "message", "note",
                                              "post", "release", "report", "resolution", "speech", "statement", "tweet", "video"}));
}

bool is_intent(std::string_view lemma) {
  return is_among(lemma, std::to_array<std::string_view>({"ability", "attempt", "capacity", "effort", "intention", "plan", "plot",
                                                          "preparation", "scheme", "willingness"}));
}

bool is_doing(std::string_view preposition) {
  return is_among(preposition, std::to_array<std::string_view>({"", "at", "for", "in", "into", "on", "to", "with"}));
}

}  // namespace annalist
