import os
import tempfile
import unittest

import numpy as np

import weights_file


class WeightsFile(unittest.TestCase):
    def setUp(self):
        self.path = os.path.join(tempfile.mkdtemp(), "x.weights")

    def test_round_trip(self):
        matrix = np.random.default_rng(1).normal(size=(5, 7)).astype(np.float32)
        values, scale = weights_file.quantise(matrix)
        weights_file.write(self.path, {"name": "x"}, [("a", values), ("a.scale", scale), ("b", matrix[0])])
        header, tensors = weights_file.read(self.path)
        self.assertEqual([entry["name"] for entry in header["tensors"]], ["a", "a.scale", "b"])
        self.assertTrue(all(entry["offset"] % 64 == 0 for entry in header["tensors"]))
        floats = weights_file.dequantised(tensors)
        self.assertLessEqual(np.abs(floats["a"] - matrix).max(), np.abs(matrix).max() / 254 + 1e-6)
        self.assertEqual(sorted(floats), ["a", "b"])

    def test_shared_tensors(self):
        weights_file.write(self.path, {}, [("a", np.ones(3, np.float32)), ("b", np.zeros(3, np.float32))])
        part = self.path + ".part"
        for fingerprint in (weights_file.fingerprint(self.path), "0" * 12):
            weights_file.write(part, {"shares": {"file": "x.weights", "fingerprint": fingerprint}}, [("b", np.ones(2, np.float32))])
            if fingerprint == "0" * 12:
                self.assertRaises(ValueError, weights_file.read, part)
            else:
                _, tensors = weights_file.read(part)
                self.assertEqual({name: len(array) for name, array in tensors.items()}, {"a": 3, "b": 2})

    def test_damage_is_seen(self):
        weights_file.write(self.path, {}, [("b", np.zeros(3, np.float32))])
        with open(self.path, "r+b") as file:
            file.seek(20)
            file.write(b"?")
        with self.assertRaises(ValueError):
            weights_file.read(self.path)


if __name__ == "__main__":
    unittest.main()
