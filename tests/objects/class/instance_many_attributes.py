# Many attributes in different orders, deleted and set again.
class C: pass
objects = []
for i in range(20):
    o = C()
    for j in range(i + 1):
        setattr(o, "a%d" % ((j * 7 + i) % 20), j)
    objects.append(o)
print(sum(sum(vars(o).values()) for o in objects))  # expect: 1330
o = objects[19]
del o.a3
del o.a7
print(len(vars(o)), hasattr(o, "a3"))  # expect: 18 False
o.a3 = "again"
print(list(vars(o))[-1], o.a3)  # expect: a3 again
big = C()
for i in range(2000):
    setattr(big, "n%d" % i, i)
print(sum(getattr(big, "n%d" % i) for i in range(0, 2000, 3)))  # expect: 666333
print(len(big.__dict__))  # expect: 2000
