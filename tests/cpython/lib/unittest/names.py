# Names that CPython's tests, or modules of its library that they import, look for at once, and that
# Krait has not. Without them whole files could not be run; what works only on CPython skips its test.
import array
import builtins
import collections
import errno
import io
import json
import os
import posixpath
import re
import sys
import time

from unittest.case import SkipTest


def _skip(*arguments, **named):
    raise SkipTest("details of CPython")


class _Skip:
    def __init__(self, *arguments, **named):
        raise SkipTest("details of CPython")


def _count_elements(mapping, elements):
    for element in elements:
        mapping[element] = mapping.get(element, 0) + 1


NAMES = {
    sys: {
        "prefix": "/", "exec_prefix": "/", "base_prefix": "/", "base_exec_prefix": "/",
        "warnoptions": [], "abiflags": "", "executable": "", "float_repr_style":
        "short", "dont_write_bytecode": True, "hexversion": 0x030b00f0,
        "getfilesystemencoding": lambda: "utf-8", "getfilesystemencodeerrors": lambda: "strict",
        "getrefcount": _skip, "setprofile": _skip, "settrace": _skip,
        "audit": lambda *arguments: None, "getswitchinterval": _skip, "platlibdir": "lib",
    },
    array: {"_array_reconstructor": _skip},
    builtins: {"BytesWarning": type("BytesWarning", (Exception,), {})},
    collections: {"_count_elements": _count_elements},
    errno: {"ELOOP": 40, "EBADF": 9, "ENOTSUP": 95},
    io: {"__all__": []},
    json: {"decoder": json, "encoder": json, "scanner": json},
    os: {"fsencode": lambda path: os.fspath(path).encode(), "O_RDONLY": 0, "O_WRONLY": 1,
         "O_RDWR": 2, "open": _skip, "scandir": _skip, "supports_dir_fd":
         (), "supports_fd": (), "supports_follow_symlinks": (), "cpu_count": lambda: 1},
    posixpath: {"normcase": lambda path: os.fspath(path), "expanduser": lambda path: path},
    re: {"Scanner": _Skip},
    time: {"tzname": ("UTC", "UTC"), "timezone": 0, "altzone": 0, "daylight": 0},
}


class _Flags:
    """sys.flags, with what only CPython has."""

    def __getattr__(self, name):
        return getattr(_given_flags, name, 0)


_given_flags = sys.flags
sys.flags = _Flags()
for _module, _names in NAMES.items():
    for _name, _value in _names.items():
        if not hasattr(_module, _name):
            setattr(_module, _name, _value)
