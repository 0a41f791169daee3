# Runs on the machine's python3: says, as JSON, which version it is, where its library is, and what
# the characters are that the library's tests call by name (Krait has no table of their names).
# Argument: a library folder other than its own.
import json
import os
import platform
import re
import sys
import unicodedata

if len(sys.argv) > 1:
    library = os.path.abspath(sys.argv[1])
else:
    import test
    library = os.path.dirname(os.path.dirname(test.__file__))
names = {}
for folder, _, files in os.walk(os.path.join(library, "test")):
    for file in files:
        if not file.endswith(".py"):
            continue
        with open(os.path.join(folder, file), "rb") as f:
            source = f.read().decode("latin-1")
        for name in re.findall(r"\\N\{([^}]+)\}", source):
            try:
                names[name] = unicodedata.lookup(name)
            except KeyError:
                pass
print(json.dumps({"version": platform.python_version(), "library": library, "names": names}))
