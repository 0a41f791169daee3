# atexit: functions that are called when the program ends, the last registered first.
# Behaviour: docs.python.org/3/library/atexit.html. Built on sys.atexit, which holds one function.
import sys

_registered = []


def register(func, *args, **kwargs):
    """Has func(*args, **kwargs) called at the end. Gives func back, so that it can be a decorator."""
    if not callable(func):
        raise TypeError("the first argument must be callable")
    _registered.append((func, args, kwargs))
    return func


def unregister(func):
    """Forgets all registrations of func."""
    for i in range(len(_registered) - 1, -1, -1):
        if _registered[i][0] == func:
            del _registered[i]


def _ncallbacks():
    return len(_registered)


def _clear():
    _registered.clear()


def _run_exitfuncs():
    while _registered:
        func, args, kwargs = _registered.pop()
        try:
            func(*args, **kwargs)
        except BaseException as e:
            print("Exception ignored in atexit callback: %r" % (func,), file=sys.stderr)
            sys.print_exception(e, sys.stderr)
    if _before:
        _before()


_before = sys.atexit(_run_exitfuncs)
