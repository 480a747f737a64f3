"""The weights file: one header, int8 and fp32 tensors, one checksum. README.md gives the layout."""

import hashlib
import json
import os
import struct

import numpy as np

MAGIC, VERSION, ALIGN = b"ANNALWTS", 1, 64
DTYPES = {"i8": np.int8, "f32": np.float32, "u8": np.uint8}


def quantise(matrix):
    """Rows of a float matrix -> (int8 in -127..127, fp32 scale a row), matrix = int8 * scale."""
    scale = np.abs(matrix).max(axis=1) / 127.0
    scale[scale == 0] = 1.0
    scale = scale.astype(np.float32)
    return np.clip(np.rint(matrix / scale[:, None]), -127, 127).astype(np.int8), scale


def write(path, header, tensors):
    """tensors: list of (name, numpy array of int8, uint8 or float32). `header` gets its "tensors" here."""
    entries, data = [], bytearray()
    kinds = {np.dtype(kind): name for name, kind in DTYPES.items()}
    for name, array in tensors:
        data.extend(bytes(-len(data) % ALIGN))
        raw = np.ascontiguousarray(array).tobytes()
        entries.append({"name": name, "dtype": kinds[array.dtype], "shape": list(array.shape), "offset": len(data),
                        "bytes": len(raw)})
        data.extend(raw)
    text = json.dumps({**header, "tensors": entries}, ensure_ascii=False).encode("utf-8")
    head = MAGIC + struct.pack("<II", VERSION, len(text)) + text
    body = head + bytes(-len(head) % ALIGN) + bytes(data)
    with open(path, "wb") as file:
        file.write(body + hashlib.sha256(body).digest())


def fingerprint(path):
    """What names exactly these weights: the first 12 hexadecimal digits of the checksum."""
    with open(path, "rb") as file:
        file.seek(-32, os.SEEK_END)
        return file.read().hex()[:12]


def read(path):
    """-> (header, {name: array}), with the tensors that it shares with another. Raises ValueError where the file is damaged."""
    with open(path, "rb") as file:
        content = file.read()
    body, digest = content[:-32], content[-32:]
    if body[:8] != MAGIC or hashlib.sha256(body).digest() != digest:
        raise ValueError(f"{path}: not a weights file, or damaged")
    version, size = struct.unpack("<II", body[8:16])
    if version != VERSION:
        raise ValueError(f"{path}: format {version}, expected {VERSION}")
    header = json.loads(body[16:16 + size])
    start = 16 + size + -(16 + size) % ALIGN
    tensors = {}
    for entry in header["tensors"]:
        at = start + entry["offset"]
        tensors[entry["name"]] = np.frombuffer(body[at:at + entry["bytes"]], DTYPES[entry["dtype"]]).reshape(entry["shape"])
    if "shares" in header:
        other = os.path.join(os.path.dirname(path), header["shares"]["file"])
        if fingerprint(other) != header["shares"]["fingerprint"]:
            raise ValueError(f"{path}: made for another {other}")
        tensors = {**read(other)[1], **tensors}
    return header, tensors


def dequantised(tensors):
    """Float tensors by name, the scales multiplied in."""
    floats = {}
    for name, array in tensors.items():
        if array.dtype == np.int8:
            scale = tensors[name + ".scale"]
            floats[name] = array.astype(np.float32) * scale.reshape(-1, *[1] * (array.ndim - 1))
        elif array.dtype == np.float32 and not name.endswith(".scale"):
            floats[name] = array
    return floats
