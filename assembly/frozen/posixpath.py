# posixpath: taking paths apart, each function compiled when it is first called, in the dict of the native module
# (assembly/modules/posixpath.ts), which asks about files. Paths are str.
# Behaviour: docs.python.org/3/library/os.path.html


def _path(p):
    if isinstance(p, str):
        return p
    raise TypeError(f"expected str, bytes or os.PathLike object, not {type(p).__name__}")


def join(a, *p):
    path = _path(a)
    for b in p:
        b = _path(b)
        path = b if b[:1] == "/" else path + b if path[-1:] in "/" else path + "/" + b
    return path


def basename(p):
    p = _path(p)
    return p[p.rfind("/") + 1:]


def dirname(p):
    head = _path(p)
    head = head[:head.rfind("/") + 1]
    return head.rstrip("/") or head


def split(p):
    return dirname(p), basename(p)


def splitext(p):                        # leading dots of the name belong to the root
    p = _path(p)
    name = basename(p).lstrip(".")
    dot = name.rfind(".")
    n = len(p) - len(name) + dot if dot >= 0 else len(p)
    return p[:n], p[n:]


def isabs(s):
    return _path(s)[:1] == "/"


def normpath(path):
    path = _path(path)
    slashes = len(path) - len(path.lstrip("/"))
    root = "//" if slashes == 2 else "/" if slashes else ""     # two slashes have a meaning of their own
    parts = []
    for part in path.split("/"):
        if part == "..":
            if parts and parts[-1] != part:
                parts.pop()
            elif not root:
                parts.append(part)
        elif part and part != ".":
            parts.append(part)
    return root + "/".join(parts) or "."


def abspath(path):
    return normpath(join(_getcwd(), path))


def realpath(filename):                 # there are no links
    return abspath(filename)


def relpath(path, start=None):
    if not _path(path):
        raise ValueError("no path specified")
    a = [part for part in abspath(path).split("/") if part]
    b = [part for part in abspath(start or "").split("/") if part]
    while a and b and a[0] == b[0]:
        del a[0], b[0]
    return "/".join([".."] * len(b) + a) or "."
