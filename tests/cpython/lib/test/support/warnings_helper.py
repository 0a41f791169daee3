# test.support.warnings_helper: Krait makes no warnings, so nothing is looked at.


class _Unwatched:
    def __init__(self, *arguments, **named):
        self.warnings = []

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return False


check_warnings = check_no_warnings = check_no_resource_warning = _Unwatched
save_restore_warnings_filters = _Unwatched


def ignore_warnings(**named):
    return lambda test: test


def check_syntax_warning(*arguments, **named):
    pass


def import_deprecated(name):
    return __import__(name)
