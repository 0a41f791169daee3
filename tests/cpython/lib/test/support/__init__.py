# test.support of CPython's tests, as far as they use it here. What asks for threads, processes, the
# size of objects, locales or much memory is skipped.
import functools
import gc
import io
import sys
import unittest

verbose = 0
PGO = Py_DEBUG = MISSING_C_DOCSTRINGS = HAVE_DOCSTRINGS = Py_TRACE_REFS = False
is_wasi = is_emscripten = is_jython = is_android = is_apple = False
MS_WINDOWS = False
has_subprocess_support = has_fork_support = has_socket_support = False
has_strftime_extensions = False
max_memuse = real_max_memuse = 0
_1M, _1G, _2G, _4G = 1 << 20, 1 << 30, 2 << 30, 4 << 30
MAX_Py_ssize_t = sys.maxsize
SHORT_TIMEOUT = LONG_TIMEOUT = LOOPBACK_TIMEOUT = INTERNET_TIMEOUT = 30
TEST_HOME_DIR = "/library/test"
NHASHBITS = sys.hash_info.width
ResourceDenied = unittest.SkipTest


class Error(Exception):
    pass


class TestFailed(Error):
    pass


@functools.total_ordering
class _Extreme:
    """Compares with everything as it was told: equal to its own kind only."""

    def __init__(self, less):
        self.less = less

    def __eq__(self, other):
        return isinstance(other, _Extreme) and self.less == other.less

    def __lt__(self, other):
        return self.less and self != other


LARGEST = _Extreme(False)
SMALLEST = _Extreme(True)


class _Equal:
    def __init__(self, answer):
        self.answer = answer

    def __eq__(self, other):
        return self.answer

    def __ne__(self, other):
        return not self.answer

    __hash__ = None


ALWAYS_EQ = _Equal(True)
NEVER_EQ = _Equal(False)


def _same(test):
    return test


def _skipping(reason):
    """A decorator with arguments that skips."""
    return lambda *arguments, **named: unittest.skip(reason)


def _skip_now(reason):
    def function(*arguments, **named):
        raise unittest.SkipTest(reason)
    return function


cpython_only = unittest.skip("details of CPython")
impl_detail = _skipping("details of CPython")
refcount_test = unittest.skip("reference counts")
requires_docstrings = unittest.skip("docstrings of builtins")
requires_zlib = _skipping("zlib")
requires_gzip = requires_bz2 = requires_lzma = requires_zlib
bigmemtest = precisionbigmemtest = _skipping("much memory")
bigaddrspacetest = unittest.skip("much memory")
requires_resource = _skipping("resources")
requires_subprocess = requires_fork = _skipping("processes")
requires_working_socket = _skipping("sockets")
requires_mac_ver = requires_limited_api = requires_legacy_unicode_capi = _skipping("CPython")
requires_debug_ranges = requires_specialization = _skipping("details of CPython")
run_with_locale = run_with_locales = _skipping("locales")
run_with_tz = _skipping("time zones")
requires = _skip_now("resources")
check_sizeof = _skip_now("sizes of objects")
check_free_after_iterating = _skip_now("when objects die")
check__all__ = _skip_now("details of CPython")
requires_IEEE_754 = no_tracing = skip_if_pgo_task = system_must_validate_cert = _same
skip_if_buggy_ucrt_strfptime = _same
run_doctest = run_unittest = late_deletion = flush_std_streams = lambda *a, **k: None


def skip_if_sanitizer(*arguments, **named):
    return _same


requires_gil_enabled = ignore_warnings = skip_if_sanitizer


def anticipate_failure(condition):
    return unittest.skip("fails on CPython") if condition else _same


def check_impl_detail(**guards):
    return False


def check_sanitizer(**guards):
    return False


def is_resource_enabled(name):
    return False


def python_is_optimized():
    return True


def load_package_tests(folder, loader, tests, pattern):
    return tests


def args_from_interpreter_flags():
    return []


optim_args_from_interpreter_flags = args_from_interpreter_flags


def maybe_get_event_loop_policy():
    return None


def gc_collect():
    gc.collect()


def get_attribute(owner, name):
    try:
        return getattr(owner, name)
    except AttributeError:
        raise unittest.SkipTest("no " + name)


def findfile(name, subdir=None):
    return "/".join(["/library/test", *([subdir] if subdir else []), name])


def sortdict(d):
    return "{%s}" % ", ".join("%r: %r" % pair for pair in sorted(d.items()))


def check_syntax_error(case, source, errtext="", *, lineno=None, offset=None):
    with case.assertRaisesRegex(SyntaxError, errtext):
        compile(source, "<test>", "exec")


def check_disallow_instantiation(case, cls, *arguments, **named):
    case.assertRaises(TypeError, cls, *arguments, **named)


def get_c_recursion_limit():
    return 1000


def exceeds_recursion_limit():
    return 100_000


class _Nothing:
    """A context, or decorator, that changes nothing."""

    def __init__(self, *arguments, **named):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return False

    def __call__(self, function):
        return function


infinite_recursion = set_recursion_limit = adjust_int_max_str_digits = _Nothing
SuppressCrashReport = saved_test_environment = _Nothing


class disable_gc(_Nothing):
    def __enter__(self):
        self.enabled = gc.isenabled()
        gc.disable()

    def __exit__(self, *error):
        if self.enabled:
            gc.enable()


class _Captured:
    """A stream of sys that goes to a StringIO."""

    def __init__(self, name, text=""):
        self.name = name
        self.text = text

    def __enter__(self):
        self.before = getattr(sys, self.name)
        stream = io.StringIO(self.text)
        setattr(sys, self.name, stream)
        return stream

    def __exit__(self, *error):
        setattr(sys, self.name, self.before)


def captured_stdout():
    return _Captured("stdout")


def captured_stderr():
    return _Captured("stderr")


def captured_stdin():
    return _Captured("stdin")


def captured_output(name):
    return _Captured(name)


_MISSING = object()


class swap_attr:
    def __init__(self, owner, name, value):
        self.owner, self.name, self.value = owner, name, value

    def __enter__(self):
        self.before = getattr(self.owner, self.name, _MISSING)
        setattr(self.owner, self.name, self.value)
        return None if self.before is _MISSING else self.before

    def __exit__(self, *error):
        if self.before is not _MISSING:
            setattr(self.owner, self.name, self.before)
        elif hasattr(self.owner, self.name):
            delattr(self.owner, self.name)


class swap_item:
    def __init__(self, owner, key, value):
        self.owner, self.key, self.value = owner, key, value

    def __enter__(self):
        self.before = self.owner[self.key] if self.key in self.owner else _MISSING
        self.owner[self.key] = self.value
        return None if self.before is _MISSING else self.before

    def __exit__(self, *error):
        if self.before is not _MISSING:
            self.owner[self.key] = self.before
        elif self.key in self.owner:
            del self.owner[self.key]


def patch(case, owner, name, value):
    before = getattr(owner, name)
    case.addCleanup(setattr, owner, name, before)
    setattr(owner, name, value)


class catch_unraisable_exception:
    def __enter__(self):
        raise unittest.SkipTest("unraisable exceptions")

    def __exit__(self, *error):
        return False


class Matcher:
    def matches(self, d, **wanted):
        return all(d.get(key) == value for key, value in wanted.items())


def darwin_malloc_err_warning(name):
    pass


def has_no_debug_ranges():
    return True


def missing_compiler_executable(names=()):
    return "none"


def setswitchinterval(interval):
    pass


def run_in_subinterp(code):
    raise unittest.SkipTest("interpreters")


def iter_builtin_types():
    import builtins
    for value in vars(builtins).values():
        if isinstance(value, type):
            yield value
