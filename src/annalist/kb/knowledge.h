// Knowledge: what is known before a text is read: states, persons with dated roles, organizations, armed groups, outlets, places,
// currencies, role words and common nouns for actors. Opened once from a compiled index (knowledge_index.h; made from knowledge/*.kb),
// with the user's own .kb files laid over it. Const and thread safe after opening; string views live as long as the Knowledge.
//
// Names match in tiers (best first). kExact and kFolded can be taken as they are; the others only with other evidence from the
// document: an agreeing country or role (kSkeleton, kPartial), or a full mention before (kSurname).
//
// Actor codes follow CAMEO 1.1b3 (Schrodt 2012) and PLOVER: ISO 3166-1 alpha-3 country, then sector (GOV, MIL, REB, OPP, ...), or a
// group's own code where open sources give one ("PSEREBHMS").
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "annalist/base/date.h"
#include "annalist/base/result.h"

namespace annalist {

// An actor of one opened Knowledge; not stable from one index to the next (its text id is).
struct KnownIndex {
  uint32_t value = UINT32_MAX;
  bool valid() const { return value != UINT32_MAX; }
  friend auto operator<=>(const KnownIndex&, const KnownIndex&) = default;
};

enum class ActorKind : uint8_t {
  kState,
  kPerson,
  kGovernment,
  kMilitary,
  kArmedGroup,
  kParty,
  kIgo,
  kNgo,
  kMedia,
  kCompany,
  kOrganization,
  kPeople,
  kReligion
};
std::string_view actor_kind_name(ActorKind kind);  // "state", "person", "government", ..., as the .kb files write it
std::optional<ActorKind> actor_kind_by_name(std::string_view name);

enum class NameTier : uint8_t {
  kExact,     // the alias as written; hyphens, apostrophes, full stops and titles before it aside
  kFolded,    // without accents and case, al-/el-/bin, middle initials
  kSkeleton,  // the same under another transliteration: Haniyeh/Haniya, Qaddafi/Gaddafi, Mohammed/Muhammad
  kPartial,   // first and last word of a longer personal name
  kSurname,   // the surname alone
};

struct Candidate {
  KnownIndex actor;
  NameTier tier = NameTier::kExact;
  friend bool operator==(const Candidate&, const Candidate&) = default;
};

struct KnownActor {
  std::string_view id;  // "Q10296812", "IRN", "hamas", "reuters.com"
  std::string_view name;
  ActorKind kind = ActorKind::kOrganization;
  std::string_view country;  // ISO 3166-1 alpha-3, or empty
  KnownIndex part_of;        // the body that it is a wing, force or office of
  bool is_media() const { return kind == ActorKind::kMedia; }
};

// An office held. `of` is a state or an organization; a role without known begin has year 0001, one that was held when last checked has
// `open` and the day of that check in `to`.
struct HeldRole {
  std::string_view role;  // "minister.foreign"
  KnownIndex of;
  Date from;  // first day that is possible at the file's precision
  Date to;    // last day that is possible
  bool open = false;
  std::string_view sector;  // the role's: "GOV"
};

struct Holder {
  KnownIndex actor;
  bool presumed = false;  // the date lies after the last check (four years at most), and no successor is known
  friend bool operator==(const Holder&, const Holder&) = default;
};

// What role words mean: "foreign minister" -> minister.foreign. `only_in` restricts words to a state ("secretary of state" in USA).
struct RoleMeaning {
  std::string_view role;
  std::string_view sector;
  std::string_view only_in;  // ISO3 or empty
  bool single = false;       // one holder at a time
};

// How words point to a state.
enum class CountryWord : uint8_t {
  kName,       // "Iran", "the Islamic Republic"
  kAdjective,  // "Iranian"
  kPeople,     // "Iranians", "a Briton"
  kSeat,       // capital or other metonym of its government: "Tehran", "the Kremlin"
};
struct CountryMeaning {
  KnownIndex state;
  std::string_view country;  // ISO3
  CountryWord how = CountryWord::kName;
};

struct Place {
  std::string_view id;  // GeoNames id, or the files' own
  std::string_view name;
  std::string_view country;  // ISO3
  double latitude = 0;       // degrees, WGS 84
  double longitude = 0;
  uint32_t population = 0;  // 0: unknown
  char feature = 'P';       // 'C' capital, 'A' first-level unit or region, 'P' town, 'F' facility, 'S' state
};

struct CurrencyMeaning {
  std::string_view code;                    // ISO 4217: "USD"
  bool usual = false;                       // the reading when nothing else speaks ("dollar" -> USD)
  std::vector<std::string_view> countries;  // ISO3, where it is money; for words that several share
};

// A common noun for a kind of actor: "soldiers" -> MIL, "protesters" -> OPP.
struct AgentMeaning {
  std::string_view sector;
};

// One find of scan(): tokens [begin, end), and what they can mean.
struct KnownSpan {
  int begin = 0;
  int end = 0;
  std::vector<Candidate> actors;  // kExact and kFolded only
  std::vector<CountryMeaning> countries;
  bool is_place = false;  // ask places(words)
};

class Knowledge {
 public:
  // Opens the compiled index and lays the .kb files of the folders over it, in order. Errors: kIo; kBadConfiguration for a damaged index
  // or a wrong .kb file (file:line:column).
  static Result<Knowledge> open(const std::string& index_path, const std::vector<std::string>& extra_dirs = {});
  // From .kb text alone; for tests and tools.
  static Result<Knowledge> from_text(std::string_view kb_text, const std::string& name = "text.kb");

  Knowledge(Knowledge&&) noexcept;
  Knowledge& operator=(Knowledge&&) noexcept;
  ~Knowledge();

  // Who can bear the name, best tier first, each actor once; none below `last`. A name of several words that is found exact or folded is
  // not looked for in lower tiers. A country hint (ISO3) only orders: agreeing ones first in
  // their tier. Ambiguous names give several.
  std::vector<Candidate> candidates(std::string_view name, NameTier last = NameTier::kSurname, std::string_view country = {}) const;
  // The actor with a text id ("IRN", "hamas"), or an invalid index.
  KnownIndex find(std::string_view id) const;
  // REQUIRES: index is of this Knowledge, for all that take one.
  KnownActor actor(KnownIndex index) const;
  std::vector<std::string_view> names(KnownIndex index) const;
  std::vector<HeldRole> roles(KnownIndex index) const;
  // Roles held on the day, presumed ones too.
  std::vector<HeldRole> roles_at(KnownIndex index, Date date) const;
  // CAMEO/PLOVER code on the day (without a day: the latest known). Empty when nothing is known.
  std::string code_at(KnownIndex index, std::optional<Date> date) const;
  // The state that the actor belongs to, itself for a state; invalid when none.
  KnownIndex state_of(KnownIndex index) const;

  // Who held the role on the day: "minister.foreign" of IRN. Most certain first; several where the role has many seats or the dates are
  // coarse.
  std::vector<Holder> holders(std::string_view role, KnownIndex of, Date date) const;
  // What role words mean, in singular or plural, any case: "foreign minister", "spokeswoman". Longest words at the end count, so
  // "first deputy foreign minister" is asked whole first and then by the caller without its first words.
  std::vector<RoleMeaning> role_meanings(std::string_view words) const;

  // "Iran", "Iranian", "Iranians", "Tehran": states meant, best first.
  std::vector<CountryMeaning> country_meanings(std::string_view words) const;
  // ISO 3166-1 alpha-2 -> alpha-3; empty when unknown.
  std::string_view country_by_iso2(std::string_view iso2) const;

  // Places of that name: capitals first, then by population; those of the hinted country (ISO3) before all others.
  std::vector<Place> places(std::string_view name, std::string_view country = {}) const;
  // Outlet of a domain or host ("www.bbc.co.uk"): the longest domain suffix that is known. Invalid when none.
  KnownIndex outlet_by_domain(std::string_view host) const;
  // Outlet of a name ("The New York Times"), or invalid.
  KnownIndex outlet_by_name(std::string_view name) const;

  // "$", "US$", "dollars", "EUR", "shekels", "Rs": usual reading first; with a country hint (ISO3) its own money first.
  std::vector<CurrencyMeaning> currencies(std::string_view words, std::string_view country = {}) const;

  // Sector of a common noun, by its lemma or its form ("soldier", "soldiers", "police officer"); nullopt when none.
  std::optional<AgentMeaning> agent(std::string_view words) const;

  // All longest known names in a sequence of token forms, left to right, not overlapping. Tokens may part names at hyphens or not.
  std::vector<KnownSpan> scan(std::span<const std::string_view> tokens) const;

  // Changes whenever the knowledge does (index and overlay): "0.1-3f9a0c21".
  const std::string& version() const;
  size_t actor_count() const;

  struct State;  // knowledge_state.h, for kb/ alone

 private:
  KnownSpan meanings_of(const std::vector<struct NameWord>& words) const;
  explicit Knowledge(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// A complaint of the .kb checker: where ("file:line:column") and what to do.
struct Diagnostic {
  std::string where;
  std::string message;
  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};
// Checks .kb files and folders of them by themselves and against the compiled index (for ids that they refer to; an empty path: none).
std::vector<Diagnostic> check_knowledge(const std::vector<std::string>& paths, const std::string& index_path = {});

}  // namespace annalist
