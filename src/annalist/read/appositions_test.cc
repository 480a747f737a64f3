#include "annalist/read/appositions.h"

#include <gtest/gtest.h>

#include "annalist/read/conllu.h"

namespace annalist {
namespace {

// The head (from 1) of the person's name after mending; `rows` are CoNLL-U with Entity in MISC.
int mended_head(const std::string& rows, size_t name) {
  auto documents = read_conllu(rows + "\n", "test");
  EXPECT_TRUE(documents) << documents.error().text();
  Reading reading = documents->front().reading;
  mend_appositions(reading);
  return reading.tokens[name - 1].head + 1;
}

TEST(Appositions, APersonIsNoAppositionOfABody) {
  EXPECT_EQ(mended_head("1\thead\thead\tNOUN\t_\t_\t7\tnsubj\t_\t_\n"
                        "2\tof\tof\tADP\t_\t_\t3\tcase\t_\t_\n"
                        "3\tBureau\tBureau\tPROPN\t_\t_\t1\tnmod\t_\tEntity=B-organization\n"
                        "4\tof\tof\tADP\t_\t_\t5\tcase\t_\t_\n"
                        "5\tHamas\tHamas\tPROPN\t_\t_\t3\tnmod\t_\tEntity=B-organization\n"
                        "6\tHaniyeh\tHaniyeh\tPROPN\t_\t_\t5\tappos\t_\tEntity=B-person\n"
                        "7\tspoke\tspeak\tVERB\t_\t_\t0\troot\t_\t_\n",
                        6),
            1);
}

TEST(Appositions, NorOfANounForOne) {
  EXPECT_EQ(mended_head("1\thead\thead\tNOUN\t_\t_\t5\tnsubj\t_\t_\n"
                        "2\tof\tof\tADP\t_\t_\t3\tcase\t_\t_\n"
                        "3\tbureau\tbureau\tNOUN\t_\t_\t1\tnmod\t_\t_\n"
                        "4\tHaniyeh\tHaniyeh\tPROPN\t_\t_\t3\tappos\t_\tEntity=B-person\n"
                        "5\tspoke\tspeak\tVERB\t_\t_\t0\troot\t_\t_\n",
                        4),
            1);
}

TEST(Appositions, WhatIsRightStays) {
  const std::string common =
      "1\tspokesman\tspokesman\tNOUN\t_\t_\t4\tnsubj\t_\t_\n"
      "2\tHaniyeh\tHaniyeh\tPROPN\t_\t_\t1\tappos\t_\tEntity=B-person\n"
      "3\thas\thave\tAUX\t_\t_\t4\taux\t_\t_\n"
      "4\tspoken\tspeak\tVERB\t_\t_\t0\troot\t_\t_\n";
  EXPECT_EQ(mended_head(common, 2), 1);
  // Nothing above the name that could be a person.
  const std::string bare =
      "1\tHamas\tHamas\tPROPN\t_\t_\t3\tnsubj\t_\tEntity=B-organization\n"
      "2\tHaniyeh\tHaniyeh\tPROPN\t_\t_\t1\tappos\t_\tEntity=B-person\n"
      "3\tspoke\tspeak\tVERB\t_\t_\t0\troot\t_\t_\n";
  EXPECT_EQ(mended_head(bare, 2), 1);
}

}  // namespace
}  // namespace annalist
