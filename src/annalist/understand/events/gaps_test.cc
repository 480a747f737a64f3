#include "annalist/understand/events/gaps.h"

#include <gtest/gtest.h>

#include "annalist/understand/events/test_sentence.h"

namespace annalist {
namespace {

TEST(Gaps, CountsVerbsBetweenActorsThatNoPatternTook) {
  std::vector<Error> faults;
  const Codebook codebook =
      Codebook::parse({{"t.codebook", "type ASSAULT\n  quad 4\npattern bomb\n  verb bomb\n  actor subject\n  recipient object\n"}}, faults);
  ASSERT_TRUE(faults.empty());
  const auto knowledge = Knowledge::from_text("");
  ASSERT_TRUE(knowledge.has_value());
  std::map<std::string, Gap> gaps;
  for (const char* tokens : {"Iran/Iran/PROPN/2/nsubj/-/B-place outwits/outwit/VERB/0/root Iraq/Iraq/PROPN/2/obj/-/B-place",
                             "Iran/Iran/PROPN/2/nsubj/-/B-place sneers/sneer/VERB/0/root at/at/ADP/4/case Iraq/Iraq/PROPN/2/obl/-/B-place",
                             "Iran/Iran/PROPN/2/nsubj/-/B-place bombs/bomb/VERB/0/root Iraq/Iraq/PROPN/2/obj/-/B-place",
                             "Iran/Iran/PROPN/3/nmod:poss/-/B-place 's/'s/PART/1/case outreach/outreach/NOUN/6/nsubj to/to/ADP/5/case "
                             "Iraq/Iraq/PROPN/3/nmod/-/B-place fails/fail/VERB/0/root",
                             "Iran/Iran/PROPN/2/nsubj/-/B-place includes/include/VERB/0/root Iraq/Iraq/PROPN/2/obj/-/B-place",
                             "Iran/Iran/PROPN/2/nsubj/-/B-place sleeps/sleep/VERB/0/root"}) {
    ConlluDocument document = sentence_of_text(tokens);
    Records records;
    records.actors = actors_of(document);
    records.document = std::move(document.document);
    records.reading = std::move(document.reading);
    count_gaps(records, codebook, *knowledge, gaps);
  }
  ASSERT_EQ(gaps.size(), 3u);
  EXPECT_EQ(gaps["outreach to"].count, 1);
  EXPECT_EQ(gaps["outwit"].count, 1);
  EXPECT_EQ(gaps["sneer at"].example, "Iran sneers at Iraq");
}

}  // namespace
}  // namespace annalist
