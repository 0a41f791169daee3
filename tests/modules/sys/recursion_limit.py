# getrecursionlimit and setrecursionlimit exist and take sensible values.
import sys
print(sys.getrecursionlimit() >= 100)  # expect: True
old = sys.getrecursionlimit()
sys.setrecursionlimit(old)
print(sys.getrecursionlimit() == old, sys.intern("abc") == "abc")  # expect: True True
