# random: sequences and distributions. The generator (_Random: random, getrandbits, seeding, _randbelow) are
# native (assembly/modules/random.ts). The same seed gives the same numbers as in CPython, so what is drawn when is as there.
# Behaviour: docs.python.org/3/library/random.html
from math import (acos as _acos, ceil as _ceil, cos as _cos, exp as _exp, floor as _floor, isfinite as _isfinite,
                  log as _log, sin as _sin, sqrt as _sqrt)
from operator import index as _index

__all__ = ["Random", "SystemRandom", "betavariate", "choice", "choices", "expovariate", "gammavariate", "gauss",
           "getrandbits", "getstate", "lognormvariate", "normalvariate", "paretovariate", "randbytes", "randint", "random",
           "randrange", "sample", "seed", "setstate", "shuffle", "triangular", "uniform", "vonmisesvariate",
           "weibullvariate"]

_TWO_PI = 6.283185307179586


def _whole(x, place):
    try:
        return _index(x)
    except TypeError:
        n = int(x)
        if n != x:
            raise ValueError(f"non-integer {place} for randrange()")
        return n


def _place(sums, x):                    # of the first sum above x; the last one counts for all
    low = 0
    high = len(sums) - 1
    while low < high:
        middle = (low + high) // 2
        if x < sums[middle]:
            high = middle
        else:
            low = middle + 1
    return low


def _sums(items):
    total = None
    result = []
    for item in items:
        total = item if total is None else total + item
        result.append(total)
    return result


def _sha512(data):                      # FIPS 180-4; its constants are the first 64 bits behind the point of roots of primes
    mask = (1 << 64) - 1

    def root(n, power):
        n <<= 64 * power
        x = 1 << 69
        while True:
            y = ((power - 1) * x + n // x ** (power - 1)) // power
            if y >= x:
                return x & mask
            x = y

    def turned(x, *counts):
        r = 0
        for n in counts:
            r ^= x >> n | x << 64 - n
        return r & mask

    primes = [p for p in range(2, 410) if 0 not in [p % d for d in range(2, p) if d * d <= p]]
    factors = [root(p, 3) for p in primes]
    state = [root(p, 2) for p in primes[:8]]
    n = len(data)
    data = bytes(data) + b"\x80" + bytes(-17 - n & 127) + (n << 3).to_bytes(16, "big")
    for at in range(0, len(data), 128):
        words = [int.from_bytes(data[i:i + 8], "big") for i in range(at, at + 128, 8)]
        a, b, c, d, e, f, g, h = state
        for i in range(80):
            w = words[i]
            u = words[i + 1]
            v = words[i + 14]
            words.append(w + (turned(u, 1, 8) ^ u >> 7) + words[i + 9] + (turned(v, 19, 61) ^ v >> 6) & mask)
            x = h + turned(e, 14, 18, 41) + (e & f ^ ~e & g) + factors[i] + w
            y = turned(a, 28, 34, 39) + (a & b ^ a & c ^ b & c)
            a, b, c, d, e, f, g, h = x + y & mask, a, b, c, d + x & mask, e, f, g
        state = [x + y & mask for x, y in zip(state, (a, b, c, d, e, f, g, h))]
    return b"".join([x.to_bytes(8, "big") for x in state])


class Random(_Random):
    gauss_next = None                   # the second number of a pair

    def __init__(self, x=None):
        self.seed(x)

    def __init_subclass__(cls, /, **keywords):
        # Who has numbers of its own gets its ints from them.
        for c in cls.__mro__:
            if "_randbelow" in c.__dict__:
                break
            if "getrandbits" in c.__dict__:
                cls._randbelow = cls._randbelow_by_bits
                break
            if "random" in c.__dict__:
                cls._randbelow = cls._randbelow_by_random
                break

    def seed(self, a=None, version=2):
        if isinstance(a, (str, bytes, bytearray)):
            if version == 1 and not isinstance(a, bytearray):
                codes = a if isinstance(a, bytes) else [ord(c) for c in a]
                x = codes[0] << 7 if codes else 0
                for c in codes:
                    x = (1000003 * x ^ c) & 0xffffffffffffffff
                x ^= len(codes)
                a = x
            else:
                if isinstance(a, str):
                    a = a.encode()
                a = int.from_bytes(bytes(a) + _sha512(a), "big")
        elif isinstance(a, float):
            a = hash(a) & 0xffffffffffffffff
        elif a is not None and not isinstance(a, int):
            raise TypeError("The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")
        super().seed(a)
        self.gauss_next = None

    def getstate(self):
        return 3, super().getstate(), self.gauss_next

    def setstate(self, state):
        if state[0] not in (2, 3):
            raise ValueError(f"state with version {state[0]} passed to Random.setstate() of version 3")
        version, words, gauss_next = state
        super().setstate(words)
        self.gauss_next = gauss_next

    def __getstate__(self):
        return self.getstate()

    def __setstate__(self, state):
        self.setstate(state)

    def _randbelow_by_bits(self, n):
        bits = n.bit_length()
        r = self.getrandbits(bits)
        while r >= n:
            r = self.getrandbits(bits)
        return r

    def _randbelow_by_random(self, n):
        most = 1 << 53
        if n >= most:
            return _floor(self.random() * n)
        limit = (most - most % n) / most
        r = self.random()
        while r >= limit:
            r = self.random()
        return _floor(r * most) % n

    def randbytes(self, n):
        return self.getrandbits(n * 8).to_bytes(n, "little")

    def randrange(self, start, stop=None, step=1):
        if type(start) is type(step) is int and step == 1:     # what is usual, quickly
            if stop is None:
                if start > 0:
                    return self._randbelow(start)
            elif type(stop) is int and start < stop:
                return start + self._randbelow(stop - start)
        start = _whole(start, "arg 1")
        if stop is None:
            if step != 1:
                raise TypeError("Missing a non-None stop argument")
            if start > 0:
                return self._randbelow(start)
            raise ValueError("empty range for randrange()")
        stop = _whole(stop, "stop")
        width = stop - start
        step = _whole(step, "step")
        if step == 1:
            if width > 0:
                return start + self._randbelow(width)
            raise ValueError(f"empty range for randrange() ({start}, {stop}, {width})")
        if not step:
            raise ValueError("zero step for randrange()")
        n = (width + (step - 1 if step > 0 else step + 1)) // step
        if n <= 0:
            raise ValueError("empty range for randrange()")
        return start + step * self._randbelow(n)

    def randint(self, a, b):
        if type(a) is type(b) is int and a <= b:
            return a + self._randbelow(b - a + 1)
        return self.randrange(a, b + 1)

    def choice(self, seq):
        n = len(seq)
        if not n:
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._randbelow(n)]

    def shuffle(self, x):
        randbelow = self._randbelow
        for i in range(len(x) - 1, 0, -1):
            j = randbelow(i + 1)
            x[i], x[j] = x[j], x[i]

    def sample(self, population, k, *, counts=None):
        if isinstance(population, (dict, set, frozenset)) or not hasattr(population, "__getitem__"):
            raise TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
        n = len(population)
        if counts is not None:
            sums = _sums(counts)
            if len(sums) != n:
                raise ValueError("The number of counts does not match the population")
            total = sums[-1]
            if not isinstance(total, int):
                raise TypeError("Counts must be integers")
            if total <= 0:
                raise ValueError("Total of counts must be greater than zero")
            return [population[_place(sums, i)] for i in self.sample(range(total), k=k)]
        if not 0 <= k <= n:
            raise ValueError("Sample larger than population or is negative")
        randbelow = self._randbelow
        result = []
        limit = 21                      # where a set takes less room than a list
        if k > 5:
            limit += 4 ** _ceil(_log(k * 3, 4))
        if n <= limit:
            pool = list(population)
            for i in range(k):
                j = randbelow(n - i)
                result.append(pool[j])
                pool[j] = pool[n - i - 1]
        else:
            taken = set()
            for i in range(k):
                j = randbelow(n)
                while j in taken:
                    j = randbelow(n)
                taken.add(j)
                result.append(population[j])
        return result

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        random = self.random
        n = len(population)
        if cum_weights is None:
            if weights is None:
                floor = _floor
                n += 0.0
                return [population[floor(random() * n)] for i in range(k)]
            if isinstance(weights, int):
                raise TypeError(f"The number of choices must be a keyword argument: k={weights}")
            cum_weights = _sums(weights)
        elif weights is not None:
            raise TypeError("Cannot specify both weights and cumulative weights")
        if len(cum_weights) != n:
            raise ValueError("The number of weights does not match the population")
        total = cum_weights[-1] + 0.0
        if total <= 0:
            raise ValueError("Total of weights must be greater than zero")
        if not _isfinite(total):
            raise ValueError("Total of weights must be finite")
        return [population[_place(cum_weights, random() * total)] for i in range(k)]

    # ---- distributions ----

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        u = self.random()
        c = 0.5
        if mode is not None:
            if high == low:
                return low
            c = (mode - low) / (high - low)
        if u > c:
            u = 1 - u
            c = 1 - c
            low, high = high, low
        return low + (high - low) * _sqrt(u * c)

    def gauss(self, mu=0.0, sigma=1.0):                 # Box and Muller's pairs
        z = self.gauss_next
        self.gauss_next = None
        if z is None:
            angle = self.random() * _TWO_PI
            radius = _sqrt(-2 * _log(1 - self.random()))
            z = _cos(angle) * radius
            self.gauss_next = _sin(angle) * radius
        return mu + z * sigma

    def normalvariate(self, mu=0.0, sigma=1.0):         # Kinderman and Monahan's ratio of uniform numbers
        while True:
            u = self.random()
            v = 1 - self.random()
            z = 1.7155277699214135 * (u - 0.5) / v      # 4 e^-0.5 / sqrt(2)
            if z * z / 4 <= -_log(v):
                return mu + z * sigma

    def lognormvariate(self, mu, sigma):
        return _exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd):
        return -_log(1 - self.random()) / lambd

    def vonmisesvariate(self, mu, kappa):               # Best and Fisher's method
        random = self.random
        if kappa <= 1e-6:
            return _TWO_PI * random()
        s = 0.5 / kappa
        radius = s + _sqrt(1 + s * s)
        while True:
            z = _cos(3.141592653589793 * random())
            d = z / (radius + z)
            u = random()
            if u < 1 - d * d or u <= (1 - d) * _exp(d):
                break
        q = 1 / radius
        f = (q + z) / (1 + q * z)
        return (mu + _acos(f) if random() > 0.5 else mu - _acos(f)) % _TWO_PI

    def gammavariate(self, alpha, beta):
        if alpha <= 0 or beta <= 0:
            raise ValueError("gammavariate: alpha and beta must be > 0.0")
        random = self.random
        if alpha > 1:                                   # Cheng's method
            a = _sqrt(2 * alpha - 1)
            b = alpha - 1.3862943611198906              # ln 4
            c = alpha + a
            while True:
                u = random()
                if not 1e-7 < u < 0.9999999:
                    continue
                w = 1 - random()
                v = _log(u / (1 - u)) / a
                x = alpha * _exp(v)
                z = u * u * w
                s = b + c * v - x
                if s + 2.504077396776274 - 4.5 * z >= 0 or s >= _log(z):
                    return x * beta
        if alpha == 1:
            return -_log(1 - random()) * beta
        while True:                                     # Ahrens and Dieter's
            b = (2.718281828459045 + alpha) / 2.718281828459045
            p = b * random()
            x = p ** (1 / alpha) if p <= 1 else -_log((b - p) / alpha)
            u = random()
            if u <= x ** (alpha - 1) if p > 1 else u <= _exp(-x):
                return x * beta

    def betavariate(self, alpha, beta):
        y = self.gammavariate(alpha, 1)
        return y / (y + self.gammavariate(beta, 1)) if y else 0.0

    def paretovariate(self, alpha):
        return (1 - self.random()) ** (-1 / alpha)

    def weibullvariate(self, alpha, beta):
        return alpha * (-_log(1 - self.random())) ** (1 / beta)


class SystemRandom(Random):
    # Numbers of the host, which no seed repeats.
    def random(self):
        return (int.from_bytes(self.randbytes(7), "big") >> 3) * 1.1102230246251565e-16

    def getrandbits(self, k):
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        n = (k + 7) // 8
        return int.from_bytes(self.randbytes(n), "big") >> (n * 8 - k)

    def randbytes(self, n):
        from os import urandom
        return urandom(n)

    def seed(self, *args, **keywords):
        pass

    def getstate(self, *args, **keywords):
        raise NotImplementedError("System entropy source does not have state.")

    setstate = getstate


_inst = Random()
for _name in __all__[2:]:
    globals()[_name] = getattr(_inst, _name)
del _name
