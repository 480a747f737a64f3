#include "annalist/ingest/reading_order.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace annalist {
namespace {

constexpr size_t kFewestLines = 2;   // in a column
constexpr double kNarrowest = 0.12;  // a column's width, of the page's
constexpr size_t kMostLines = 600;   // of a page that is worth ordering: the work grows with rows squared times lines
constexpr size_t kMostRows = 120;
constexpr size_t kDeepest = 12;

using Indices = std::vector<size_t>;

class Orderer {
 public:
  Orderer(const PdfPage& page, double body_height) : page_(page), gutter_(0.6 * body_height) {}

  Indices run() {
    Indices all(page_.lines.size());
    std::iota(all.begin(), all.end(), size_t{0});
    order(std::move(all), 0);
    return std::move(out_);
  }

 private:
  const PdfLine& line(size_t i) const { return page_.lines[i]; }

  // Rows of lines with nothing but white between one and the next, from top to bottom.
  std::vector<Indices> bands(Indices lines) const {
    std::sort(lines.begin(), lines.end(),
              [&](size_t a, size_t b) { return line(a).top != line(b).top ? line(a).top < line(b).top : a < b; });
    std::vector<Indices> out;
    double bottom = 0;
    for (const size_t i : lines) {
      if (out.empty() || line(i).top >= bottom - 0.1 * line(i).height) out.emplace_back();
      bottom = out.back().empty() ? line(i).bottom : std::max(bottom, line(i).bottom);
      out.back().push_back(i);
    }
    return out;
  }

  // Where a white gutter parts the lines into two columns, the widest one; nullopt when none does.
  std::optional<double> gutter(Indices lines) const {
    std::sort(lines.begin(), lines.end(),
              [&](size_t a, size_t b) { return line(a).left != line(b).left ? line(a).left < line(b).left : a < b; });
    std::optional<double> best;
    double widest = gutter_, right = lines.empty() ? 0 : line(lines[0]).right;
    const double first = lines.empty() ? 0 : line(lines[0]).left;
    double last = 0;
    for (const size_t i : lines) last = std::max(last, line(i).right);
    for (size_t k = 1; k < lines.size(); ++k) {
      const double left = line(lines[k]).left;
      const bool wide_sides = right - first >= kNarrowest * page_.width && last - left >= kNarrowest * page_.width;
      if (left - right > widest && wide_sides && k >= kFewestLines && lines.size() - k >= kFewestLines) {
        widest = left - right;
        best = (left + right) / 2;
      }
      right = std::max(right, line(lines[k]).right);
    }
    return best;
  }

  void order(Indices lines, size_t depth) {
    const std::vector<Indices> rows = bands(lines);
    // The longest run of rows with a gutter through all of them.
    size_t from = 0, to = 0;
    double at = 0;
    const bool worth = depth < kDeepest && rows.size() <= kMostRows;
    for (size_t i = 0; i < rows.size() && worth; ++i) {
      Indices run;
      for (size_t k = i; k < rows.size(); ++k) {
        run.insert(run.end(), rows[k].begin(), rows[k].end());
        if (k + 1 - i <= to - from) continue;
        if (const auto found = gutter(run)) {
          from = i;
          to = k + 1;
          at = *found;
        }
      }
    }
    if (from == to) {
      for (const Indices& row : rows) read_row(row);
      return;
    }
    Indices above, left, right, below;
    for (size_t i = 0; i < rows.size(); ++i) {
      for (const size_t k : rows[i]) (i < from ? above : i >= to ? below : line(k).left < at ? left : right).push_back(k);
    }
    for (Indices* part : {&above, &left, &right, &below}) {
      if (!part->empty()) order(std::move(*part), depth + 1);
    }
  }

  // Lines side by side that are no columns, or that overlap: by poppler's order.
  void read_row(Indices row) {
    std::sort(row.begin(), row.end());
    out_.insert(out_.end(), row.begin(), row.end());
  }

  const PdfPage& page_;
  double gutter_;
  Indices out_;
};

}  // namespace

void put_in_reading_order(PdfPage& page, double body_height) {
  if (page.lines.size() < 2 || page.lines.size() > kMostLines) return;
  std::vector<PdfLine> ordered;
  for (const size_t i : Orderer(page, body_height).run()) ordered.push_back(std::move(page.lines[i]));
  page.lines = std::move(ordered);
}

}  // namespace annalist
