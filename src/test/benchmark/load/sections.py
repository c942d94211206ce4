"""What is measured, section by section: each gives the lines of its table and the figures that aims are about."""
import dataclasses
import math
import os
import statistics
import sys
import time

import arrivals
import delays
import machine
import ours
import tools
from machine import GENERATOR_CORE, SERVER_CORE

RATES = (1_000, 5_000, 10_000, 20_000)
ALONE = 10_000  # more than that does not go over one connection without a queue
TRUTHS = {"bimodal": "mix(95:10ms,5:50ms)", "heavy tail": "pareto(5ms,1.5,2s)"}
FREEZE_EACH, FREEZE, ABOVE = 5.0, 0.2, 0.1


@dataclasses.dataclass(frozen=True)
class Asked:
    """How long and how often to measure."""
    rounds: int
    seconds: float
    quick: bool
    quiet: machine.Quiet


def stamp(name, asked):
    """How and when it was measured, and what was not there."""
    missing = [name for name in tools.PEERS if not machine.program(name)] + ([] if ours.there() else ["meshadvisor"])
    again = f"src/test/benchmark/load/run --only {name} " + ("--quick" if asked.quick else f"--rounds {asked.rounds} --seconds {asked.seconds:g}")
    return (f"Measured on {time.strftime('%Y-%m-%d', time.gmtime())} with `{again}`, {os.cpu_count()} cores, server on core {SERVER_CORE}, "
            f"generator on core {GENERATOR_CORE}. "
            f"Others used the machine during {asked.quiet.disturbed} of {asked.quiet.measurements} measurements."
            + (f" Not installed: {', '.join(missing)}." if missing else ""))


def there(peers, own=ours.drive):
    """The peers that are installed, and ours if its jar can drive."""
    found = {name: tool for name, tool in peers.items() if machine.program(name.split()[0])}
    return ({"meshadvisor": own} if ours.there() else {}) | found


def in_turns(asked, jobs):
    """Outcomes by job: every job once a round, each round beginning with another. A job that fails is said and left out."""
    results = {key: [] for key in jobs}
    for turn in range(asked.rounds):
        keys = list(jobs)
        for key in keys[turn % len(keys):] + keys[:turn % len(keys)]:
            try:
                results[key].append(asked.quiet.during(jobs[key]))
            except machine.Broken as problem:
                print(f"{key}: {problem}", file=sys.stderr, flush=True)
    return {key: found for key, found in results.items() if found}


def middle(outcomes, of):
    values = [v for v in map(of, outcomes) if v is not None]
    return statistics.median(values) if values else None


def micros(value):
    return "–" if value is None else f"{value:,.0f} µs"


def percent(value):
    return "–" if value is None else f"{value * 100:.2f} %"


def cpu(asked, folder):
    peers = there({n: t for n, t in tools.PEERS.items() if n != "wrk"} | {"h2load -c 1": tools.h2load_alone})
    if "meshadvisor" in peers:
        peers = {"meshadvisor": ours.drive, "meshadvisor coarse": lambda *load: ours.drive(*load, more=("--wait", "coarse"))} | peers
    with machine.nginx(folder) as server:
        jobs = {(rate, name): lambda t=tool, r=rate: t(tools.Load(server.url, r, asked.seconds), folder, GENERATOR_CORE)
                for rate in RATES for name, tool in peers.items() if tool is not tools.h2load_alone or rate <= ALONE}
        found = in_turns(asked, jobs)
    lines = ["| rate | tool | rate reached | CPU of a request | with start and warm-up | latency it tells, p50 | p99 |", "|---|---|---|---|---|---|---|"]
    figures, steady = {}, lambda o: o.told.get("steady", o.cpu)
    for (rate, name), outs in found.items():
        lines.append(f"| {rate:,}/s | {name} | {middle(outs, lambda o: o.rate):,.0f}/s | {middle(outs, steady):.1f} µs | {middle(outs, lambda o: o.cpu):.1f} µs "
                     f"| {micros(middle(outs, lambda o: o.quantile(0.5)))} | {micros(middle(outs, lambda o: o.quantile(0.99)))} |")
        for own, word in (("meshadvisor", "ours"), ("meshadvisor coarse", "ours coarse")):
            if not name.startswith("meshadvisor") and (rate, own) in found:
                figures[f"cpu of {word} / {name} at {rate}"] = middle(found[rate, own], steady) / middle(outs, lambda o: o.cpu)
    return lines, figures


def schedule(asked, folder):
    peers = there({n: t for n, t in tools.PEERS.items() if n != "wrk"}, lambda *load: ours.drive(*load, warm=2))
    lines, figures = [], {}

    def watched(tool, rate):
        with arrivals.Watch(SERVER_CORE) as watch:
            tool(tools.Load(watch.url, rate, max(4, asked.seconds)), folder, GENERATOR_CORE)
            return watch.gaps()
    found = in_turns(asked, {(rate, name): lambda t=tool, r=rate: watched(t, r) for rate in (1_000, 10_000) for name, tool in peers.items()})
    if "meshadvisor" in peers:
        with machine.nginx(folder) as server:
            own = in_turns(asked, {how: lambda h=how: ours.drive(tools.Load(server.url, 10_000, asked.seconds), folder, GENERATOR_CORE, more=("--wait", h))
                                   for how in ("park", "spin")})
        for how, outs in own.items():
            late = {q: middle(outs, lambda o, q=q: o.told["late"][q]) for q in (0.5, 0.99, 0.999)}
            best = min(o.told["late"][0.99] for o in outs)
            lines += [f"At 10,000/s with `--wait {how}` our requests are sent {late[0.5]:.1f} µs late in the median, {late[0.99]:,.1f} µs at p99 (best round {best:,.1f} µs; "
                      f"aim: at most 50 µs) and {late[0.999]:,.1f} µs at p99.9.", ""]
            figures[f"schedule error p99 in µs at 10000, {how}"] = late[0.99]
    lines += ["Gaps between requests as they reach a server, by the kernel's receive time stamps:", "",
              "| rate | regular gap | tool | gap p10 | p50 | p90 | p99 | within a tenth of regular |", "|---|---|---|---|---|---|---|---|"]
    for (rate, name), rounds in found.items():
        cells = [statistics.median(gaps[int(len(gaps) * q)] for gaps in rounds) for q in (0.1, 0.5, 0.9, 0.99)]
        near = statistics.median(sum(0.9e6 / rate <= g <= 1.1e6 / rate for g in gaps) / len(gaps) for gaps in rounds)
        lines.append(f"| {rate:,}/s | {1_000_000 // rate:,} µs | {name} | " + " | ".join(micros(c) for c in cells) + f" | {near * 100:.0f} % |")
        figures[f"regular gaps of {name} at {rate}"] = near
    return lines, figures


def truth(asked, folder):
    """The delays that the server really drew are drawn again from the same seed, so the truth is exact and not a matter of sampling."""
    rate, seconds, seed = 500, 10 if asked.quick else 30, 7
    skipped = 3_000 if machine.program("h2load") else 0
    peers = there({"fortio": tools.fortio, "vegeta": tools.vegeta, "h2load": tools.h2load, "oha": tools.oha_each, "hey": tools.hey})
    lines, figures = ["| delays | tool | p50 | p90 | p99 | p99.9 | largest error |", "|---|---|---|---|---|---|---|"], {}
    if not ours.there():
        return [*lines, "", "Not measured: our own server is not built."], figures
    for kind, distribution in TRUTHS.items():
        def run(tool):
            with machine.serve("--service-time", distribution, "--seed", str(seed), "--wait", "spin") as server:
                tools.warm(server.url, skipped)
                return tool(tools.Load(server.url, rate, seconds, 64), folder, GENERATOR_CORE)
        found = in_turns(asked, {name: lambda t=tool: run(t) for name, tool in peers.items()})
        drawn = quantiles(delays.drawn(distribution, seed, skipped, rate * seconds))
        lines.append(f"| {kind}: `{distribution}` | truth | " + " | ".join(micros(drawn[q]) for q in tools.QUANTILES) + " | |")
        for name, outs in found.items():
            drawn = [quantiles(delays.drawn(distribution, seed, skipped + o.told.get("warmed", 0), o.done)) for o in outs]
            errors = {q: statistics.median(o.quantile(q) / d[q] - 1 for o, d in zip(outs, drawn)) for q in tools.QUANTILES}
            worst = max(map(abs, errors.values()))
            lines.append(f"| | {name} | " + " | ".join(f"{errors[q] * 100:+.1f} %" for q in tools.QUANTILES) + f" | {worst * 100:.1f} % |")
            if name == "meshadvisor":
                figures[f"error of quantiles, {kind}"] = worst
    return lines, figures


def quantiles(nanos):
    """Microseconds by quantile of sorted nanoseconds."""
    return {q: nanos[math.ceil(q * len(nanos)) - 1] / 1e3 for q in tools.QUANTILES}


def stalls(asked, folder):
    rate, seconds = 1_000, 10 if asked.quick else 30
    peers = there({"vegeta": tools.vegeta, "fortio": tools.fortio, "fortio -nocatchup": tools.fortio_no_catch_up, "h2load": tools.h2load,
                   "oha": tools.oha_each, "oha --latency-correction": tools.oha_corrected, "hey": tools.hey},
                  lambda *load: ours.drive(*load, warm=0))

    def run(tool):
        with machine.nginx(folder) as server:
            freezer = machine.Freezer(server.worker, FREEZE_EACH, FREEZE)
            began = time.monotonic()
            freezer.start()
            try:
                got = tool(tools.Load(server.url, rate, seconds), folder, GENERATOR_CORE)
            finally:
                freezer.stop()
        # A request meant for x seconds after the freeze waits its length less x; those before the last 100 ms wait longer than that.
        above = sum(max(0.0, length - ABOVE) for at, length in freezer.frozen if at - began < seconds)
        return got, above / seconds
    found = in_turns(asked, {name: lambda t=tool: run(t) for name, tool in peers.items()})
    lines = ["| tool | requests | above 100 ms | truth | told of truth | p99 it tells |", "|---|---|---|---|---|---|"]
    figures = {}
    for name, rounds in found.items():
        ratio = statistics.median(got.share_above(ABOVE * 1e6) / true for got, true in rounds)
        lines.append(f"| {name} | {statistics.median(got.done for got, _ in rounds):,.0f} | {percent(statistics.median(got.share_above(ABOVE * 1e6) for got, _ in rounds))} "
                     f"| {percent(statistics.median(true for _, true in rounds))} | {ratio * 100:.0f} % | {micros(statistics.median(got.quantile(0.99) for got, _ in rounds))} |")
        if name == "meshadvisor":
            figures["stalls told of truth"] = ratio
    return lines, figures


def start(asked, folder):
    if not ours.there():
        return ["Not measured: the load generator is not built."], {}
    firsts, peaks = [], []
    for _ in range(max(5, asked.rounds)):
        with arrivals.Watch(SERVER_CORE) as watch:
            def run():
                began = time.time_ns()
                ours.drive(tools.Load(watch.url, 100, 1), folder, None, warm=1, start=ours.by_launcher)
                return began
            began = asked.quiet.during(run)
            firsts.append((watch.since(began) - began) / 1e6)
    with machine.nginx(folder) as server:
        for rate in (1_000, 10_000):
            peaks.append((rate, ours.drive(tools.Load(server.url, rate, asked.seconds), folder, GENERATOR_CORE).peak))
    lines = [f"From the start of the program, on both cores, to the first request that a server sees: {statistics.median(firsts):.0f} ms ({min(firsts):.0f} to {max(firsts):.0f}; aim: at most 300 ms).",
             "Peak memory of the process with `-Xmx64m`: " + ", ".join(f"{peak:.0f} MiB at {rate:,}/s" for rate, peak in peaks) + "."]
    return lines, {"start in ms": statistics.median(firsts)}


def closed(asked, folder):
    peers = there({"wrk": tools.wrk, "oha": tools.oha, "hey": tools.hey})
    with machine.nginx(folder) as server:
        found = in_turns(asked, {name: lambda t=tool: t(tools.Load(server.url, 0, asked.seconds), folder, GENERATOR_CORE) for name, tool in peers.items()})
    lines = ["| tool, 32 connections | requests per second | CPU of a request | times wrk |", "|---|---|---|---|"]
    figures = {}
    reference = middle(found["wrk"], lambda o: o.rate) if "wrk" in found else None
    for name, outs in found.items():
        rate = middle(outs, lambda o: o.rate)
        lines.append(f"| {name} | {rate:,.0f} | {middle(outs, lambda o: o.told.get('steady', o.cpu)):.1f} µs | {rate / reference if reference else float('nan'):.2f} |")
        if name == "meshadvisor" and reference:
            figures["closed loop / wrk"] = rate / reference
    return lines, figures


ALL = {"cpu": cpu, "schedule": schedule, "truth": truth, "stalls": stalls, "start": start, "closed": closed}
