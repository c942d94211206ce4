"""A tiny server that notes when requests reach it: an outside view of a generator's schedule."""
import os
import select
import socket
import struct
import threading
import time

ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
SO_TIMESTAMPNS = 35
ROOM = socket.CMSG_SPACE(16)


def received(said):
    """The kernel's time of what was read."""
    for level, kind, value in said:
        if (level, kind) == (socket.SOL_SOCKET, SO_TIMESTAMPNS):
            seconds, nanos = struct.unpack("qq", value)
            return seconds * 1_000_000_000 + nanos
    return time.time_ns()


class Watch:
    """Answers GET requests on a core and keeps the nanosecond (since the epoch) at which the kernel received each, so its own slowness does not matter."""

    def __init__(self, core):
        self._core, self._times, self._over = core, [], threading.Event()
        self._listening = socket.create_server(("127.0.0.1", 0), backlog=1024)
        self.url = f"http://127.0.0.1:{self._listening.getsockname()[1]}/"
        self._thread = threading.Thread(target=self._answer, daemon=True)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._over.set()
        self._thread.join()

    def _answer(self):
        if (os.cpu_count() or 1) > 1:
            os.sched_setaffinity(threading.get_native_id(), {self._core})
        open_ = {}
        with self._listening, select.epoll() as ready:
            ready.register(self._listening, select.EPOLLIN)
            while not self._over.is_set():
                for number, _ in ready.poll(0.1):
                    if number == self._listening.fileno():
                        connection, _ = self._listening.accept()
                        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                        connection.setsockopt(socket.SOL_SOCKET, SO_TIMESTAMPNS, 1)
                        open_[connection.fileno()] = connection
                        ready.register(connection, select.EPOLLIN)
                        continue
                    try:
                        got, said, _, _ = open_[number].recvmsg(65536, ROOM)
                    except OSError:
                        got, said = b"", []
                    if got:
                        self._times.append(received(said))
                        open_[number].send(ANSWER)
                    else:
                        ready.unregister(number)
                        open_.pop(number).close()
            for connection in open_.values():
                connection.close()

    def since(self, moment):
        """When the first request after a moment came."""
        return next(t for t in self._times if t >= moment)

    def gaps(self):
        """Sorted microseconds between one request and the next, the first second left out."""
        times = sorted(t for t in self._times if t - self._times[0] > 1_000_000_000)
        return sorted((b - a) / 1e3 for a, b in zip(times, times[1:]))
