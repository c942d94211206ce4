"""Reads interval logs of HdrHistogram (version 2 encoding), so that our own figures are checked by code that did not make them."""
import base64
import collections
import math
import struct
import zlib

LOG, PLAIN = 0x1C849304, 0x1C849303


def read(path, keep=lambda tag: True):
    """Counts by value of all intervals of a log whose tag is kept; values as they were recorded."""
    total = collections.Counter()
    with open(path, encoding="ascii") as file:
        for line in file:
            if line.startswith("#") or line.startswith('"') or not line.strip():
                continue
            tag, _, rest = line.partition(",") if line.startswith("Tag=") else ("", "", line)
            if keep(tag.removeprefix("Tag=")):
                total.update(decoded(rest.strip().split(",")[3]))
    return total


def decoded(text):
    """Counts by value of one histogram."""
    raw = base64.b64decode(text)
    cookie, length = struct.unpack(">ii", raw[:8])
    if cookie & ~0xF0 != LOG & ~0xF0:
        raise ValueError(f"not a compressed histogram: {cookie:x}")
    raw = zlib.decompress(raw[8:8 + length])
    cookie, length, offset, digits, lowest, _, _ = struct.unpack(">iiiiqqd", raw[:40])
    if cookie & ~0xF0 != PLAIN & ~0xF0 or offset:
        raise ValueError(f"not a histogram of version 2: {cookie:x}")
    unit = int(math.log2(max(lowest, 1)))
    half = max(math.ceil(math.log2(2 * 10 ** digits)), 1) - 1
    counts, index = collections.Counter(), 0
    for number in numbers(raw[40:40 + length]):
        if number < 0:
            index -= number
        else:
            if number:
                counts[middle(index, unit, half)] += number
            index += 1
    return counts


def numbers(raw):
    """Zigzag LEB128 numbers of at most nine bytes, as HdrHistogram writes them."""
    at = 0
    while at < len(raw):
        value = shift = 0
        while True:
            byte = raw[at]
            at += 1
            if shift == 56:
                value |= byte << shift
                break
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                break
        yield (value >> 1) ^ -(value & 1)


def middle(index, unit, half):
    """The value in the middle of a slot."""
    bucket, slot = (index >> half) - 1, (index & ((1 << half) - 1)) + (1 << half)
    if bucket < 0:
        bucket, slot = 0, slot - (1 << half)
    return (slot << (bucket + unit)) + ((1 << (bucket + unit)) >> 1)
