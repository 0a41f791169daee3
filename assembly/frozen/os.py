# os: makedirs, compiled when it is first called, in the dict of the native module (assembly/modules/os.ts).
# Behaviour: docs.python.org/3/library/os.html


def makedirs(name, mode=None, exist_ok=None):
    folder = path._path(name)
    at = folder.find("/", 1)
    while 0 < at < len(folder.rstrip("/")):
        if not path.exists(folder[:at]):
            mkdir(folder[:at])
        at = folder.find("/", at + 1)
    try:
        mkdir(folder)
    except OSError:
        if not exist_ok or not path.isdir(folder):
            raise
