# split, subgroup and derive.
g = ExceptionGroup("g", [ValueError(1), TypeError(2),
                         ExceptionGroup("h", [ValueError(3), OSError(4)])])
match_, rest = g.split(ValueError)
print(repr(match_))
# expect: ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [ValueError(3)])])
print(repr(rest))  # expect: ExceptionGroup('g', [TypeError(2), ExceptionGroup('h', [OSError(4)])])
print(repr(g.subgroup((TypeError, OSError))))
# expect: ExceptionGroup('g', [TypeError(2), ExceptionGroup('h', [OSError(4)])])
print(repr(g.subgroup(lambda e: e.args == (3,))))
# expect: ExceptionGroup('g', [ExceptionGroup('h', [ValueError(3)])])
print(g.subgroup(KeyError), g.split(KeyError)[1] is g, g.split(Exception)[0] is g,
      g.split(Exception)[1])  # expect: None False True None
print(repr(g.derive([KeyError("d")])))  # expect: ExceptionGroup('g', [KeyError('d')])
class Mine(ExceptionGroup):
    def derive(self, excs): return Mine("mine", excs)
print(type(Mine("m", [ValueError(), TypeError()]).subgroup(TypeError)).__name__)  # expect: Mine
