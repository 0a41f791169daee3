# Clocks go forward; gmtime and mktime; sleep waits.
import time
a = time.time()
time.sleep(0.02)
b = time.time()
print(0.01 < b - a < 5, isinstance(time.time_ns(), int), a > 1.6e9)  # expect: True True True
p = time.perf_counter()
m = time.monotonic()
time.sleep(0)
print(time.perf_counter() >= p, time.monotonic() >= m, time.process_time() >= 0)
# expect: True True True
print(tuple(time.gmtime(0))[:8], tuple(time.gmtime(1700000000))[:8],
      tuple(time.gmtime(951782400))[:8], tuple(time.gmtime(4102444799))[:6])
# expect: (1970, 1, 1, 0, 0, 0, 3, 1) (2023, 11, 14, 22, 13, 20, 1, 318) (2000, 2, 29, 0, 0, 0, 1, 60) (2099, 12, 31, 23, 59, 59)
t = time.localtime(1700000000)
print(len(tuple(t)) >= 8, int(time.mktime(t)) == 1700000000, t[0], t[5])
# expect: True True 2023 20
for bad in (lambda: time.sleep("x"), lambda: time.sleep(), lambda: time.mktime(5)):
    try:
        bad()
    except TypeError:
        print("TypeError", end=" ")
print()  # expect: TypeError TypeError TypeError
