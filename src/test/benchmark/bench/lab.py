"""The program and the cluster that it is proved on."""
import json
import os
import subprocess
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.normpath(os.path.join(HERE, "../../../.."))
PROGRAM = os.path.join(ROOT, "cli/bin/meshadvisor")

# Kinds that change by themselves, whatever is done to a cluster.
RESTLESS = {"events", "leases", "endpointslices", "endpoints", "componentstatuses", "nodes", "pods.metrics.k8s.io", "nodes.metrics.k8s.io"}


class Broken(Exception):
    """The measurement did not work."""


def meshadvisor(*arguments, patience=3600, check=True):
    """Runs the program; gives what it wrote."""
    ended = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, timeout=patience)
    if check and ended.returncode != 0:
        raise Broken(f"meshadvisor {' '.join(arguments)} ended with {ended.returncode}:\n{ended.stdout[-2000:]}\n{ended.stderr[-4000:]}")
    return ended.stdout


def started(*arguments, log):
    """The program in the background, in a process group of its own; what it says goes to a file."""
    with open(log, "w", encoding="utf-8") as sink:
        return subprocess.Popen([PROGRAM, *arguments], stdout=sink, stderr=subprocess.STDOUT, start_new_session=True)


def kubectl(*arguments):
    ended = subprocess.run(["kubectl", *arguments], capture_output=True, text=True, timeout=120)
    if ended.returncode != 0:
        raise Broken(f"kubectl {' '.join(arguments)}: {ended.stderr.strip()}")
    return ended.stdout


def everything(others=frozenset()):
    """Every object of every kind that can be listed, as kind/namespace/name, but those that change by themselves and those of other people's benchmarks."""
    kinds = [kind for kind in kubectl("api-resources", "--verbs=list", "-o", "name").split() if kind not in RESTLESS
             and not kind.startswith("endpointslices.") and not kind.startswith("leases.") and not kind.startswith("events.")]
    names = kubectl("get", ",".join(kinds), "-A", "--ignore-not-found", "-o",
                    'jsonpath={range .items[*]}{.kind}/{.metadata.namespace}/{.metadata.name}{"\\n"}{end}').split()
    return {name for name in names if not any(f"meshadvisor-bench-{other}" in name for other in others)}


def ours(run):
    """Objects of one benchmark that are there."""
    return {name for name in everything() if f"meshadvisor-bench-{run}" in name} | \
        set(kubectl("get", "pods,jobs,services,configmaps,secrets", "-A", "-l", f"meshadvisor.io/run={run}", "-o", "name").split())


def runs():
    """The benchmarks of which the cluster has namespaces."""
    names = (name.rpartition("/")[2] for name in kubectl("get", "namespaces", "-o", "name").split())
    return {name.split("-")[2] for name in names if name.startswith("meshadvisor-bench-r")}


def until(condition, seconds, what):
    """Waits; gives how long it took."""
    begin = time.monotonic()
    while not condition():
        if time.monotonic() - begin > seconds:
            raise Broken(f"not within {seconds} s: {what}")
        time.sleep(0.5)
    return time.monotonic() - begin


def report(file):
    """What the program says of a run, as JSON."""
    return json.loads(meshadvisor("bench", "report", file, "-o", "json", patience=120))
