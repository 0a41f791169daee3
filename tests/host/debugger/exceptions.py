def fail(n):
    if n:
        raise ValueError(n)
    return n


def cleanup():
    try:
        return fail(0)
    finally:
        print("x")


def both():
    try:
        fail(1)
    finally:
        print("y")


try:
    fail(1)
except TypeError:
    print(1)
except ValueError as e:
    print(e)
try:
    x = 1
except ValueError:
    x = 2
else:
    x = 3
finally:
    x = 4
cleanup()
try:
    both()
except (KeyError, ValueError):
    x = 5
try:
    1 / 0
except ZeroDivisionError:
    try:
        [][1]
    except IndexError:
        x = 6
for i in range(2):
    try:
        if i:
            break
        continue
    finally:
        x = 7


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        return args[0] is ValueError


with Manager() as m:
    x = 8
with Manager(), Manager() as m:
    fail(1)
    x = 9


def inside():
    with Manager():
        return 1


inside()
try:
    raise KeyError from None
except KeyError:
    pass
while x:
    with Manager():
        break
