#include "annalist/ingest/furniture.h"

#include <array>
#include <string>
#include <unordered_map>

#include "annalist/base/utf8.h"
#include "annalist/ingest/ascii.h"

namespace annalist {
namespace {

struct Phrase {
  std::string_view words;  // lower case, ASCII; marks at the end left out
  FurnitureKind kind;
};
constexpr FurnitureKind kS = FurnitureKind::kSite;
constexpr FurnitureKind kP = FurnitureKind::kPrompt;
constexpr FurnitureKind kT = FurnitureKind::kTrailer;

// Lines that are this phrase and nothing else (marks and counts at their ends aside).
constexpr Phrase kWhole[] = {
    {"skip to main content", kS}, {"skip to content", kS}, {"skip to navigation", kS}, {"skip navigation", kS},
    {"jump to content", kS}, {"jump to navigation", kS}, {"menu", kS}, {"main menu", kS}, {"home", kS}, {"home page", kS},
    {"search", kS}, {"close", kS}, {"close menu", kS}, {"open menu", kS}, {"toggle navigation", kS}, {"log in", kS},
    {"login", kS}, {"sign in", kS}, {"sign out", kS}, {"sign up", kS}, {"register", kS}, {"my account", kS}, {"account", kS},
    {"subscribe", kP}, {"subscribe now", kP}, {"donate", kP}, {"donate now", kP}, {"support us", kP}, {"join us", kP},
    {"connect with us", kS}, {"follow us", kS}, {"find us on", kS}, {"stay connected", kS}, {"contact us", kS}, {"contact", kS}, {"about us", kS}, {"about", kS},
    {"advertise", kS}, {"advertise with us", kS}, {"advertising", kS}, {"advertisement", kS}, {"advertisements", kS}, {"ad", kS},
    {"story continues below advertisement", kS}, {"article continues below advertisement", kS},
    {"article continues after ad", kS}, {"continue reading below", kS}, {"story continues", kS}, {"sponsored", kS}, {"sponsored content", kS}, {"promoted", kS}, {"promoted content", kS},
    {"share", kS}, {"share this", kS}, {"share this article", kS}, {"share this story", kS}, {"share this post", kS}, {"share on facebook", kS}, {"share on twitter", kS},
    {"share on x", kS}, {"share on linkedin", kS}, {"share on whatsapp", kS}, {"share via email", kS}, {"facebook", kS}, {"twitter", kS}, {"tweet", kS}, {"instagram", kS}, {"linkedin", kS},
    {"whatsapp", kS}, {"telegram", kS}, {"youtube", kS}, {"pinterest", kS}, {"reddit", kS}, {"tiktok", kS}, {"email", kS},
    {"e-mail", kS}, {"email this", kS}, {"email this article", kS}, {"print", kS}, {"print this", kS}, {"print this article", kS}, {"print friendly", kS}, {"copy link", kS}, {"copy", kS}, {"link copied", kS},
    {"save", kS}, {"save article", kS}, {"save this story", kS}, {"bookmark", kS}, {"listen", kS}, {"listen to this article", kS}, {"listen to article", kS},
    {"text size", kS}, {"font size", kS}, {"view comments", kS}, {"show comments", kS}, {"hide caption", kS}, {"toggle caption", kS}, {"enlarge this image", kS}, {"open image in gallery", kS}, {"view gallery", kS},
    {"view all", kS}, {"see all", kS}, {"see more", kS}, {"load more", kS}, {"show more", kS}, {"read more", kP}, {"read also", kP}, {"also read", kP}, {"see also", kP}, {"learn more", kP}, {"more", kS}, {"click here", kP},
    {"next", kS}, {"previous", kS}, {"back", kS}, {"back to top", kT}, {"to top", kT}, {"go to top", kT}, {"scroll to top", kT}, {"next article", kT}, {"previous article", kT}, {"next post", kT}, {"previous post", kT},
    {"next story", kT}, {"up next", kT}, {"don't miss", kT}, {"loading", kS}, {"live", kS}, {"latest", kS}, {"latest news", kT}, {"breaking news", kS}, {"breaking", kS}, {"top news", kT}, {"top stories", kT}, {"news", kS}, {"world", kS}, {"politics", kS}, {"business", kS}, {"sport", kS}, {"sports", kS}, {"opinion", kS},
    {"opinions", kS}, {"culture", kS}, {"technology", kS}, {"tech", kS}, {"health", kS}, {"science", kS}, {"travel", kS}, {"entertainment", kS}, {"lifestyle", kS}, {"video", kS}, {"videos", kS}, {"photos", kS}, {"podcasts", kS}, {"newsletters", kS}, {"newsletter", kP},
    {"english", kS}, {"editions", kS}, {"edition", kS}, {"topics", kS}, {"tags", kT}, {"filed under", kT}, {"related topics", kT}, {"more on this story", kT}, {"more on this topic", kT}, {"more on this", kT},
    {"trending", kT}, {"trending now", kT}, {"most read", kT}, {"most popular", kT}, {"most viewed", kT}, {"popular", kT}, {"popular posts", kT}, {"popular stories", kT}, {"must read", kT}, {"editor's picks", kT}, {"editors' picks", kT},
    {"recommended", kT}, {"recommended articles", kT}, {"recommended stories", kT}, {"recommended for you", kT}, {"recommended reading", kT}, {"related", kT}, {"related articles", kT}, {"related stories", kT}, {"related news", kT}, {"related posts", kT}, {"related content", kT}, {"related coverage", kT}, {"related links", kT},
    {"you may also like", kT}, {"you might also like", kT}, {"you may like", kT}, {"more stories", kT}, {"more news", kT}, {"more articles", kT}, {"more like this", kT}, {"read next", kT}, {"what to read next", kT}, {"further reading", kT}, {"sponsored links", kT}, {"from around the web", kT}, {"around the web", kT}, {"from the web", kT},
    {"comments", kT}, {"comment", kT}, {"add a comment", kT}, {"post a comment", kT}, {"leave a comment", kT}, {"leave a reply", kT}, {"cancel reply", kT}, {"click to comment", kT}, {"join the conversation", kT}, {"join the discussion", kT}, {"be the first to comment", kT}, {"write a comment", kT}, {"comments are closed", kT}, {"no comments", kT}, {"your comment", kT}, {"reply", kS},
    {"about the author", kT}, {"about author", kT}, {"about the authors", kT}, {"about the writer", kT}, {"author bio", kT}, {"written by", kS}, {"follow the author", kT}, {"editorial team", kT}, {"sign up for our newsletter", kP}, {"get our newsletter", kP}, {"get the newsletter", kP}, {"enter your email", kP}, {"email address", kP}, {"your email", kP}, {"your email address", kP}, {"your name", kP}, {"submit", kP}, {"send", kS},
    {"privacy policy", kS}, {"cookie policy", kS}, {"terms of use", kS}, {"terms of service", kS}, {"terms and conditions", kS}, {"cookie settings", kS}, {"manage cookies", kS}, {"accept", kS}, {"accept all", kS}, {"accept cookies", kS}, {"accept all cookies", kS}, {"i agree", kS}, {"got it", kS}, {"reject all", kS}, {"all rights reserved", kS}, {"sitemap", kS}, {"site map", kS}, {"rss", kS}, {"report an error", kT}, {"report a typo", kT}, {"corrections", kS}, {"careers", kS}, {"jobs", kS}, {"archive", kS}, {"archives", kS}, {"download our app", kP}, {"download the app", kP}, {"get the app", kP},
    {"image", kS}, {"photo", kS}, {"view image", kS}, {"image source", kS}, {"image caption", kS}, {"media caption", kS}, {"play video", kS}, {"watch", kS}, {"play", kS}, {"pause", kS}, {"mute", kS}, {"watch now", kS}, {"watch live", kS}, {"replay", kS}, {"share options", kS}, {"gift this article", kS}, {"key points", kS},
};

// Lines that open with this phrase. The length that such a line may have, in words, stands beside it: a prompt is a whole sentence, a
// label only short.
struct Opening {
  std::string_view words;
  FurnitureKind kind;
  size_t most_words;
};
constexpr Opening kOpenings[] = {
    {"skip to ", kS, 8}, {"share this ", kS, 12}, {"share on ", kS, 8}, {"share via ", kS, 8}, {"share to ", kS, 6}, {"click to share", kS, 12}, {"follow us on ", kP, 25}, {"find us on ", kP, 12}, {"like us on ", kP, 20}, {"join us on ", kP, 20}, {"connect with us", kS, 12},
    {"subscribe to ", kP, 30}, {"subscribe for ", kP, 30}, {"subscribe now", kP, 25}, {"sign up for ", kP, 30}, {"sign up to ", kP, 30}, {"sign up here", kP, 25}, {"sign up now", kP, 20}, {"get the latest ", kP, 30}, {"get our ", kP, 25}, {"get breaking news", kP, 25}, {"get all the latest", kP, 30}, {"stay up to date with", kP, 30}, {"stay up-to-date", kP, 30}, {"stay informed with", kP, 30}, {"join our ", kP, 30}, {"download our ", kP, 25}, {"download the app", kP, 15}, {"enter your email", kP, 30}, {"enter your e-mail", kP, 30}, {"receive notifications", kP, 20}, {"don't miss out on ", kP, 25},
    {"by signing up", kP, 40}, {"by subscribing", kP, 40}, {"by clicking ", kP, 40}, {"by submitting", kP, 40}, {"by entering your", kP, 40}, {"by providing your", kP, 40}, {"you can unsubscribe", kP, 30}, {"you can opt out", kP, 30}, {"thank you for subscribing", kP, 20}, {"thanks for signing up", kP, 20}, {"thanks for subscribing", kP, 20}, {"please enter a valid", kP, 15}, {"this newsletter", kP, 20}, {"something went wrong", kS, 20}, {"an error has occurred", kS, 20}, {"an error occurred", kS, 20},
    {"we use cookies", kS, 40}, {"this site uses cookies", kS, 40}, {"this website uses cookies", kS, 40}, {"our website uses cookies", kS, 40}, {"our site uses cookies", kS, 40}, {"by continuing to use", kS, 40}, {"by continuing to browse", kS, 40}, {"by using this site", kS, 40}, {"by using this website", kS, 40}, {"by using our ", kS, 25}, {"cookies help us", kS, 40}, {"this site is protected by recaptcha", kS, 25}, {"javascript is ", kS, 20}, {"please enable javascript", kS, 20}, {"please turn on javascript", kS, 20}, {"you need to enable javascript", kS, 20}, {"enable javascript", kS, 12}, {"your browser does not support", kS, 20}, {"this video file cannot be played", kS, 15},
    {"read more:", kP, 30}, {"read more about", kP, 20}, {"read more from", kP, 20}, {"read more on", kP, 20}, {"read more at", kP, 20}, {"read more \xE2\x80\x94", kP, 30}, {"read more -", kP, 30}, {"read more |", kP, 30}, {"read the full ", kP, 12}, {"read the original ", kP, 12}, {"read also:", kP, 30}, {"also read:", kP, 30}, {"also read |", kP, 30}, {"read also", kP, 25}, {"see also:", kP, 30}, {"read next:", kP, 30}, {"read:", kP, 25}, {"related:", kP, 30}, {"related story:", kP, 30}, {"related article:", kP, 30}, {"related stories:", kP, 30}, {"related articles:", kP, 30}, {"related coverage:", kP, 30}, {"more:", kP, 20}, {"must read:", kP, 30}, {"watch:", kP, 25}, {"watch live:", kP, 25}, {"watch now:", kP, 25}, {"listen:", kP, 20}, {"click here to", kP, 25}, {"click here for", kP, 25}, {"click to read", kP, 20}, {"tap here to", kP, 20}, {"don't miss:", kP, 25}, {"up next:", kP, 25}, {"next up:", kP, 25}, {"here's what you need to know:", kS, 6}, {"recommended:", kP, 25}, {"you may also like:", kP, 25}, {"go deeper:", kP, 20}, {"[read more", kP, 20}, {"(read more", kP, 20}, {"[also read", kP, 20}, {"continue reading ", kP, 14}, {"to continue reading", kP, 25}, {"to read the full", kP, 25}, {"to learn more, ", kP, 25},
    {"more from ", kT, 10}, {"more in ", kT, 6}, {"more on ", kT, 8}, {"more about ", kT, 8}, {"more stories", kT, 10}, {"more news", kT, 8}, {"latest from ", kT, 8}, {"latest in ", kT, 6}, {"latest on ", kT, 6}, {"related to this", kT, 8}, {"recommended by", kT, 8}, {"popular on ", kT, 8}, {"trending on ", kT, 8}, {"most read in", kT, 8}, {"most popular in", kT, 8}, {"top stories ", kT, 8}, {"sponsored by", kS, 10}, {"powered by ", kS, 8}, {"presented by ", kS, 8}, {"you might be interested", kT, 10}, {"you may be interested", kT, 10}, {"readers also", kT, 8}, {"people are also", kT, 8}, {"sponsored stories", kT, 8},
    {"tags:", kT, 40}, {"tag:", kT, 20}, {"topics:", kT, 40}, {"filed under", kT, 30}, {"filed in", kT, 20}, {"categories:", kT, 30}, {"category:", kT, 20}, {"posted in", kT, 20}, {"tagged", kT, 25}, {"keywords:", kT, 40}, {"hashtags:", kT, 30}, {"labels:", kT, 20}, {"source link", kT, 4}, {"topics in this", kT, 8}, {"explore more", kT, 10},
    {"comments (", kT, 4}, {"leave a comment", kT, 14}, {"leave a reply", kT, 14}, {"post a comment", kT, 14}, {"add a comment", kT, 14}, {"show comments", kT, 8}, {"view comments", kT, 8}, {"view all comments", kT, 8}, {"your email address will not be published", kT, 20}, {"required fields are marked", kT, 10}, {"save my name", kT, 25}, {"notify me of", kT, 15}, {"log in to ", kT, 15}, {"sign in to ", kT, 15}, {"login to ", kT, 15}, {"you must be logged in", kT, 15}, {"please log in", kT, 15}, {"join the conversation", kT, 15}, {"what do you think?", kT, 20}, {"have your say", kT, 15}, {"tell us what you think", kT, 20}, {"let us know in the comments", kT, 25}, {"let us know what you", kT, 25}, {"share your thoughts", kT, 20}, {"%d bloggers like this", kT, 8}, {"disqus", kT, 10}, {"this comment ", kT, 10}, {"view the discussion thread", kT, 8},
    {"about the author", kT, 12}, {"(reporting by", kT, 40}, {"reporting by", kT, 40}, {"(additional reporting", kT, 40}, {"additional reporting by", kT, 40}, {"(editing by", kT, 30}, {"our standards: the", kT, 12}, {"copyright \xC2\xA9", kT, 40}, {"copyright 19", kT, 40}, {"copyright 20", kT, 40}, {"copyright (c)", kT, 40}, {"\xC2\xA9", kT, 40}, {"(c) 20", kT, 40}, {"all rights reserved", kT, 30}, {"all content on this", kT, 30}, {"this material may not be published", kT, 40}, {"this article may not be reproduced", kT, 40}, {"reproduction without", kT, 30}, {"no part of this", kT, 40}, {"terms of use", kS, 15}, {"terms of service", kS, 15}, {"privacy policy", kS, 15}, {"do not sell my", kS, 12}, {"registered in england", kS, 30}, {"got a tip", kT, 30}, {"have a tip", kT, 30}, {"send tips to", kT, 20}, {"contact the author", kT, 20}, {"contact the reporter", kT, 25}, {"contact us at", kT, 20}, {"email the author", kT, 20}, {"follow him on", kT, 20}, {"follow her on", kT, 20}, {"follow them on", kT, 20}, {"reach him at", kT, 20}, {"reach her at", kT, 20}, {"follow @", kT, 12}, {"report a correction", kT, 20}, {"report an error", kT, 20}, {"support our journalism", kP, 40}, {"support independent journalism", kP, 40}, {"support quality journalism", kP, 40}, {"please consider supporting", kP, 40}, {"please consider making a donation", kP, 40}, {"if you enjoyed this", kP, 40}, {"if you liked this", kP, 40}, {"if you value our ", kP, 40}, {"become a member", kP, 30}, {"become a subscriber", kP, 30}, {"become a patron", kP, 25}, {"make a donation", kP, 25}, {"start your free trial", kP, 15}, {"already a subscriber", kP, 15}, {"already a member", kP, 15}, {"already have an account", kP, 15}, {"this article is for subscribers", kP, 25}, {"you have reached your limit", kP, 25}, {"the views expressed in this article", kT, 40}, {"the views expressed here", kT, 40}, {"the opinions expressed in this", kT, 40}, {"the opinions expressed are", kT, 40}, {"views expressed are", kT, 40}, {"the views expressed are", kT, 40}, {"disclaimer:", kT, 40}, {"the views and opinions expressed", kT, 40}, {"(this story has not been edited", kT, 40}, {"this story has not been edited", kT, 40}, {"image source,", kS, 12}, {"image caption,", kS, 40}, {"media caption", kS, 40}, {"photo gallery", kS, 10}, {"view slideshow", kS, 6}, {"advertisement", kS, 8}, {"story continues below", kS, 8}, {"article continues below", kS, 8}, {"the article continues below", kS, 8}, {"continue reading the main story", kS, 8}, {"estimated reading time", kS, 8}, {"reading time", kS, 6}, {"printed from", kS, 12}, {"last updated:", kS, 12}, {"view this post on", kS, 6}, {"a post shared by", kS, 20}, {"pic.twitter.com", kS, 4}, {"editor's picks", kT, 5},
};

// Phrases of prompts that may stand anywhere in a line of at most 40 words.
constexpr std::string_view kAnywhere[] = {
    "to receive notifications of new posts", "delivered to your inbox", "straight to your inbox", "directly to your inbox", "in your inbox every", "sign up for our newsletter", "subscribe to our newsletter", "sign up to our newsletter", "subscribe to our channel", "subscribe to our youtube", "follow us on facebook", "follow us on twitter", "follow us on instagram", "follow us on x", "follow us on telegram", "like us on facebook", "join our telegram", "join our whatsapp", "uses cookies to", "use of cookies", "our privacy policy and terms", "may not be reproduced without", "without prior written permission", "may not be published, broadcast", "click here to subscribe", "click here to sign up", "for more news and updates", "download our app", "download the app", "breaking news alerts", "unsubscribe at any time", "opens in new window", "opens in a new tab", "enable javascript", "ad blocker", "adblocker",
};

std::string_view trim_line(std::string_view line) {
  const auto mark = [](char c) {
    return c == ' ' || c == '\t' || c == '.' || c == ':' || c == '|' || c == '*' || c == '-' || c == '>' || c == '<' || c == '!' ||
           c == '+' || c == '#' || c == '[' || c == ']' || c == '/';
  };
  while (!line.empty() && mark(line.front())) line.remove_prefix(1);
  bool count = true;  // "Comments (12)", "Share 5"
  while (!line.empty() && count) {
    count = false;
    while (!line.empty() && mark(line.back())) line.remove_suffix(1);
    for (const std::string_view arrow : {"\xC2\xBB", "\xE2\x80\xBA", "\xE2\x86\x92", "\xE2\x80\xA6", "\xE2\x96\xB6", "\xE2\x96\xBC"}) {
      if (line.ends_with(arrow)) {
        line.remove_suffix(arrow.size());
        count = true;
      }
    }
  }
  return line;
}

std::string plain_quotes(std::string_view line) {
  std::string out = ascii_lower(line);
  for (const std::string_view quote : {"\xE2\x80\x99", "\xE2\x80\x98"}) {
    for (size_t at = out.find(quote); at != std::string::npos; at = out.find(quote, at)) out.replace(at, 3, "'");
  }
  return out;
}

const std::unordered_map<std::string_view, FurnitureKind>& whole_lines() {
  static const auto table = [] {
    std::unordered_map<std::string_view, FurnitureKind> out;
    for (const Phrase& phrase : kWhole) out.emplace(phrase.words, phrase.kind);
    return out;
  }();
  return table;
}

FurnitureKind whole_kind(std::string_view lower) {
  const auto& table = whole_lines();
  if (const auto it = table.find(lower); it != table.end()) return it->second;
  // The same with a count before or behind: "12 Comments", "Comments (3)", "Share 5".
  size_t end = lower.size();
  while (end > 0 && (is_ascii_digit(lower[end - 1]) || lower[end - 1] == '(' || lower[end - 1] == ')' || lower[end - 1] == ' ')) --end;
  size_t begin = 0;
  while (begin < end && (is_ascii_digit(lower[begin]) || lower[begin] == ' ')) ++begin;
  const auto it = table.find(lower.substr(begin, end - begin));
  return it == table.end() ? FurnitureKind::kNone : it->second;
}

constexpr std::string_view kAgencies[] = {"getty images", "afp", "reuters", "ap", "epa", "associated press", "anadolu", "anadolu agency",
                                          "shutterstock", "alamy", "file photo", "file", "epa-efe", "xinhua", "wikimedia commons", "flickr",
                                          "handout", "ap photo", "wana", "ap images", "istock", "afp/getty images", "agence france-presse", "creative commons"};

bool names_agency(std::string_view text) {
  for (const std::string_view agency : kAgencies) {
    if (text == agency || text.ends_with(std::string("/") + std::string(agency)) || text.ends_with(std::string("via ") + std::string(agency)))
      return true;
  }
  return false;
}

constexpr std::string_view kCreditOpenings[] = {"photo:", "photo by", "photos by", "photograph:", "photo credit", "image:", "image credit", "images:", "picture:", "credit:",
                                                "photo courtesy", "image courtesy", "file photo", "(photo", "[photo", "(image", "(file photo", "(credit", "photograph by", "photographer:", "photo /", "video:", "image by", "illustration:", "illustration by", "graphic:", "pic:", "screenshot:", "courtesy of", "courtesy:"};

}  // namespace

FurnitureKind furniture_kind(std::string_view line) {
  const std::string_view bare = trim_line(trim(line));
  const size_t words = count_words(bare);
  if (words == 0 || words > 40) return FurnitureKind::kNone;
  const std::string lower = plain_quotes(bare);
  if (const FurnitureKind kind = whole_kind(lower); kind != FurnitureKind::kNone) return kind;
  const std::string full = plain_quotes(trim(line));
  for (const Opening& opening : kOpenings) {
    if (words <= opening.most_words && full.starts_with(opening.words)) return opening.kind;
  }
  for (const std::string_view phrase : kAnywhere) {
    if (lower.find(phrase) != std::string::npos) return FurnitureKind::kPrompt;
  }
  return FurnitureKind::kNone;
}

bool is_photo_credit(std::string_view line) {
  if (count_words(line) > 14) return false;
  std::string lower = plain_quotes(trim(line));
  for (const std::string_view opening : kCreditOpenings) {
    if (lower.starts_with(opening)) return true;
  }
  while (!lower.empty() && (lower.back() == ')' || lower.back() == '.' || lower.back() == ']')) lower.pop_back();
  while (!lower.empty() && (lower.front() == '(' || lower.front() == '[')) lower.erase(0, 1);
  return names_agency(lower);
}

bool has_caption_marks(std::string_view line) {
  const std::string lower = plain_quotes(trim(line));
  for (const std::string_view mark : {"(photo by", "(photo:", "[photo", "photo credit:", "photo:", "photo/", "file photo", "(image:", "(image credit", "image credit:", "(file photo", "(file)", "(credit:", "/getty images", "via getty images", "via ap)", "via reuters)",
                                      "editorial use only", "(l)", "(r)", "(c)", "(left)", "(right)", "(centre)", "(center)", "(2nd r)", "(2nd l)", "(3rd r)", "(3rd l)", "(2nd left)", "(2nd right)", "(3rd left)", "(3rd right)", "pictured in this", "seen in this"}) {
    if (lower.find(mark) != std::string::npos) return true;
  }
  // "... in Tehran, March 26, 2024. (AFP)" or "[Reuters]"
  const char close = lower.empty() ? ' ' : lower.back();
  if (close != ')' && close != ']') return false;
  const size_t open = lower.find_last_of(close == ')' ? '(' : '[');
  return open != std::string::npos && open > 0 && names_agency(std::string_view(lower).substr(open + 1, lower.size() - open - 2));
}

}  // namespace annalist
