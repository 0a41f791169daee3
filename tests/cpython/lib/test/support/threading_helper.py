# test.support.threading_helper: no threads.
import unittest


def reap_threads(test):
    return test


def requires_working_threading(*, module=False):
    if module:
        raise unittest.SkipTest("threads")
    return unittest.skip("threads")


def _skip(*arguments, **named):
    raise unittest.SkipTest("threads")


start_threads = wait_threads_exit = run_concurrently = catch_threading_exception = _skip
can_start_thread = False


def threading_setup(*arguments):
    return ()


def threading_cleanup(*arguments):
    pass


join_thread = threading_cleanup
