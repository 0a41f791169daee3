"""The Mandelbrot set in characters, with complex numbers.

Each point c of the plane is asked how long z = z * z + c, from z = 0, stays near the origin. Then
the same with a Julia set, where c is fixed and z begins at the point.
"""

SHADES = " .,:;+*?%S#@"
LIMIT = 48


def steps(z, c):
    """How many steps it takes to leave the circle of radius 2, at most LIMIT."""
    for n in range(LIMIT):
        if abs(z) > 2:
            return n
        z = z * z + c
    return LIMIT


def shade(n):
    if n == LIMIT:
        return SHADES[-1]
    return SHADES[min(n // 2, len(SHADES) - 2)]


def picture(function, centre, width, columns, rows):
    """Yields the lines of a picture; a character is about twice as high as wide."""
    scale = width / columns
    for row in range(rows):
        y = centre.imag - (row - rows / 2 + 0.5) * scale * 2
        line = ""
        for column in range(columns):
            x = centre.real + (column - columns / 2 + 0.5) * scale
            line += shade(function(complex(x, y)))
        yield line.rstrip()


print("z = z * z + c, by c:")
for line in picture(lambda c: steps(0j, c), -0.6 + 0j, 3.2, 72, 24):
    print(line)

print("z = z * z + (-0.8 + 0.156j), by where z begins:")
for line in picture(lambda z: steps(z, -0.8 + 0.156j), 0j, 3.4, 72, 20):
    print(line)
