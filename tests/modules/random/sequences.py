# shuffle, sample and choices.
import random
a = list(range(50))
random.shuffle(a)
print(sorted(a) == list(range(50)), a != list(range(50)))  # expect: True True
print(len(set(random.sample(range(100), 10))), sorted(random.sample([1, 2, 3], 3)))
# expect: 10 [1, 2, 3]
print(all(x in "ab" for x in random.choices("ab", k=20)),
      random.choices([1, 2], weights=[0, 1], k=3))  # expect: True [2, 2, 2]
print(random.sample([], 0), 0 <= random.randrange(10 ** 30) < 10 ** 30)  # expect: [] True
try:
    random.sample([1], 2)
except ValueError:
    print("ValueError")  # expect: ValueError
