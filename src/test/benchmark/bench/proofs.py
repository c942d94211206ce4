"""What is proved of the benchmark. Each proof gives a text for docs/benchmarks.md and its aims, with whether they are met."""
import collections
import math
import os
import random
import signal
import subprocess
import time

import lab

QUICK = ["--warm-up", "1s", "--plateau", "3s"]
DELAYS = {"50us": 50, "200us": 200, "1000us": 1000, "mix(99:0us,1:5ms)": 50}  # by serve's words, the mean in microseconds


def run_of(folder, name):
    return os.path.join(folder, name + ".json")


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
    file = run_of(folder, "real")
    lab.meshadvisor("bench", "run", "--variants", "app-mtls,istio-sidecar", "--rates", "200,400", "--cpu", "200m", "--cpu-limit", "1", "--looks", "12,14", "--warm-up", "2s",
                    "--plateau", "5s", "--seed", "7", "-o", file)
    report = lab.report(file)
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
    for number in range(arguments.runs):
        file = run_of(folder, f"truth-{number}")
        delays = [word for delay in DELAYS for word in ("--known-delay", delay)]
        lab.meshadvisor("bench", "run", "--variants", "baseline", *delays, "--rates", "500", "--cpu", "150m", "--cpu-limit", "1", "--looks", "12", *QUICK, "--seed", str(100 + number),
                        "-o", file)
        report = lab.report(file)
        for variant in (each["variant"] for each in report["variants"]):
            for _, comparison in comparisons(report, variant):
                seen = interval(comparison)
                delay = known(variant)
                if seen is None or delay is None or comparison["statistic"] != ("mean" if delay == "mix(99:0us,1:5ms)" else "p50"):
                    continue
                tries[delay] += 1
                hits[delay] += seen[0] <= DELAYS[delay] <= seen[1]
        for situation in report["situations"]:
            none += 1
            alarms += bool(situation["alarms"])
    lines = [f"{arguments.runs} short runs (500/s, 12 blocks, 3 s each), each with all delays at once.", "",
             "| the server adds | statistic | truth | intervals that contain it |", "|---|---|---|---|"]
    lines += [f"| {delay} | {'mean' if delay.startswith('mix') else 'p50'} | {microseconds(DELAYS[delay])} | {hits[delay]} of {tries[delay]} |" for delay in DELAYS]
    lines += [f"| nothing | any | 0 µs | {none - alarms} of {none} without alarm; {alarms_allowed(none)} or more alarms would be too many |"]
    total, contained = sum(tries.values()), sum(hits.values())
    return "\n".join(lines), [("90 % of the intervals contain the truth", total > 0 and contained >= 0.9 * total),
                              ("no more alarms than chance gives", none > 0 and alarms < alarms_allowed(none))]


def known(variant):
    """The delay that a variant adds: they are numbered in the order in which they were asked for."""
    word, _, number = variant.rpartition("-")
    return list(DELAYS)[int(number) - 1] if word == "known-delay" and number.isdigit() else None


def merge(folder, arguments):
    points = {}
    for number, generators in enumerate((1, 4, 4, 1)):
        file = run_of(folder, f"merge-{number}")
        lab.meshadvisor("bench", "run", "--variants", "baseline", "--generators", str(generators), "--rates", "400", "--looks", "12", *QUICK,
                        "--seed", str(7 + number), "--cpu", "200m", "--cpu-limit", "1", "-o", file)
        for situation in lab.report(file)["situations"]:
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


def begun(folder, name, *options):
    file = run_of(folder, name)
    process = lab.started("bench", "run", "--variants", "baseline", "--rates", "100", "--looks", "12", *QUICK, "-o", file, *options,
                          log=file + ".log")
    return process, file


def kills(folder, arguments):
    draw = random.Random(20261127)
    before = lab.everything()
    left, slowest = [], 0.0
    for number in range(arguments.kills):
        process, _ = begun(folder, f"kill-{number}")
        time.sleep(draw.uniform(0.5, 25))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        begin = time.monotonic()
        lab.meshadvisor("bench", "clean", "--all")
        slowest = max(slowest, time.monotonic() - begin)
        more = {name for name in lab.ours()}
        if more:
            left.append((number, sorted(more)[:5]))
    restarts = restarted(folder, arguments, draw)
    lab.until(lambda: not lab.everything() - before, 60, "the same objects as before: " + ", ".join(sorted(lab.everything() - before)[:5]))
    lost = lab.everything() - before
    text = (f"{arguments.kills} kills at random moments (0.5 to 25 s): after `bench clean` {len(left)} left something; it took {slowest:.0f} s at most. "
            f"{restarts['all']} restarts of the API server in runs: {restarts['good']} runs ended well. "
            f"Compared over all kinds of objects before and after: {len(lost)} more.")
    return text, [("nothing is left after kills", not left and not lost), ("runs survive restarts of the API server", restarts["good"] == restarts["runs"])]


def restarted(folder, arguments, draw):
    """The API server is restarted again and again while runs go on; they must end well."""
    script = os.path.join(lab.ROOT, "src/test/cluster/restart-apiserver")
    state = os.environ.get("MESHADVISOR_CLUSTER_STATE", "")
    if not arguments.restarts or not os.path.isdir(state):
        return {"all": 0, "runs": 0, "good": 0}
    count, runs, good = 0, 0, 0
    while count < arguments.restarts:
        process, _ = begun(folder, f"restart-{runs}")
        runs += 1
        while process.poll() is None and count < arguments.restarts:
            time.sleep(draw.uniform(8, 16))
            if process.poll() is None:
                subprocess.run([script, state], check=True, timeout=60)
                count += 1
        good += process.wait(timeout=900) == 0
    lab.meshadvisor("bench", "clean", "--all")
    return {"all": count, "runs": runs, "good": good}
