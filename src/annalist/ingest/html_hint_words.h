// Words in the class and id names of elements (html_hints.h), as sites use them: extend them here. Lower
// case.
#pragma once

#include <array>
#include <string_view>

namespace annalist::hint_words {

// Each alone speaks of boilerplate.
// clang-format off
inline constexpr std::string_view kBoilerplate[] = {
    "ad", "adbox", "addthis", "addtoany", "ads", "adsense", "adslot", "advert", "advertisement",
    "advertising", "adverts", "affiliate", "alert", "alerts", "appeal", "attribution", "audioplayer",
    "authorbox", "authors", "banner", "bio", "biography", "breadcrumb", "breadcrumbs", "byline", "bylines",
    "callout", "carousel", "categories", "catlinks", "comment", "commentlist", "comments", "consent",
    "contributors", "cookie", "cookies", "copyright", "correction-form", "credits", "cta", "dateline",
    "dfp", "disclaimer", "disqus", "dock", "donate", "donation", "edit", "factbox", "fbcomments",
    "feedback", "follow", "followus", "foot", "footer", "gdpr", "hidden", "hide", "infobox",
    "inlinerelated", "jplayer", "jsonly", "keywords", "latest", "legal", "lightbox", "listen", "livefyre",
    "login", "mailchimp", "masthead", "menu", "metadata", "modal", "morefrom", "mostpopular", "mostread",
    "mw-editsection", "nav", "navbar", "navbox", "navigation", "newsletter", "newsletters", "nextprev",
    "noprint", "notice", "notification", "offscreen", "onesignal", "optin", "outbrain", "overlay",
    "pagenav", "pager", "pagination", "partner", "partners", "paywall", "poll", "popular", "popup",
    "postmeta", "prevnext", "print", "printonly", "promo", "promos", "promoted", "promotion", "pubdate",
    "quiz", "rail", "rating", "ratings", "readmore", "recirc", "recirculation", "recommend",
    "recommendations", "recommended", "register", "related", "relatedposts", "replies", "respond",
    "revcontent", "screen", "seealso", "share", "sharebar", "sharedaddy", "sharethis", "sharetools",
    "sharing", "shop", "sidebar", "sidebars", "signup", "skip", "skiplink", "slider", "slideshow", "social",
    "socials", "sponsor", "sponsored", "sponsors", "sr", "sticky", "submenu", "subscribe", "subscription",
    "survey", "syndication", "taboola", "tagcloud", "taglist", "tags", "teaser", "teasers", "timestamp",
    "toolbar", "tools", "tooltip", "topics", "transcript", "trending", "trendmd", "trinity", "upsell",
    "utilities", "utility", "viewability", "visually", "visuallyhidden", "widget", "widgets", "zergnet",
};
// clang-format on

// Two words in a row that do.
inline constexpr std::array<std::array<std::string_view, 2>, 24> kBoilerplatePairs = {
    {{"read", "more"},    {"more", "from"},    {"more", "stories"}, {"see", "also"},     {"post", "meta"},    {"entry", "meta"},
     {"article", "meta"}, {"author", "bio"},   {"author", "box"},   {"author", "info"},  {"about", "author"}, {"read", "next"},
     {"up", "next"},      {"next", "article"}, {"most", "read"},    {"most", "popular"}, {"story", "meta"},   {"article", "info"},
     {"entry", "footer"}, {"post", "footer"},  {"page", "header"},  {"video", "player"}, {"media", "player"}, {"site", "header"}}};

inline constexpr std::array<std::string_view, 8> kCaptionWords = {"caption",      "captions",   "figcaption", "imagecaption",
                                                                  "photocaption", "imgcaption", "credit",     "photocredit"};

inline constexpr std::array<std::array<std::string_view, 2>, 22> kBodyPairs = {
    {{"article", "body"}, {"article", "content"}, {"article", "text"},  {"entry", "content"},  {"post", "content"}, {"post", "body"},
     {"post", "text"},    {"story", "body"},      {"story", "content"}, {"story", "text"},     {"body", "content"}, {"body", "text"},
     {"news", "content"}, {"news", "body"},       {"news", "text"},     {"content", "body"},   {"main", "content"}, {"single", "content"},
     {"blog", "content"}, {"text", "body"},       {"entry", "body"},    {"content", "article"}}};
inline constexpr std::array<std::string_view, 12> kBodyWords = {"articlebody",  "storybody", "articletext",  "articlecontent",
                                                                "postcontent",  "postbody",  "entrycontent", "storytext",
                                                                "storycontent", "bodytext",  "newstext",     "articlecontents"};

}  // namespace annalist::hint_words
