# return of nothing, of tuples, of stars, from inside loops and blocks.
def nothing(): return
def tuple_(): return 1, 2
def star(a): return *a, "end"
def loop():
    for i in range(10):
        while True:
            with open_():
                if i == 3: return i
            break
class open_:
    def __enter__(self): pass
    def __exit__(self, *a): pass
print(nothing(), tuple_(), star("ab"), loop())  # expect: None (1, 2) ('a', 'b', 'end') 3
