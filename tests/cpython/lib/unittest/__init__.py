# A small unittest: what CPython's own tests use of it, and no reports. run.py runs what `tests_of`
# finds.
#
# Krait makes no warnings: what is said to warn is run, and not looked at further.
from unittest.case import (
    IsolatedAsyncioTestCase, SkipTest, TestCase, addModuleCleanup, enterModuleContext,
    expectedFailure, skip, skipIf, skipUnless)


class TestSuite:
    """Classes, cases and suites, in order."""

    def __init__(self, tests=()):
        self.tests = list(tests)

    def addTest(self, test):
        self.tests.append(test)

    def addTests(self, tests):
        self.tests.extend(tests)

    def __iter__(self):
        return iter(self.tests)


class TestLoader:
    suiteClass = TestSuite
    testMethodPrefix = "test"

    def getTestCaseNames(self, cls):
        return [name for name in dir(cls) if name.startswith("test") and callable(getattr(cls, name))]

    def loadTestsFromTestCase(self, cls):
        return TestSuite([cls])

    def loadTestsFromModule(self, module):
        return TestSuite(_classes(module))

    def discover(self, *arguments, **options):
        return TestSuite()


defaultTestLoader = TestLoader()


def _classes(module):
    found = []
    for value in list(vars(module).values()):
        if (isinstance(value, type) and issubclass(value, TestCase) and value not in found
                and value.__module__ != "unittest.case"):
            found.append(value)
    return found


def _flatten(suite, into):
    for test in suite:
        if isinstance(test, type):
            names = into.setdefault(test, [])
            names += [n for n in defaultTestLoader.getTestCaseNames(test) if n not in names]
        elif isinstance(test, TestCase):
            into.setdefault(type(test), []).append(test._testMethodName)
        elif test is not None:
            _flatten(test, into)


def tests_of(module):
    """[(class, names of its tests)]: what the module's load_tests gives, or all of its cases."""
    suite = defaultTestLoader.loadTestsFromModule(module)
    if hasattr(module, "load_tests"):
        suite = module.load_tests(defaultTestLoader, suite, None)
    classes = {}
    _flatten(suite, classes)
    return list(classes.items())


def makeSuite(cls, prefix="test"):
    return TestSuite([cls])


def main(*arguments, **options):
    pass


from unittest import mock, names
