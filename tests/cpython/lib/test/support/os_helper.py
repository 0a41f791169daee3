# test.support.os_helper: files of the tests lie in the current directory, which is in memory.
import os
import unittest

TESTFN = TESTFN_ASCII = "@test_tmp"
TESTFN_UNICODE = TESTFN_NONASCII = "@test-\xe0\xf2"
TESTFN_UNDECODABLE = TESTFN_UNENCODABLE = None
FS_NONASCII = "\xe6"
SAVEDCWD = "/work"


class FakePath:
    def __init__(self, path):
        self.path = path

    def __repr__(self):
        return "<FakePath %r>" % (self.path,)

    def __fspath__(self):
        if isinstance(self.path, BaseException) or (
                isinstance(self.path, type) and issubclass(self.path, BaseException)):
            raise self.path
        return self.path


def unlink(path):
    try:
        os.unlink(path)
    except OSError:
        pass


def rmdir(path):
    try:
        os.rmdir(path)
    except OSError:
        pass


def rmtree(path):
    try:
        names = os.listdir(path)
    except OSError:
        return
    for name in names:
        unlink(path + "/" + name)
        rmtree(path + "/" + name)
    rmdir(path)


def create_empty_file(path):
    open(path, "w").close()


class temp_dir:
    """A new directory; with temp_cwd the current one, too."""

    enters = False

    def __init__(self, path=None, quiet=False):
        self.path = path or TESTFN + "_dir"

    def __enter__(self):
        os.mkdir(self.path)
        self.before = os.getcwd()
        self.path = self.before.rstrip("/") + "/" + self.path if self.path[0] != "/" else self.path
        if self.enters:
            os.chdir(self.path)
        return self.path

    def __exit__(self, *error):
        os.chdir(self.before)
        rmtree(self.path)


class temp_cwd(temp_dir):
    enters = True


class change_cwd:
    def __init__(self, path, quiet=False):
        self.path = path

    def __enter__(self):
        self.before = os.getcwd()
        os.chdir(self.path)

    def __exit__(self, *error):
        os.chdir(self.before)


class EnvironmentVarGuard:
    """Programs cannot change their environment here."""

    def __enter__(self):
        raise unittest.SkipTest("environment")

    def __exit__(self, *error):
        return False


def _skip(*arguments, **named):
    raise unittest.SkipTest("details of systems")


make_bad_fd = fd_count = open_dir_fd = _skip
skip_unless_symlink = skip_unless_xattr = skip_unless_working_chmod = unittest.skip("links")
skip_unless_dac_override = skip_unless_hardlink = unittest.skip("links")


def can_symlink():
    return False


can_xattr = can_chmod = can_dac_override = can_symlink


def fs_is_case_insensitive(folder):
    return False
