"""A part of a group that is raised again in except* joins what was not handled, in the group's own structure."""


def shape(e):
    return (str(e), [shape(x) for x in e.exceptions]) if isinstance(e, BaseExceptionGroup) else type(e).__name__


def group():
    return ExceptionGroup("g", [ValueError(1), KeyError(2), ExceptionGroup("h", [TypeError(3), ValueError(4)])])


def again():
    try:
        raise group()
    except* ValueError:
        raise


def again_inside():
    try:
        raise group()
    except* (KeyError, ValueError):
        try:
            raise
        except* KeyError:
            pass


def another():
    try:
        raise group()
    except* Exception:
        raise OSError("new")


def handled_stays():
    try:
        {}[3]
    except* KeyError:
        try:
            {}[7]
        except KeyError:
            pass
        raise


def none_matches():
    try:
        raise group()
    except* OSError:
        pass


for f in (again, again_inside, another, handled_stays, none_matches):
    try:
        f()
    except Exception as e:
        print(f.__name__, shape(e) if isinstance(e, ExceptionGroup) else repr(e), e.__suppress_context__)
        # expect: again ('g (3 sub-exceptions)', ['ValueError', 'KeyError', ('h (2 sub-exceptions)', ['TypeError', 'ValueError'])]) True
        # expect: again_inside ('g (2 sub-exceptions)', ['ValueError', ('h (2 sub-exceptions)', ['TypeError', 'ValueError'])]) True
        # expect: another OSError('new') False
        # expect: handled_stays (' (1 sub-exception)', ['KeyError']) False
        # expect: none_matches ('g (3 sub-exceptions)', ['ValueError', 'KeyError', ('h (2 sub-exceptions)', ['TypeError', 'ValueError'])]) True
