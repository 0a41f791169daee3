def fail(n):
    if n:
        raise ValueError(n)
    return n


def cleanup():
    try:  # no stop
        return fail(0)
    finally:
        print("x")


def both():
    try:  # no stop
        fail(1)
    finally:
        print("y")


try:  # no stop
    fail(1)
except TypeError:
    print(1)
except ValueError as e:
    print(e)
try:  # no stop
    x = 1
except ValueError:
    x = 2
else:
    x = 3
finally:
    x = 4
cleanup()
try:  # no stop
    both()
except (KeyError, ValueError):
    x = 5
try:  # no stop
    1 / 0
except ZeroDivisionError:
    try:  # no stop
        [][1]
    except IndexError:
        x = 6
for i in range(2):
    try:  # no stop
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
try:  # no stop
    raise KeyError from None
except KeyError:
    pass  # no stop
while x:
    with Manager():
        break
