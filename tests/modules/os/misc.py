# urandom, environment.
import os
print(len(os.urandom(8)), type(os.urandom(1)).__name__, os.urandom(16) != os.urandom(16),
      len(os.urandom(0)), os.getenv("NO_SUCH_VARIABLE_HERE"),
      os.getenv("NO_SUCH_VARIABLE_HERE", "default"))  # expect: 8 bytes True 0 None default
try:
    os.urandom(-1)
except ValueError:
    print("ValueError")  # expect: ValueError
