# A struct_time behaves as a tuple does: slices, sums and repeats are tuples.
import time

t = time.gmtime(0)
print(t[:3], t[::4], t[:0])  # expect: (1970, 1, 1) (1970, 0, 0) ()
print(t == tuple(t), hash(t) == hash(tuple(t)), len(t), t.tm_yday)  # expect: True True 9 1
print(type(t[1:]).__name__, type(t + ()).__name__, type(t * 1).__name__)  # expect: tuple tuple tuple
print(repr(t)[:29])  # expect: time.struct_time(tm_year=1970
