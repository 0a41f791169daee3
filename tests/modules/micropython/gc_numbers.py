# micropython
# gc tells true numbers: allocating lowers the free memory, collecting brings it back.
import gc
gc.collect()
free, used = gc.mem_free(), gc.mem_alloc()
x = [bytearray(1000) for _ in range(100)]
now = gc.mem_alloc()
print(free > 0, used > 0, now - used >= 100000)
x = None
gc.collect()
print(gc.mem_alloc() < now - 50000)
gc.threshold(1 << 20)
print(gc.threshold() == 1 << 20)
gc.threshold(-1)
# output:
# True True True
# True
# True
