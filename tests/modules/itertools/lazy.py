# Iterators read only what they need.
from itertools import islice, chain, takewhile, tee, count, accumulate, filterfalse
def source():
    for i in count():
        print("read", i)
        yield i
print(list(islice(source(), 2)))
print(next(chain([9], source())))
print(list(takewhile(lambda x: x < 1, source())))
a, b = tee(source())
print(next(a), next(a), next(b))
print(next(accumulate(source())), next(filterfalse(lambda x: x < 1, source())))

# output:
# read 0
# read 1
# [0, 1]
# 9
# read 0
# read 1
# [0]
# read 0
# read 1
# 0 1 0
# read 0
# read 0
# read 1
# 0 1
