"""Articles in every encoding and language, in tables and feeds, and as they come."""
import json
import os
import pty
import re
import signal
import subprocess
import time
import unittest

from program import ARTICLE, PROGRAM, ProgramTest

FRENCH = ("Le ministre des affaires \u00e9trang\u00e8res a dit mardi que les n\u00e9gociations dans la capitale ne sont pas finies. "
          "Selon lui, les deux parties se retrouveront la semaine prochaine pour parler des prix et des fronti\u00e8res.\n")


def feed(*items):
    body = "".join(f"<item><title>{title}</title><link>https://herald.example/{title}</link><pubDate>Tue, 12 Mar 2019 10:00:00 GMT</pubDate>"
                   f"<description>{text}</description></item>\n" for title, text in items)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>The Harbour Herald</title>\n{body}</channel></rss>\n'


class Encodings(ProgramTest):
    def extract(self, name, content):
        done = self.run_program("extract", self.write(name, content))
        self.assertEqual(done.returncode, 0, done.err)
        return json.loads(done.out)["document"], done.err

    def test_declared_and_guessed(self):
        text = ARTICLE.replace("families", "d\u00e9port\u00e9es\u2019 families")
        document, talk = self.extract("utf16.txt", text.encode("utf-16"))
        self.assertEqual((document["encoding"], document["note"]), ("UTF-16LE", None))
        self.assertIn("d\u00e9port\u00e9es\u2019", document["text"])
        document, talk = self.extract("guess.txt", text.encode("cp1252"))
        self.assertEqual(document["encoding"], "windows-1252")
        self.assertIn("encoding guessed: windows-1252", document["note"])
        self.assertIn("guess.txt: encoding guessed", talk)
        page = "<html><head><meta charset='iso-8859-2'></head><body><article><p>" + ARTICLE.replace("Baghdad", "\u0141\u00f3d\u017a") + "</p></article>"
        document, talk = self.extract("page.html", page.encode("iso-8859-2"))
        self.assertEqual((document["encoding"], document["note"]), ("ISO-8859-2", None))
        self.assertIn("\u0141\u00f3d\u017a", document["text"])

    def test_composed_accents(self):
        document, _ = self.extract("nfd.txt", ARTICLE.replace("Baghdad", "Bogota\u0301"))
        self.assertIn("Bogot\u00e1", document["text"])


class Languages(ProgramTest):
    def test_other_languages_are_kept_unread_and_counted(self):
        self.write("in/english.txt", ARTICLE)
        self.write("in/french.txt", FRENCH)
        done = self.run_program("read", "in", "--into", "a.annals")
        self.assertEqual(done.returncode, 0, done.err)
        lines = done.err.strip().splitlines()
        self.assertEqual(lines[-1], "read 2, skipped 0, failed 0")
        self.assertIn("not in English, kept unread: fr 1", lines)
        stats = json.loads(self.run_program("stats", "--json", "--archive", "a.annals").out)
        self.assertEqual(stats["records"]["not in English, unread"], 1)
        self.assertEqual(stats["documents by language"], {"en": 1, "fr": 1})
        record = json.loads(self.run_program("code", "in/french.txt").out)
        self.assertEqual(record["document"]["language"], "fr")
        self.assertEqual((record["events"], record["sentences"]), ([], []))
        self.assertIn("semaine", record["document"]["text"])


class Tables(ProgramTest):
    TABLE = ('nr,when,story,who\n'
             'a1,2019-03-14,"{0}",The Herald\n'
             'a2,2019-03-15,broken\n'
             'a3,15 March 2019,"{1}",The Courier\n').format(ARTICLE.replace('"', '""'), ARTICLE.replace('"', '""').replace("Baghdad", "Basra"))

    def test_columns_by_name(self):
        path = self.write("table.csv", self.TABLE)
        done = self.run_program("code", path, "--text-column", "story", "--id-column", "nr", "--date-column", "when", "--outlet-column", "who")
        self.assertEqual(done.returncode, 3)
        self.assertIn("table.csv:6: the row has 3 columns, the header 4", done.err)
        documents = [json.loads(line)["document"] for line in done.out.splitlines()]
        self.assertEqual([d["id"] for d in documents], ["a1", "a3"])
        self.assertEqual([d["published"] for d in documents], ["2019-03-14", "2019-03-15"])
        self.assertEqual([d["outlet"] for d in documents], ["The Herald", "The Courier"])
        self.assertEqual(documents[0]["text"], ARTICLE)

    def test_a_folder_gives_its_tables_only_when_their_column_is_told(self):
        self.write("in/table.csv", self.TABLE)
        self.write("in/one.txt", ARTICLE)
        self.assertEqual(self.last_line(self.run_program("extract", "in")), "read 1, skipped 0, failed 0")
        self.assertEqual(self.last_line(self.run_program("extract", "in", "--text-column", "story")), "read 3, skipped 0, failed 1")

    def test_no_such_column(self):
        done = self.run_program("extract", self.write("table.csv", self.TABLE), "--text-column", "body")
        self.assertEqual(done.returncode, 3)
        self.assertIn('no column "body" among "nr", "when", "story", "who"; name it with --text-column', done.err)

    def test_from_standard_input_and_packed(self):
        done = self.run_program("extract", "-", "--format", "csv", stdin=b"text\tid\nThe minister met the envoy.\tx\n")
        self.assertEqual(json.loads(done.out)["document"]["id"], "x", done.err)


class Feeds(ProgramTest):
    def test_new_items_alone_are_read(self):
        path = self.write("herald.rss", feed(("one", ARTICLE), ("two", ARTICLE.replace("Baghdad", "Basra"))))
        self.assertEqual(self.last_line(self.run_program("read", path)), "read 2, skipped 0, failed 0")
        self.write("herald.rss", feed(("three", ARTICLE.replace("Baghdad", "Mosul")), ("one", ARTICLE)))
        self.assertEqual(self.last_line(self.run_program("read", path)), "read 1, skipped 1, failed 0")
        event = json.loads(self.run_program("events", "--json").out.splitlines()[0])
        self.assertEqual((event["document"]["outlet"], event["document"]["published"]), ("The Harbour Herald", "2019-03-12"))

    def test_a_folder_gives_xml_files_that_are_feeds(self):
        self.write("in/index.xml", feed(("one", ARTICLE)))
        self.write("in/sitemap.xml", '<?xml version="1.0"?><urlset><url/></urlset>')
        self.assertEqual(self.last_line(self.run_program("extract", "in")), "read 1, skipped 0, failed 0")


class Limits(ProgramTest):
    def test_file_limit_is_named(self):
        path = self.write("long.txt", ARTICLE * 50)
        done = self.run_program("extract", path, "--limit", "file=1K")
        self.assertEqual(done.returncode, 3)
        self.assertIn("--limit file=SIZE", done.err)
        self.assertEqual(self.run_program("extract", path).returncode, 0)

    def test_bad_limits_are_usage_errors(self):
        path = self.write("one.txt", ARTICLE)
        for limit in ("nonsense=3", "file=0", "file"):
            done = self.run_program("extract", path, "--limit", limit)
            self.assertEqual(done.returncode, 2, limit)
            self.assertIn("limit", done.err)

    def test_one_document_at_a_time_gives_the_same(self):
        path = self.write("many.jsonl", "".join(json.dumps({"id": str(i), "text": ARTICLE.replace("5", str(i + 2))}) + "\n" for i in range(12)))
        self.assertEqual(self.run_program("code", path, "--jobs", "2", "--limit", "documents=1").out, self.run_program("code", path).out)


class Progress(ProgramTest):
    def test_on_a_terminal_with_share_and_time_left(self):
        path = self.write("many.jsonl", "".join(json.dumps({"text": ARTICLE.replace("5", str(i + 2))}) + "\n" for i in range(150)))
        try:
            main, terminal = pty.openpty()
        except OSError as none:
            self.skipTest(f"no terminal to be had here: {none}")
        process = subprocess.Popen([str(PROGRAM), "read", str(path)], cwd=self.folder, stderr=terminal, stdout=subprocess.DEVNULL)
        os.close(terminal)
        shown = b""
        while True:
            try:
                got = os.read(main, 4096)
            except OSError:  # the other end is closed
                break
            if not got:
                break
            shown += got
        os.close(main)
        self.assertEqual(process.wait(), 0)
        text = shown.decode()
        self.assertTrue(text.rstrip().endswith("read 150, skipped 0, failed 0"), text[-200:])
        self.assertRegex(text, r"\d+ documents, [\d.]+ a second, \d+%, \d+ s left")


class Follow(ProgramTest):
    def start(self, *paths):
        process = subprocess.Popen([str(PROGRAM), "follow", *map(str, paths), "--into", "f.annals", "--every", "0.2"], cwd=self.folder,
                                   stderr=subprocess.PIPE, text=True, bufsize=1)
        self.addCleanup(process.stderr.close)
        self.addCleanup(lambda: process.poll() is None and process.kill())
        self.wait_for(process, "following")
        return process

    def wait_for(self, process, words):
        """The lines of talk up to the one with the words."""
        lines = []
        while True:
            line = process.stderr.readline()
            self.assertTrue(line, f"ended before it said {words!r}: {lines}")
            lines.append(line.strip())
            if words in line:
                return lines

    def stop(self, process, with_signal=signal.SIGTERM):
        process.send_signal(with_signal)
        rest = process.stderr.read().strip().splitlines()
        self.assertEqual(process.wait(timeout=60), 0, rest)
        return rest[-1]

    def test_reads_what_comes_and_ends_at_sigterm(self):
        self.write("in/old.txt", ARTICLE)
        process = self.start(self.folder / "in")
        self.wait_for(process, "read 1, skipped 0, failed 0")
        self.write("in/new.txt", ARTICLE.replace("Baghdad", "Basra"))
        self.wait_for(process, "read 2, skipped 0, failed 0")
        self.write("in/bad.txt", b"")
        self.write("in/broken.jsonl", "{\n")
        self.wait_for(process, "in/broken.jsonl:1")
        process.send_signal(signal.SIGTERM)
        rest = process.stderr.read().strip().splitlines()
        self.assertEqual(process.wait(timeout=60), 3)
        self.assertEqual(rest[-1], "read 2, skipped 0, failed 1")
        self.assertIn("2 documents", self.run_program("verify", "--archive", "f.annals").out)

    def test_what_was_read_is_not_read_again(self):
        self.write("in/one.txt", ARTICLE)
        process = self.start(self.folder / "in")
        self.wait_for(process, "read 1")
        self.assertEqual(self.stop(process, signal.SIGINT), "read 1, skipped 0, failed 0")
        process = self.start(self.folder / "in")
        self.wait_for(process, "read 0, skipped 1")
        time.sleep(1)
        self.assertEqual(self.stop(process), "read 0, skipped 1, failed 0")

    def test_half_written_files_wait(self):
        (self.folder / "in").mkdir()
        process = self.start(self.folder / "in")
        with open(self.folder / "in/slow.txt", "w", encoding="utf-8") as f:
            for part in re.findall(r".{1,40}", ARTICLE, re.S):
                f.write(part)
                f.flush()
                time.sleep(0.5)  # stands still for more than one look, and is open
        self.wait_for(process, "read 1, skipped 0, failed 0")
        self.assertEqual(self.stop(process), "read 1, skipped 0, failed 0")
        text = self.run_program("search", "families", "--archive", "f.annals", "--json").out
        self.assertEqual(len(text.splitlines()), 1)

    def test_a_feed_that_is_written_anew(self):
        path = self.write("herald.rss", feed(("one", ARTICLE)))
        process = self.start(path)
        self.wait_for(process, "read 1, skipped 0, failed 0")
        self.write("new.rss", feed(("two", ARTICLE.replace("Baghdad", "Basra")), ("one", ARTICLE))).rename(path)
        self.wait_for(process, "read 2, skipped 1, failed 0")
        self.assertEqual(self.stop(process), "read 2, skipped 1, failed 0")

    def test_sigterm_in_the_middle_of_reading_keeps_whole_documents(self):
        lines = [json.dumps({"id": f"a{i}", "text": ARTICLE.replace("$5", f"${i + 2}")}) + "\n" for i in range(2000)]
        self.write("in/many.jsonl", "".join(lines))
        process = self.start(self.folder / "in")
        deadline = time.monotonic() + 60
        while not (self.folder / "f.annals-wal").exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        time.sleep(1)
        last = self.stop(process)
        read = int(re.match(r"read (\d+),", last)[1])
        self.assertIn(f"{read} documents", self.run_program("verify", "--archive", "f.annals").out)

    def test_nothing_to_follow(self):
        done = self.run_program("follow", "nowhere")
        self.assertEqual(done.returncode, 2)
        self.assertIn("nowhere", done.err)


if __name__ == "__main__":
    unittest.main()
