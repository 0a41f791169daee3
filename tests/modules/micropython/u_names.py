# micropython
# Modules can also be imported under their old names with a u.
import ujson, utime, ure, ustruct, uio, ucollections, ubinascii, uos, usys, uerrno, urandom
import json, sys
print(ujson.loads("[1]"), usys.maxsize == sys.maxsize, ustruct.calcsize("<i"),
      ubinascii.hexlify(b"a"))
# output:
# [1] True 4 b'61'
