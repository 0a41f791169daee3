# callable: functions, classes, methods, instances with __call__.
class C:
    def __call__(self): pass
    def m(self): pass
class D: pass
print([callable(x) for x in (len, C, C(), C().m, D(), D, lambda: 0, 5, "x", None, print, int,
                             [].append, type)])
# expect: [True, True, True, True, False, True, True, False, False, False, True, True, True, True]
