"""Runs one benchmark program inside CPython or native MicroPython and prints what it measured.

Arguments: program file, SIZE or SMALL, number of measured runs, limit in ms. The last line of the
output is `@result` and a JSON object; times are in ms. After a measured run longer than the limit
there are no more. CPU time is that of the main thread: CPython has a clock for it, MicroPython
asks the kernel (Linux), and where there is no such file the wall clock has to do.
"""
import gc
import json
import sys
import time

SCHEDSTAT = "/proc/self/schedstat"
STATUS = "/proc/self/status"


def read_text(path):
    try:
        with open(path) as file:
            return file.read()
    except OSError:
        return ""


if hasattr(time, "thread_time"):
    CLOCK = "thread"

    def cpu_ms():
        return time.thread_time() * 1000

    def wall_ms():
        return time.perf_counter() * 1000
else:
    CLOCK = "schedstat" if read_text(SCHEDSTAT) else "wall"

    def wall_ms():
        return time.ticks_us() / 1000

    def cpu_ms():
        if CLOCK == "wall":
            return wall_ms()
        # The kernel brings the number up to date when the thread leaves the processor.
        time.sleep_ms(1)
        return int(read_text(SCHEDSTAT).split()[0]) / 1000000


def peak_kib():
    """Largest resident set so far, or None where the kernel does not tell."""
    for line in read_text(STATUS).split("\n"):
        if line.startswith("VmHWM:"):
            return int(line.split()[1])
    return None


def measured(function, *args):
    """The result of a call, with its CPU and wall time."""
    cpu = cpu_ms()
    wall = wall_ms()
    result = function(*args)
    wall = wall_ms() - wall
    return result, {"cpu": cpu_ms() - cpu, "wall": wall}


def main(path, size_name, repeat, limit):
    source = read_text(path)
    names = {"__name__": "program"}
    _, load = measured(exec, source, names)
    prepare = names.get("prepare", lambda size: size)
    run = names["run"]
    run(prepare(names["SMALL"]))
    runs = []
    results = set()
    while len(runs) < repeat and (not runs or runs[-1]["cpu"] < limit):
        state = prepare(names[size_name])
        gc.collect()
        result, times = measured(run, state)
        state = None
        runs.append(times)
        results.add(str(result))
    if len(results) != 1:
        raise ValueError("runs differ: " + str(results))
    result = {"clock": CLOCK, "load": load, "runs": runs, "checksum": results.pop()}
    result["peakKib"] = peak_kib()
    print("@result " + json.dumps(result))


main(sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4]))
