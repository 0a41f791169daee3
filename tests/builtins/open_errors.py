# needs: directory
# open of missing files and with wrong modes.
open("here.txt", "w").close()
for args in (("missing.txt",), ("no/such/dir/x", "w"), ("here.txt", "q"), ("here.txt", ""),
             ("here.txt", "x"), (".", "w"), ("here.txt", 5), ("here.txt", "rw")):
    try:
        open(*args)
        print("opened", args)
    except (OSError, ValueError, TypeError) as e:
        print("OSError" if isinstance(e, OSError) else type(e).__name__)
        # expect: OSError
        # expect: OSError
        # expect: ValueError
        # expect: ValueError
        # expect: OSError
        # expect: OSError
        # expect: TypeError
        # expect: ValueError
f = open("here.txt", "w")
f.close()
f.close()
try:
    f.write("x")
except ValueError:
    print("ValueError")  # expect: ValueError
with open("here.txt", "w") as f:
    try:
        f.write(b"bytes")
    except TypeError:
        print("TypeError")  # expect: TypeError
with open("here.txt", "wb") as f:
    try:
        f.write("text")
    except TypeError:
        print("TypeError")  # expect: TypeError
