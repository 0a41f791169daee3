# collect, enable, disable, isenabled; garbage in cycles is found.
import gc
gc.disable()
print(gc.isenabled())  # expect: False
gc.enable()
print(gc.isenabled(), type(gc.collect()).__name__)  # expect: True int
class Node: pass
for i in range(2000):
    a, b = Node(), Node()
    a.other, b.other = b, a
    a.data = [0] * 10
gc.collect()
a = [1]
a.append(a)
del a
gc.collect()
keep = {"k": [1, (2, "x" * 10)]}
gc.collect()
print(keep)  # expect: {'k': [1, (2, 'xxxxxxxxxx')]}
