# An exception in a module's body goes to the importer; the module is not kept.
import sys
for i in range(2):
    try:
        import _broken
    except ZeroDivisionError:
        print("ZeroDivisionError", "_broken" in sys.modules)
for call in (__import__, lambda name: exec("import " + name)):
    try:
        call("_broken")
    except ZeroDivisionError:
        print("_broken" in sys.modules)
try:
    import _syntax_error
except SyntaxError as e:
    print("SyntaxError", e.lineno)

# output:
# before
# ZeroDivisionError False
# before
# ZeroDivisionError False
# before
# False
# before
# False
# SyntaxError 1
