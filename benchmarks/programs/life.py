"""Conway's Life twice: on a grid of lists, and on a set of (x, y) tuples."""
import sys

SIZE = 240
SMALL = 4


def on_grid(grid, generations):
    height = len(grid)
    width = len(grid[0])
    for _ in range(generations):
        result = []
        for y in range(height):
            above = grid[y - 1]
            row = grid[y]
            below = grid[(y + 1) % height]
            line = []
            for x in range(width):
                left = x - 1
                right = x + 1 if x + 1 < width else 0
                near = (above[left] + above[x] + above[right] + row[left] + row[right]
                        + below[left] + below[x] + below[right])
                line.append(1 if near == 3 or (near == 2 and row[x]) else 0)
            result.append(line)
        grid = result
    return sum([sum(row) for row in grid])


def on_set(cells, generations):
    for _ in range(generations):
        near = {}
        for x, y in cells:
            for dx in (-1, 0, 1):
                for dy in (-1, 0, 1):
                    if dx or dy:
                        place = (x + dx, y + dy)
                        near[place] = near.get(place, 0) + 1
        cells = {place for place, n in near.items() if n == 3 or (n == 2 and place in cells)}
    return cells


def run(size):
    state = 4242
    grid = []
    for _ in range(48):
        row = []
        for _ in range(48):
            state = (state * 1103515245 + 12345) & 0x7FFFFFFF
            row.append(state >> 20 & 1)
        grid.append(row)
    alive = on_grid(grid, size)
    r_pentomino = {(1, 0), (2, 0), (0, 1), (1, 1), (1, 2)}
    for _ in range(size // 4):
        cells = on_set(r_pentomino, 25)
    places = 0
    for x, y in cells:
        places += (x * 31 + y * 17) % 101
    return (alive, len(cells), places)


if __name__ == "__main__":
    print(run(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE))
