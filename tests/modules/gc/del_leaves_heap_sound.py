# Issue 2: the collection that finds the first objects to finalize hands no memory out twice afterwards.
import gc
class Watched:
    def __del__(self): pass
for count in (1, 5, 40, 300, 2000):
    for i in range(count): Watched()
    gc.collect()
    for i in range(10): pass                             # the finalizers run
    lists = [[i] for i in range(5000)]
    pairs = [(i, str(i)) for i in range(5000)]
    print(all(x == [i] for i, x in enumerate(lists)), all(x == (i, str(i)) for i, x in enumerate(pairs)))

# output:
# True True
# True True
# True True
# True True
# True True
