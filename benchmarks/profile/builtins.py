"""What programs call all the time besides what benchmarks/programs/ do: each call about as often as the others.

tools/profile.mjs counts what runs here and there: the functions of the core that are worth room.
"""

SMALL = 30


class Point:
    __slots__ = ("x", "y")
    count = 0

    def __init__(self, x, y):
        self.x = x
        self.y = y

    @property
    def size(self):
        return self.x * self.y

    @classmethod
    def made(cls, x):
        cls.count += 1
        return cls(x, x)

    @staticmethod
    def twice(x):
        return x + x

    def __eq__(self, other):
        return isinstance(other, Point) and self.x == other.x

    def __lt__(self, other):
        return self.x < other.x

    def __hash__(self):
        return hash(self.x)

    def __add__(self, other):
        return Point(self.x + other.x, self.y)

    def __getitem__(self, i):
        return self.x if i == 0 else self.y

    def __len__(self):
        return 2

    def __iter__(self):
        yield self.x
        yield self.y

    def __contains__(self, v):
        return v == self.x

    def __call__(self, v):
        return v

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        return True


class Derived(Point):
    def __init__(self, x, y=2, *rest, **more):
        super().__init__(x, y)
        self.rest = rest


def texts(n):
    s = "some words, and some more words"
    out = 0
    for i in range(n):
        word = s[i % 20:i % 20 + 5]
        out += len(word.upper()) + len(word.lower()) + len(word.strip())
        out += s.find("more") + s.count("o") + s.index("and")
        out += s.startswith("some") + s.endswith("words") + word.isdigit() + word.isalpha()
        out += len(s.replace("some", "no")) + len(s.split()) + len(s.split(", ")) + len("-".join(s.split(" ")))
        out += ord(s[i % len(s)]) + len(chr(97 + i % 26)) + ("and" in s)
        out += len("%s=%d %5.2f" % (word, i, i / 7)) + len("{}: {:3d}".format(word, i)) + len(f"{i:04x} {word!r}")
        out += len(str(i)) + len(repr(word)) + len(str(i / 3)) + int("12") + int(float("1.5")) + len(hex(i))
        out += word == s[2:7]
        out += word < "t"
        for c in word:
            out += c == "o"
        data = word.encode()
        out += data[0] + len(data.decode()) + len(data + b"x") + len(bytes(3))
    return out


def containers(n):
    out = 0
    items = list(range(20))
    table = {"a": 1, "b": 2}
    numbers = {}
    for i in range(n):
        copy = items[:]
        copy.append(i)
        copy.extend((1, 2))
        copy.insert(0, i)
        out += copy.pop() + copy.pop(0) + copy[-1] + copy.index(5) + copy.count(1)
        copy.reverse()
        copy.sort()
        copy.remove(3)
        copy[2:4] = [9]
        del copy[0]
        out += sum(copy) + min(copy) + max(i, 3) + len(sorted(copy, key=lambda v: -v)) + len(copy + items) + (7 in copy)
        out += any(v > 5 for v in items) + all(items) + len([v * 2 for v in items if v & 1])
        numbers[i] = i
        table["c"] = i
        out += table["a"] + table.get("z", 0) + ("b" in table) + len(table) + table.pop("c") + table.setdefault("b", 1)
        for key, value in table.items():
            out += len(key) + value
        out += sum(table.values()) + len(list(table.keys())) + len(dict(table)) + len({**table, "d": 1})
        table.update(b=3)
        bag = {1, 2, i}
        bag.add(5)
        bag.discard(2)
        out += len(bag | {7}) + len(bag & {1}) + (5 in bag) + len(set(items)) + len(bag - {1})
        pair = (i, "x")
        a, b = pair
        first, *rest = items
        out += a + len(rest) + pair[0] + hash(pair) % 2 + (pair == (1, "x")) + len(pair + (1,)) + len(tuple(items))
        for at, (left, right) in enumerate(zip(items, copy)):
            out += at + left - right
        out += sum(map(abs, items)) + len(list(filter(None, items))) + len(list(reversed(items)))
        array = bytearray(8)
        array[i & 7] = i & 255
        out += array[0] + len(array[2:5])
        grid = [[0] * 3 for _ in range(2)]
        grid[1][2] = out
        del numbers[i]
    return out


def objects(n):
    out = 0
    for i in range(n):
        p = Point(i, 2)
        d = Derived(i, 3, 4, key=5)
        out += p.size + Point.made(i).x + Point.twice(i) + (p == d) + (p < d) + (p + d).x + p[0] + len(p) + sum(p) + (i in p)
        out += p(1) + hash(p) % 3 + isinstance(d, Point) + issubclass(Derived, Point) + hasattr(p, "z") + getattr(p, "y")
        setattr(d, "other", i)
        d.other += 1
        with p:
            out += 1
            raise ValueError("x")
        try:
            out += items_error(i)
        except (KeyError, IndexError) as e:
            out += len(e.args)
        finally:
            out += 1
        out += callable(p) + (type(p) is Point) + len({p: 1}) + called(1, *(2, 3), **{"k": 4})
        out += int(i ** 2) % 7 + i // 3 + divmod(i, 4)[1] + round(i / 3) + pow(i, 2, 5) + (i << 3 >> 1 & 0xFF ^ 5 | 1) + abs(-i) + -i
        out += int(1.5 * i) + (1.5 < i) + bool(i) + (1 << 70) % 7 + 3 * 10 ** 20 % 9
    return out


def called(a, b=1, *rest, k=0, **more):
    return a + b + len(rest) + k


def items_error(i):
    if i & 1:
        return {}[i]
    return [][i]


def modules(n):
    import collections, json, math, random, re, struct
    out = 0
    pattern = re.compile(r"(\w+)=(\d+)")
    queue = collections.deque()
    for i in range(n):
        out += int(math.sqrt(i) + math.sin(i) + math.floor(1.5) + math.cos(i) * math.pi) + random.randint(1, 5)
        out += len(json.dumps({"a": [1, 2.5, None, "text"], "b": i})) + json.loads('{"a": [1, 2.5, null, "text"]}')["a"][0]
        out += struct.unpack("<HB", struct.pack("<HB", i, 1))[0]
        out += len(pattern.match("key=%d" % i).group(1)) + len(re.sub("a", "b", "banana")) + (pattern.search("x y=1") is not None)
        queue.append(i)
        queue.append(2)
        out += queue.popleft()
    return out


def run(size):
    return [texts(size), containers(size), objects(size), modules(size)]
