#include "annalist/read/given_names.h"

#include <algorithm>
#include <array>
#include <string>

#include "annalist/base/utf8.h"

namespace annalist {
namespace {

// Common given names of the news, folded; names that both sexes bear are left out.
// clang-format off
constexpr std::array<std::string_view, 388> kMale = {
    "aaron", "abbas", "abdul", "abdullah", "adam", "adel", "adnan", "ahmad", "ahmed", "akbar", "alan",
    "albert", "alberto", "alejandro", "alexander", "alexei", "alfred", "ali", "amir", "amos", "andre",
    "andreas", "andrei", "andrew", "andrey", "angelo", "anthony", "antonio", "ariel", "arthur", "ashraf",
    "asif", "austin", "aziz", "babak", "barack", "bashar", "benedict", "benjamin", "benny", "bernard",
    "bilal", "bill", "bob", "boris", "brad", "brandon", "brett", "brian", "bruce", "bruno", "bryan", "carl",
    "carlos", "cesar", "charles", "chris", "christian", "christopher", "chuck", "clement", "colin", "craig",
    "cyril", "dan", "daniel", "darren", "dave", "david", "dean", "dennis", "derek", "diego", "dietrich",
    "dmitri", "dmitry", "don", "donald", "doug", "douglas", "duncan", "dustin", "earl", "ed", "eduardo",
    "edward", "edwin", "ehud", "elias", "elliott", "emil", "emmanuel", "enrique", "eric", "erik", "ernest",
    "ernesto", "ethan", "eugene", "evan", "faisal", "felipe", "felix", "ferdinand", "fernando", "francesco",
    "francisco", "francois", "frank", "franklin", "fred", "frederick", "gabriel", "gary", "gavin", "gene",
    "geoffrey", "george", "georgy", "gerald", "gerard", "gilbert", "giorgio", "giovanni", "glen", "glenn",
    "gordon", "graham", "greg", "gregory", "guillermo", "gunther", "gustavo", "guy", "habib", "hamad",
    "hamid", "hans", "harold", "harry", "harvey", "hasan", "hashim", "hassan", "hector", "heinrich", "henri",
    "henry", "herbert", "herman", "hosni", "hossein", "howard", "hugh", "hugo", "hussain", "hussein", "ian",
    "ibrahim", "igor", "ilham", "imran", "ismail", "ivan", "jack", "jacob", "jacques", "jake", "jamal",
    "james", "jared", "jason", "javad", "javier", "jeff", "jeffrey", "jeremy", "jerome", "jerry", "jesus",
    "jim", "jimmy", "joachim", "joe", "joel", "johan", "johannes", "john", "johnny", "jon", "jonathan",
    "jorge", "jose", "joseph", "joshua", "juan", "julian", "julio", "julius", "justin", "kamal", "karim",
    "karl", "keith", "ken", "kenneth", "kevin", "khaled", "khalid", "khalil", "klaus", "konstantin", "kurt",
    "kyle", "larry", "lars", "laurent", "lawrence", "leo", "leon", "leonard", "leonid", "leopold", "lewis",
    "lionel", "liu", "louis", "lucas", "luis", "luke", "magnus", "mahmoud", "mahmud", "malcolm", "manuel",
    "marc", "marco", "marcus", "mario", "mark", "martin", "marvin", "masoud", "matt", "matteo", "matthew",
    "maurice", "max", "mehdi", "mehmet", "michael", "michel", "miguel", "mike", "mikhail", "mohamed",
    "mohammad", "mohammed", "mohsen", "moshe", "muhammad", "mustafa", "naftali", "narendra", "nasser",
    "nathan", "neil", "nelson", "nicholas", "nick", "nicolas", "nigel", "nikita", "nikolai", "noah", "norman",
    "oleg", "oliver", "omar", "osama", "oscar", "osman", "otto", "pablo", "paolo", "patrick", "paul", "pavel",
    "pedro", "peter", "petro", "philip", "philippe", "pierre", "qasem", "qassem", "rafael", "rahul", "rajiv",
    "ralph", "ramon", "ramzi", "randy", "raul", "ray", "raymond", "recep", "reza", "ricardo", "richard",
    "rick", "robert", "roberto", "rodrigo", "roger", "roland", "ronald", "ross", "roy", "ruben", "rudolf",
    "russell", "ryan", "saddam", "saeed", "saleh", "salman", "sam", "sami", "samuel", "sean", "sebastian",
    "sergei", "sergey", "sergio", "seth", "shimon", "shinzo", "simon", "stanley", "stefan", "stephen",
    "steve", "steven", "stewart", "stuart", "sylvester", "tariq", "ted", "terry", "thaddeus", "theodore",
    "thomas", "tim", "timothy", "todd", "tom", "tommy", "tony", "trevor", "tyler", "umar", "valentin",
    "vasily", "victor", "viktor", "vincent", "vladimir", "volodymyr", "walter", "warren", "wayne", "werner",
    "wilhelm", "william", "winston", "wolfgang", "yahya", "yair", "yasser", "yevgeny", "yitzhak", "yosef",
    "youssef", "yuri", "yusuf", "zachary", "zayed"};
constexpr std::array<std::string_view, 322> kFemale = {
    "abigail", "adriana", "agnes", "aisha", "alexandra", "alice", "alicia", "alison", "allison", "amanda",
    "amelia", "amina", "amy", "ana", "angela", "angelina", "anita", "ann", "anna", "anne", "annette", "annie",
    "antonia", "april", "audrey", "ayesha", "barbara", "beatrice", "benazir", "bernadette", "beth", "betty",
    "beverly", "bonnie", "brenda", "bridget", "brigitte", "camilla", "carla", "carmen", "carol", "caroline",
    "carolyn", "catherine", "cecilia", "celia", "charlotte", "chelsea", "cheryl", "chloe", "christina",
    "christine", "cindy", "claire", "clara", "claudia", "colleen", "condoleezza", "constance", "cristina",
    "cynthia", "daisy", "daniela", "deborah", "debra", "denise", "diana", "diane", "dilma", "dolores",
    "donna", "dora", "doris", "dorothy", "edith", "eileen", "elaine", "eleanor", "elena", "elizabeth", "ella",
    "ellen", "elsa", "emily", "emma", "erica", "erin", "esther", "eva", "evelyn", "farah", "fatima", "fiona",
    "florence", "frances", "gabriela", "gabrielle", "geraldine", "gertrude", "gina", "giorgia", "gladys",
    "glenda", "gloria", "grace", "greta", "gwen", "hanan", "hannah", "harriet", "heather", "heidi", "helen",
    "helena", "helga", "hilary", "hillary", "ida", "ilhan", "indira", "inga", "ingrid", "irene", "irina",
    "iris", "isabel", "isabella", "ivana", "jacinda", "jacqueline", "jane", "janet", "janice", "jeanne",
    "jenna", "jennifer", "jessica", "jill", "joan", "joanna", "joanne", "josephine", "joyce", "juanita",
    "judith", "judy", "julia", "juliana", "julie", "june", "kaja", "karen", "karin", "kate", "katherine",
    "kathleen", "kathryn", "kathy", "katie", "kayla", "khadija", "kimberly", "kirsten", "kristen", "laila",
    "lara", "latifa", "laura", "lauren", "layla", "leila", "lena", "leticia", "lillian", "lily", "linda",
    "lisa", "liz", "liza", "lois", "lorena", "lori", "lorraine", "louise", "lucia", "lucy", "luisa", "lydia",
    "lynn", "mabel", "madeleine", "maggie", "malala", "mandy", "marcia", "margaret", "margarita", "maria",
    "mariam", "marian", "marianne", "marie", "marilyn", "marina", "marion", "marjorie", "marlene", "marta",
    "martha", "mary", "maryam", "maureen", "maya", "megan", "melania", "melanie", "melissa", "mercedes",
    "meredith", "michelle", "mildred", "miranda", "miriam", "molly", "monica", "nadia", "nancy", "naomi",
    "natalia", "natalie", "natasha", "nicole", "nikki", "nina", "noor", "nora", "norma", "olga", "olivia",
    "ophelia", "pamela", "patricia", "paula", "pauline", "peggy", "penelope", "petra", "phyllis", "priscilla",
    "rachel", "ramona", "rania", "rebecca", "regina", "renee", "rhonda", "rita", "roberta", "rosa",
    "rosalind", "rose", "rosemary", "roxana", "ruth", "sabrina", "sally", "samantha", "samira", "sandra",
    "sara", "sarah", "selena", "sharon", "sheila", "shireen", "shirley", "silvia", "simone", "sonia",
    "sophia", "sophie", "stacey", "stella", "stephanie", "sue", "susan", "suzanne", "svetlana", "sylvia",
    "tamara", "tammy", "tara", "tatiana", "teresa", "thelma", "theresa", "tiffany", "tina", "tulsi", "ursula",
    "valentina", "valerie", "vanessa", "vera", "veronica", "vicki", "victoria", "violet", "virginia",
    "vivian", "wanda", "wendy", "whitney", "winifred", "yasmin", "yolanda", "yulia", "yvette", "yvonne",
    "zainab", "zeinab", "zoe"};
// clang-format on
static_assert(std::ranges::is_sorted(kMale) && std::ranges::is_sorted(kFemale));

}  // namespace

GivenName given_name(std::string_view word) {
  std::string key = fold(word);
  while (!key.empty() && key.back() == '.') key.pop_back();
  if (std::ranges::binary_search(kMale, std::string_view(key))) return GivenName::kMale;
  return std::ranges::binary_search(kFemale, std::string_view(key)) ? GivenName::kFemale : GivenName::kNone;
}

}  // namespace annalist
