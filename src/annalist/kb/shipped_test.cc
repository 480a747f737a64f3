// The shipped knowledge, compiled: spot checks that any change of knowledge/ must keep.
#include <gtest/gtest.h>

#include "annalist/kb/knowledge.h"

namespace annalist {
namespace {

const Knowledge& shipped() {
  static const Result<Knowledge> knowledge = Knowledge::open(std::string(ANNALIST_BINARY_DIR) + "/share/annalist/knowledge.index");
  if (!knowledge) ADD_FAILURE() << knowledge.error().text();
  return *knowledge;
}

struct NameCase {
  const char* name;
  const char* canonical;
};
TEST(Shipped, NamesLeadToActors) {
  const NameCase cases[] = {
      {"Ismail Haniya", "Ismail Haniyeh"},
      {"Yehya Sinwar", "Yahya Sinwar"},
      {"Qassem Soleimani", "Qasem Soleimani"},
      {"Hizbullah", "Hezbollah"},
      {"Ansar Allah", "Houthis"},
      {"IDF", "Israel Defense Forces"},
      {"Volodymyr Zelenskiy", "Volodymyr Zelensky"},
      {"Sergey Lavrov", "Sergei Lavrov"},
      {"Antonio Guterres", "António Guterres"},
      {"ISIS", "Islamic State"},
      {"Reuters", "Reuters"},
      {"Xi Jinping", "Xi Jinping"},
      {"Abu Mohammed al-Jolani", "Ahmed al-Sharaa"},
      {"Recep Tayyip Erdogan", "Recep Tayyip Erdoğan"},
  };
  for (const NameCase& one : cases) {
    const auto found = shipped().candidates(one.name);
    ASSERT_FALSE(found.empty()) << one.name;
    EXPECT_EQ(shipped().actor(found[0].actor).name, one.canonical) << one.name;
  }
}

struct HolderCase {
  const char* role;
  const char* of;
  Date day;
  const char* name;
};
TEST(Shipped, HoldersOfOffices) {
  const HolderCase cases[] = {
      {"minister.foreign", "IRN", {2016, 5, 1}, "Mohammad Javad Zarif"}, {"minister.foreign", "IRN", {2024, 10, 1}, "Abbas Araghchi"},
      {"prime-minister", "ISR", {2021, 8, 1}, "Naftali Bennett"},        {"president", "USA", {2022, 1, 1}, "Joe Biden"},
      {"minister.foreign", "USA", {2014, 1, 1}, "John Kerry"},           {"president", "RUS", {2010, 1, 1}, "Dmitry Medvedev"},
      {"supreme-leader", "IRN", {2020, 1, 1}, "Ali Khamenei"},           {"secretary-general", "un", {2010, 1, 1}, "Ban Ki-moon"},
      {"leader", "hezbollah", {2024, 1, 1}, "Hassan Nasrallah"},         {"prime-minister", "DEU", {2023, 1, 1}, "Olaf Scholz"},
  };
  for (const HolderCase& one : cases) {
    const auto holders = shipped().holders(one.role, shipped().find(one.of), one.day);
    ASSERT_FALSE(holders.empty()) << one.role << " " << one.of;
    EXPECT_EQ(shipped().actor(holders[0].actor).name, one.name);
  }
}

TEST(Shipped, Codes) {
  const auto code = [](const char* name, Date day) {
    const auto found = shipped().candidates(name);
    return found.empty() ? std::string() : shipped().code_at(found[0].actor, day);
  };
  EXPECT_EQ(code("Hamas", {2024, 1, 1}), "PSEREBHMS");
  EXPECT_EQ(code("Ismail Haniyeh", {2023, 1, 1}), "PSEREBHMS");
  EXPECT_EQ(code("Benjamin Netanyahu", {2024, 1, 1}), "ISRGOV");
  EXPECT_EQ(code("Kim Jong Un", {2024, 1, 1}), "PRKGOV");
  EXPECT_EQ(code("Marco Rubio", {2024, 1, 1}), "USALEG");
  EXPECT_EQ(code("Israeli military", {2024, 1, 1}), "ISRMIL");
  EXPECT_EQ(code("United Nations", {2024, 1, 1}), "IGOUNO");
}

TEST(Shipped, WordsAndPlaces) {
  EXPECT_EQ(shipped().country_meanings("Iranian")[0].country, "IRN");
  EXPECT_EQ(shipped().country_meanings("the Kremlin")[0].country, "RUS");
  EXPECT_EQ(shipped().places("Gaza")[0].country, "PSE");
  EXPECT_EQ(shipped().places("Paris")[0].country, "FRA");
  EXPECT_EQ(shipped().places("New York")[0].country, "USA");
  EXPECT_TRUE(shipped().candidates("New York").empty());  // a magazine is called so too
  EXPECT_EQ(shipped().currencies("shekels")[0].code, "ILS");
  EXPECT_EQ(shipped().currencies("rupees", "PAK")[0].code, "PKR");
  EXPECT_EQ(shipped().currencies("$")[0].code, "USD");
  EXPECT_FALSE(shipped().role_meanings("spokeswoman").empty());
  EXPECT_EQ(shipped().agent("soldiers")->sector, "MIL");
}

}  // namespace
}  // namespace annalist
