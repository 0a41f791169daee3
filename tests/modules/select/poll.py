"""poll: files and standard output are ready at once, standard input at its end, timeouts end, modify and unregister."""
# skip cpython: streams are polled, not file descriptors
import select, sys, io, time

p = select.poll()
p.register(sys.stdout, select.POLLOUT)
print(p.poll(0) == [(sys.stdout, select.POLLOUT)])       # expect: True
p.modify(sys.stdout, select.POLLIN)
print(p.poll(1))                                         # expect: []
p.unregister(sys.stdout)
print(p.poll(0))                                         # expect: []
begin = time.ticks_ms()
print(p.poll(20), time.ticks_diff(time.ticks_ms(), begin) >= 20)   # expect: [] True
try:
    p.modify(sys.stdout, select.POLLIN)
except OSError as e:
    print(e.errno)                                       # expect: 2
try:
    p.unregister(sys.stdout)
except KeyError:
    print("KeyError")                                    # expect: KeyError
for bad in (object(), "x", None):
    try:
        p.register(bad)
    except TypeError:
        print("TypeError")
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
p.register(0, select.POLLIN)
print([(fd, event) for fd, event in p.ipoll(100, 1)])    # expect: [(0, 1)]
print(list(p.ipoll(1, 1)))                               # expect: []
print(select.select([sys.stdin], [sys.stdout], [], 0) == ([sys.stdin], [sys.stdout], []))   # expect: True
p = select.poll()
p.register(io.BytesIO(b"x"))
print([event for _, event in p.poll()])                  # expect: [5]
