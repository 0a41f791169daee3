"""One collection with a million live objects: pairs in a list, and nothing to free."""
import gc
import sys

SIZE = 1000000
SMALL = 1000


def prepare(size):
    return [[i, None] for i in range(size)]


def run(state):
    gc.collect()
    return (len(state), state[-1][0])


if __name__ == "__main__":
    print(run(prepare(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE)))
