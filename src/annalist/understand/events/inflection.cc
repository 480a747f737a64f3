#include "annalist/understand/events/inflection.h"

#include <array>

namespace annalist {
namespace {

struct Irregular {
  std::string_view lemma;
  std::string_view forms;  // parted by blanks
};

// clang-format off
constexpr auto kIrregular = std::to_array<Irregular>({
    {"arise", "arose arisen"},       {"be", "am is are was were been being"}, {"bear", "bore borne"}, {"beat", "beat beaten"},
    {"become", "became"},            {"begin", "began begun beginning"}, {"bind", "bound"},       {"bite", "bit bitten"},
    {"blow", "blew blown"},          {"break", "broke broken"},   {"bring", "brought"},          {"build", "built"},
    {"burn", "burnt"},               {"buy", "bought"},           {"catch", "caught"},           {"choose", "chose chosen"},
    {"come", "came"},                {"cut", "cut cutting"},      {"deal", "dealt"},             {"do", "does did done"},
    {"draw", "drew drawn"},          {"drive", "drove driven"},   {"eat", "ate eaten"},          {"fall", "fell fallen"},
    {"feed", "fed"},                 {"feel", "felt"},            {"fight", "fought"},           {"find", "found"},
    {"flee", "fled"},                {"fly", "flew flown flies"}, {"forbid", "forbade forbidden"}, {"forgive", "forgave forgiven"},
    {"freeze", "froze frozen"},      {"get", "got gotten getting"}, {"give", "gave given"},      {"go", "went gone goes"},
    {"grow", "grew grown"},          {"hang", "hung"},            {"have", "has had having"},    {"hear", "heard"},
    {"hide", "hid hidden"},          {"hit", "hit hitting"},      {"hold", "held"},              {"hurt", "hurt"},
    {"keep", "kept"},                {"know", "knew known"},      {"lay", "laid"},               {"lead", "led"},
    {"leave", "left"},               {"lend", "lent"},            {"let", "let letting"},        {"lie", "lay lain lying"},
    {"lose", "lost"},                {"make", "made"},            {"meet", "met"},               {"mislead", "misled"},
    {"overthrow", "overthrew overthrown"}, {"pay", "paid"},       {"put", "put putting"},        {"quit", "quit quitting"},
    {"read", "read"},                {"rebuild", "rebuilt"},      {"ride", "rode ridden"},       {"ring", "rang rung"},
    {"rise", "rose risen"},          {"run", "ran running"},      {"say", "said"},               {"see", "saw seen"},
    {"seek", "sought"},              {"sell", "sold"},            {"send", "sent"},              {"set", "set setting"},
    {"shake", "shook shaken"},       {"shoot", "shot"},           {"show", "shown"},             {"shut", "shut shutting"},
    {"sink", "sank sunk"},           {"sit", "sat sitting"},      {"slay", "slew slain"},        {"speak", "spoke spoken"},
    {"spend", "spent"},              {"split", "split splitting"}, {"spread", "spread"},         {"stand", "stood"},
    {"steal", "stole stolen"},       {"strike", "struck stricken"}, {"swear", "swore sworn"},    {"sweep", "swept"},
    {"take", "took taken"},          {"teach", "taught"},         {"tear", "tore torn"},         {"tell", "told"},
    {"think", "thought"},            {"throw", "threw thrown"},   {"understand", "understood"},  {"undertake", "undertook undertaken"},
    {"uphold", "upheld"},            {"win", "won winning"},      {"withdraw", "withdrew withdrawn"}, {"withhold", "withheld"},
    {"withstand", "withstood"},      {"write", "wrote written"},  {"child", "children"},         {"person", "people persons"},
    {"retake", "retook retaken"},    {"overrun", "overran overrunning"},
});
// clang-format on

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

// One vowel before one last consonant: "ban", "stop", "refer"; it may be doubled.
bool may_double(const std::string& word) {
  const size_t n = word.size();
  if (n < 3) return false;
  const char last = word[n - 1];
  return !is_vowel(last) && last != 'w' && last != 'x' && last != 'y' && is_vowel(word[n - 2]) && !is_vowel(word[n - 3]);
}

}  // namespace

std::vector<std::string> inflections(const std::string& lemma) {
  std::vector<std::string> out = {lemma};
  const size_t n = lemma.size();
  if (n < 2) return out;
  for (const Irregular& irregular : kIrregular) {
    if (irregular.lemma != lemma) continue;
    for (size_t at = 0; at < irregular.forms.size();) {
      const size_t end = std::min(irregular.forms.find(' ', at), irregular.forms.size());
      out.emplace_back(irregular.forms.substr(at, end - at));
      at = end + 1;
    }
  }
  const std::string stem = lemma.substr(0, n - 1);
  if (lemma.ends_with("e")) {
    for (const char* ending : {"es", "ed", "ing"}) out.push_back(stem + ending);
  } else if (lemma.ends_with("y") && !is_vowel(lemma[n - 2])) {
    for (const char* ending : {"ies", "ied"}) out.push_back(stem + ending);
    out.push_back(lemma + "ing");
  } else {
    for (const char* ending : {"s", "ed", "ing"}) out.push_back(lemma + ending);
    if (lemma.ends_with("s") || lemma.ends_with("sh") || lemma.ends_with("ch") || lemma.ends_with("x") || lemma.ends_with("z") ||
        lemma.ends_with("o"))
      out.push_back(lemma + "es");
    if (may_double(lemma))
      for (const char* ending : {"ed", "ing"}) out.push_back(lemma + lemma.back() + ending);
  }
  if (lemma.ends_with("man")) out.push_back(lemma.substr(0, n - 2) + "en");
  return out;
}

}  // namespace annalist
