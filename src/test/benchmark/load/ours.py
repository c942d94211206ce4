"""Our own load generator: how it is asked, and how its files are read."""
import collections
import functools
import json
import os
import subprocess

import hdr
import tools
from machine import LAUNCHER, Broken, jar, java, java_options, measured

WARM = 5
NAMES = {0.5: "p50", 0.9: "p90", 0.99: "p99", 0.999: "p99.9"}
# A run that its self-check calls invalid ends with this; its files are there all the same, and here they are judged anew.
ENDS = (0, 3)


@functools.cache
def there():
    """Whether the jar is built and can drive."""
    return subprocess.run([java(), "-jar", jar(), "drive", "--help"], capture_output=True, check=False).returncode == 0


def by_java():
    """How a pod starts it."""
    return [java(), *java_options(), "-jar", jar()]


def by_launcher():
    """How a user starts it."""
    return [LAUNCHER]


def drive(load, folder, core, warm=WARM, more=(), start=by_java):
    """One run. CPU is told twice: of the whole process, and of the measured phase alone (told["steady"])."""
    report, log = os.path.join(folder, "run.json"), os.path.join(folder, "run.hlog")
    for file in (report, log):
        if os.path.exists(file):
            os.remove(file)
    pace = ["--rate", f"{load.rate:.0f}", "--connections", str(load.connections)] if load.rate else ["--concurrency", str(load.connections)]
    cost = measured([*start(), "drive", *pace, "--duration", f"{load.seconds:g}s",
                     "--warmup", f"{warm}s" if warm else "none", "--run-json", report, "--hlog", log, *more, load.url], core, allowed=ENDS)
    if not os.path.exists(report):
        raise Broken("drive wrote no run.json: " + cost.text[-300:])
    with open(report, encoding="utf-8") as file:
        told = json.load(file)
    phases = {phase["name"]: phase for phase in told["phases"]}
    phase = phases["measured"]
    done = sum(p["counts"]["completed"] for p in phases.values())
    latencies = collections.Counter()
    for nanos, count in hdr.read(log, lambda tag: tag == "").items():
        latencies[nanos / 1e3] += count
    if sum(latencies.values()) != phase["counts"]["completed"]:
        raise Broken(f"{sum(latencies.values())} answers in the interval log, {phase['counts']['completed']} in the report")
    late = phase["scheduleError"]["nanos"]
    return tools.Outcome(phase["counts"]["completed"], phase["completedPerSecond"], cost.cpu * 1e6 / done, cost.peak, latencies, {
        "steady": told["cpuNanosPerRequest"] / 1e3, "late": {q: late[name] / 1e3 for q, name in NAMES.items()},
        "warm": warm, "warmed": phases["warmup"]["counts"]["completed"] if "warmup" in phases else 0, "valid": told["verdict"]})
