# test.support.import_helper.
import contextlib
import sys
import unittest


def import_module(name, deprecated=False, *, required_on=()):
    try:
        __import__(name)
    except ImportError as error:
        raise unittest.SkipTest(str(error))
    return sys.modules[name]


def import_fresh_module(name, fresh=(), blocked=(), *, deprecated=False):
    """The one module that there is, for that in C and that in Python."""
    try:
        __import__(name)
    except ImportError:
        return None
    return sys.modules[name]


@contextlib.contextmanager
def DirsOnSysPath(*folders):
    before = list(sys.path)
    sys.path.extend(folders)
    try:
        yield
    finally:
        sys.path[:] = before


@contextlib.contextmanager
def CleanImport(*names, usefrozen=False):
    before = {name: sys.modules.pop(name) for name in names if name in sys.modules}
    try:
        yield
    finally:
        sys.modules.update(before)


@contextlib.contextmanager
def isolated_modules():
    before = dict(sys.modules)
    try:
        yield
    finally:
        sys.modules.clear()
        sys.modules.update(before)


def unload(name):
    sys.modules.pop(name, None)


forget = unload


def _skip(*arguments, **named):
    raise unittest.SkipTest("compiled modules")


make_legacy_pyc = ready_to_import = modules_setup = modules_cleanup = frozen_modules = _skip
