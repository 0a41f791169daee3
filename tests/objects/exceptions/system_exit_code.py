# sys.exit(n) ends the program with that exit code.
import sys
try:
    print("before")  # expect: before
    sys.exit(3)  # expect exit: 3
finally:
    print("finally")  # expect: finally
