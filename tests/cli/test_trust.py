"""What an archive survives, and what a read never does. tests/fault/run kills many more times."""
import ctypes
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

from program import ARTICLE, HOME, PROGRAM, ROOT, ProgramTest

CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000
NOBODY = 65534


def drop_rights():
    """In a child: no longer root, for whom no folder is read-only."""
    if os.getuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def without_network():
    """In a child: a network namespace of its own, in which there is not even a loopback."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0:
        os._exit(77)


class Killed(ProgramTest):
    def test_ten_kills_lose_nothing(self):
        done = subprocess.run([sys.executable, str(ROOT / "tests/fault/run"), "--kills", "10", "--articles", "60", "--program", str(PROGRAM)],
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=600)
        self.assertEqual(done.returncode, 0, done.stdout.decode())
        self.assertIn("10 kills", done.stdout.decode())


class TwoReaders(ProgramTest):
    def test_both_end_well_and_the_archive_holds_all_once(self):
        for i in range(40):
            self.write(f"in/{i:02}.txt", ARTICLE.replace("$5", f"${i + 2}"))
        commands = [[str(PROGRAM), "read", "in", "--into", "a.annals"]] * 2
        processes = [subprocess.Popen(c, stderr=subprocess.PIPE, cwd=self.folder) for c in commands]
        for process in processes:
            talk = process.communicate(timeout=120)[1].decode()
            if process.returncode != 0:
                self.assertIn("another program is writing", talk)
        self.assertIn(0, [p.returncode for p in processes])
        self.assertEqual(self.run_program("verify", "--archive", "a.annals").returncode, 0)
        self.assertEqual(self.last_line(self.run_program("read", "in", "--into", "a.annals")), "read 0, skipped 40, failed 0")

    def test_a_locked_archive_is_said_to_be_so(self):
        import sqlite3
        article = self.write("one.txt", ARTICLE)
        self.run_program("read", article, "--into", "a.annals")
        connection = sqlite3.connect(self.folder / "a.annals")
        connection.execute("BEGIN IMMEDIATE")
        other = self.write("two.txt", ARTICLE.replace("Baghdad", "Basra"))
        done = self.run_program("read", other, "--into", "a.annals")
        connection.rollback()
        connection.close()
        self.assertEqual(done.returncode, 1)
        self.assertIn("another program is writing", done.err)
        self.assertEqual(self.run_program("read", other, "--into", "a.annals").returncode, 0)


class ReadOnlyFolder(ProgramTest):
    """Asked, verified and searched where nothing may be written; a read says that it can't."""

    def setUp(self):
        super().setUp()
        article = self.write("in/one.txt", ARTICLE)
        self.assertEqual(self.run_program("read", article, "--into", "in/a.annals").returncode, 0)
        self.events = self.run_program("events", "--json", "--archive", "in/a.annals").out
        self.folder.chmod(0o755)
        (self.folder / "in").chmod(0o555)
        (self.folder / "in/a.annals").chmod(0o444)
        self.addCleanup((self.folder / "in").chmod, 0o755)

    @classmethod
    def setUpClass(cls):
        """The program and its files where anybody may read them, which a checkout in somebody's home need not be."""
        place = pathlib.Path(tempfile.mkdtemp(prefix="annalist-open-"))
        cls.addClassCleanup(shutil.rmtree, place)
        place.chmod(0o755)
        (place / "bin").mkdir()
        cls.program = shutil.copy(PROGRAM, place / "bin")
        shutil.copytree(HOME, place / "share" / "annalist")

    def run_as_nobody(self, *arguments):
        done = subprocess.run([str(self.program), *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=self.folder, preexec_fn=drop_rights,
                              env=dict(os.environ, NO_COLOR="1"), timeout=120)
        done.out, done.err = done.stdout.decode(), done.stderr.decode()
        return done

    def test_can_be_asked(self):
        done = self.run_as_nobody("events", "--json", "--archive", "in/a.annals")
        self.assertEqual((done.returncode, done.out), (0, self.events), done.err)
        self.assertTrue(done.out)

    def test_can_be_verified(self):
        done = self.run_as_nobody("verify", "--archive", "in/a.annals")
        self.assertEqual(done.returncode, 0, done.err)
        self.assertIn("1 documents", done.out)

    def test_a_read_says_that_it_cannot_write(self):
        self.write("two.txt", ARTICLE.replace("Baghdad", "Basra"))
        for target in ("in/a.annals", "in/new.annals"):
            done = self.run_as_nobody("read", "two.txt", "--into", target)
            self.assertEqual(done.returncode, 1, done.err)
            self.assertIn(target, done.err)


class Damaged(ProgramTest):
    def test_salvage_brings_the_whole_ones_over(self):
        for i in range(5):
            self.write(f"in/{i}.txt", ARTICLE.replace("Baghdad", f"Baghdad-{i}"))
        self.run_program("read", "in", "--into", "a.annals")
        path = self.folder / "a.annals"
        path.write_bytes(path.read_bytes().replace(b"Baghdad-3", b"BagHdad-3"))
        asked = self.run_program("events", "--json", "--archive", "a.annals")
        self.assertTrue(asked.returncode == 1 and "damaged" in asked.err or asked.out)
        checked = self.run_program("verify", "--archive", "a.annals")
        self.assertEqual(checked.returncode, 1)
        self.assertIn("in/3.txt", checked.err)
        self.assertIn("annalist salvage a.annals", checked.err)
        done = self.run_program("salvage", "a.annals", "--out", "b.annals")
        self.assertEqual(done.returncode, 3)
        self.assertIn("in/3.txt", done.err)
        self.assertEqual(self.last_line(done), "saved 4, lost 1")
        self.assertIn("4 documents", self.run_program("verify", "--archive", "b.annals").out)
        self.assertEqual(self.run_program("salvage", "a.annals", "--out", "b.annals").returncode, 2)


class NoNetwork(ProgramTest):
    """Nothing in the program can reach a network: it names no function that could, and reads all the same where there is none."""

    CALLS = re.compile(r" U (socket|connect|getaddrinfo|gethostby\w+|sendto|sendmsg|curl_\w+|SSL_\w+|BIO_\w+connect)(@|$)", re.M)

    def test_the_program_names_no_network_call(self):
        if shutil.which("nm") is None:
            self.skipTest("no nm")
        symbols = subprocess.run(["nm", "-D", "--undefined-only", str(PROGRAM)], stdout=subprocess.PIPE, check=True).stdout.decode()
        self.assertIn("sqlite3_open_v2", symbols)
        self.assertEqual([m[1] for m in self.CALLS.finditer(symbols)], [])

    def test_it_reads_without_a_network(self):
        article = self.write("one.txt", ARTICLE)
        done = subprocess.run([str(PROGRAM), "read", str(article), "--into", "a.annals"], stderr=subprocess.PIPE, cwd=self.folder,
                              preexec_fn=without_network, timeout=120)
        if done.returncode == 77:
            self.skipTest("namespaces are not allowed here")
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assertEqual(self.last_line_of(done), "read 1, skipped 0, failed 0")

    @staticmethod
    def last_line_of(done):
        return done.stderr.decode().strip().splitlines()[-1]


if __name__ == "__main__":
    unittest.main()
