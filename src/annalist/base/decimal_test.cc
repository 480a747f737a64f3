#include "annalist/base/decimal.h"

#include <gtest/gtest.h>

namespace annalist {
namespace {

TEST(Decimal, ParsesAndPrints) {
  const struct {
    const char* text;
    const char* printed;
  } rows[] = {{"70", "70"}, {"1.5", "1.5"}, {"1.50", "1.5"}, {"-3", "-3"}, {"1,234,567.5", "1234567.5"}, {"0.05", "0.05"}, {"0", "0"}};
  for (const auto& row : rows) {
    const auto number = Decimal::parse(row.text);
    ASSERT_TRUE(number) << row.text;
    EXPECT_EQ(number->to_string(), row.printed);
  }
  for (const char* text : {"", "-", "1.", "1..2", "x", "1,", "1e5", "1234567890123456789012345678901234567890"}) {
    EXPECT_FALSE(Decimal::parse(text)) << text;
  }
}

TEST(Decimal, MultipliesExactly) {
  EXPECT_EQ(Decimal::parse("1.1")->times(*Decimal::parse("1000000"))->to_string(), "1100000");
  EXPECT_EQ(Decimal::parse("0.1")->plus(*Decimal::parse("0.2")), Decimal::parse("0.3"));
  EXPECT_FALSE(Decimal(999'999'999'999'999'999).times(Decimal(10)));
}

TEST(Decimal, Orders) {
  EXPECT_TRUE(*Decimal::parse("1.5") < *Decimal::parse("1.51"));
  EXPECT_FALSE(*Decimal::parse("2") < *Decimal::parse("1.51"));
}

}  // namespace
}  // namespace annalist
