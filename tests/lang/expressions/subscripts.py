# Subscripts reach __getitem__ as they are written.
class Show:
    def __getitem__(self, key): return key
    def __setitem__(self, key, value): print("set", key, value)
    def __delitem__(self, key): print("del", key)
s = Show()
print(s[1], s[1, 2], s[()], s[1:2], s[:], s[::3])
print(s[1:2, 3], s[..., 1:], s["a"], s[1,])
print(s[*[1, 2]], s[0, *"ab"])
s[1:2] = 5
s[1, 2] = 6
del s[::2], s[3]
s[0] += 1

# output:
# 1 (1, 2) () slice(1, 2, None) slice(None, None, None) slice(None, None, 3)
# (slice(1, 2, None), 3) (Ellipsis, slice(1, None, None)) a (1,)
# (1, 2) (0, 'a', 'b')
# set slice(1, 2, None) 5
# set (1, 2) 6
# del slice(None, None, 2)
# del 3
# set 0 1
