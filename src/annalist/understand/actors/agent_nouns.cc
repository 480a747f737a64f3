#include "annalist/understand/actors/agent_nouns.h"

#include <algorithm>
#include <array>
#include <string>

#include "annalist/base/utf8.h"

namespace annalist {
namespace {

constexpr AgentNoun person(std::string_view lemma, std::string_view sector = {}) {
  return {lemma, NounClass::kPerson, Gender::kUnknown, sector};
}
constexpr AgentNoun man(std::string_view lemma, std::string_view sector = {}) { return {lemma, NounClass::kPerson, Gender::kMale, sector}; }
constexpr AgentNoun woman(std::string_view lemma, std::string_view sector = {}) {
  return {lemma, NounClass::kPerson, Gender::kFemale, sector};
}
constexpr AgentNoun people(std::string_view lemma, std::string_view sector = {}) {
  return {lemma, NounClass::kPersons, Gender::kUnknown, sector};
}
constexpr AgentNoun body(std::string_view lemma, std::string_view sector = {}) {
  return {lemma, NounClass::kBody, Gender::kUnknown, sector};
}
constexpr AgentNoun state(std::string_view lemma) { return {lemma, NounClass::kState, Gender::kUnknown, {}}; }

// clang-format off
constexpr std::array<AgentNoun, 761> kAgentNouns = {{
    person("academic", "EDU"), person("activist", "OPP"), person("actor"), woman("actress"),
    body("administration", "GOV"), person("administrator", "GOV"), person("admiral", "MIL"), person("adult"),
    person("adversary"), person("adviser", "GOV"), person("advisor", "GOV"), person("advocate"), body("affiliate"),
    body("agency"), person("agitator", "OPP"), person("aide", "GOV"), body("air-force", "MIL"), body("aircraft", "MIL"),
    body("airforce", "MIL"), body("airline"), person("airman", "MIL"), man("alderman", "LEG"), body("alliance"),
    person("ally"), person("ambassador", "GOV"), body("ambulance", "HLH"), person("analyst"), person("ancestor"),
    person("anchor", "MED"), body("apparatus"), person("archbishop", "REL"), person("architect"), body("army", "MIL"),
    body("artillery", "MIL"), person("artist"), person("assailant"), person("assassin", "REB"), body("assembly", "LEG"),
    man("assemblyman", "LEG"), woman("assemblywoman", "LEG"), body("association"), person("astronaut"),
    person("asylum-seeker", "REF"), person("athlete"), person("attache", "GOV"), person("attacker"), person("attorney"),
    body("audience"), woman("aunt"), person("author"), people("authorities", "GOV"), body("authority", "GOV"),
    body("axis"), person("ayatollah", "REL"), person("baby"), person("backer"), person("baker"),
    person("bandit", "CRM"), body("bank"), person("banker", "BUS"), person("barber"), man("baron"), woman("baroness"),
    person("barrister"), body("battalion", "MIL"), person("believer"), body("bench", "JUD"), person("biologist"),
    person("bishop", "REL"), body("bloc"), person("blogger", "MED"), body("board"), body("bomber", "MIL"),
    person("boss"), man("boy"), man("boyfriend"), woman("bride"), man("bridegroom"), body("brigade", "MIL"),
    person("brigadier", "MIL"), body("broadcaster", "MED"), man("brother"), body("bundestag", "LEG"),
    body("bureau", "GOV"), person("bureaucrat", "GOV"), person("burglar", "CRM"), body("business"),
    person("businessman", "BUS"), person("businessperson"), person("businesswoman", "BUS"), person("butcher"),
    person("buyer"), person("bystander", "CVL"), body("cabinet", "GOV"), person("cadet", "MIL"),
    body("caliphate", "GOV"), man("cameraman"), person("campaigner", "OPP"), person("candidate", "GOV"),
    person("captain"), person("captive"), person("cardinal", "REL"), person("carpenter"), body("carrier", "BUS"),
    body("cartel", "CRM"), people("casualties"), body("cavalry", "MIL"), body("cell", "REB"), body("center"),
    body("centre"), person("chair"), man("chairman"), person("chairperson"), woman("chairwoman"), person("champion"),
    body("chancellery", "GOV"), person("chancellor", "GOV"), body("channel", "MED"), body("charity"), person("chef"),
    person("chemist"), person("chief"), person("child"), body("church", "REL"), person("citizen", "CVL"),
    person("civilian", "CVL"), body("clan"), people("clergy", "REL"), person("cleric", "REL"), person("client"),
    body("clinic", "HLH"), body("club"), person("co-founder"), person("coach"), body("coalition"),
    body("coastguard", "MIL"), person("cofounder"), person("colleague"), body("college", "EDU"),
    person("colonel", "MIL"), person("columnist", "MED"), person("combatant", "REB"), body("command", "MIL"),
    person("commandant", "MIL"), person("commander", "MIL"), person("commando", "MIL"), person("commentator", "MED"),
    body("commission", "GOV"), person("commissioner", "GOV"), body("committee", "GOV"), body("committee-of-inquiry"),
    body("community"), person("companion"), body("company"), person("competitor"), person("composer"),
    person("conductor"), body("conglomerate"), body("congregation"), body("congress", "LEG"), man("congressman", "LEG"),
    person("congressperson", "LEG"), woman("congresswoman", "LEG"), person("conscript", "MIL"),
    body("consortium", "BUS"), person("constable", "COP"), body("constabulary", "COP"), person("consul", "GOV"),
    body("consulate", "GOV"), person("consumer"), person("contestant"), body("contingent", "MIL"), body("contractor"),
    person("convict"), body("convoy", "MIL"), person("cook"), person("coordinator"), person("cop", "COP"),
    person("corporal", "MIL"), body("corporation"), body("corps", "MIL"), person("correspondent", "MED"),
    body("council", "GOV"), person("councillor", "GOV"), person("councilman", "GOV"), woman("councilwoman", "GOV"),
    person("counterpart"), woman("countess"), state("country"), people("couple"), body("court", "JUD"),
    person("cousin"), body("crew"), person("criminal", "CRM"), person("critic"), people("crowd"), people("crowds"),
    person("culprit"), person("customer"), body("customs", "GOV"), person("cyclist"), man("czar", "GOV"),
    body("daily", "MED"), woman("dame"), person("dancer"), woman("daughter"), people("dead"), person("defendant"),
    person("delegate", "GOV"), body("delegation", "GOV"), person("demonstrator", "OPP"), person("dentist"),
    body("department"), person("deportee", "REF"), person("deputy", "GOV"), person("deputy-head"),
    person("deputy-speaker", "LEG"), person("descendant"), person("designer"), body("destroyer", "MIL"),
    person("detainee"), person("detective", "COP"), body("diaspora"), person("diplomat", "GOV"), person("director"),
    body("directorate", "GOV"), person("dissident", "OPP"), body("division", "MIL"), person("doctor", "HLH"),
    person("donor"), person("driver"), body("drone", "MIL"), woman("duchess", "GOV"), man("duke", "GOV"),
    body("duma", "LEG"), person("dweller"), body("dynasty", "GOV"), person("economist"), person("editor", "MED"),
    people("elders"), body("electorate"), person("electrician"), body("elite"), body("embassy", "GOV"),
    man("emir", "GOV"), body("emirate", "GOV"), person("emissary", "GOV"), man("emperor", "GOV"), person("employee"),
    person("employer"), woman("empress", "GOV"), person("enemy"), person("engineer"), body("enterprise"),
    body("entity"), person("entrepreneur", "BUS"), person("envoy", "GOV"), person("evacuee", "REF"),
    person("ex-minister", "GOV"), person("ex-president", "GOV"), person("executive"), person("exile"),
    person("expatriate"), person("expert"), person("explorer"), body("exporter", "BUS"), person("extremist", "REB"),
    body("faction"), body("faculty", "EDU"), people("faithful"), people("family"), person("fan"), person("farmer"),
    man("father"), body("federation"), person("fighter", "REB"), person("figure"), person("filmmaker"), man("fireman"),
    body("firm"), man("fisherman"), body("fleet", "MIL"), body("flotilla", "MIL"), person("fm", "GOV"), person("foe"),
    people("folk"), people("folks"), person("follower"), person("footballer"), body("force", "MIL"),
    people("forces", "MIL"), body("foreign-ministry", "GOV"), person("foreigner"), body("foundation"),
    person("founder"), person("friend"), body("frigate", "MIL"), body("front"), person("fugitive"), body("fund"),
    body("gang", "CRM"), person("gangster", "CRM"), body("garrison", "MIL"), person("gendarme", "COP"),
    body("gendarmerie", "COP"), person("general", "MIL"), man("gentleman"), woman("girl"), woman("girlfriend"),
    woman("goddess"), man("godfather"), woman("godmother"), body("government", "GOV"), person("governor", "GOV"),
    person("graduate"), person("grandchild"), woman("granddaughter"), man("grandfather"), woman("grandmother"),
    person("grandparent"), man("grandson"), man("groom"), body("group"), body("guard", "MIL"),
    person("guerilla", "REB"), person("guerrilla", "REB"), person("guest"), person("guide"), body("guild"),
    person("gunman", "REB"), person("gunner", "MIL"), body("gunship", "MIL"), woman("gunwoman"), man("guy"),
    person("hacker", "CRM"), person("head"), person("healer"), person("heir"), body("helicopter", "MIL"),
    woman("heroine"), person("hijacker"), person("historian"), state("homeland"), body("hospital", "HLH"),
    person("hostage"), woman("hostess"), person("human"), person("humanitarian", "NGO"), man("husband"),
    person("imam", "REL"), person("immigrant", "REF"), body("importer", "BUS"), person("impostor"),
    person("incumbent", "GOV"), person("individual"), body("industry", "BUS"), person("infant"),
    body("infantry", "MIL"), person("infantryman", "MIL"), person("inhabitant"), people("inhabitants"),
    people("injured"), person("inmate"), person("insider"), person("inspector", "GOV"), body("inspectorate", "GOV"),
    body("institute"), body("institution"), body("insurer", "BUS"), body("insurgency", "REB"),
    person("insurgent", "REB"), body("intelligence", "SPY"), person("intruder"), person("investor", "BUS"),
    person("islamist", "REB"), person("janitor"), body("jet", "MIL"), person("jihadi", "REB"),
    person("jihadist", "REB"), person("journalist", "MED"), person("judge", "JUD"), body("judiciary", "JUD"),
    body("junta", "GOV"), person("jurist", "JUD"), person("juror", "JUD"), body("jury", "JUD"),
    person("justice", "JUD"), person("kid"), person("kidnapper"), person("killer", "CRM"), man("king", "GOV"),
    state("kingdom"), body("knesset", "LEG"), body("kremlin", "GOV"), person("laborer", "LAB"),
    person("labourer", "LAB"), man("lad"), woman("lady"), person("landlord"), person("lawmaker", "LEG"),
    person("lawyer"), person("leader", "GOV"), body("leadership"), body("league"), person("lecturer", "EDU"),
    person("legislator", "LEG"), body("legislature", "LEG"), body("lender", "BUS"), person("librarian"),
    person("lieutenant", "MIL"), body("lobby"), person("local"), person("looter", "CRM"), man("lord"), person("loser"),
    person("lover"), person("loyalist"), body("mafia", "CRM"), body("magazine", "MED"), person("magistrate", "JUD"),
    body("majlis", "LEG"), person("major", "MIL"), body("majority"), man("man"), person("manager"),
    body("manufacturer"), person("marcher", "OPP"), person("marine", "MIL"), body("marines", "MIL"),
    person("marshal", "MIL"), people("masses"), person("mayor", "GOV"), person("mechanic"), body("media", "MED"),
    person("mediator", "GOV"), person("medic", "HLH"), person("member"), person("mercenary", "REB"), person("merchant"),
    person("migrant", "REF"), person("militant", "REB"), body("military", "MIL"), body("militia", "REB"),
    person("militia-man", "REB"), person("militiaman", "REB"), person("miner", "LAB"), person("minister", "GOV"),
    body("ministry", "GOV"), person("minor"), body("minority"), body("mission", "GOV"), person("missionary"),
    body("mob"), body("monarchy", "GOV"), person("monk", "REL"), body("mosque", "REL"), body("mossad", "SPY"),
    woman("mother"), body("movement"), person("mp", "LEG"), person("mufti", "REL"), person("mujahid", "REB"),
    body("municipality", "GOV"), person("murderer", "CRM"), person("musician"), state("nation"), body("nation-state"),
    person("national"), person("native"), body("navy", "MIL"), person("negotiator"), person("neighbor"),
    state("neighbor-state"), person("neighbour"), man("nephew"), body("network"), person("newcomer"),
    body("news-agency", "MED"), person("newscaster", "MED"), body("newspaper", "MED"), body("newsroom", "MED"),
    body("newswire", "MED"), body("ngo", "NGO"), woman("niece"), man("nobleman"), body("nonprofit", "NGO"),
    person("notary"), person("novelist"), woman("nun"), person("nurse", "HLH"), person("observer"), body("office"),
    person("officer", "MIL"), person("official", "GOV"), body("officialdom", "GOV"), person("operative", "REB"),
    body("operator"), person("opponent"), body("opposition", "OPP"), person("oppositionist", "OPP"),
    body("organisation"), body("organization"), person("orphan"), body("outfit"), body("outlet", "MED"),
    person("owner"), person("painter"), body("palace", "GOV"), body("panel"), person("paramedic", "HLH"),
    person("paratrooper", "MIL"), person("parent"), body("parliament", "LEG"), person("parliamentarian", "LEG"),
    person("participant"), person("partner"), body("party", "PTY"), person("passenger"), person("passer-by", "CVL"),
    person("pastor", "REL"), person("patient"), person("patrolman", "COP"), person("patron"),
    person("peacekeeper", "MIL"), person("peasant"), person("pedestrian"), people("people"), person("perpetrator"),
    person("person"), people("personnel", "MIL"), people("persons"), person("pharmacist"), person("philosopher"),
    person("photographer"), person("physician", "HLH"), person("physicist"), person("picketer", "OPP"),
    person("pilgrim"), person("pilot"), person("pirate", "CRM"), body("platoon", "MIL"), person("player"),
    person("playwright"), person("plumber"), person("pm", "GOV"), person("poacher", "CRM"), person("poet"),
    people("police", "COP"), person("policeman", "COP"), woman("policewoman"), body("politburo", "GOV"),
    person("politician", "GOV"), people("poor"), person("pope", "REL"), people("populace"), body("population"),
    body("posse"), person("preacher", "REL"), person("predecessor"), person("prefect", "GOV"),
    body("prefecture", "GOV"), person("premier", "GOV"), body("presidency", "GOV"), person("president", "GOV"),
    person("president-elect", "GOV"), person("president-general"), body("press", "MED"), person("priest", "REL"),
    person("prime-minister", "GOV"), man("prince", "GOV"), woman("princess", "GOV"), person("prisoner"),
    person("producer"), person("professor", "EDU"), person("prophet"), body("prosecution", "JUD"),
    person("prosecutor", "JUD"), person("protester", "OPP"), person("protestor", "OPP"), body("proxy"),
    person("psychologist"), body("public"), person("publisher", "MED"), person("pupil", "EDU"), woman("queen", "GOV"),
    person("rabbi", "REL"), person("racer"), body("radio", "MED"), person("rapist", "CRM"), person("rebel", "REB"),
    body("rebellion", "REB"), person("recruit", "MIL"), person("referee"), person("reformist", "OPP"),
    person("refugee", "REF"), body("regime", "GOV"), body("regiment", "MIL"), person("regulator", "GOV"),
    person("relative"), person("reporter", "MED"), person("representative", "GOV"), state("republic"),
    person("researcher"), person("reservist", "MIL"), person("resident", "CVL"), body("resistance", "REB"),
    body("retailer", "BUS"), people("rich"), person("rioter", "OPP"), person("rival"), person("robber", "CRM"),
    person("ruler", "GOV"), person("runner"), person("sailor"), person("saint"), man("salesman"), woman("saleswoman"),
    person("scholar", "EDU"), body("school", "EDU"), person("scientist"), person("sculptor"),
    person("secessionist", "REB"), body("secretariat", "GOV"), person("secretary", "GOV"), person("seeker"),
    person("seller"), body("senate", "LEG"), person("senator", "LEG"), person("separatist", "REB"),
    person("sergeant", "MIL"), person("serviceman", "MIL"), person("serviceperson", "MIL"), person("settler"),
    man("shah", "GOV"), person("shareholder"), man("sheikh", "GOV"), person("shepherd"), person("sheriff", "COP"),
    person("sibling"), body("side"), person("singer"), man("sir"), woman("sister"), person("smuggler", "CRM"),
    person("sniper", "MIL"), body("society"), person("sociologist"), person("soldier", "MIL"), person("solicitor"),
    man("son"), person("source"), person("speaker"), body("special-forces", "MIL"), man("spokesman"),
    person("spokesperson"), woman("spokeswoman"), person("sponsor"), man("sportsman"), person("spouse"),
    person("spy", "SPY"), body("squad"), body("squadron", "MIL"), people("staff"), person("staffer"),
    body("startup", "BUS"), state("state"), body("state-department", "GOV"), person("statesman", "GOV"),
    woman("stateswoman", "GOV"), body("station", "MED"), man("stepfather"), woman("stepmother"), person("stranger"),
    person("striker", "OPP"), person("student", "EDU"), body("submarine", "MIL"), body("subsidiary"),
    person("successor"), man("sultan", "GOV"), person("superintendent", "COP"), body("supplier"), person("supporter"),
    person("surgeon", "HLH"), person("survivor"), person("suspect"), person("swimmer"), person("sympathizer"),
    body("synagogue", "REL"), body("syndicate"), body("tabloid", "MED"), person("tailor"), body("tank", "MIL"),
    person("teacher", "EDU"), body("team"), person("technician"), person("teen"), person("teenager"),
    body("television", "MED"), person("tenant"), person("terrorist", "REB"), person("theologian"), person("therapist"),
    person("thief", "CRM"), person("tourist"), person("trade-unionist", "LAB"), person("trader", "BUS"),
    person("trafficker", "CRM"), person("trainer"), person("traveler"), person("traveller"), body("tribe"),
    body("tribunal", "JUD"), body("troop", "MIL"), person("trooper", "COP"), people("troops", "MIL"),
    man("tsar", "GOV"), body("tv", "MED"), person("twin"), man("uncle"), person("undersecretary", "GOV"), body("union"),
    person("unionist", "LAB"), body("unit", "MIL"), body("university"), person("vendor"), person("veteran", "MIL"),
    person("vice-president", "GOV"), person("viceroy", "GOV"), person("victim"), person("villager", "CVL"),
    person("visitor"), person("vizier", "GOV"), person("volunteer"), person("voter", "CVL"), man("waiter"),
    woman("waitress"), person("warlord", "REB"), body("warplane", "MIL"), person("warrior", "MIL"),
    body("warship", "MIL"), body("watchdog", "NGO"), body("website", "MED"), body("weekly", "MED"),
    person("whip", "LEG"), woman("widow"), man("widower"), woman("wife"), body("wing", "REB"), person("winner"),
    person("witness"), woman("woman"), person("worker", "LAB"), people("workforce", "LAB"), person("worshiper"),
    person("worshipper", "CVL"), people("wounded"), person("writer"), person("youngster"), person("youth"),
    body("youth-wing"), people("youths"),
}};
// clang-format on

constexpr bool in_order() {
  for (size_t i = 1; i < kAgentNouns.size(); ++i) {
    if (!(kAgentNouns[i - 1].lemma < kAgentNouns[i].lemma)) return false;
  }
  return true;
}
static_assert(in_order());

}  // namespace

const AgentNoun* find_agent_noun(std::string_view lemma) {
  const auto found = std::ranges::lower_bound(kAgentNouns, lemma, {}, &AgentNoun::lemma);
  if (found != kAgentNouns.end() && found->lemma == lemma) return &*found;
  const size_t hyphen = lemma.rfind('-');
  return hyphen == std::string_view::npos ? nullptr : find_agent_noun(lemma.substr(hyphen + 1));
}

}  // namespace annalist
