# micropython
# Functions of the micropython module.
import micropython
print(micropython.opt_level())
micropython.heap_lock()
micropython.heap_unlock()
micropython.kbd_intr(3)
@micropython.bytecode
def f(x): return x + 1
print(f(1))
micropython.opt_level(2)
print(micropython.opt_level())
micropython.opt_level(0)
# output:
# 0
# 2
# 2
