"""Draws the delays that `serve --service-time DIST --seed N` draws, by code of its own: java.util.SplittableRandom and the distributions
as their definitions say. So the truth does not come from the program that is judged."""
import math
import re

MASK = (1 << 64) - 1
NANOS = {"ns": 1, "us": 1e3, "ms": 1e6, "s": 1e9}


class SplittableRandom:
    """Steele, Lea and Flood (2014): a counter that is mixed."""

    def __init__(self, seed):
        self._state = seed & MASK

    def next_double(self):
        self._state = (self._state + 0x9E3779B97F4A7C15) & MASK
        z = self._state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return ((z ^ (z >> 31)) >> 11) * 2.0 ** -53


def nanos(text):
    number, unit = re.fullmatch(r"([\d.]+)(ns|us|ms|s)", text).groups()
    return float(number) * NANOS[unit]


def drawn(distribution, seed, skipped, count):
    """Delays in nanoseconds, sorted, after so many that are skipped."""
    random = SplittableRandom(seed)
    kind, arguments = re.fullmatch(r"([a-z]+)\((.*)\)", distribution).groups()
    return sorted([draw(random, kind, arguments.split(",")) for _ in range(skipped + count)][skipped:])


def draw(random, kind, arguments):
    if kind == "pareto":
        least, alpha, most = nanos(arguments[0]), float(arguments[1]), nanos(arguments[2])
        return min(most, least * (1 - random.next_double()) ** (-1 / alpha))
    if kind == "lognormal":
        radius = math.sqrt(-2 * math.log1p(-random.next_double()))
        return nanos(arguments[0]) * math.exp(float(arguments[1]) * radius * math.cos(2 * math.pi * random.next_double()))
    parts = [part.split(":") for part in arguments]
    left = random.next_double() * sum(float(weight) for weight, _ in parts)
    for weight, value in parts:
        left -= float(weight)
        if left < 0:
            return nanos(value)
    return nanos(parts[-1][1])
