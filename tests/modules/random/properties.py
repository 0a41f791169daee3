# Random numbers lie in their ranges; a seed repeats them.
import random
random.seed(42)
first = [random.random() for _ in range(5)]
random.seed(42)
print(first == [random.random() for _ in range(5)], len(set(first)) == 5,
      all(0 <= x < 1 for x in first))  # expect: True True True
print(all(1 <= random.randint(1, 6) <= 6 for _ in range(300)),
      {random.randint(1, 3) for _ in range(200)} == {1, 2, 3},
      all(random.randrange(10) in range(10) for _ in range(100)),
      all(random.randrange(5, 20, 5) in (5, 10, 15) for _ in range(100)))
# expect: True True True True
print(all(2 <= random.uniform(2, 3) <= 3 for _ in range(100)),
      all(random.choice("abc") in "abc" for _ in range(50)),
      all(random.getrandbits(8) < 256 for _ in range(100)), random.getrandbits(1) in (0, 1),
      0 <= random.getrandbits(100) < 2 ** 100, random.randint(5, 5))
# expect: True True True True True 5
mean = sum(random.random() for _ in range(5000)) / 5000
bits = sum(bin(random.getrandbits(30)).count("1") for _ in range(1000)) / 30000
print(0.45 < mean < 0.55, 0.47 < bits < 0.53)  # expect: True True
for bad in (lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.randrange(0),
            lambda: random.randrange(1, 5, 0)):
    try:
        print(bad())
    except (IndexError, ValueError) as e:
        print(type(e).__name__, end=" ")
print()  # expect: IndexError ValueError ValueError ValueError
