#include "annalist/app/progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace annalist {
namespace {

constexpr double kWindow = 120;  // seconds

}  // namespace

void Progress::update(double seconds, uint64_t documents, uint64_t bytes) {
  now_ = {seconds, documents, bytes};
  if (seconds - marks_.back().seconds >= 1) marks_.push_back(now_);
  while (marks_.size() > 2 && marks_[1].seconds < seconds - kWindow) marks_.pop_front();
}

double Progress::documents_a_second() const {
  const double seconds = now_.seconds - marks_.front().seconds;
  return seconds > 0 ? static_cast<double>(now_.documents - marks_.front().documents) / seconds : 0;
}

std::optional<double> Progress::seconds_left() const {
  const uint64_t read = now_.bytes - marks_.front().bytes;
  if (total_ == 0 || read == 0 || now_.seconds <= marks_.front().seconds) return std::nullopt;
  const double rate = static_cast<double>(read) / (now_.seconds - marks_.front().seconds);
  return static_cast<double>(total_ - std::min(now_.bytes, total_)) / rate;
}

std::string Progress::line() const {
  const double rate = documents_a_second();
  std::string out =
      fmt::format("{} documents, {} a second", now_.documents, rate < 10 ? fmt::format("{:.1f}", rate) : fmt::format("{:.0f}", rate));
  if (total_ > 0) out += fmt::format(", {}%", std::min<uint64_t>(now_.bytes, total_) * 100 / total_);
  if (const auto left = seconds_left()) out += ", " + duration_text(*left) + " left";
  return out;
}

std::string duration_text(double seconds) {
  if (seconds < 90) return fmt::format("{} s", std::lround(seconds));
  const long minutes = std::lround(seconds / 60);
  if (minutes < 90) return fmt::format("{} min", minutes);
  return fmt::format("{} h {} min", minutes / 60, minutes % 60);
}

}  // namespace annalist
