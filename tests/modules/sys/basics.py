# argv, path, modules, maxsize, byteorder, version_info, platform, implementation.
import sys
print(type(sys.argv).__name__, len(sys.argv), sys.argv[0].endswith("basics.py"),
      type(sys.path).__name__, sys.modules["sys"] is sys)  # expect: list 1 True list True
print(sys.maxsize > 2 ** 30, sys.maxsize & (sys.maxsize + 1), sys.byteorder, sys.version_info[0],
      sys.version_info >= (3, 4), type(sys.version).__name__)  # expect: True 0 little 3 True str
print(type(sys.platform).__name__, type(sys.implementation.name).__name__)  # expect: str str
