"""How the time of basic operations grows with the number of elements, from 10^3 to 10^6.

The operations stand in the files beside this one. Each of their functions prepares `n` elements and
returns a function that does the work to be timed, on all of them; `largest` bounds those that are
quadratic in CPython too. Started with such a file and the names of operations, this prints for each
size a line of "@size", the number of elements, picoseconds per element.
"""
import sys
import time

SIZES = (1000, 10000, 100000, 1000000)
# After a size that took longer than this, larger ones are left out. Unit: seconds.
LONGEST = 4.0
# Short work is repeated until it adds up to this, but not more often than MOST. Unit: seconds.
ENOUGH = 0.03
MOST = 100

OPERATIONS = {}

if hasattr(time, "perf_counter"):
    seconds = time.perf_counter
else:
    def seconds():
        return time.ticks_us() / 1000000


def operation(name, largest=SIZES[-1]):
    def register(prepare):
        OPERATIONS[name] = (prepare, largest)
        return prepare
    return register


def scrambled(n):
    """`n` pseudo-random ints, mostly different."""
    state = 1
    items = []
    for _ in range(n):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        items.append(state >> 3)
    return items


def time_of(prepare, n):
    """The mean of a few runs. Unit: seconds."""
    total = 0.0
    runs = 0
    while runs == 0 or (total < ENOUGH and runs < MOST):
        work = prepare(n)
        start = seconds()
        work()
        total += seconds() - start
        runs += 1
    return total / runs


def measure(name):
    if hasattr(sys, "set_int_max_str_digits"):
        sys.set_int_max_str_digits(0)
    prepare, largest = OPERATIONS[name]
    for n in SIZES:
        if n > largest:
            break
        took = time_of(prepare, n)
        print("@size %d %d" % (n, int(took / n * 1000000000000)))
        if took > LONGEST:
            break


if __name__ == "__main__":
    with open(sys.argv[1]) as file:
        exec(file.read())
    for name in sys.argv[2:] or OPERATIONS:
        print(name)
        measure(name)
