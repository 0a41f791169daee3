# return in try, except and finally: finally always runs, and its own return wins.
def a():
    try:
        return "try"
    finally:
        print("finally a")  # expect: finally a
def b():
    try:
        return "try"
    finally:
        return "finally"
def c():
    try:
        1 / 0
    except ZeroDivisionError:
        return "except"
    finally:
        print("finally c")  # expect: finally c
def d():
    try:
        1 / 0
    finally:
        return "the exception is gone"
def e():
    x = 1
    try:
        return x
    finally:
        x = 2
def f():
    try:
        pass
    except ValueError:
        pass
    else:
        return "else"
    finally:
        print("finally f")  # expect: finally f
print(a(), b(), c(), d(), e(), f())  # expect: try finally except the exception is gone 1 else
