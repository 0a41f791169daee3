# itertools: what is written in Python. count, repeat, product, permutations, combinations and
# combinations_with_replacement are native (assembly/modules/itertools.ts); this file runs in the same module.
# Most are generators behind a function that checks the arguments at once.
# Behaviour: docs.python.org/3/library/itertools.html


def chain(*iterables):
    return _chain(iterables)


def _chain(iterables):
    for it in iterables:
        yield from it


def _from_iterable(iterable):
    return _chain(iter(iterable))


chain.from_iterable = _from_iterable


def cycle(iterable):
    return _cycle(iter(iterable))


def _cycle(it):
    saved = []
    for item in it:
        yield item
        saved.append(item)
    while saved:
        yield from saved


def accumulate(iterable, func=None, *, initial=None):
    return _accumulate(iter(iterable), func, initial)


def _accumulate(it, func, total):
    if total is None:
        for total in it:
            break
        else:
            return
    yield total
    if func is None:
        for item in it:
            total = total + item
            yield total
    else:
        for item in it:
            total = func(total, item)
            yield total


def compress(data, selectors):
    return _compress(iter(data), iter(selectors))


def _compress(data, selectors):
    for item, wanted in zip(data, selectors):
        if wanted:
            yield item


def dropwhile(predicate, iterable):
    return _dropwhile(predicate, iter(iterable))


def _dropwhile(predicate, it):
    for item in it:
        if not predicate(item):
            yield item
            break
    yield from it


def takewhile(predicate, iterable):
    return _takewhile(predicate, iter(iterable))


def _takewhile(predicate, it):
    for item in it:
        if not predicate(item):
            break
        yield item


def filterfalse(predicate, iterable):
    return _filterfalse(bool if predicate is None else predicate, iter(iterable))


def _filterfalse(predicate, it):
    for item in it:
        if not predicate(item):
            yield item


def starmap(function, iterable):
    return _starmap(function, iter(iterable))


def _starmap(function, it):
    for args in it:
        yield function(*args)


def pairwise(iterable):
    return _pairwise(iter(iterable))


def _pairwise(it):
    for last in it:
        break
    else:
        return
    for item in it:
        yield (last, item)
        last = item


_BOUND = "must be None or an integer: 0 <= x <= sys.maxsize."


def islice(iterable, *args):
    n = len(args)
    if n == 0 or n > 3:
        raise TypeError(f"islice expected at {'least 2' if n == 0 else 'most 4'} arguments, got {n + 1}")
    start, stop, step = (0, args[0], 1) if n == 1 else (args[0], args[1], args[2] if n == 3 else 1)
    start = 0 if start is None else _count(start, "Indices for islice() " + _BOUND)
    if stop is not None:
        stop = _count(stop, ("Stop argument" if n == 1 else "Indices") + " for islice() " + _BOUND)
    step = 1 if step is None else _count(step, "Step for islice() must be a positive integer or None.")
    if step == 0:
        raise ValueError("Step for islice() must be a positive integer or None.")
    return _islice(iter(iterable), start, stop, step)


def _count(v, message):
    try:
        v = v.__index__()
    except AttributeError:
        raise ValueError(message) from None
    if v < 0:
        raise ValueError(message)
    return v


def _islice(it, start, stop, step):
    if stop is None:
        if start:
            for _ in _islice(it, 0, start, 1):
                pass
        if step == 1:
            yield from it
            return
        skip = 0
        for item in it:
            if skip:
                skip -= 1
            else:
                yield item
                skip = step - 1
        return
    at = 0
    if at < start:
        for item in it:
            at += 1
            if at >= start:
                break
        else:
            return
    # What lies before stop is consumed, nothing behind it.
    while at < stop:
        for item in it:
            break
        else:
            return
        at += 1
        yield item
        left = step - 1
        while left and at < stop:
            for item in it:
                break
            else:
                return
            at += 1
            left -= 1


def zip_longest(*iterables, fillvalue=None):
    return _zip_longest([iter(it) for it in iterables], fillvalue)


def _zip_longest(its, fillvalue):
    active = len(its)
    empty = repeat(fillvalue)
    while active:
        row = []
        for i, it in enumerate(its):
            for item in it:
                row.append(item)
                break
            else:
                active -= 1
                if not active:
                    return
                its[i] = empty
                row.append(fillvalue)
        yield tuple(row)


class groupby:
    def __init__(self, iterable, key=None):
        self._it = iter(iterable)
        self._key = key
        self._group = None          # the group given last: it ends when the next one begins
        self._have = False          # _item and _k are read but not yet given
        self._item = self._k = None

    def __iter__(self):
        return self

    def _read(self):
        item = next(self._it)
        self._k = item if self._key is None else self._key(item)
        self._item = item
        self._have = True

    def __next__(self):
        group = self._group
        if group is not None:
            self._group = None
            while True:
                if not self._have:
                    self._read()
                if not (self._k is group._k or self._k == group._k):
                    break
                self._have = False
        elif not self._have:
            self._read()
        self._group = group = _Group(self, self._k)
        return (group._k, group)


class _Group:
    def __init__(self, parent, k):
        self._parent = parent
        self._k = k

    def __iter__(self):
        return self

    def __next__(self):
        parent = self._parent
        if parent._group is not self:
            raise StopIteration
        if not parent._have:
            parent._read()
        if not (parent._k is self._k or parent._k == self._k):
            raise StopIteration
        parent._have = False
        return parent._item


class _Tee:
    # One of the iterators that tee() gives: they share a chain of [item, next link] pairs.
    def __init__(self, it, link):
        self._it = it
        self._link = link

    def __iter__(self):
        return self

    def __next__(self):
        link = self._link
        if not link:
            item = next(self._it)
            link.append(item)
            link.append([])
        self._link = link[1]
        return link[0]

    def __copy__(self):
        return _Tee(self._it, self._link)


def tee(iterable, n=2):
    if n < 0:
        raise ValueError("n must be >= 0")
    it = iter(iterable)
    first = it if isinstance(it, _Tee) else _Tee(it, [])
    return tuple([first] + [first.__copy__() for _ in range(n - 1)]) if n else ()
