# TestCase and what belongs to it: see __init__.py.
import re


class SkipTest(Exception):
    pass


def skip(reason=""):
    if callable(reason):
        reason.__unittest_skip__ = True
        return reason

    def mark(test):
        test.__unittest_skip__ = True
        return test
    return mark


def skipIf(condition, reason=""):
    return skip(reason) if condition else lambda test: test


def skipUnless(condition, reason=""):
    return skipIf(not condition, reason)


def expectedFailure(test):
    """Fails on CPython: nothing to learn from it."""
    return skip(test)


def addModuleCleanup(function, *arguments, **named):
    pass


def enterModuleContext(manager):
    return manager.__enter__()


class _Raises:
    """`with self.assertRaises(...) as cm`."""

    def __init__(self, expected, pattern=None):
        self.expected = expected
        self.pattern = re.compile(pattern) if isinstance(pattern, (str, bytes)) else pattern

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        if kind is None:
            raise AssertionError("%r not raised" % (self.expected,))
        if not issubclass(kind, self.expected):
            return False
        self.exception = error.with_traceback(None)
        if self.pattern is not None and not self.pattern.search(str(error)):
            raise AssertionError("%r does not match %r" % (self.pattern.pattern, str(error)))
        return True


class _Unwatched:
    """What Krait does not tell of: warnings, logs."""

    def __init__(self):
        self.warnings = []
        self.warning = self.filename = ""
        self.lineno = 0
        self.output = []
        self.records = []

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return False


class _Part:
    """`with self.subTest(...)`: the other parts go on if one fails."""

    def __init__(self, case, label):
        self.case = case
        self.label = label

    def __enter__(self):
        pass

    def __exit__(self, kind, error, traceback):
        if kind is None or not issubclass(kind, Exception):
            return False
        if not issubclass(kind, SkipTest):
            self.case._faults.append("%s: %s: %s" % (self.label, kind.__name__, error))
        return True


def _show(value):
    return "%.120r" % (value,)


class TestCase:
    failureException = AssertionError
    longMessage = True
    maxDiff = None

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._cleanups = []
        self._faults = []
        self._equalities = {}

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    _class_cleanups = ()

    @classmethod
    def addClassCleanup(cls, function, *arguments, **named):
        cls._class_cleanups = [*cls._class_cleanups, (function, arguments, named)]

    @classmethod
    def doClassCleanups(cls):
        for function, arguments, named in reversed(cls._class_cleanups):
            function(*arguments, **named)
        cls._class_cleanups = ()

    def run_alone(self):
        """Runs the test. Raises what it raises, SkipTest if it is not to be run."""
        method = getattr(self, self._testMethodName)
        if (getattr(method, "__unittest_skip__", False)
                or getattr(type(self), "__unittest_skip__", False)):
            raise SkipTest()
        try:
            self._call(self.setUp)
            try:
                self._call(method)
            finally:
                self._call(self.tearDown)
        finally:
            self.doCleanups()
        if self._faults:
            raise AssertionError("; ".join(self._faults[:5]))

    def _call(self, function):
        function()

    def doCleanups(self):
        while self._cleanups:
            function, arguments, named = self._cleanups.pop()
            function(*arguments, **named)

    def id(self):
        return "%s.%s" % (type(self).__qualname__, self._testMethodName)

    def shortDescription(self):
        return None

    def addCleanup(self, function, *arguments, **named):
        self._cleanups.append((function, arguments, named))

    def enterContext(self, manager):
        value = manager.__enter__()
        self.addCleanup(manager.__exit__, None, None, None)
        return value

    def subTest(self, *label, **named):
        return _Part(self, " ".join([*map(str, label), *("%s=%.40r" % p for p in named.items())]))

    def skipTest(self, reason=""):
        raise SkipTest(reason)

    def addTypeEqualityFunc(self, cls, function):
        self._equalities[cls] = function

    def fail(self, msg=None):
        raise AssertionError(msg)

    def _fault(self, text, msg):
        raise AssertionError(text if msg is None else "%s: %s" % (text, msg))

    def assertEqual(self, first, second, msg=None):
        if type(first) is type(second) and type(first) in self._equalities:
            check = self._equalities[type(first)]
            if isinstance(check, str):
                check = getattr(self, check)
            check(first, second, msg=msg)
        elif not first == second:
            self._fault("%s != %s" % (_show(first), _show(second)), msg)

    def _equal(self, first, second, msg=None):
        if not first == second:
            self._fault("%s != %s" % (_show(first), _show(second)), msg)

    assertListEqual = assertTupleEqual = assertDictEqual = assertMultiLineEqual = _equal

    def assertSetEqual(self, first, second, msg=None):
        if first.difference(second) or second.difference(first):
            self._fault("%s != %s" % (_show(first), _show(second)), msg)

    def assertSequenceEqual(self, first, second, msg=None, seq_type=None):
        if len(first) != len(second) or any(not x == y for x, y in zip(first, second)):
            self._fault("%s != %s" % (_show(first), _show(second)), msg)

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._fault("%s == %s" % (_show(first), _show(second)), msg)

    def assertTrue(self, value, msg=None):
        if not value:
            self._fault("%s is not true" % _show(value), msg)

    def assertFalse(self, value, msg=None):
        if value:
            self._fault("%s is not false" % _show(value), msg)

    def assertIs(self, first, second, msg=None):
        if first is not second:
            self._fault("%s is not %s" % (_show(first), _show(second)), msg)

    def assertIsNot(self, first, second, msg=None):
        if first is second:
            self._fault("both are %s" % _show(first), msg)

    def assertIsNone(self, value, msg=None):
        self.assertIs(value, None, msg)

    def assertIsNotNone(self, value, msg=None):
        self.assertIsNot(value, None, msg)

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._fault("%s not in %s" % (_show(member), _show(container)), msg)

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._fault("%s in %s" % (_show(member), _show(container)), msg)

    def assertIsInstance(self, value, cls, msg=None):
        if not isinstance(value, cls):
            self._fault("%s is no %r" % (_show(value), cls), msg)

    def assertNotIsInstance(self, value, cls, msg=None):
        if isinstance(value, cls):
            self._fault("%s is a %r" % (_show(value), cls), msg)

    def assertLess(self, first, second, msg=None):
        if not first < second:
            self._fault("not %s < %s" % (_show(first), _show(second)), msg)

    def assertLessEqual(self, first, second, msg=None):
        if not first <= second:
            self._fault("not %s <= %s" % (_show(first), _show(second)), msg)

    def assertGreater(self, first, second, msg=None):
        if not first > second:
            self._fault("not %s > %s" % (_show(first), _show(second)), msg)

    def assertGreaterEqual(self, first, second, msg=None):
        if not first >= second:
            self._fault("not %s >= %s" % (_show(first), _show(second)), msg)

    def assertCountEqual(self, first, second, msg=None):
        left = list(second)
        for item in first:
            if item not in left:
                self._fault("%s is too much" % _show(item), msg)
            left.remove(item)
        if left:
            self._fault("%s is missing" % _show(left), msg)

    def _near(self, first, second, places, delta):
        if first == second:
            return True
        if delta is not None:
            return abs(first - second) <= delta
        return round(abs(first - second), 7 if places is None else places) == 0

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if not self._near(first, second, places, delta):
            self._fault("%r is not near %r" % (first, second), msg)

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if self._near(first, second, places, delta):
            self._fault("%r is near %r" % (first, second), msg)

    def assertRegex(self, text, pattern, msg=None):
        if not re.search(pattern, text):
            self._fault("%r does not match %s" % (pattern, _show(text)), msg)

    def assertNotRegex(self, text, pattern, msg=None):
        if re.search(pattern, text):
            self._fault("%r matches %s" % (pattern, _show(text)), msg)

    def assertRaises(self, expected, function=None, *arguments, **named):
        return self._run(_Raises(expected), function, arguments, named)

    def assertRaisesRegex(self, expected, pattern, function=None, *arguments, **named):
        return self._run(_Raises(expected, pattern), function, arguments, named)

    def assertWarns(self, category, function=None, *arguments, **named):
        return self._run(_Unwatched(), function, arguments, named)

    def assertWarnsRegex(self, category, pattern, function=None, *arguments, **named):
        return self._run(_Unwatched(), function, arguments, named)

    def assertLogs(self, *arguments, **named):
        raise SkipTest("logs")

    assertNoLogs = assertLogs

    def _run(self, manager, function, arguments, named):
        if function is None:
            return manager
        with manager:
            function(*arguments, **named)


class IsolatedAsyncioTestCase(TestCase):
    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def addAsyncCleanup(self, function, *arguments, **named):
        import asyncio
        self.addCleanup(lambda: asyncio.run(function(*arguments, **named)))

    def _call(self, function):
        import asyncio

        async def all_of_it():
            if function == self.setUp:
                await self.asyncSetUp()
            result = function()
            if hasattr(result, "__await__") or hasattr(result, "send"):
                await result
            if function == self.tearDown:
                await self.asyncTearDown()
        asyncio.run(all_of_it())
