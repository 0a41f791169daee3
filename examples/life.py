"""Conway's Game of Life on a torus, drawn as text.

The living cells are a set of (x, y) pairs; a generation counts the neighbours of all cells near
them in a dict. Five generations of a glider, then a pulsar beating through its period of three.
"""

GLIDER = """.O.
..O
OOO"""

PULSAR = """..OOO...OOO..
.............
O....O.O....O
O....O.O....O
O....O.O....O
..OOO...OOO..
.............
..OOO...OOO..
O....O.O....O
O....O.O....O
O....O.O....O
.............
..OOO...OOO.."""


class World:
    def __init__(self, width, height, pattern, left=0, top=0):
        self.width = width
        self.height = height
        self.generation = 0
        self.alive = set()
        for y, line in enumerate(pattern.split("\n")):
            for x, mark in enumerate(line):
                if mark == "O":
                    self.alive.add((left + x, top + y))

    def step(self):
        near = {}
        for x, y in self.alive:
            for dx in (-1, 0, 1):
                for dy in (-1, 0, 1):
                    if dx or dy:
                        cell = ((x + dx) % self.width, (y + dy) % self.height)
                        near[cell] = near.get(cell, 0) + 1
        self.alive = {cell for cell, count in near.items()
                      if count == 3 or (count == 2 and cell in self.alive)}
        self.generation += 1

    def __str__(self):
        lines = ["generation %d, %d alive" % (self.generation, len(self.alive))]
        for y in range(self.height):
            marks = ["#" if (x, y) in self.alive else "." for x in range(self.width)]
            lines.append("".join(marks))
        return "\n".join(lines)


glider = World(8, 6, GLIDER)
for _ in range(5):
    print(glider)
    glider.step()
for _ in range(43):
    glider.step()
print(glider)

pulsar = World(17, 17, PULSAR, 2, 2)
first = pulsar.alive
for _ in range(3):
    print(pulsar)
    pulsar.step()
print("back where it began:", pulsar.alive == first)
