"""The load generators: how each is asked for the same load, and how its answer is read."""
import collections
import csv
import dataclasses
import json
import math
import os
import re
import sqlite3

from machine import Broken, GENERATOR_CORE, measured, program

QUANTILES = (0.5, 0.9, 0.99, 0.999)


@dataclasses.dataclass(frozen=True)
class Load:
    """What is asked of every tool; a rate of 0 is a closed loop."""
    url: str
    rate: float
    seconds: float
    connections: int = 32


@dataclasses.dataclass(frozen=True)
class Outcome:
    """What a tool did and said: requests done, microseconds of CPU for each, latencies as counts by microseconds (None: not told)."""
    done: int
    rate: float
    cpu: float
    peak: float
    latencies: collections.Counter | None
    told: dict

    def quantile(self, q):
        if self.latencies is None:
            return self.told.get(q)
        left = math.ceil(q * sum(self.latencies.values()))
        for value in sorted(self.latencies):
            left -= self.latencies[value]
            if left <= 0:
                return value
        return None

    def share_above(self, threshold):
        total = sum(self.latencies.values()) if self.latencies else 0
        return sum(n for v, n in self.latencies.items() if v > threshold) / total if total else None


def outcome(cost, latencies, done=None, seconds=None, told=None):
    done = done if done is not None else sum(latencies.values())
    if not done:
        raise Broken("a tool did no request: " + cost.text[-300:])
    return Outcome(done, done / (seconds or cost.wall), cost.cpu * 1e6 / done, cost.peak, latencies, told or {})


def hey(load, folder, core):
    limit = ["-q", f"{load.rate / load.connections:.6g}"] if load.rate else []
    cost = measured([program("hey"), "-z", f"{load.seconds}s", "-c", str(load.connections), *limit, "-o", "csv", load.url], core)
    return outcome(cost, collections.Counter(round(float(row["response-time"]) * 1e6) for row in csv.DictReader(cost.text.splitlines())), seconds=load.seconds)


def h2load(load, folder, core):
    log = os.path.join(folder, "h2load.log")
    if os.path.exists(log):
        os.remove(log)
    cost = measured([program("h2load"), "--h1", "-t", "1", "-c", str(load.connections), "-n", str(int(load.rate * load.seconds)),
                     "--rps", f"{load.rate / load.connections:.6g}", "--log-file", log, load.url], core)
    with open(log, encoding="ascii") as file:
        return outcome(cost, collections.Counter(int(line.split("\t")[2]) for line in file), seconds=load.seconds)


def h2load_alone(load, folder, core):
    """With a single connection it cannot send a burst: it must wait for each answer."""
    return h2load(dataclasses.replace(load, connections=1), folder, core)


def vegeta(load, folder, core):
    targets, results, table = (os.path.join(folder, "vegeta." + s) for s in ("targets", "bin", "csv"))
    with open(targets, "w", encoding="ascii") as file:
        file.write(f"GET {load.url}\n")
    cost = measured([program("vegeta"), "attack", "-rate", f"{load.rate:.0f}/s", "-duration", f"{load.seconds}s", "-connections", str(load.connections), "-max-connections", str(load.connections),
                     "-targets", targets, "-output", results], core)
    measured([program("vegeta"), "encode", "-to", "csv", "-output", table, results], core)
    with open(table, encoding="ascii") as file:
        return outcome(cost, collections.Counter(round(int(row[2]) / 1e3) for row in csv.reader(file)), seconds=load.seconds)


def oha(load, folder, core, *more):
    base = os.path.join(folder, "oha.db")
    if os.path.exists(base):
        os.remove(base)
    limit = ["-q", f"{load.rate:.0f}"] if load.rate else []
    cost = measured([program("oha"), "-z", f"{load.seconds}s", "-w", "-c", str(load.connections), *limit, "--no-tui", "--output-format", "json", *more, load.url], core)
    told = json.loads(cost.text)
    return outcome(cost, None, done=sum(told["statusCodeDistribution"].values()), seconds=load.seconds,
                   told={q: told["latencyPercentiles"][name] * 1e6 for q, name in zip(QUANTILES, ("p50", "p90", "p99", "p99.9"))})


def oha_each(load, folder, core, *more):
    """oha with every request in a database, which costs it CPU but tells the share above a threshold."""
    base = os.path.join(folder, "oha.db")
    plain = oha(load, folder, core, *more, "--db-url", base)
    connection = sqlite3.connect(base)
    latencies = collections.Counter(round(d * 1e6) for d, in connection.execute("select duration from oha"))
    connection.close()
    return dataclasses.replace(plain, latencies=latencies)


def oha_corrected(load, folder, core):
    return oha_each(load, folder, core, "--latency-correction")


def fortio(load, folder, core, *more):
    cost = measured([program("fortio"), "-qps", f"{load.rate:.0f}", "-c", str(load.connections), "-t", f"{load.seconds}s", *more, load.url], core)
    told = json.loads(cost.text)
    latencies = collections.Counter()
    for slot in told["DurationHistogram"]["Data"]:  # spread evenly over the slot, as fortio itself interpolates
        for i in range(slot["Count"]):
            latencies[round((slot["Start"] + (slot["End"] - slot["Start"]) * (i + 0.5) / slot["Count"]) * 1e6)] += 1
    return outcome(cost, latencies, seconds=told["ActualDuration"] / 1e9)


def fortio_no_catch_up(load, folder, core):
    return fortio(load, folder, core, "-nocatchup")


UNITS = {"us": 1, "ms": 1e3, "s": 1e6}


def wrk(load, folder, core):
    cost = measured([program("wrk"), "-t1", f"-c{load.connections}", f"-d{load.seconds:.0f}s", "--latency", load.url], core)
    told = {float(q) / 100: float(v) * UNITS[u] for q, v, u in re.findall(r"^\s+(50|90|99)%\s+([\d.]+)(us|ms|s)$", cost.text, re.M)}
    done, seconds = re.search(r"(\d+) requests in ([\d.]+)s", cost.text).groups()
    return outcome(cost, None, done=int(done), seconds=float(seconds), told=told)


def warm(url, requests):
    """Exactly so many requests, so that a server which draws something for each has drawn that many."""
    if requests:
        measured([program("h2load"), "--h1", "-t", "1", "-c", "64", "-n", str(requests), url], GENERATOR_CORE)


PEERS = {"fortio": fortio, "vegeta": vegeta, "h2load": h2load, "oha": oha, "hey": hey, "wrk": wrk}
