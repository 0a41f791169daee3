"""A stream written in Python is asked by ioctl(3, mask) until it is ready; its errors are raised."""
# skip cpython: ioctl is MicroPython's
import select, io

class Stream(io.IOBase):
    def __init__(self, answers):
        self.answers = answers
    def ioctl(self, request, mask):
        print("ioctl", request, mask)
        return self.answers.pop(0)

p = select.poll()
s = Stream([0, 1])
p.register(s, select.POLLIN)
print(p.poll(1000) == [(s, 1)])
p.modify(s, 0)
print(p.poll(0))
p = select.poll()
p.register(Stream([-5]), select.POLLOUT)
try:
    p.poll(0)
except OSError as e:
    print("OSError", e.errno)
# output:
# ioctl 3 1
# ioctl 3 1
# True
# []
# ioctl 3 4
# OSError 5
