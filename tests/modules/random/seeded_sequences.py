# The sequences of a seeded generator are CPython's.
import random
random.seed(42)
print(random.random(), random.random(), random.getrandbits(5), random.getrandbits(100))
# expect: 0.6394267984578837 0.025010755222666936 8 882565121070403957190206503824
print(random.randrange(10), random.randrange(5, 50, 7), random.randint(-3, 3), random.randrange(10 ** 40))
# expect: 1 40 2 4624604959407693534269746737136766673232
print([random.choice("abcdef") for _ in range(8)], random.sample(range(1000), 5), random.sample("abcdefgh", 8))
# expect: ['a', 'a', 'a', 'b', 'b', 'e', 'e', 'a'] [574, 203, 733, 665, 718] ['g', 'b', 'd', 'e', 'c', 'a', 'f', 'h']
l = list(range(12))
random.shuffle(l)
print(l, random.choices("xyz", [1, 2, 3], k=6), random.choices(range(5), cum_weights=[1, 2, 3, 4, 9], k=4))
# expect: [10, 9, 1, 7, 8, 6, 0, 11, 3, 2, 4, 5] ['z', 'z', 'z', 'z', 'z', 'y'] [4, 4, 4, 4]
print(random.sample(["red", "blue"], counts=[4, 2], k=5), random.randbytes(6))
# expect: ['blue', 'red', 'red', 'red', 'red'] b'\x8a\xce\xe7\xc5\x15J'
for seed in (0, -1, 2 ** 100, 1.5, "text", "", b"bytes"):
    random.seed(seed)
    print(random.getrandbits(64), end=" ")
print()
# expect: 7106521602475165645 10499958131665514997 1484549092569213973 15181219473869792044 7331205974797327822 8383724746567670048 11324517610708134540
r = random.Random(7)
print(r.uniform(2, 3), r.triangular(0, 10, 2), r.gauss(0, 1), r.gauss(0, 1), r.normalvariate(1, 2))
# expect: 2.3238327648331625 1.7369465963264497 -0.2260961647831047 -0.3150684223311854 1.194089545240003
print(r.expovariate(2.0), r.lognormvariate(0, 1), r.vonmisesvariate(1, 3), r.gammavariate(0.5, 2))
# expect: 0.029874431489150505 1.0133413542168832 0.5417959830052667 0.042967909714362075
print(r.gammavariate(3, 1), r.gammavariate(1, 1), r.betavariate(2, 3), r.paretovariate(2), r.weibullvariate(1, 2))
# expect: 3.7875121798455367 0.8606265069032641 0.6687422346122592 1.1864552493731766 0.394693478317095
state = r.getstate()
first = [r.random() for _ in range(1000)]
r.setstate(state)
print(state[0], len(state[1]), first == [r.random() for _ in range(1000)], sum(first))
# expect: 3 625 True 486.9857262060099
class Loaded(random.Random):
    def twice(self): return 2 * self.random()
print(Loaded(3).twice(), isinstance(Loaded(3), random.Random))  # expect: 0.47592925418378274 True
