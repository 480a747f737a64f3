#include "annalist/ingest/outlet.h"

#include <gtest/gtest.h>

namespace annalist {
namespace {

TEST(Outlet, FromAddressOrLine) {
  const auto knowledge = Knowledge::from_text(
      "country XAA\n  name Aland\n  src test\noutlet herald.example XAA\n  name The Herald\n  domain herald.example\n  src test\n"
      "outlet wire.example XAA\n  name Border Wire\n  domain wire.example\n  src test\n");
  ASSERT_TRUE(knowledge) << knowledge.error().text();
  const struct {
    const char* name;
    std::string url;
    std::vector<std::string> lines;
    const char* outlet;
  } rows[] = {
      {"address", "https://www.herald.example/world/1", {}, "The Herald"},
      {"address before lines", "https://herald.example:8080", {"Border Wire"}, "The Herald"},
      {"masthead", "", {"Menu", "Border Wire", "World"}, "Border Wire"},
      {"byline", "", {"By Ana Ruiz, The Herald"}, "The Herald"},
      {"bar", "", {"World | The Herald"}, "The Herald"},
      {"running text names it", "", {"He told the Herald on Monday that nothing was decided"}, ""},
      {"nothing", "https://other.example/x", {"Home", ""}, ""},
  };
  for (const auto& row : rows) EXPECT_EQ(find_outlet(row.url, row.lines, *knowledge).value, row.outlet) << row.name;
}

}  // namespace
}  // namespace annalist
