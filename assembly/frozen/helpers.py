# Frozen helpers: what natives hand over when the work runs Python code (assembly/objects/frozen.ts).
# Each stands for the native named beside it; arguments are checked there. Plain, fast code: no imports.


def _list(iterable):            # list(iterable), list.extend
    return [x for x in iterable]


def _sequence_next(it, target, index):      # next() of the old sequence protocol
    try:
        return target[index]
    except (IndexError, StopIteration):
        it._end()
    raise StopIteration


def _callable_next(it, f, sentinel):        # next(iter(f, sentinel))
    try:
        item = f()
    except StopIteration:
        it._end()
        raise
    if item == sentinel:
        it._end()
        raise StopIteration
    return item
