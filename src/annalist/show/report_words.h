// The report's fixed words, as HTML.
#pragma once

namespace annalist::report_words {

// Up to the title.
inline constexpr const char* kHead = R"html(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;">
<meta name="viewport" content="width=device-width, initial-scale=1">
)html";

// The list of sections.
inline constexpr const char* kContents = R"html(<nav aria-label="Contents">
<ul>
<li><a href="#counts">Counts</a></li>
<li><a href="#timeline">Timeline</a></li>
<li><a href="#undated">Without a date</a></li>
<li><a href="#sums">Sums</a></li>
<li><a href="#statements">Who said what</a></li>
<li><a href="#articles">Articles</a></li>
<li><a href="#reading">How to read this page</a></li>
</ul>
</nav>
)html";

inline constexpr const char* kTimeline =
    R"html(<p class="note">By the date of the event, not of the article. What covers a longer time stands where it begins.</p>
)html";

inline constexpr const char* kUndated =
    R"html(<p class="note">The articles do not say when. The date of an article is not the date of what it reports, so it does not stand in
for it.</p>
)html";

// A question for dates leaves out what has none.
inline constexpr const char* kNoneDated =
    R"html(<p>None: the question asks for dates, so events without one are left out.</p>
)html";

inline constexpr const char* kSums =
    R"html(<p class="note">Each sum as its source gives it. Where accounts differ they stand side by side: none is chosen, and none is
added to another.</p>
)html";

inline constexpr const char* kStatements =
    R"html(<p class="note">Those with most statements first.</p>
)html";

// The head of their table.
inline constexpr const char* kArticles =
    R"html(<table>
<thead><tr><th scope="col">no.</th><th scope="col">outlet</th><th scope="col">published</th><th scope="col">title</th>
<th scope="col">id</th></tr></thead>
<tbody>
)html";

// What an item is.
inline constexpr const char* kReading =
    R"html(<p class="note">Every item is what one sentence of one article reports, found by the program annalist, which makes mistakes:
check an item against its sentence. The same event told in two articles stands here twice. Nothing here says that a report is
true.</p>
)html";

// What labels and statuses mean.
inline constexpr const char* kLabels =
    R"html(<p class="note">A name after a label says whom a word such as “he” stands for. <b>According to</b> names who says it, the
innermost speaker first, then those who passed it on. Status: <b>actual</b>, told as having happened; <b>ongoing</b>, as going
on; <b>planned</b>, <b>promised</b>, <b>requested</b>, not told as having happened; <b>denied</b>, told as not so;
<b>possible</b>, as something that may be. Confidence, from 0 to 1, is the program's in its own reading, not in the report.</p>
)html";

}  // namespace annalist::report_words
