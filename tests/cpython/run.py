# Runs on Krait: one module of CPython's tests, with the unittest of lib/. What comes of each test is
# told to the host (child.mjs), which also says what is not to be run.
import re
import sys

import cpython_tests_host as host

sys.modules["__main__"].__file__ = "/work/main.py"


def message(error):
    """One short line about an exception."""
    text = type(error).__name__
    try:
        text += ": " + str(error)
    except Exception:
        pass
    return " ".join(re.sub("0x[0-9a-f]{6,}", "0x...", text).split())[:160]


def run_one(cls, name, unittest):
    """A test's state, and what there is to say about it."""
    try:
        cls(name).run_alone()
    except unittest.SkipTest as error:
        return "skip", str(error)
    except BaseException as error:
        if host.verbose:
            sys.print_exception(error)
        return "fail", message(error)
    return "pass", ""


def run_class(cls, names, unittest):
    label = cls.__qualname__
    names = [name for name in names if host.wants(label + "." + name)]
    if not names or host.ended_the_process(label):
        return
    host.begin(label)
    try:
        if getattr(cls, "__unittest_skip__", False):
            raise unittest.SkipTest()
        cls.setUpClass()
    except BaseException as error:
        for name in names:
            skipped = isinstance(error, unittest.SkipTest)
            host.end(label + "." + name, "skip" if skipped else "fail", message(error))
        return
    for name in names:
        host.begin(label + "." + name)
        state, text = run_one(cls, name, unittest)
        host.end(label + "." + name, state, text)
    try:
        cls.tearDownClass()
        cls.doClassCleanups()
    except BaseException as error:
        host.end(label + ".tearDownClass", "fail", message(error))


def main(name):
    host.begin("import")
    try:
        import unittest
        module = __import__("test." + name, None, None, ["x"])
        classes = unittest.tests_of(module)
        if hasattr(module, "setUpModule"):
            module.setUpModule()
    except BaseException as error:
        if host.verbose:
            sys.print_exception(error)
        skipped = type(error).__name__ == "SkipTest"
        host.end("import", "skip" if skipped else "fail", message(error))
        return
    for cls, names in classes:
        run_class(cls, names, unittest)


main(sys.argv[1])
