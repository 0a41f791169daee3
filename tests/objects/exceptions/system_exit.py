# SystemExit runs finally parts on its way out; it is not an Exception.
import sys
try:
    sys.exit()
except SystemExit as e:
    print(e.code)  # expect: None
try:
    try:
        sys.exit("message")
    except Exception:
        print("never")
    finally:
        print("finally")  # expect: finally
except SystemExit as e:
    print(e.code, e.args)  # expect: message ('message',)
try:
    exit_code = 5
    raise SystemExit(exit_code)
except BaseException as e:
    print(repr(e))  # expect: SystemExit(5)
sys.exit(0)
print("never")
