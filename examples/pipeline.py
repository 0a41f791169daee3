"""A pipeline of generators that reads a server's log: nothing is held in memory but what is needed.

Each stage takes an iterable and yields something better: lines, records, requests with sessions.
A coroutine at the end receives numbers by send and keeps running statistics.
"""

LOG = """\
09:00:01 ann GET /index 200 12
09:00:02 bob GET /index 200 15
# the disk was full between these two
09:00:04 ann GET /news 200 48
09:00:09 eve GET /admin 403 3

09:00:11 bob POST /login 302 120
09:01:12 eve GET /admin 403 2
09:01:15 ann GET /news/2 200 51
09:02:40 bob GET /missing 404 5
broken line
09:05:00 ann GET /index 200 11
09:05:01 eve POST /login 500 902
"""


def lines(text):
    for line in text.split("\n"):
        line = line.strip()
        if line and not line.startswith("#"):
            yield line


def records(source):
    """Dicts of what a line says; lines that say nothing are reported and left out."""
    for line in source:
        try:
            time, user, method, path, status, took = line.split()
        except ValueError:
            print("skipped:", line)
            continue
        hours, minutes, seconds = (int(part) for part in time.split(":"))
        yield {
            "second": (hours * 60 + minutes) * 60 + seconds,
            "user": user,
            "request": method + " " + path,
            "status": int(status),
            "took": int(took),
        }


def with_pauses(source):
    """Adds to each record how long its user had been silent. Unit: seconds."""
    last = {}
    for record in source:
        before = last.get(record["user"])
        record["pause"] = None if before is None else record["second"] - before
        last[record["user"]] = record["second"]
        yield record


def statistics():
    """Takes numbers by send; yields (count, mean, largest) of all so far."""
    count = total = 0
    largest = None
    while True:
        value = yield (count, total / count if count else 0.0, largest)
        count += 1
        total += value
        largest = value if largest is None else max(largest, value)


def first(n, source):
    for item in source:
        if n == 0:
            return
        yield item
        n -= 1


def everything():
    """Both shifts of the log as one stream."""
    yield from lines(LOG)
    yield from (line.replace("09:", "21:") for line in lines(LOG) if "bob" in line)


timing = statistics()
next(timing)
failures = {}
for record in with_pauses(records(everything())):
    count, mean, largest = timing.send(record["took"])
    pause = "-" if record["pause"] is None else str(record["pause"])
    print("%6d %-4s %-14s %3d  pause %5s  mean %6.1f"
          % (record["second"], record["user"], record["request"], record["status"], pause, mean))
    if record["status"] >= 400:
        failures.setdefault(record["user"], []).append(record["request"])
timing.close()

print("requests:", count, " slowest:", largest)
for user in sorted(failures):
    print(user, "failed with", failures[user])
print("first two:", [record["user"] for record in first(2, records(lines(LOG)))])
