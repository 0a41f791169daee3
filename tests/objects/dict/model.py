# Many random operations on a dict, against a list of pairs.
state = 11
def pick(n):
    global state
    state = (state * 1103515245 + 12345) % 2147483648
    return (state >> 8) % n
d, model, wrong = {}, [], 0
keys = [0, 1, -1, 2.5, "a", "b", "é", (1,), (1, "x"), None, b"k", 10 ** 20,
        frozenset([1])] + ["key%d" % i for i in range(40)] + list(range(100, 160))
def place(k):
    return next((i for i, p in enumerate(model) if p[0] == k), -1)
for step in range(6000):
    k, what = keys[pick(len(keys))], pick(12)
    i = place(k)
    if what < 5:
        d[k] = step
        if i >= 0: model[i][1] = step
        else: model.append([k, step])
    elif what < 8:
        if d.pop(k, "none") != (model.pop(i)[1] if i >= 0 else "none"): wrong += 1
    elif what == 8:
        if d.setdefault(k, step) != (model[i][1] if i >= 0 else step): wrong += 1
        if i < 0: model.append([k, step])
    elif what == 9:
        if d.get(k) != (model[i][1] if i >= 0 else None) or (k in d) != (i >= 0): wrong += 1
    elif what == 10 and model:
        if list(d.popitem()) != model.pop(): wrong += 1
    elif pick(50) == 0:
        d.clear()
        model.clear()
    if step % 50 == 0:
        wrong += [list(p) for p in d.items()] != model or len(d) != len(model) or dict(d) != d
print(wrong, len(d), [list(p) for p in d.items()] == model)  # expect: 0 47 True
