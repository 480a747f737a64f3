"""`annalist table` and `annalist report`: what an archive holds, to take away."""
import csv
import html.parser
import io
import json
import unittest

from program import ARTICLE, ROOT, ProgramTest

KNOWLEDGE = ("--knowledge", ROOT / "examples/knowledge")
EVIL = "<script>alert('x')</script> & \"quoted\", with\ttabs"
VOID = {"meta", "br", "link", "img", "hr", "input"}


class Page(html.parser.HTMLParser):
    """Checks that elements nest, and gathers text, ids and links."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open, self.tags, self.ids, self.links, self.text, self.faults = [], set(), [], [], "", []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        attributes = dict(attributes)
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if "href" in attributes:
            self.links.append(attributes["href"])
        self.faults += [name for name in attributes if name.startswith("on") or name in ("src", "style")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> at {self.getpos()}")

    def handle_data(self, data):
        if self.open and self.open[-1] != "style":
            self.text += data


class FromExamples(ProgramTest):
    def setUp(self):
        super().setUp()
        done = self.run_program("read", ROOT / "examples/articles", *KNOWLEDGE, "--into", "a.annals")
        self.assertEqual(done.returncode, 0, done.err)

    def ask(self, command, *arguments):
        done = self.run_program(command, *arguments, *KNOWLEDGE, "--archive", "a.annals")
        self.assertEqual(done.returncode, 0, done.err)
        return done.out

    def rows(self, *arguments, **dialect):
        return list(csv.DictReader(io.StringIO(self.ask("table", *arguments), newline=""), strict=True, **dialect))

    def events(self, *arguments):
        return [json.loads(line) for line in self.ask("events", "--json", *arguments).splitlines()]


class Help(ProgramTest):
    def test_help_has_an_example(self):
        for command in ("table", "report"):
            done = self.run_program(command, "--help")
            self.assertEqual(done.returncode, 0, done.err)
            self.assertIn("Example: annalist " + command, done.out)


class Table(FromExamples):
    def test_one_row_an_event_in_the_same_order(self):
        rows, events = self.rows(), self.events()
        self.assertEqual([row["id"] for row in rows], [event["id"] for event in events])
        self.assertGreater(len(rows), 10)
        for row, event in zip(rows, events):
            self.assertEqual(None in row.values(), False)
            self.assertEqual(row["actors"].split("; ") if row["actors"] else [], [one["name"] for one in event["actors"]])
            self.assertEqual(row["cameo"], event["cameo"] or "")
            self.assertEqual(row["date_precision"] == "none", event["date"] is None)
            if row["actor_codes"]:
                self.assertEqual(len(row["actor_codes"].split("; ")), len(event["actors"]))
            self.assertTrue(-10 <= float(row["intensity"]) <= 10)
            self.assertEqual(row["schema"], "1")

    def test_columns_are_the_documented_ones(self):
        document = (ROOT / "docs/table.md").read_text(encoding="utf-8")
        named = [line.split("`")[1] for line in document.splitlines() if line.startswith("| `")]
        self.assertEqual(named, list(self.rows()[0]) + list(self.rows("--by", "year")[0]))

    def test_tsv_holds_the_same(self):
        plain = self.ask("table", "--tsv")
        self.assertEqual({line.count("\t") for line in plain.splitlines()}, {len(self.rows()[0]) - 1})
        blank = lambda row: {name: value.replace("\n", " ").replace("\t", " ") for name, value in row.items()}
        self.assertEqual(self.rows("--tsv", delimiter="\t"), [blank(row) for row in self.rows()])

    def test_filters(self):
        rows = self.rows("--actor", "Velmora", "--with", "Lantern Movement", "--type", "aid")
        self.assertTrue(rows)
        self.assertEqual({row["type"] for row in rows}, {"AID"})
        self.assertEqual(self.ask("table", "--actor", "Nobody Atall").count("\n"), 1)

    def test_dyads_count_every_event(self):
        events = self.rows()
        for period, length in (("day", 10), ("month", 7), ("year", 4)):
            rows = self.rows("--by", period)
            self.assertEqual({len(row["period"]) for row in rows if row["period"]}, {length})
            quads = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")
            for row in rows:
                self.assertEqual(int(row["events"]), sum(int(row[quad]) for quad in quads))
                self.assertLessEqual(int(row["actual"]), int(row["events"]))
            self.assertGreaterEqual(sum(int(row["events"]) for row in rows), len(events))
            keys = [(row["period"], row["actor_country"], row["actor"], row["recipient_country"], row["recipient"]) for row in rows]
            self.assertEqual(len(keys), len(set(keys)))
        undated = [row for row in events if row["date_precision"] == "none"]
        self.assertTrue(undated)
        self.assertTrue([row for row in self.rows("--by", "year") if not row["period"]])

    def test_bad_period_is_named(self):
        done = self.run_program("table", "--by", "week", "--archive", "a.annals")
        self.assertEqual(done.returncode, 2)
        self.assertIn("week", done.err)


class Report(FromExamples):
    def page(self, *arguments):
        return self.ask("report", "--out", "-", *arguments)

    def check(self, text):
        page = Page(text)
        self.assertEqual((page.faults, page.open), ([], []))
        self.assertEqual(page.tags & {"script", "img", "link", "iframe", "object", "form"}, set())
        self.assertEqual(len(page.ids), len(set(page.ids)))
        for link in page.links:
            if link.startswith("#"):
                self.assertIn(link[1:], page.ids)
            else:
                self.assertRegex(link, "^https?://")
        return page

    def test_whole_archive(self):
        page = self.check(self.page())
        for event in self.events():
            self.assertIn(event["id"], page.text)
        self.assertIn("What do these articles report?", page.text)
        self.assertNotIn(str(ROOT), page.text)

    def test_question_about_two(self):
        asked = ("--actor", "Velmora", "--with", "Lantern Movement")
        page = self.check(self.page(*asked))
        self.assertIn("between Velmora and Lantern Movement?", page.text)
        ids = {event["id"] for event in self.events(*asked)}
        self.assertEqual({event["id"] for event in self.events() if event["id"] + " " in page.text.replace("\n", " ")}, ids)
        self.assertIn("USD 85,000,000", page.text)
        self.assertIn("Josef Harrane", page.text)

    def test_filters_stand_on_the_page(self):
        page = self.check(self.page("--type", "AID", "--from", "2019", "--outlet", "Herald"))
        for words in ("events of type AID", "from 2019", "Herald"):
            self.assertIn(words, page.text)

    def test_the_same_archive_gives_the_same_page(self):
        first = self.page()
        self.assertEqual(first, self.page())
        self.run_program("read", ROOT / "examples/articles", *KNOWLEDGE, "--into", "b.annals", "--jobs", "2")
        self.assertEqual(first, self.run_program("report", "--out", "-", *KNOWLEDGE, "--archive", "b.annals").out)

    def test_file(self):
        done = self.run_program("report", "--out", "page.html", "--archive", "a.annals")
        self.assertEqual((done.returncode, done.out), (0, ""), done.err)
        self.assertIn("page.html", done.err)
        self.check((self.folder / "page.html").read_text(encoding="utf-8"))
        self.assertEqual(self.run_program("report", "--archive", "a.annals").returncode, 2)
        self.assertEqual(self.run_program("report", "--out", "no/such/page.html", "--archive", "a.annals").returncode, 1)

    def test_nothing_found_is_said(self):
        done = self.run_program("report", "--actor", "Nobody Atall", "--out", "page.html", "--archive", "a.annals")
        self.assertEqual(done.returncode, 0, done.err)
        self.assertIn("nothing", done.err)
        self.check((self.folder / "page.html").read_text(encoding="utf-8"))


class UntrustedText(ProgramTest):
    """What an article says stays text, on the page and in the table."""

    def setUp(self):
        super().setUp()
        text = ARTICLE + "\n\nIran met Iraq in Paris, he told " + EVIL + " on Monday.\n\n\"We met Iraq in 2018,\" Iran's <b>minister</b> said.\n"
        line = {"id": EVIL, "text": text, "title": EVIL, "outlet": EVIL, "url": "javascript:alert(1)", "date": "2019-03-14"}
        self.write("a.jsonl", json.dumps(line) + "\n")
        self.assertEqual(self.run_program("read", "a.jsonl", "--into", "a.annals").returncode, 0)

    def test_page(self):
        done = self.run_program("report", "--out", "-", "--actor", "Iran", "--archive", "a.annals")
        self.assertEqual(done.returncode, 0, done.err)
        page = Page(done.out)
        self.assertEqual((page.faults, page.open), ([], []))
        self.assertEqual(page.tags & {"script"}, set())
        self.assertEqual([link for link in page.links if not link.startswith("#")], [])
        self.assertIn("<script>alert('x')</script> & \"quoted\"", page.text)

    def test_question(self):
        done = self.run_program("report", "--out", "-", "--actor", EVIL, "--outlet", EVIL, "--archive", "a.annals")
        self.assertEqual(done.returncode, 0, done.err)
        self.assertNotIn("<script", done.out)
        self.assertEqual(Page(done.out).faults, [])

    def test_table(self):
        rows = {}
        for name, arguments, delimiter in (("csv", [], ","), ("tsv", ["--tsv"], "\t")):
            done = self.run_program("table", *arguments, "--archive", "a.annals")
            rows[name] = list(csv.DictReader(io.StringIO(done.out, newline=""), strict=True, delimiter=delimiter))
            self.assertTrue(rows[name])
        self.assertEqual(rows["csv"][0]["outlet"].replace("\t", " "), rows["tsv"][0]["outlet"])
        self.assertIn("<script>alert('x')</script> & \"quoted\"", rows["csv"][0]["outlet"])


if __name__ == "__main__":
    unittest.main()
