# No threads: locks that are always free, and whatever would start a thread skips its test.
import unittest

TIMEOUT_MAX = 1e9
error = RuntimeError


class RLock:
    def __enter__(self):
        return self

    def __exit__(self, *reason):
        return False

    def acquire(self, *arguments, **named):
        return True

    def release(self):
        pass


Lock = allocate_lock = RLock


class local:
    pass


class Thread:
    def __init__(self, *arguments, **named):
        raise unittest.SkipTest("threads")


class Condition(RLock):
    def __init__(self, lock=None):
        pass

    def notify(self, n=1):
        pass

    def notify_all(self):
        pass

    def wait(self, timeout=None):
        raise unittest.SkipTest("threads")


Event = Barrier = Semaphore = BoundedSemaphore = Timer = Thread


def get_ident():
    return 1


def current_thread():
    raise unittest.SkipTest("threads")


main_thread = current_thread


def _register_atexit(function, *arguments, **named):
    pass


_shutdown_locks_lock = RLock()
