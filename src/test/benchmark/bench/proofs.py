"""What is proved of the benchmark. Each proof gives a text for docs/benchmarks.md and its aims, with whether they are met."""
import collections
import json
import math
import os
import random
import signal
import statistics
import subprocess
import sys
import time

import lab

sys.path.insert(0, os.path.join(lab.HERE, "../load"))
import machine  # noqa: E402
import tools  # noqa: E402

QUICK = ["--warm-up", "1s", "--plateau", "3s"]
MERGED = ["--warm-up", "2s", "--plateau", "5s", "--looks", "10"]  # generators begin up to 0.5 s apart, and four starts at once take their time
SHORTEST = ["--warm-up", "1s", "--plateau", "1s", "--looks", "10"]
TAIL = "mix(99:0us,1:5ms)"
DELAYS = {"50us": 50, "200us": 200, "1000us": 1000, TAIL: 0}  # by serve's words: what each adds to the median, in microseconds


def run_of(folder, name):
    return os.path.join(folder, name + ".json")


def ran(file, *options):
    """Makes a run, unless its file is there already and says that it ended; gives the report."""
    if not os.path.exists(file) or not lab.report(file)["end"]:
        lab.meshadvisor("bench", "run", *options, "-o", file)
    return lab.report(file)


def interval(comparison):
    effect = comparison.get("effect")
    return (effect["unadjusted"]["low"], effect["unadjusted"]["high"]) if effect else None


def comparisons(report, variant, against="baseline"):
    for situation in report["situations"]:
        for comparison in situation["comparisons"]:
            if comparison["variant"] == variant and comparison["against"] == against:
                yield situation["load"]["perSecond"], comparison


def microseconds(value):
    return f"{value / 1000:.2f} ms" if abs(value) >= 1000 else f"{value:.0f} µs"


def real(folder, arguments):
    report = ran(run_of(folder, "real"), "--variants", "app-mtls,istio-sidecar", "--rates", "200,400", "--cpu", "200m", "--cpu-limit", "1",
                 "--looks", "12,16,20", "--warm-up", "1s", "--plateau", "6s", "--seed", "7")
    labels = {each["variant"]: each["label"] for each in report["variants"]}
    lines = [f"One node, {report['environment']['fingerprint'] and ', '.join(e['name'] + ' ' + e['value'] for e in report['environment']['fingerprint'])}.",
             "", "| variant | rate | against | statistic | adds | 95 % interval | says |", "|---|---|---|---|---|---|---|"]
    sure = []
    for variant in ("app-mtls", "istio-sidecar"):
        for against in ("baseline", "app-mtls"):
            for rate, comparison in comparisons(report, variant, against):
                if comparison["statistic"] in ("p50", "p99") and interval(comparison):
                    low, high = interval(comparison)
                    lines.append(f"| {labels[variant]} | {rate:.0f}/s | {against} | {comparison['statistic']} | "
                                 f"{microseconds(comparison['effect']['byMicros'])} | {microseconds(low)} to {microseconds(high)} | {comparison['outcome']} |")
                    if variant == "istio-sidecar" and against == "baseline":
                        sure.append(low > 0)
    lines += ["", "| variant | rate | who | CPU of 1000 requests |", "|---|---|---|---|"]
    for bill in report["bills"]:
        lines += [f"| {labels.get(bill['variant'], bill['variant'])} | {bill['load']['perSecond']:.0f}/s | {cpu['payer']} | "
                  f"{cpu['secondsPer1000']:.3f} s ({cpu['unadjusted']['low']:.3f} to {cpu['unadjusted']['high']:.3f}) |" for cpu in bill["cpu"]]
    invalid = len(report["cells"]["invalid"])
    lines += ["", f"{report['cells']['all'] - invalid} of {report['cells']['all']} cells are valid."]
    return "\n".join(lines), [("the sidecar's p50 and p99 at two rates exclude zero", len(sure) == 4 and all(sure)),
                              ("cells are valid", invalid * 10 <= report["cells"]["all"])]


def alarms_allowed(trials, share=0.05, level=0.05):
    """The fewest alarms of so many trials that are too many: as many happen by chance with less than the level."""
    chance = 1.0
    for alarms in range(trials + 2):
        if chance < level:
            return alarms
        chance -= math.comb(trials, alarms) * share ** alarms * (1 - share) ** (trials - alarms) if alarms <= trials else 0
    return trials + 1


def truth(folder, arguments):
    hits, tries, none, alarms = collections.Counter(), collections.Counter(), 0, 0
    compared = beside(folder)
    joined = run_of(folder, "truth-beside")
    reports = [lab.report(joined)] if os.path.exists(joined) else []
    for number in range(arguments.runs):
        delays = [word for delay in DELAYS for word in ("--known-delay", delay)]
        reports.append(ran(run_of(folder, f"truth-{number}"), "--variants", "baseline", *delays, "--rates", "300,400,500", "--cpu", "150m", "--cpu-limit", "1",
                           *SHORTEST, "--seed", str(100 + number)))
    for report in reports:
        for variant in (each["variant"] for each in report["variants"]):
            for _, comparison in comparisons(report, variant):
                seen = interval(comparison)
                delay = known(variant)
                if seen is None or delay is None or comparison["statistic"] != "p50":
                    continue
                tries[delay] += 1
                hits[delay] += seen[0] <= DELAYS[delay] <= seen[1]
        for situation in report["situations"]:
            none += 1
            alarms += bool(situation["alarms"])
    lines = [f"{len(reports)} runs of 10 blocks at three to five rates from 200 to 500/s, 1 or 2 s each, each with pods of its own and all delays at "
             f"once: {sum(tries.values())} short comparisons with plaintext, and {none} of plaintext with itself.", "",
             "| the server adds | to p50 | 95 % intervals (unadjusted) that contain it |", "|---|---|---|"]
    lines += [f"| {delay} | {microseconds(DELAYS[delay])} | {hits[delay]} of {tries[delay]} |" for delay in DELAYS]
    lines += [f"| nothing (A/A) | 0 µs | {none - alarms} of {none} without alarm; {alarms_allowed(none)} or more alarms would be too many |", "",
              tail(folder), "", compared]
    total, contained = sum(tries.values()), sum(hits.values())
    return "\n".join(lines), [("40 short comparisons", total >= 40), ("90 % of the intervals contain the truth", total > 0 and contained >= 0.9 * total),
                              ("no more alarms than chance gives", none > 0 and alarms < alarms_allowed(none))]


def tail(folder):
    """One longer run for what one request in a hundred waits 5 ms more: p99.9 is then the 90th percentile of those that wait."""
    report = ran(run_of(folder, "truth-tail"), "--variants", "baseline", "--known-delay", TAIL, "--rates", "500", "--cpu", "200m", "--cpu-limit", "1",
                 "--warm-up", "1s", "--plateau", "21s", "--looks", "10", "--seed", "99")
    situation = report["situations"][0]
    own = {point["statistic"]: point["blocksMicros"] for point in situation["points"] if point["variant"] == "baseline"}
    seen = [comparison for _, comparison in comparisons(report, "known-delay-1") if comparison["statistic"] == "p99.9" and comparison["effect"]]
    if not seen or "p99.9" not in own:
        return f"The tail: p99.9 of {TAIL} could not be judged in a run of its own."
    low, high = interval(seen[0])
    truth_of_it = 5000 + own["p90"] - own["p99.9"]
    return (f"The tail, in a run of its own with 10,500 requests a block: p99.9 of {TAIL} is p90 of the requests that wait, so it adds 5 ms + "
            f"{microseconds(own['p90'])} - {microseconds(own['p99.9'])} = {microseconds(truth_of_it)} here; the interval is {microseconds(low)} to "
            f"{microseconds(high)}, which {'contains' if low <= truth_of_it <= high else 'does not contain'} it.")


def beside(folder):
    """The same servers are driven by fortio's library: the program is frozen when its last block is over and before it removes them."""
    if not tools.program("fortio"):
        return "fortio was not driven beside it: src/test/benchmark/load/install-peers builds it."
    file, kept = run_of(folder, "truth-beside"), run_of(folder, "truth-fortio")
    if not os.path.exists(kept):
        frozen_beside(file, kept, folder)
    with open(kept, encoding="utf-8") as medians_of_fortio:
        medians = json.load(medians_of_fortio)
    report = lab.report(file)
    lines = ["Of one of these runs, beside what fortio's library says of the same servers (10 rounds of 2 s in turns, after the last block, from "
             "the node; point estimates of p50 less that of plaintext):", "", "| the server adds | meshadvisor | fortio |", "|---|---|---|"]
    for variant in sorted(medians):
        ours = [c["effect"]["byMicros"] for rate, c in comparisons(report, variant) if rate == 500 and c["statistic"] == "p50" and c["effect"]]
        if ours:
            lines.append(f"| {'nothing (A/A)' if known(variant) is None else known(variant)} | {microseconds(ours[0])} | "
                         f"{microseconds(medians[variant] - medians['baseline'])} |")
    return "\n".join(lines)


def frozen_beside(file, kept, folder):
    """Makes the run, and drives its servers with fortio before they are removed."""
    delays = [word for delay in DELAYS for word in ("--known-delay", delay)]
    process = lab.started("bench", "run", "--variants", "baseline", *delays, "--rates", "200,250,300,400,500", "--cpu", "150m", "--cpu-limit", "1", *SHORTEST,
                          "--seed", "98", "-o", file, log=file + ".log")
    try:
        lab.until(lambda: process.poll() is not None or said(file).count("watching for") > 1, 1800, "the last block of " + file)
        os.killpg(process.pid, signal.SIGSTOP)
        medians = driven_by_fortio(said(file).split()[1], folder)
        with open(kept, "w", encoding="utf-8") as sink:
            json.dump(medians, sink)
    finally:
        os.killpg(process.pid, signal.SIGCONT)
    if process.wait(timeout=300) != 0:
        raise lab.Broken(f"the run of {file} did not end well: " + said(file)[-2000:])


def said(file):
    with open(file + ".log", encoding="utf-8") as log:
        return log.read()


def driven_by_fortio(run, folder):
    """The median over rounds of the median latency of each variant's server, in microseconds."""
    prefix = f"meshadvisor-bench-{run}-"
    services = [line.split() for line in lab.kubectl("get", "services", "-A", "--no-headers", "-o",
                "custom-columns=:.metadata.namespace,:.metadata.name,:.spec.clusterIP").splitlines()]
    urls = {namespace[len(prefix):]: f"http://{ip}:8080/" for namespace, name, ip in services
            if namespace.startswith(prefix) and name == "server-http1"}
    medians = collections.defaultdict(list)
    draw = random.Random(98)
    for _ in range(10):
        for variant in draw.sample(sorted(urls), len(urls)):
            medians[variant].append(tools.fortio(tools.Load(urls[variant], 500, 2, 16), folder, machine.GENERATOR_CORE).quantile(0.5))
    return {variant: statistics.median(values) for variant, values in medians.items()}


def known(variant):
    """The delay that a variant adds: they are numbered in the order in which they were asked for."""
    word, _, number = variant.rpartition("-")
    return list(DELAYS)[int(number) - 1] if word == "known-delay" and number.isdigit() else None


def merge(folder, arguments):
    points = {}
    for number, generators in enumerate((1, 4, 4, 1)):
        report = ran(run_of(folder, f"merge-{number}"), "--variants", "baseline", "--generators", str(generators), "--rates", "400", *MERGED,
                     "--seed", str(7 + number), "--cpu", "200m", "--cpu-limit", "1")
        for situation in report["situations"]:
            for point in situation["points"]:
                if point["statistic"] == "p50" and point["variant"] == "baseline":
                    points.setdefault(generators, []).append(point["blocksMicros"])
            floor = max((f["floorMicros"] for f in situation["noise"] if f["statistic"] == "p50"), default=0)
            points.setdefault("floor", []).append(floor)
    if not points.get(1) or not points.get(4):
        raise lab.Broken("no valid cell with one or with four generators")
    one, four = (sum(points[n]) / len(points[n]) for n in (1, 4))
    spread = max(max(points[n]) - min(points[n]) for n in (1, 4))
    floor = max(*points["floor"], spread)
    return (f"p50 of baseline at 400/s, two runs each in turns: one generator {microseconds(one)}, four {microseconds(four)}; "
            f"noise floor {microseconds(floor)} (A/A within the runs, or the difference of equal runs, whichever is larger)."), \
        [("four generators tell what one tells, within the noise", abs(one - four) <= floor)]


CELLS = 24  # of a run that kills and restarts are done to: two variants, twelve blocks


def begun(folder, name, *options):
    file = run_of(folder, name)
    process = lab.started("bench", "run", "--variants", "baseline", "--rates", "100", "--cpu", "100m", "--cpu-limit", "500m", "--looks", "12", *QUICK,
                          "-o", file, *options,
                          log=file + ".log")
    return process, file


def kills(folder, arguments):
    draw = random.Random(arguments.seed)
    before, own = lab.everything(lab.runs()), set()
    left, slowest = [], 0.0
    for number in range(arguments.kills):
        process, file = begun(folder, f"kill-{number}")
        time.sleep(draw.uniform(0.5, 25))
        if process.poll() is not None:
            raise lab.Broken("a run ended before it was killed: " + said(file)[-2000:])
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        if not said(file).startswith("Benchmark r"):
            continue  # killed before it had begun: the comparison at the end shows whether it did something
        run = said(file).split()[1]
        own.add(run)
        begin = time.monotonic()
        lab.meshadvisor("bench", "clean", "--run", run)
        slowest = max(slowest, time.monotonic() - begin)
        more = lab.ours(run)
        if more:
            left.append((number, sorted(more)[:5]))
    restarts = restarted(folder, arguments, draw)

    def lost():
        return lab.everything(lab.runs() - own - restarts["own"]) - before
    lab.until(lambda: not lost(), 60, "the same objects as before: " + ", ".join(sorted(lost())[:5]))
    text = (f"{arguments.kills} kills at random moments (0.5 to 25 s): after `bench clean` {len(left)} left something; it took {slowest:.0f} s at most. "
            f"{restarts['all']} restarts of the API server in {restarts['runs']} runs, of which {restarts['good']} lost no cell. "
            f"Compared over all kinds of objects before and after: 0 more.")
    return text, [("nothing is left after kills", not left), ("runs lose nothing to restarts of the API server", restarts["good"] == restarts["runs"])]


def restarted(folder, arguments, draw):
    """The API server is restarted again and again while runs go on; they must end well."""
    script = os.path.join(lab.ROOT, "src/test/cluster/restart-apiserver")
    state = os.environ.get("MESHADVISOR_CLUSTER_STATE", "")
    if not arguments.restarts or not os.path.isdir(state):
        return {"all": 0, "runs": 0, "good": 0, "own": set()}
    count, runs, good, own = 0, 0, 0, set()
    while count < arguments.restarts:
        process, file = begun(folder, f"restart-{runs}")
        runs += 1
        while process.poll() is None and count < arguments.restarts:
            time.sleep(draw.uniform(8, 16))
            if process.poll() is None:
                subprocess.run([script, state], check=True, timeout=60)
                count += 1
        # 5: driven to its end, and the machine was too busy for its cells to be valid, which restarts are a part of
        good += process.wait(timeout=900) in (0, 5) and lab.report(file)["cells"]["all"] == CELLS
        own.add(said(file).split()[1])
    return {"all": count, "runs": runs, "good": good, "own": own}
