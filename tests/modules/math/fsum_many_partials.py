# Partial sums of few bits each: more of them than a double has room for exponents.
import math, random

random.seed(7)
tiny = [math.ldexp(1, e) for e in range(-1074, 1000, 2)]
for order in (tiny, tiny[::-1], random.sample(tiny, len(tiny))):
    print(math.fsum(order), math.fsum(order + [-x for x in order]))
    # expect: 3.5716953572875575e+300 0.0
    # expect: 3.5716953572875575e+300 0.0
    # expect: 3.5716953572875575e+300 0.0
steps = [math.exp(-(i / 819.2 - 5) ** 2 / 2) for i in range(8192)]
print(math.fsum(steps), math.fsum(min(a, b) for a, b in zip(steps, steps[100:])))
# expect: 2053.4287053361177 1953.490771223197
print(math.fsum(math.ldexp(random.random(), random.randrange(-1000, 900)) for _ in range(3000)) > 0)
# expect: True
