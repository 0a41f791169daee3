# Format specifications, nested fields in them, and !r before them.
x, w, p = 3.14159, 10, 2
print(f"[{x:.2f}] [{x:{w}.{p}f}] [{x:>{w}}] [{x!r:>12}] [{'a':*^9}]")
# expect: [3.14] [      3.14] [   3.14159] [     3.14159] [****a****]
print(f"[{255:#x}] [{255:08b}] [{1234567:,}] [{0.5:%}] [{-5:+d}] [{5:<5}]")
# expect: [0xff] [11111111] [1,234,567] [50.000000%] [-5] [5    ]
print(f"[{'text':{'<'}{'8'}}] [{x:{'.3' + 'e'}}]")  # expect: [text    ] [3.142e+00]
class F:
    def __format__(self, spec): return "spec=" + repr(spec)
print(f"{F()} {F():abc} {F():{w}} {F():x{p}y{w}z} {F():%H:%M} {F()!s:.0}"[:60])
# expect: spec='' spec='abc' spec='10' spec='x2y10z' spec='%H:%M'
print(f"{x:}", f"{'a' 'b':>4}", f"{1:{1}{0}}", f"{'{'}")  # expect: 3.14159   ab          1 {
