#!/usr/bin/env python3
"""Packs the handwritten digits that scikit-learn ships into Data/Digits/digits.bin, which is committed.

    python3 -m venv /tmp/digits
    /tmp/digits/bin/pip install scikit-learn
    /tmp/digits/bin/python Scripts/digits.py

What stands in the file says Data/Digits/README.md.
"""

import pathlib

from sklearn.datasets import load_digits

OUTPUT = pathlib.Path(__file__).parent.parent / "Data/Digits/digits.bin"


def packed(pixels):
    """Which of the 64 pixels are not 0, row by row, then those, less 1, two to a byte."""
    mask = sum(1 << (63 - place) for place, value in enumerate(pixels) if value)
    halves = [value - 1 for value in pixels if value]
    halves += [0] * (len(halves) % 2)
    return mask.to_bytes(8, "big") + bytes(16 * one + other for one, other in zip(halves[::2], halves[1::2]))


def checksum(contents):
    """FNV-1a of 32 bits."""
    value = 2166136261
    for byte in contents:
        value = (value ^ byte) * 16777619 % 2**32
    return value


digits = load_digits()
contents = b"digits1\n" + len(digits.target).to_bytes(4, "big")
for pixels, digit in zip(digits.data.astype(int).tolist(), digits.target.tolist()):
    contents += bytes([digit]) + packed(pixels)
contents += checksum(contents).to_bytes(4, "big")
OUTPUT.write_bytes(contents)
print(f"{OUTPUT}: {len(digits.target)} digits, {len(contents)} bytes")
