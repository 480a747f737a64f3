// Forms of address and titles that may stand before a name and are no part of it, folded: "Dr", "President", "Ayatollah", "Sheikh".
#pragma once

#include <array>
#include <string_view>

namespace annalist::kb {

inline constexpr std::array<std::string_view, 74> kTitles = {
    "admiral",      "adm",      "air",         "ambassador",    "archbishop", "ayatollah", "baroness",   "bishop", "brigadier",
    "brig",         "cardinal", "chairman",    "chairwoman",    "chancellor", "chief",     "colonel",    "col",    "commander",
    "commissioner", "comrade",  "congressman", "congresswoman", "crown",      "dame",      "deputy",     "dr",     "emir",
    "foreign",      "former",   "gen",         "general",       "gov",        "governor",  "grand",      "hajj",   "hojatoleslam",
    "imam",         "judge",    "justice",     "king",          "lady",       "late",      "lieutenant", "lt",     "lord",
    "madame",       "maj",      "major",       "marshal",       "minister",   "mr",        "mrs",        "ms",     "mufti",
    "mullah",       "pope",     "premier",     "president",     "prime",      "prince",    "princess",   "prof",   "professor",
    "queen",        "rabbi",    "rep",         "rev",           "sayyed",     "sayyid",    "secretary",  "sen",    "senator",
    "sheikh",       "sir"};

}  // namespace annalist::kb
