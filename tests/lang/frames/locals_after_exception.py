# What was bound before an exception is seen in the handler, what was not is not.
def fail(): raise ValueError
def f():
    x, y, log = 1, 2, []
    try:
        x = 10
        y = x + fail()
        x = 20
    except ValueError:
        log.append((x, y))
    try:
        a, b = 3, 4
        a, b = (5, fail())
    except ValueError:
        log.append((a, b))
    try:
        a, b, c = [6, 7]
    except ValueError:
        log.append((a, b))
    try:
        items = [0, 0]
        items[0], items[fail()] = 8, 9
    except ValueError:
        log.append(items)
    try:
        x = y = items[1] = fail()
    except ValueError:
        log.append((x, y))
    try:
        z = fail()
    except ValueError:
        try:
            z
        except UnboundLocalError:
            log.append("unbound")
    for i in range(5):
        try:
            if i == 3: fail()
            last = i
        except ValueError:
            log.append((i, last))
            i = 100
    log.append((i, last))
    return log
print(f())  # expect: [(10, 2), (3, 4), (3, 4), [8, 0], (10, 2), 'unbound', (3, 2), (4, 4)]
def g(n):
    total = 0
    while True:
        try:
            total += n
            n -= 1
            1 // n
        except ZeroDivisionError as e:
            total += 1000
            break
        finally:
            total += 10000
    return total, n
print(g(4))  # expect: (41010, 0)
