#include "annalist/ingest/furniture.h"

#include <gtest/gtest.h>

namespace annalist {
namespace {

struct Row {
  const char* name;
  const char* line;
  FurnitureKind kind;
};
class Furniture : public testing::TestWithParam<Row> {};
TEST_P(Furniture, Kind) { EXPECT_EQ(furniture_kind(GetParam().line), GetParam().kind); }
INSTANTIATE_TEST_SUITE_P(
    Rows, Furniture,
    testing::Values(
        Row{"skip", "Skip to main content", FurnitureKind::kSite}, Row{"case", "SHARE", FurnitureKind::kSite},
        Row{"count", "Comments (12)", FurnitureKind::kTrailer}, Row{"count_before", "12 Comments", FurnitureKind::kTrailer},
        Row{"arrow", "Read more \xE2\x86\x92", FurnitureKind::kPrompt}, Row{"curly", "Editor\xE2\x80\x99s picks", FurnitureKind::kTrailer},
        Row{"more_from", "More from Ana Ruiz", FurnitureKind::kTrailer}, Row{"tags", "Tags: Velmora, valley", FurnitureKind::kTrailer},
        Row{"cookies", "We use cookies to improve your experience on our site.", FurnitureKind::kSite},
        Row{"newsletter", "Sign up for our newsletter and get the day's news.", FurnitureKind::kPrompt},
        Row{"copyright", "\xC2\xA9 2019 Kaldria Wire", FurnitureKind::kTrailer},
        Row{"placeholder", "%d bloggers like this:", FurnitureKind::kTrailer},
        Row{"prose_share", "Share prices fell in Halmere on Tuesday.", FurnitureKind::kNone},
        Row{"prose_home", "Home to a million people, the city has no port.", FurnitureKind::kNone},
        Row{"prose_more", "More than 300 people were arrested.", FurnitureKind::kNone},
        Row{"prose_more_from", "More from the valley fled across the river during the long night of shelling.", FurnitureKind::kNone},
        Row{"prose_by_using", "By using force the army lost the support of the town.", FurnitureKind::kNone},
        Row{"quote", "\xE2\x80\x9CSubscribe to this peace or perish,\xE2\x80\x9D he said.", FurnitureKind::kNone},
        Row{"empty", "", FurnitureKind::kNone}),
    [](const auto& row) { return row.param.name; });

TEST(Captions, Credits) {
  EXPECT_TRUE(is_photo_credit("(Photo: AFP)"));
  EXPECT_TRUE(is_photo_credit("Natalie Example/AFP via Getty Images"));
  EXPECT_FALSE(is_photo_credit("The photo was taken by an agency."));
  EXPECT_TRUE(has_caption_marks("Harrane (left) meets Marrek in Ostrel"));
  EXPECT_TRUE(has_caption_marks("Marrek in Ostrel, March 12, 2019. (Reuters)"));
  EXPECT_FALSE(has_caption_marks("He left Ostrel on Tuesday."));
  EXPECT_FALSE(has_caption_marks("He chairs the Organization of States (OS)"));
}

}  // namespace
}  // namespace annalist
