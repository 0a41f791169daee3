"""While micropython.heap_lock() holds, some things get memory that MicroPython refuses, and others do not.

Cause: What the core itself needs is not the program's: the first call of a function, print(), the iterators of loops, and
exceptions after alloc_emergency_exception_buf(), which keep all their arguments. A bytearray may have room left. asyncio's loop
takes memory, as CPython's does. mem_info() and qstr_info() print other numbers and orders.
Workaround: None needed; allocate what an asyncio program needs before locking, or do not lock there.
MicroPython's tests: extmod/asyncio_heaplock, micropython/extreme_exc, micropython/heapalloc_fail_bytearray, micropython/meminfo.
"""
# micropython
import micropython
b = bytearray(4)
micropython.heap_lock()
b += b"0"
try:
    b += bytes(100)
except MemoryError:
    print("refused", b)
micropython.heap_unlock()
# expect: refused bytearray(b'\x00\x00\x00\x000')
