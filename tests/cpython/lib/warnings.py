# Krait makes no warnings: nothing is filtered, and what is warned of is lost.
filters = []


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0,
                 append=False):
        self._record = record

    def __enter__(self):
        return [] if self._record else None

    def __exit__(self, *error):
        return False


def warn(message, category=None, stacklevel=1, source=None):
    pass


def warn_explicit(*arguments, **named):
    pass


simplefilter = filterwarnings = resetwarnings = _add_filter = _deprecated = warn_explicit
