# micropython
# Tick counters wrap around; ticks_diff and ticks_add handle that.
import time
a = time.ticks_ms()
time.sleep_ms(15)
d = time.ticks_diff(time.ticks_ms(), a)
print(10 <= d < 2000, time.ticks_diff(time.ticks_add(a, 100), a),
      time.ticks_diff(a, time.ticks_add(a, 7)))
print(time.ticks_us() >= 0, time.ticks_cpu() >= 0)
time.sleep_us(10)
# output:
# True 100 -7
# True True
