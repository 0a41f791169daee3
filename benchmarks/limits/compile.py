"""Compiling one megabyte of Python source (a million characters of functions and classes)."""
import sys

SIZE = 1000000
SMALL = 3000

PIECE = '''
class Widget%d:
    """What a widget knows."""

    def __init__(self, name, parts=None):
        self.name = name
        self.parts = parts or []
        self.count = %d

    def total(self, factor=1):
        result = 0
        for index, part in enumerate(self.parts):
            if part is not None and index %% 2 == 0:
                result += part.total(factor) * (self.count + 1)
            elif isinstance(part, (list, tuple)):
                result -= len(part[1:3])
        return result


def build%d(items, *rest, **options):
    try:
        found = {key: [value, "text %d"] for key, value in options.items() if value}
        return [Widget%d(f"{item}!", rest) for item in items], found
    except (KeyError, ValueError) as error:
        raise RuntimeError("cannot build: " + str(error))
'''


def prepare(size):
    pieces = []
    length = 0
    while length < size:
        n = len(pieces)
        piece = PIECE % (n, n, n, n, n)
        pieces.append(piece)
        length += len(piece)
    return "".join(pieces)


def run(source):
    code = compile(source, "pieces.py", "exec")
    return (len(source), code is not None)


if __name__ == "__main__":
    print(run(prepare(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE)))
