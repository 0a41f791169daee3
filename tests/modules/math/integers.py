# factorial, gcd, lcm, comb, perm, prod, fsum.
import math
print([math.factorial(n) for n in (0, 1, 5, 20, 25)], math.factorial(100) % 10 ** 30,
      len(str(math.factorial(300))))
# expect: [1, 1, 120, 2432902008176640000, 15511210043330985984000000] 916864000000000000000000000000 615
print(math.gcd(12, 18), math.gcd(), math.gcd(-4), math.gcd(0, 0), math.gcd(10 ** 30, 6 ** 20),
      math.gcd(12, 18, 27), math.lcm(4, 6), math.lcm(), math.lcm(3, 0), math.lcm(2, 3, 10 ** 20))
# expect: 6 0 4 0 1048576 3 12 1 0 300000000000000000000
print(math.comb(5, 2), math.comb(100, 50), math.comb(3, 5), math.perm(5, 2), math.perm(5),
      math.perm(3, 4), math.prod([1, 2, 3]), math.prod([], start=5), math.prod([0.5, 4]),
      math.prod(range(1, 26)))
# expect: 10 100891344545564193334812497256 0 20 120 0 6 5 2.0 15511210043330985984000000
print(math.fsum([0.1] * 10), math.fsum([1e100, 1.0, -1e100]), math.fsum([]), sum([0.1] * 10),
      math.fsum([1e16, 1, 1e-16] * 3))
# expect: 1.0 1.0 0.0 0.9999999999999999 3.0000000000000004e+16
for bad in (lambda: math.factorial(-1), lambda: math.factorial(1.5), lambda: math.gcd(1.5, 2),
            lambda: math.comb(-1, 2), lambda: math.comb(2, -1), lambda: math.perm("x"),
            lambda: math.factorial("x"), lambda: math.fsum(["x"])):
    try:
        print(bad())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, end=" ")
print()
# expect: ValueError TypeError TypeError ValueError ValueError TypeError TypeError TypeError
