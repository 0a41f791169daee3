# A class body that declares __class__, or a name that its functions use too, nonlocal.
def outer():
    y = 1

    class X:
        nonlocal y
        y = 42

        def f():
            return y
    return y, X.f()


print(outer())              # expect: (42, 42)


class T:
    def plain(self):
        class X:
            nonlocal __class__
            __class__ = 42
        return __class__

    def used_inside(self):
        class X:
            nonlocal __class__
            __class__ = 43

            def f():
                return __class__
        return __class__, X.f().__name__

    def read(self):
        class X:
            def f():
                return __class__
            x = __class__
        return X.x.__name__, X.f().__name__

    def deep(self):
        class X:
            def f():
                class Y:
                    z = __class__

                    def g():
                        return __class__
                return Y.z.__name__, Y.g().__name__
            x = __class__
        return X.x.__name__, X.f()


t = T()
print(t.read(), t.deep())   # expect: ('T', 'X') ('T', ('X', 'Y'))
print(t.plain())            # expect: 42
print(t.used_inside())      # expect: (43, 'X')
