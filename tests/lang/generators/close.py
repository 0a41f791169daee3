# close() raises GeneratorExit at the yield; yielding then is a RuntimeError.
def polite():
    try:
        yield 1
    except GeneratorExit:
        print("closing")
        raise
def quiet():
    try:
        yield 1
    except GeneratorExit:
        return
def rude():
    try:
        yield 1
    except GeneratorExit:
        yield 2
def failing():
    try:
        yield 1
    finally:
        1 / 0
for f in (polite, quiet, rude, failing):
    g = f()
    next(g)
    try:
        print(g.close())
    except (RuntimeError, ZeroDivisionError) as e:
        print(type(e).__name__)
    try:
        print(g.close())
    except RuntimeError as e:
        print("again", type(e).__name__)

# output:
# closing
# None
# None
# None
# None
# RuntimeError
# None
# ZeroDivisionError
# None
