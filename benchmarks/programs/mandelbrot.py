"""The Mandelbrot set on a square grid: local float variables in a while loop."""
import sys

SIZE = 220
SMALL = 16

LIMIT = 80


def escape_time(cr, ci):
    zr = zi = 0.0
    zr2 = zi2 = 0.0
    count = 0
    while count < LIMIT and zr2 + zi2 <= 4.0:
        zi = 2.0 * zr * zi + ci
        zr = zr2 - zi2 + cr
        zr2 = zr * zr
        zi2 = zi * zi
        count += 1
    return count


def run(size):
    checksum = 0
    inside = 0
    for row in range(size):
        ci = 2.0 * row / size - 1.0
        for column in range(size):
            count = escape_time(3.0 * column / size - 2.0, ci)
            if count == LIMIT:
                inside += 1
            checksum = (checksum * 7 + count) % 1000003
    return (checksum, inside)


if __name__ == "__main__":
    print(run(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE))
