# Dictionaries changed by the __eq__ and __hash__ of their own keys.
class Evil:
    def __init__(self, h): self.h = h
    def __hash__(self): return self.h
    def __eq__(self, o):
        if armed: d.clear()
        return self is o
armed = False
def fill():
    global d, armed
    armed = False
    d = {Evil(1): i for i in range(20)}
    armed = True
def attempt(f):
    fill()
    try:
        f()
    except (KeyError, RuntimeError):
        pass
    d["after"] = 1
    return d["after"]
print(attempt(lambda: d[Evil(1)]), attempt(lambda: Evil(1) in d),
      attempt(lambda: d.setdefault(Evil(1), 5)), attempt(lambda: d.pop(Evil(1), None)),
      attempt(lambda: d.__setitem__(Evil(1), 5)), attempt(lambda: d.update({Evil(1): 3})),
      attempt(lambda: d.get(Evil(1))),
      attempt(lambda: d == dict.fromkeys([Evil(1) for _ in range(20)])),
      attempt(lambda: {**d, Evil(1): 0}))  # expect: 1 1 1 1 1 1 1 1 1
s = {Evil(2)}
armed = True
d = {}
print(Evil(2) in s, len(s | {Evil(2)}), s - {Evil(2)} == s)  # expect: False 2 True
