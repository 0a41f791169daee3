# Creation, parts, text, arithmetic.
print(1j, 1 + 2j, -1j, complex(1, -2), complex("1+2j"), complex("-j"), complex(" (1e3-2.5J) "),
      complex(), complex(5), complex("inf"), complex(1j, 1j), complex(2.5), complex("3"),
      complex(real=1, imag=2))
# expect: 1j (1+2j) (-0-1j) (1-2j) (1+2j) -1j (1000-2.5j) 0j (5+0j) (inf+0j) (-1+1j) (2.5+0j) (3+0j) (1+2j)
z = 3 + 4j
print(z.real, z.imag, abs(z), z.conjugate(), -z, +z, z * z, z / (1 - 1j), z + 1, 1 - z, z ** 2,
      abs(z ** 0.5 - (2 + 1j)) < 1e-12, abs(z ** -1 * z - 1) < 1e-12, abs(abs(2 ** 1j) - 1) < 1e-12,
      z == 3 + 4j, z != 3, 5 + 0j == 5, bool(0j), z ** 0)
# expect: 3.0 4.0 5.0 (3-4j) (-3-4j) (3+4j) (-7+24j) (-0.5+3.5j) (4+4j) (-2-4j) (-7+24j) True True True True True True False (1+0j)
print(complex(0, -0.0), complex(-0.0, 0), complex("nan"), complex("inf") * 1, 1e300j * 1e300,
      complex(float("inf"), -1), -0j, (1 + 2j) * 0, repr(1e20j), 1.5j + 2, 0.1j)
# expect: -0j (-0+0j) (nan+0j) (inf+nanj) infj (inf-1j) (-0-0j) 0j 1e+20j (2+1.5j) 0.1j
print(hash(5 + 0j) == hash(5), {1 + 0j: "x"}[1], (1 + 2j).__abs__() == abs(1 + 2j),
      [1j] == [complex(0, 1)], sum([1j, 2]), complex("1e5j"), 1j ** 2, (1 + 1j) ** 10)
# expect: True x True True (2+1j) 100000j (-1+0j) 32j
for bad in (lambda: 1j < 2j, lambda: int(1j), lambda: float(1j), lambda: 1j // 1, lambda: 1j % 1,
            lambda: 1j / 0, lambda: complex("1 + 2j"), lambda: complex("x"),
            lambda: complex("1", 2), lambda: complex(1, "2"), lambda: complex(""), lambda: 0j ** -1,
            lambda: divmod(1j, 1), lambda: complex(None)):
    try:
        print(bad())
    except (TypeError, ValueError, ZeroDivisionError) as e:
        print(type(e).__name__, end=" ")
print()
# expect: TypeError TypeError TypeError TypeError TypeError ZeroDivisionError ValueError ValueError TypeError TypeError ValueError ZeroDivisionError TypeError TypeError
