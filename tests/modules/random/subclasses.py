# Random, SystemRandom, and classes with numbers of their own.
import random


class Fixed(random.Random):             # ints come from random()
    def random(self):
        return 0.375


class Bits(random.Random):              # ints come from getrandbits()
    def getrandbits(self, k):
        return (1 << k) - 1 if k < 3 else 5


f = Fixed()
print(f.randint(1, 8), f.choice("abcdefgh"), f.sample(range(10), 1), f.uniform(0, 8), f.randrange(0, 100, 5))
# expect: 1 a [2] 3.0 60
b = Bits(7)
print(b.randrange(6), b.randrange(8), b.choice("abcdefgh"), b.random() == random.Random(7).random())
# expect: 5 5 f True

r = random.Random(42)
first = [r.gauss(0, 1) for _ in range(3)]
state = r.getstate()
more = [r.random(), r.gauss(1, 2), r.getrandbits(70)]
r.setstate(state)
print(more == [r.random(), r.gauss(1, 2), r.getrandbits(70)], state[0], len(state[1]), isinstance(state[2], float), first[0])
# expect: True 3 625 True -0.14409032957792836
for seed in ("text", b"bytes", "", 1.5, -7, 2 ** 100):
    r.seed(seed, 1)
    print(r.random(), end=" ")
print()
# expect: 0.325292252951765 0.2972998577284154 0.8444218515250481 0.551763726942059 0.32383276483316237 0.7586581712996778

s = random.SystemRandom()
s.seed(1)
print(0 <= s.random() < 1, 0 <= s.getrandbits(100) < 1 << 100, s.randint(3, 3), len(s.randbytes(5)), s.getrandbits(0))
# expect: True True 3 5 0
print(len({s.getrandbits(64) for _ in range(50)}), sorted(s.sample(range(5), 5)), 0 <= s.randrange(10) < 10, s.choice([4]))
# expect: 50 [0, 1, 2, 3, 4] True 4
for wrong in (lambda: s.getstate(), lambda: s.getrandbits(-1), lambda: random.choice([]), lambda: random.randrange(1.5),
              lambda: random.randrange(3, 1), lambda: random.randrange(1, 2, 0), lambda: random.sample({1}, 1),
              lambda: random.sample([1], 2), lambda: random.setstate((1, (), None)), lambda: random.seed([]),
              lambda: random.randrange("a"), lambda: random.choices([1], [0]), lambda: random.choices([1], 2),
              lambda: random.choices([1], [1], cum_weights=[1]), lambda: random.randbytes(-1), lambda: random.randint(5, 1),
              lambda: random.shuffle((1, 2)), lambda: random.gammavariate(0, 1), lambda: random.expovariate(0),
              lambda: random.Random(1, 2)):
    try:
        print("no error", wrong())
    except Exception as e:
        print(type(e).__name__, end=" ")
print()
# expect: NotImplementedError ValueError IndexError ValueError ValueError ValueError TypeError ValueError ValueError TypeError ValueError ValueError TypeError TypeError ValueError ValueError TypeError ValueError ZeroDivisionError TypeError
