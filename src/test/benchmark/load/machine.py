"""Processes on the two cores: who runs where, what it cost, and the servers that are loaded."""
import dataclasses
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time

ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../.."))
LAUNCHER = os.path.join(ROOT, "load-generator/bin/load-generator")
CACHE = os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"), "meshadvisor-benchmark/bin")
SERVER_CORE, GENERATOR_CORE = 0, 1


class Broken(Exception):
    """The measurement cannot go on."""


@dataclasses.dataclass(frozen=True)
class Cost:
    """What a process used: seconds of CPU (user and system) and of wall clock, peak memory in MiB, what it printed."""
    cpu: float
    wall: float
    peak: float
    text: str


def program(name):
    """The path of a tool, from the cache of install-peers or the system; empty if it is not there."""
    cached = os.path.join(CACHE, name)
    return cached if os.access(cached, os.X_OK) else shutil.which(name) or shutil.which(name, path="/usr/sbin") or ""


def java_options():
    """Those with which the launcher starts Java."""
    with open(LAUNCHER, encoding="utf-8") as file:
        return next(line for line in file if line.startswith("java_options=")).split('"')[1].split()


def java():
    """The newest Java of this machine, as the other scripts choose it."""
    homes = [os.path.join("/usr/lib/jvm", d) for d in (os.listdir("/usr/lib/jvm") if os.path.isdir("/usr/lib/jvm") else [])]
    best = (0, "java")
    for home in homes + [os.environ.get("JAVA_HOME", "/none")]:
        try:
            with open(os.path.join(home, "release"), encoding="utf-8") as file:
                version = next(l for l in file if l.startswith("JAVA_VERSION=")).split('"')[1].split(".")[0]
            best = max(best, (int(version), os.path.join(home, "bin/java")))
        except (OSError, StopIteration, ValueError):
            continue
    return best[1]


def placed(core):
    """Pins a child to a core, if one is given, and, as root, lets it run before whatever else the machine does: the same for every tool and server."""
    def place():
        if core is not None and (os.cpu_count() or 1) > 1:
            os.sched_setaffinity(0, {core})
        try:
            with open("/proc/self/autogroup", "w", encoding="ascii") as file:
                file.write("-15")
            os.setpriority(os.PRIO_PROCESS, 0, -15)
        except OSError:
            pass
    return place


def measured(command, core=GENERATOR_CORE, env=None, allowed=(0,), limit=300):
    """Runs a command to its end and says what it cost."""
    began = time.monotonic()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=err, env=env, preexec_fn=placed(core), start_new_session=True)
        timer = threading.Timer(limit, process.kill)
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.monotonic() - began
        out.seek(0)
        err.seek(0)
        if process.returncode not in allowed:
            raise Broken(f"{' '.join(command)}: exit {process.returncode}: {err.read()[-600:].decode(errors='replace')}")
        return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024, out.read().decode(errors="replace"))


def others(seconds=0.5):
    """The share of the machine that is in use while this script does nothing."""
    def jiffies():
        with open("/proc/stat", encoding="ascii") as file:
            numbers = [int(n) for n in file.readline().split()[1:]]
        return numbers[3] + numbers[4], sum(numbers)
    idle, total = jiffies()
    time.sleep(seconds)
    later_idle, later_total = jiffies()
    return 1 - (later_idle - idle) / max(1, later_total - total)


class Quiet:
    """Waits for moments in which nobody else uses the machine, with patience for so many seconds in all."""
    BUSY = 0.05

    def __init__(self, patience):
        self._until = time.monotonic() + patience
        self.disturbed = self.measurements = 0

    def during(self, job):
        """Does a job that began and ended in quiet; if there is no more patience, as it comes, and counts that."""
        while True:
            while not (quiet := others() < self.BUSY) and time.monotonic() < self._until:
                time.sleep(1)
            result = job()
            quiet = quiet and others() < self.BUSY
            if quiet or time.monotonic() >= self._until:
                self.disturbed += not quiet
                self.measurements += 1
                return result


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Server:
    """A server on its core until the block ends; the process that answers can be frozen."""

    def __init__(self, command, port, worker=lambda process: process.pid):
        self.url, self.port = f"http://127.0.0.1:{port}/", port
        self._process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                         preexec_fn=placed(SERVER_CORE), start_new_session=True)
        self._await(port)
        self.worker = worker(self._process)

    def _await(self, port):
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                return
            except OSError:
                time.sleep(0.1)
        raise Broken(f"no server on port {port}: exit {self._process.poll()}")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._process.terminate()
        self._process.wait(10)


NGINX = """daemon off; worker_processes 1; pid {0}/pid; error_log {0}/error.log crit;
events {{ worker_connections 4096; multi_accept on; }}
http {{ access_log off; keepalive_requests 1000000000; keepalive_timeout 3600s;
  client_body_temp_path {0}/b; proxy_temp_path {0}/p; fastcgi_temp_path {0}/f; uwsgi_temp_path {0}/u; scgi_temp_path {0}/s;
  server {{ listen 127.0.0.1:{1} backlog=4096; location / {{ return 200 "ok"; }} }} }}
"""


def nginx(folder):
    """nginx with one worker that answers "ok"."""
    if not program("nginx"):
        raise Broken("nginx is not installed")
    port = free_port()
    home = tempfile.mkdtemp(dir=folder)
    with open(os.path.join(home, "nginx.conf"), "w", encoding="ascii") as file:
        file.write(NGINX.format(home, port))

    def worker(process):
        with open(f"/proc/{process.pid}/task/{process.pid}/children", encoding="ascii") as file:
            return int(file.read().split()[0])
    return Server([program("nginx"), "-p", home, "-c", os.path.join(home, "nginx.conf")], port, worker)


def serve(*options):
    """Our own echo server."""
    port = free_port()
    return Server([java(), *java_options(), "-jar", jar(), "serve", "--port", str(port), *options], port)


def jar():
    return os.environ.get("LOAD_GENERATOR") or os.path.join(ROOT, "load-generator/target/load-generator.jar")


class Freezer(threading.Thread):
    """Freezes a process again and again, and keeps for how long it really did, in seconds."""

    def __init__(self, pid, each, length):
        super().__init__(daemon=True)
        self._pid, self._each, self._length, self._over = pid, each, length, threading.Event()
        self.frozen = []

    def run(self):
        while not self._over.wait(self._each - self._length if self.frozen else self._each / 2):
            os.kill(self._pid, signal.SIGSTOP)
            began = time.monotonic()
            try:
                time.sleep(self._length)
            finally:
                os.kill(self._pid, signal.SIGCONT)
                self.frozen.append((began, time.monotonic() - began))

    def stop(self):
        self._over.set()
        self.join()
