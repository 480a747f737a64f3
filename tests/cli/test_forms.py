"""Every form of article, alone and one within another: read with its way in, the same for one thread and two; what can't be read is named."""
import gzip
import json
import os
import subprocess
import unittest

import form_files as forms
from program import HOME, PROGRAM, ProgramTest


class Forms(ProgramTest):
    def extract(self, *arguments, code=0):
        done = self.run_program("extract", *arguments)
        self.assertEqual(done.returncode, code, done.err)
        return [json.loads(line)["document"] for line in done.out.splitlines()], done

    def write_all(self):
        """A folder with one of each; gives the documents' paths in order."""
        crawl, places = forms.warc(21, 22)
        files = {
            "a.docx": forms.docx(1), "b.eml": forms.mail(2), "c.mbox": forms.mbox(3, 4), "d.odt": forms.odt(5), "e.pdf": forms.pdf(6),
            "f.tgz": gzip.compress(forms.tarred({"x/a.html": forms.html(7), "x/b.pdf": forms.pdf(8)}), mtime=0),
            "g.warc.gz": crawl,
            "h.zip": forms.zipped({"inner/a.html": forms.html(9), "inner/b.mbox": forms.mbox(10), "style.css": "p {}",
                                   "c.zip": forms.zipped({"deep/d.docx": forms.docx(11)})}),
            "i.html.gz": gzip.compress(forms.html(12), mtime=0),
        }
        for name, content in files.items():
            self.write(f"in/{name}", content)
        return ["in/a.docx", "in/b.eml", "in/c.mbox:1", "in/c.mbox:2", "in/d.odt", "in/e.pdf", "in/f.tgz/x/a.html", "in/f.tgz/x/b.pdf",
                f"in/g.warc.gz@{places[0]}", f"in/g.warc.gz@{places[1]}", "in/h.zip/inner/a.html", "in/h.zip/inner/b.mbox:1",
                "in/h.zip/c.zip/deep/d.docx", "in/i.html.gz"]

    def test_one_of_each(self):
        paths = self.write_all()
        documents, done = self.extract("in")
        self.assertEqual([document["path"] for document in documents], paths)
        for document, number in zip(documents, [1, 2, 3, 4, 5, 6, 7, 8, 21, 22, 9, 10, 11, 12]):
            with self.subTest(document["path"]):
                self.assertEqual(document["text"], "\n\n".join(forms.text(number)))
                self.assertEqual(document["title"], forms.TITLE)
                self.assertEqual(document["published"], forms.DATE)
        self.assertIn("left out, no articles: a crawl's record that is no response (3)", done.err)
        self.assertEqual(self.last_line(done), "read 14, skipped 0, failed 0")

    def test_one_thread_and_two_give_the_same(self):
        self.write_all()
        one, two = self.run_program("code", "in", "--jobs", "1"), self.run_program("code", "in", "--jobs", "2")
        self.assertEqual(one.returncode, 0, one.err)
        self.assertEqual(one.out, two.out)
        self.assertEqual(len(one.out.splitlines()), 14)

    def test_read_and_read_again(self):
        self.write_all()
        first = self.run_program("read", "in", "--into", "a.annals")
        self.assertEqual(self.last_line(first), "read 14, skipped 0, failed 0", first.err)
        again = self.run_program("read", "in", "--into", "a.annals")
        self.assertEqual(self.last_line(again), "read 0, skipped 14, failed 0", again.err)
        self.assertIn("14 documents", self.run_program("verify", "--archive", "a.annals").out)

    def test_from_standard_input(self):
        for content in (forms.pdf(1), forms.docx(1), forms.odt(1), forms.mail(1), forms.mbox(1), forms.warc(1)[0],
                        forms.zipped({"a.html": forms.html(1)}), gzip.compress(forms.tarred({"a.html": forms.html(1)}))):
            done = self.run_program("extract", "-", stdin=content)
            self.assertEqual(done.returncode, 0, done.err)
            self.assertEqual(json.loads(done.out)["document"]["text"], "\n\n".join(forms.text(1)))

    def test_nothing_is_written(self):
        self.write("in/a.zip", forms.zipped({"../../up.html": forms.html(1), "/tmp/annalist-test-absolute.html": forms.html(2)}))
        before = sorted(str(path) for path in self.folder.rglob("*"))
        documents, _ = self.extract("in")
        self.assertEqual([document["path"] for document in documents], ["in/a.zip/../../up.html", "in/a.zip//tmp/annalist-test-absolute.html"])
        self.assertEqual(sorted(str(path) for path in self.folder.rglob("*")), before)


class BadForms(ProgramTest):
    """Each bad file beside a good one: the good one is read, the bad one named with its reason, the exit code 3."""

    def check_named(self, place, reason, reads=1, failed=1, options=()):
        self.write("in/good.html", forms.html(99))
        done = self.run_program("extract", "in", *options)
        self.assertEqual(done.returncode, 3, done.err)
        named = [line for line in done.err.splitlines() if line.startswith(place)]
        self.assertEqual(len(named), 1, done.err)
        self.assertIn(reason, named[0])
        self.assertEqual(self.last_line(done), f"read {reads}, skipped 0, failed {failed}")

    def test_scanned_pdf(self):
        self.write("in/scan.pdf", forms.pdf(1, []))
        self.check_named("in/scan.pdf: ", "no text layer")

    def test_damaged_pdf(self):
        self.write("in/bad.pdf", forms.pdf(1)[:300])
        self.check_named("in/bad.pdf: ", "the PDF is damaged")

    def test_image(self):
        self.write("in/photo.html", b"\x89PNG\r\n\x1a\n" + bytes(100))
        self.check_named("in/photo.html: ", "an image")

    def test_without_pdftotext(self):
        self.write("in/a.pdf", forms.pdf(1))
        self.write("in/good.html", forms.html(2))
        environment = dict(os.environ, NO_COLOR="1", PATH=str(self.folder), ANNALIST_HOME=str(HOME))
        done = subprocess.run([str(PROGRAM), "extract", "in"], capture_output=True, text=True, cwd=self.folder, env=environment, timeout=120)
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertIn("in/a.pdf: reading a PDF needs pdftotext, which is not installed: apt install poppler-utils", done.stderr)
        self.assertTrue(done.stderr.strip().endswith("read 1, skipped 0, failed 1"))

    def test_damaged_record_of_a_crawl(self):
        crawl, places = forms.warc(1, 2, 3)
        damaged = bytearray(crawl)
        damaged[places[1] + 60] ^= 0xFF
        self.write("in/a.warc.gz", bytes(damaged))
        self.check_named(f"in/a.warc.gz: byte {places[1]}: ", "damaged", reads=3)

    def test_cut_archive(self):
        whole = forms.tarred({"a.html": forms.html(1), "b.html": forms.html(2)})
        self.write("in/a.tar", whole[:2200])
        self.check_named("in/a.tar/b.html: ", "can't be unpacked", reads=2, failed=2)

    def test_bomb(self):
        self.write("in/bomb.tar.gz", gzip.compress(forms.tarred({"a.html": forms.html(1), "zeros.jsonl": b" " * (80 << 20)})))
        self.check_named("in/bomb.tar.gz/zeros.jsonl", "times its size", reads=2, failed=2)

    def test_limit_of_a_file(self):
        self.write("in/a.zip", forms.zipped({"large.html": forms.html(1) + b" " * 100_000}))
        self.check_named("in/a.zip/large.html: ", "--limit file=SIZE", options=("--limit", "file=50K"))

    def test_spreadsheet_named_docx(self):
        self.write("in/a.docx", forms.zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<x/>"}))
        self.check_named("in/a.docx: ", "no docx document")

    def test_encrypted_mail(self):
        head = forms.mail(1).split(b"Content-Type")[0]
        self.write("in/a.eml", head + b"MIME-Version: 1.0\r\nContent-Type: multipart/encrypted; boundary=b; protocol=\"application/pgp-encrypted\"\r\n\r\n"
                   b"--b\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--b\r\nContent-Type: application/octet-stream\r\n\r\nxx\r\n--b--\r\n")
        self.check_named("in/a.eml: ", "encrypted")


if __name__ == "__main__":
    unittest.main()
