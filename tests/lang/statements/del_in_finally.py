"""A local that a finally block deletes is unbound where break and continue lead through it."""


def by_continue(x):
    for i in range(2):
        try:
            if x:
                print("bound", i)  # expect: bound 0
        finally:
            try:
                continue
            finally:
                del x


def by_break(x):
    while True:
        try:
            break
        finally:
            del x
    return x


def cell_deleted(x):
    def inner():
        return x
    try:
        return inner()
    finally:
        del x
        print(x)


for f in (by_continue, by_break, cell_deleted):
    try:
        print(f(1))
    except UnboundLocalError as e:
        print(e)
        # expect: cannot access local variable 'x' where it is not associated with a value
        # expect: cannot access local variable 'x' where it is not associated with a value
        # expect: cannot access local variable 'x' where it is not associated with a value
