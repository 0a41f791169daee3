# mem_total, mem_current, mem_peak and stack_use count. (mem_info, qstr_info: tests/host/cli.test.mjs.)
# micropython
import micropython as m
total, current, peak, stack = m.mem_total(), m.mem_current(), m.mem_peak(), m.stack_use()
big = list(range(100000))
print(m.mem_total() - total >= 800000, m.mem_current() - current >= 800000, m.mem_peak() >= m.mem_current() >= current)
# expect: True True True


def deep(n):
    return deep(n - 1) if n else m.stack_use()


print(0 < stack < deep(0) < deep(10) < 10000)  # expect: True
