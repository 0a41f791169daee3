# After alloc_emergency_exception_buf() exceptions can be made while the heap is locked, with message and traceback.
# micropython
import micropython, sys, io


def caught(f):
    micropython.heap_lock()
    try:
        f()
    except Exception as e:
        error = e
    micropython.heap_unlock()
    return error


def fail():
    raise ValueError(7)


print(repr(caught(fail)))                 # expect: MemoryError()
micropython.alloc_emergency_exception_buf(100)
error = caught(fail)
print(repr(error))                        # expect: ValueError(7)
text = io.StringIO()
sys.print_exception(error, text)
print(text.getvalue().split(", ")[-1])    # expect: in fail
# expect: ValueError: 7
# expect:
print(repr(caught(lambda: 1 // 0)))        # expect: ZeroDivisionError('integer division or modulo by zero')
print(type(caught(lambda: [])).__name__)   # expect: MemoryError
micropython.alloc_emergency_exception_buf(0)
print(repr(caught(fail)))                 # expect: MemoryError()
