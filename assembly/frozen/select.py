# select: waiting for streams. The native half (assembly/modules/select.ts) waits and knows the core's own streams;
# others are asked by their ioctl method, as MicroPython asks them.
# Behaviour: docs.micropython.org/en/latest/library/select.html
import sys

_FOREVER = float("inf")
# A request to a stream's ioctl: which of these events are there?
_IOCTL_POLL = 3
# How often streams written in Python are asked. Unit: ms.
_INTERVAL = 2
# What ends a wait besides time: select.ts.
_INPUT = 1
_ENOENT = 2
_EBADF = 9


def _stream(obj):
    # The stream that an argument names: file descriptors 0 to 2 are the standard ones.
    if isinstance(obj, int):
        if 0 <= obj <= 2:
            return (sys.stdin, sys.stdout, sys.stderr)[obj]
        raise OSError(_EBADF)
    if _events(obj, 0) is None and not hasattr(obj, "ioctl"):
        raise TypeError("stream operation not supported")
    return obj


def _ready(stream, mask):
    found = _events(stream, mask)
    if found is None:
        found = stream.ioctl(_IOCTL_POLL, mask)
        if found < 0:
            raise OSError(-found)
    return found


class poll:
    def __init__(self):
        # id of the object -> [object, stream, mask]
        self._entries = {}

    def register(self, obj, eventmask=POLLIN | POLLOUT):
        entry = self._entries.get(id(obj))
        if entry is None:
            self._entries[id(obj)] = [obj, _stream(obj), eventmask]
        else:
            entry[2] = eventmask

    def unregister(self, obj):
        if self._entries.pop(id(obj), None) is None:
            raise KeyError(obj)

    def modify(self, obj, eventmask):
        entry = self._entries.get(id(obj))
        if entry is None:
            raise OSError(_ENOENT)
        entry[2] = eventmask

    def _now(self, flags):
        ready = []
        for entry in list(self._entries.values()):
            if entry[2]:
                found = _ready(entry[1], entry[2])
                if found:
                    ready.append((entry[0], found))
                    if flags & 1:
                        entry[2] = 0
        return ready

    def _until(self, until, flags, interests=0):
        # Ready streams, at `until` at the latest. With interests (of the host) it may return early, with none.
        while True:
            ready = self._now(flags)
            if ready or _ticks() >= until:
                return ready
            wake = interests
            when = until
            for _, stream, mask in self._entries.values():
                if stream is sys.stdin or stream is sys.stdin.buffer:
                    if mask & POLLIN:
                        wake |= _INPUT
                elif mask:
                    when = min(until, _ticks() + _INTERVAL)
            _wait(when, wake)
            if interests:
                return self._now(flags)

    def poll(self, timeout=-1, /):
        return self._until(_deadline(timeout), 0)

    def ipoll(self, timeout=-1, flags=0, /):
        return iter(self._until(_deadline(timeout), flags))


def _deadline(timeout):
    return _FOREVER if timeout is None or timeout < 0 else _ticks() + timeout


def select(rlist, wlist, xlist, timeout=None, /):
    # timeout: seconds; None: no limit.
    masks = {}
    for group, mask in ((rlist, POLLIN), (wlist, POLLOUT), (xlist, 0)):
        for obj in group:
            entry = masks.setdefault(id(obj), [obj, 0])
            entry[1] |= mask
    poller = poll()
    for obj, mask in masks.values():
        poller.register(obj, mask)
    ready = poller.poll(-1 if timeout is None else timeout * 1000)
    return ([obj for obj, found in ready if found & ~POLLOUT], [obj for obj, found in ready if found & POLLOUT], [])
