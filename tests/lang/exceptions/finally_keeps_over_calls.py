# What a return in a try block gives, and the exception that is being handled, outlive calls of functions with many locals.
def big(n=0):
    a = 1.5; b = 2.5; c = 3.5; d = 4.5; e = 5.5; f = 6.5; g = 7.5; h = 8.5
    if n:
        raise ValueError(a + b + c + d + e + f + g + h)
    return [a, b, c, d, e, f, g, h]


def returns():
    try:
        return "value"
    finally:
        big()


def nested():
    try:
        try:
            return "inner"
        finally:
            big()
    finally:
        try:
            big(1)
        except ValueError:
            big()


def loop():
    for i in range(3):
        try:
            if i == 1:
                return big(), i
        finally:
            big()


def reraises():
    try:
        raise KeyError("first")
    except KeyError:
        try:
            big(1)
        except (TypeError, ValueError):
            big()
        raise


def context():
    try:
        raise KeyError("first")
    except KeyError:
        try:
            big(1)
        except ValueError:
            pass
        raise TypeError("second")


def generator():
    try:
        yield 1
        return "result"
    finally:
        big()
        yield 2


print(returns())  # expect: value
print(nested())  # expect: inner
print(loop()[1])  # expect: 1
try:
    reraises()
except KeyError as e:
    print(repr(e))  # expect: KeyError('first')
try:
    context()
except TypeError as e:
    print(repr(e), repr(e.__context__))  # expect: TypeError('second') KeyError('first')
g = generator()
print(next(g), next(g))  # expect: 1 2
try:
    next(g)
except StopIteration as e:
    print(e.value)  # expect: result
