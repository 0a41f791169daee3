"""Matrices as lists of lists: multiplication, transposition, Gaussian elimination in floats."""
import sys

SIZE = 110
SMALL = 6


def multiply(a, b):
    columns = [list(column) for column in zip(*b)]
    result = []
    for row in a:
        line = []
        for column in columns:
            total = 0
            for i in range(len(row)):
                total += row[i] * column[i]
            line.append(total)
        result.append(line)
    return result


def solve(matrix, values):
    """Solves matrix * x == values by elimination with partial pivoting."""
    n = len(matrix)
    rows = [row[:] + [value] for row, value in zip(matrix, values)]
    for i in range(n):
        best = i
        for j in range(i + 1, n):
            if abs(rows[j][i]) > abs(rows[best][i]):
                best = j
        rows[i], rows[best] = rows[best], rows[i]
        pivot = rows[i]
        for j in range(i + 1, n):
            row = rows[j]
            factor = row[i] / pivot[i]
            if factor != 0.0:
                for k in range(i, n + 1):
                    row[k] -= factor * pivot[k]
    x = [0.0] * n
    for i in range(n - 1, -1, -1):
        total = rows[i][n]
        for k in range(i + 1, n):
            total -= rows[i][k] * x[k]
        x[i] = total / rows[i][i]
    return x


def run(size):
    a = [[(i * 7 + j * 3) % 11 - 5 for j in range(size)] for i in range(size)]
    b = [[(i * 5 + j * 2) % 13 - 6 for j in range(size)] for i in range(size)]
    product = multiply(multiply(a, b), a)
    trace = sum([product[i][i] for i in range(size)])
    spread = sum([abs(value) for row in product for value in row])
    matrix = [[float(a[i][j] + (50 if i == j else 0)) for j in range(size)] for i in range(size)]
    x = solve(matrix, [float(i + 1) for i in range(size)])
    error = 0.0
    for i in range(size):
        error += abs(sum([matrix[i][j] * x[j] for j in range(size)]) - (i + 1))
    return (trace, spread, int(sum(x) * 1e9), error < 1e-9)


if __name__ == "__main__":
    print(run(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE))
