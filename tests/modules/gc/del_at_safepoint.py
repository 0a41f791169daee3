# __del__ runs once its object is garbage, and may use it, keep it, and raise.
import gc
log = []
class A:
    def __init__(self, name): self.name = name
    def __del__(self): log.append(self.name)
def make():
    for i in range(3): A(i)
make()
gc.collect()
for i in range(3): pass
print(0 in log, 1 in log, "x" in log)  # expect: True True False
kept = []
class B:
    def __del__(self): kept.append(self)
B()
gc.collect()
for i in range(3): pass
print(len(kept), type(kept[0]) is B)  # expect: 1 True
class Ring:
    def __init__(self): self.me = self
    def __del__(self): log.append("ring")
Ring()
gc.collect()
for i in range(3): pass
print("ring" in log)  # expect: True
class Bad:
    def __del__(self): raise ValueError("told on stderr")
Bad()
gc.collect()
for i in range(3): pass
print("on")  # expect: on
