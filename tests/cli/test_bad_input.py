"""Bad input: one clear line that names the place and what to do, the right exit code, nothing lost and the rest done."""
import gzip
import json
import shutil
import sqlite3
import unittest

from program import ARTICLE, HOME, ProgramTest


class BadArticles(ProgramTest):
    """Each bad article beside a good one: the good one is read, the bad one named, the exit code 3."""

    def check_named(self, bad, place, reads=1):
        self.write("in/good.txt", ARTICLE)
        done = self.run_program("read", "in", "--into", "a.annals")
        self.assertEqual(done.returncode, 3, done.err)
        named = [line for line in done.err.splitlines() if place in line]
        self.assertEqual(len(named), 1, done.err)
        self.assertEqual(self.last_line(done), f"read {reads}, skipped 0, failed {bad}")
        self.assertIn(f"{reads} documents", self.run_program("verify", "--archive", "a.annals").out)

    def test_empty_file(self):
        self.write("in/empty.txt", b"")
        self.check_named(1, "in/empty.txt")

    def test_binary_file(self):
        self.write("in/binary.txt", bytes(range(256)) * 20)
        self.check_named(1, "in/binary.txt")

    def test_truncated_gzip(self):
        self.write("in/cut.txt.gz", gzip.compress(ARTICLE.encode() * 200)[:150])
        self.check_named(1, "in/cut.txt.gz")

    def test_bad_line_in_jsonl(self):
        good = json.dumps({"id": "x", "text": ARTICLE})
        self.write("in/lines.jsonl", good + "\n{\"text\": \n" + good.replace("Baghdad", "Basra") + "\n")
        self.check_named(1, "in/lines.jsonl:2", reads=3)

    def test_jsonl_without_text(self):
        self.write("in/lines.jsonl", '{"title": "no text"}\n')
        self.check_named(1, "in/lines.jsonl:1")

    def test_missing_path(self):
        good = self.write("good.txt", ARTICLE)
        done = self.run_program("code", "nowhere.txt", good)
        self.assertEqual(done.returncode, 3)
        self.assertIn("nowhere.txt", done.err)
        self.assertEqual(len(done.out.splitlines()), 1)

    def test_broken_utf8_is_read_with_a_guess_that_is_named(self):
        path = self.write("latin.txt", ARTICLE.replace("families", "familles d\u00e9port\u00e9es").encode("latin-1"))
        done = self.run_program("extract", path)
        self.assertEqual(done.returncode, 0, done.err)
        self.assertIn("latin.txt", done.err)
        self.assertIn("encoding", done.err)
        self.assertIn("d\u00e9port\u00e9es", json.loads(done.out)["document"]["text"])


class BadArchives(ProgramTest):
    def expect_refused(self, *words):
        article = self.write("good.txt", ARTICLE)
        for arguments in (["read", article, "--into", "a.annals"], ["events", "--archive", "a.annals"]):
            done = self.run_program(*arguments)
            self.assertEqual(done.returncode, 1, done.err)
            line = self.last_line(done)
            for word in ("a.annals", *words):
                self.assertIn(word, line)

    def test_no_archive(self):
        self.write("a.annals", b"these bytes are no archive " * 100)
        self.expect_refused("no annalist archive")

    def test_newer_schema(self):
        connection = sqlite3.connect(self.folder / "a.annals")
        connection.executescript(f"PRAGMA application_id = {0x414E4E4C}; PRAGMA user_version = 99; CREATE TABLE documents(doc)")
        connection.close()
        self.expect_refused("newer")

    def test_another_programs_changes_are_not_trusted(self):
        article = self.write("good.txt", ARTICLE)
        self.run_program("read", article, "--into", "a.annals")
        connection = sqlite3.connect(self.folder / "a.annals")
        connection.execute("UPDATE events SET type = 'ASSAULT'")
        connection.commit()
        connection.close()
        done = self.run_program("events", "--archive", "a.annals")
        self.assertEqual((done.returncode, done.out), (1, ""))
        self.assertIn("another program has written to it", done.err)

    def test_missing_archive_is_named_with_the_way_to_make_one(self):
        done = self.run_program("timeline", "--archive", "none.annals")
        self.assertEqual(done.returncode, 1)
        self.assertIn("annalist read", done.err)

    def test_damaged_text_is_found(self):
        article = self.write("good.txt", ARTICLE)
        self.run_program("read", article, "--into", "a.annals")
        connection = sqlite3.connect(self.folder / "a.annals")
        connection.execute("UPDATE documents SET text = replace(text, 'Baghdad', 'Bagdhad')")
        connection.commit()
        connection.close()
        done = self.run_program("verify", "--archive", "a.annals")
        self.assertEqual(done.returncode, 1)
        self.assertIn("good.txt", done.err)


class BadConfiguration(ProgramTest):
    """The program refuses to start, naming the file and the place."""

    def expect_refused(self, arguments, *words, home=None):
        done = self.run_program(*arguments, home=home)
        self.assertEqual(done.returncode, 1, done.err)
        self.assertEqual(done.out, "")
        for word in words:
            self.assertIn(word, done.err)

    def test_weights_cut_short(self):
        article = self.write("good.txt", ARTICLE)
        home = self.folder / "home"
        (home / "models").mkdir(parents=True)
        shutil.copytree(HOME / "codebook", home / "codebook")
        shutil.copy(HOME / "knowledge.index", home)
        for file in (HOME / "models").iterdir():
            shutil.copy(file, home / "models")
        weights = home / "models" / "reader.weights"
        weights.write_bytes(weights.read_bytes()[:100_000])
        self.expect_refused(["code", article], "reader.weights", home=home)

    def test_fast_network_missing(self):
        article = self.write("good.txt", ARTICLE)
        home = self.folder / "home"
        (home / "models").mkdir(parents=True)
        for command in ("code", "parse", "read"):
            self.expect_refused([command, article, "--model", "fast"], "models/reader.fast.weights: the fast network is not installed", home=home)

    def test_codebook_with_an_error(self):
        article = self.write("good.txt", ARTICLE)
        bad = self.write("my.codebook", "pattern x\n  trigered by verb pay\n")
        self.expect_refused(["code", article, "--codebook", bad], "my.codebook:")

    def test_read_refuses_to_start_with_a_faulty_codebook(self):
        article = self.write("good.txt", ARTICLE)
        head = "type X\n  quad 1\n"
        faults = {"cycle": (head + "class a: @b\nclass b: @a\n", "my.codebook:4:1", "take one out of the other"),
                  "relation": (head + "pattern p\n  verb pay\n  actor subjct\n", "my.codebook:5:9", "did you mean 'subject'"),
                  "type": (head + "pattern p\n  verb pay\n  actor subject\n  when object is AYD\n", "my.codebook:6:8", "did you mean"),
                  "class": (head + "pattern p\n  verb pay\n  actor subject\n  when object is @monney\n", "my.codebook:6:8", "did you mean"),
                  "shadowed": (head + "pattern p\n  verb wink\n  actor subject\npattern q\n  verb wink\n  actor subject\n",
                               "my.codebook:6:1", "tell it apart")}
        for name, (text, place, remedy) in faults.items():
            with self.subTest(name):
                bad = self.write("my.codebook", text)
                self.expect_refused(["read", article, "--codebook", bad, "--into", "none.annals"], place)
                self.assertIn(remedy, self.run_program("read", article, "--codebook", bad, "--into", "none.annals").err)

    def test_knowledge_with_an_error(self):
        article = self.write("good.txt", ARTICLE)
        self.write("kb/my.kb", "actr Q1 person IRN\n  name Somebody\n")
        self.expect_refused(["code", article, "--knowledge", "kb"], "my.kb:1")
        done = self.run_program("knowledge", "check", "kb")
        self.assertEqual(done.returncode, 1)
        self.assertIn("my.kb:1", done.err + done.out)


class BadUsage(ProgramTest):
    def test_exit_code_2(self):
        for arguments in (["nonsense"], ["code"], ["events", "--from", "yesterday"], ["events", "--status", "maybe"],
                          ["read"], ["code", "x", "--jobs", "0"], ["explain"], []):
            done = self.run_program(*arguments)
            self.assertEqual(done.returncode, 2, arguments)
            self.assertTrue(done.err.strip(), arguments)


if __name__ == "__main__":
    unittest.main()
