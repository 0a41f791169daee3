# needs: directory
# What is not there or in the way raises OSError with a number.
import os, errno
os.mkdir("d")
open("d/f", "w").close()
open("file", "w").close()
for action in (lambda: os.remove("none"), lambda: os.rmdir("none"), lambda: os.mkdir("d"),
               lambda: os.listdir("none"), lambda: os.stat("none"), lambda: os.rename("none", "x"),
               lambda: os.chdir("none"), lambda: os.listdir("file"), lambda: os.mkdir("no/such"),
               lambda: os.rmdir("d"), lambda: open("d")):
    try:
        action()
        print("done")
    except OSError as e:
        print(errno.errorcode.get(e.errno), end=" ")
print()  # expect: ENOENT ENOENT EEXIST ENOENT ENOENT ENOENT ENOENT ENOTDIR ENOENT ENOTEMPTY EISDIR
