"""A maze grown by a depth-first walk, and the way out of it by breadth-first search.

The walk carves passages with a stack of its own, so that no maze is too deep for it. A random
number generator of three lines makes the maze the same everywhere.
"""

WIDTH, HEIGHT = 19, 9
STEPS = {"N": (0, -1), "S": (0, 1), "W": (-1, 0), "E": (1, 0)}


def randoms(seed):
    """A function that gives a number below its argument."""
    def below(n):
        nonlocal seed
        seed = (seed * 1103515245 + 12345) % 2147483648
        return (seed >> 12) % n
    return below


def grow(width, height, below):
    """Open passages as a dict: cell to the set of its neighbours."""
    passages = {(x, y): set() for x in range(width) for y in range(height)}
    stack = [(0, 0)]
    seen = {(0, 0)}
    while stack:
        x, y = here = stack[-1]
        around = [(x + dx, y + dy) for dx, dy in (STEPS[side] for side in "NSWE")]
        fresh = [cell for cell in around if cell in passages and cell not in seen]
        if not fresh:
            stack.pop()
            continue
        cell = fresh[below(len(fresh))]
        passages[here].add(cell)
        passages[cell].add(here)
        seen.add(cell)
        stack.append(cell)
    return passages


def solve(passages, start, end):
    """The shortest way as a list of cells."""
    came_from = {start: None}
    queue = [start]
    for cell in queue:
        if cell == end:
            break
        for neighbour in sorted(passages[cell]):
            if neighbour not in came_from:
                came_from[neighbour] = cell
                queue.append(neighbour)
    way = []
    while end is not None:
        way.append(end)
        end = came_from[end]
    way.reverse()
    return way


def draw(passages, width, height, way=()):
    on_way = set(way)
    print("+" + "--+" * width)
    for y in range(height):
        middle, below = "|", "+"
        for x in range(width):
            cell, right, under = (x, y), (x + 1, y), (x, y + 1)
            middle += "()" if cell in on_way else "  "
            middle += " " if right in passages[cell] else "|"
            below += "  +" if under in passages[cell] else "--+"
        print(middle)
        print(below)


maze = grow(WIDTH, HEIGHT, randoms(7))
way = solve(maze, (0, 0), (WIDTH - 1, HEIGHT - 1))
draw(maze, WIDTH, HEIGHT, way)
print("cells:", len(maze), " steps to the exit:", len(way) - 1)
print("dead ends:", len([cell for cell in maze if len(maze[cell]) == 1]))
turns = []
for (x1, y1), (x2, y2) in zip(way, way[1:]):
    turns.append([side for side in "NSWE" if STEPS[side] == (x2 - x1, y2 - y1)][0])
print("".join(turns))
