# OSError: errno, strerror, filename; the subclass follows the number.
import errno
e = OSError(errno.ENOENT, "No such file", "name.txt")
print(e.errno == errno.ENOENT, e.strerror, e.filename, e.args == (errno.ENOENT, "No such file"))
# expect: True No such file name.txt True
print(str(e), type(e).__name__)  # expect: [Errno 2] No such file: 'name.txt' FileNotFoundError
print(repr(OSError(5)), str(OSError(5, "five")), OSError(5, "five").errno)
# expect: OSError(5) [Errno 5] five 5
for name in ("EEXIST", "EACCES", "EISDIR", "ENOTDIR", "ECONNREFUSED", "ETIMEDOUT", "EPIPE",
             "EINVAL"):
    print(type(OSError(getattr(errno, name), "x")).__name__, end=" ")
print()
# expect: FileExistsError PermissionError IsADirectoryError NotADirectoryError ConnectionRefusedError TimeoutError BrokenPipeError OSError
try:
    open("/no/such/file/here")
except FileNotFoundError as e:
    print(e.errno == errno.ENOENT)  # expect: True
class Mine(OSError): pass
print(type(Mine(errno.ENOENT, "x")).__name__)  # expect: Mine
