# A sequence of whose middle nobody asks: only the items that are named are read, by index.
from collections.abc import Sequence


class Endless(Sequence):
    def __init__(self, length):
        self.length, self.asked = length, []

    def __len__(self):
        return self.length

    def __getitem__(self, i):
        self.asked.append(i)
        return i * 10


def ends(v):
    match v:
        case [0, *_, 40 | 50 as y]:
            return "a", y
        case [x, _, *_, y, _] if x == 0:
            return "b", x, y
        case [*_, 7]:
            return "seven"
        case [*_]:
            return "any"


for n in (5, 6, 7, 3, 1, 0):
    s = Endless(n)
    print(ends(s), s.asked)
# expect: ('a', 40) [0, 4]
# expect: ('a', 50) [0, 5]
# expect: ('b', 0, 50) [0, 6, 0, 5]
# expect: any [0, 2, 2]
# expect: any [0]
# expect: any []
print(ends([0, 1, 2, 3]), ends((0, 7)), ends([5, 7]), ends("07"))  # expect: ('b', 0, 2) seven seven None


def parts(v):
    match v:
        case [[a, *_], *_, {"k": [*_, b]}]:
            return a, b
        case [a, *_, [b, *c]]:
            return a, b, c
    return None


print(parts([[1, 2], 3, {"k": range(5)}]), parts([(9,), 1, {"k": ()}]),
      parts([1, [2, 3, 4]]), parts([[]]))  # expect: (1, 4) None (1, 2, [3, 4]) None


def count(items):
    n = 0
    while True:
        match items:
            case [_, *_]:
                items.pop()
                n += 1
            case [*_]:
                return n


print(count(list(range(1000))))  # expect: 1000
