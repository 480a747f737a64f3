"""A user's own codebook file: a type that the program does not know."""
import json
import unittest

from program import ROOT, ProgramTest

MINE = ROOT / "examples/my.codebook"
TEXT = "President Emmanuel Macron nominated Christine Lagarde on 4 March 2019. Nobody in the government of France was surprised by it.\n"


class CodebookTest(ProgramTest):

    def events(self, *options):
        done = self.run_program("code", self.write("note.txt", TEXT), *options)
        self.assertEqual(done.returncode, 0, done.err)
        return [(e["type"], [a["name"] for a in e["actors"]], [a["name"] for a in e["recipients"]], e["date"])
                for line in done.out.splitlines() for e in json.loads(line)["events"]]

    def test_a_new_type_finds_its_events(self):
        self.assertIn(("APPOINT", ["Emmanuel Macron"], ["Christine Lagarde"], "2019-03-04"), self.events("--codebook", MINE))

    def test_without_the_file_there_is_no_such_type(self):
        self.assertNotIn("APPOINT", [event[0] for event in self.events()])

    def test_check_runs_its_examples(self):
        done = self.run_program("codebook", "check", MINE)
        self.assertEqual(done.returncode, 0, done.err)
        self.assertIn("17 types", done.out + done.err)

    def test_check_tells_an_example_that_fails(self):
        wrong = MINE.read_text(encoding="utf-8").replace("-> Macron ; Gabriel Attal", "-> Gabriel Attal ; Macron")
        done = self.run_program("codebook", "check", self.write("wrong.codebook", wrong))
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("wrong.codebook:12:", done.out + done.err)

    def test_a_misspelt_key_is_told_with_its_place(self):
        wrong = MINE.read_text(encoding="utf-8").replace("recipient object", "recipiant object")
        done = self.run_program("codebook", "check", self.write("wrong.codebook", wrong))
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("wrong.codebook:10:3:", done.out + done.err)
        self.assertIn("did you mean 'recipient'?", done.out + done.err)


if __name__ == "__main__":
    unittest.main()
