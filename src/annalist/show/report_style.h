// The report's style sheet, for the screen and for paper. Every kind of mark has a colour of its own (tints of the palette of Okabe and
// Ito, which the colour-blind tell apart), a line of its own under it, and its label; on paper the lines and the labels remain.
#pragma once

namespace annalist {

inline constexpr const char* kReportStyle = R"css(
:root { color-scheme: light; }
* { box-sizing: border-box; }
html { font-size: 100%; -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: #fff; color: #1b1f23;
  font: 1rem/1.5 system-ui, "Segoe UI", "Helvetica Neue", Arial, "DejaVu Sans", sans-serif;
}
main, header, footer { max-width: 62rem; margin: 0 auto; padding: 0 1.5rem; }
header { padding-top: 2.2rem; }
.kicker { margin: 0; font-size: .85rem; letter-spacing: .06em; text-transform: uppercase; color: #5a6470; }
h1 { margin: .2rem 0 .6rem; font-size: 1.9rem; line-height: 1.2; }
h2 { margin: 2.6rem 0 .6rem; padding-bottom: .25rem; font-size: 1.35rem; border-bottom: 2px solid #1b1f23; }
h3 { margin: 1.6rem 0 .2rem; font-size: 1.1rem; }
p { margin: .4rem 0; }
a { color: #0b4f8a; }
code { font: .8rem ui-monospace, Consolas, "DejaVu Sans Mono", monospace; color: #4a535c; overflow-wrap: anywhere; }
bdi { unicode-bidi: isolate; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; background: #fff; padding: .5rem; }
.note { color: #444c55; max-width: 46rem; }
nav ul {
  display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; margin: 1rem 0 0; padding: .6rem 0; list-style: none; border: solid #c9ced4;
  border-width: 1px 0;
}
.counts { display: flex; flex-wrap: wrap; gap: .6rem 2.2rem; margin: 1rem 0; }
.counts div { display: flex; flex-direction: column-reverse; }
.counts dt { font-size: .85rem; color: #444c55; }
.counts dd { margin: 0; font-size: 1.6rem; font-weight: 600; line-height: 1.2; }
table { width: 100%; margin: .8rem 0; border-collapse: collapse; font-size: .92rem; }
caption { text-align: left; font-weight: 600; padding: .3rem 0; }
th, td { padding: .4rem .8rem .4rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid #d5d9de; }
thead th { border-bottom: 2px solid #7b848e; font-size: .85rem; color: #444c55; }
table.types { width: auto; }
table.types td, table.types thead th + th { text-align: right; padding-left: .8rem; }
table.sums th[scope=row] { width: 11rem; font-size: 1rem; }
table.sums td:last-child { width: 15rem; }
.items { margin: 0; padding: 0; list-style: none; }
.item { display: grid; grid-template-columns: 9rem 1fr; gap: 0 1.4rem; padding: .9rem 0; border-bottom: 1px solid #d5d9de; }
.item .when { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
.item p { margin: .25rem 0; }
.type { letter-spacing: .04em; }
.gloss { color: #444c55; }
.who { display: block; font-size: 1.08rem; font-weight: 600; }
td .who { display: inline; }
.arrow { font-weight: 400; color: #444c55; }
.state {
  display: inline-block; padding: 0 .5rem; border: 1px solid #7b848e; border-radius: 1rem; font-size: .8rem; line-height: 1.5;
  color: #2d343b;
}
.state.denied { border: 2px solid #8a2d0b; color: #7a2608; font-weight: 600; }
.state.planned, .state.promised, .state.requested, .state.possible { border-style: dashed; border-color: #2d343b; }
.head .state { margin-left: .4rem; }
.sum { font-weight: 600; }
blockquote {
  margin: .4rem 0; padding: .1rem 0 .1rem .9rem; border-left: 3px solid #c9ced4;
  font-family: Georgia, "Times New Roman", "DejaVu Serif", serif; line-height: 1.75; overflow-wrap: anywhere;
}
.words { font-family: Georgia, "Times New Roman", "DejaVu Serif", serif; line-height: 1.7; }
.foot { font-size: .88rem; color: #333a41; }
.foot .gloss { white-space: nowrap; }
mark {
  color: inherit; background: none; padding: .06em .12em; border-radius: .15em; -webkit-box-decoration-break: clone;
  box-decoration-break: clone;
}
.label {
  margin-right: .1em; font: 600 .66em/1 system-ui, "Segoe UI", Arial, "DejaVu Sans", sans-serif; letter-spacing: .03em;
  text-transform: uppercase; color: #2d343b; vertical-align: .12em;
}
.label bdi { text-transform: none; letter-spacing: 0; }
mark.actor { background: #d3e8f6; border-bottom: 2px solid #0072b2; }
mark.trigger { background: #fdf3b4; border-bottom: 4px double #6b5e00; font-weight: 600; }
mark.recipient { background: #fbe1cd; border-bottom: 2px dashed #b84a00; }
mark.amount { background: #cdeee2; border-bottom: 3px dotted #00694d; }
mark.place { background: #f3dcea; border-bottom: 2px dotted #8f3a6c; }
mark.status { background: #e6e8ea; border-bottom: 1px solid #1b1f23; font-style: italic; }
mark.source { background: #d3e8f6; border-bottom: 2px solid #0072b2; }
mark.cue { background: #fdf3b4; border-bottom: 4px double #6b5e00; font-weight: 600; }
mark.content { border-bottom: 1px dotted #1b1f23; }
.legend { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1rem; }
.legend dd { margin: 0; }
footer { padding-top: 2rem; padding-bottom: 3rem; font-size: .88rem; color: #444c55; }
li:target, tr:target { background: #fffbe6; }
@media (max-width: 40rem) {
  .item { grid-template-columns: 1fr; }
  table.sums th[scope=row], table.sums td:last-child { width: auto; }
}
@media print {
  @page { margin: 18mm 16mm; }
  html { font-size: 10pt; }
  main, header, footer { max-width: none; padding: 0; }
  nav, .skip { display: none; }
  a { color: inherit; text-decoration: none; }
  h2, h3, caption, .note { break-after: avoid; }
  .item, tr { break-inside: avoid; }
  thead { display: table-header-group; }
  mark { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
)css";

}  // namespace annalist
