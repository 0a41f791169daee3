# Temporary files in the current directory, which is in memory.
import os

_count = 0


def _name(suffix, prefix, folder):
    global _count
    _count += 1
    return "%s/%s%d%s" % ((folder or os.getcwd()).rstrip("/"), prefix or "tmp", _count, suffix or "")


def gettempdir():
    return os.getcwd()


def mkdtemp(suffix=None, prefix=None, dir=None):
    name = _name(suffix, prefix, dir)
    os.mkdir(name)
    return name


def mktemp(suffix="", prefix="tmp", dir=None):
    return _name(suffix, prefix, dir)


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None,
                       prefix=None, dir=None, delete=True, *, errors=None):
    return open(_name(suffix, prefix, dir), mode, encoding=encoding, newline=newline,
                errors=errors)


TemporaryFile = NamedTemporaryFile


class TemporaryDirectory:
    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False):
        self.name = mkdtemp(suffix, prefix, dir)

    def __enter__(self):
        return self.name

    def __exit__(self, *error):
        self.cleanup()

    def cleanup(self):
        from test.support.os_helper import rmtree
        rmtree(self.name)
