"""Sudoku by constraint propagation and search.

A cell is a set of candidates kept as the bits of an int. Writing a digit strikes it out for all
peers; when a cell is left with one candidate that is written too. What remains is tried, fewest
choices first.
"""

PUZZLES = [
    "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79",
    "..9748...7.........2.1.9.....7...24..64.1.59..98...3.....8.3.2.........6...2759..",
]

ALL = 0b111111111


def make_peers():
    """For each cell, the others in its row, column and square."""
    peers = []
    for cell in range(81):
        row, column = divmod(cell, 9)
        near = set()
        for other in range(81):
            r, c = divmod(other, 9)
            same_square = r // 3 == row // 3 and c // 3 == column // 3
            if other != cell and (r == row or c == column or same_square):
                near.add(other)
        peers.append(sorted(near))
    return peers


PEERS = make_peers()


def count_bits(bits):
    count = 0
    while bits:
        bits &= bits - 1
        count += 1
    return count


def write(cells, cell, bit):
    """Sets a cell to one candidate and strikes it out around it. False: a contradiction."""
    todo = [(cell, bit)]
    while todo:
        cell, bit = todo.pop()
        if not cells[cell] & bit:
            return False
        cells[cell] = bit
        for peer in PEERS[cell]:
            if cells[peer] & bit:
                cells[peer] &= ~bit
                left = cells[peer]
                if left == 0:
                    return False
                if left & (left - 1) == 0:
                    todo.append((peer, left))
    return True


class Solver:
    def __init__(self):
        self.guesses = 0

    def search(self, cells):
        """The solved cells, or None."""
        open_cells = [(count_bits(bits), cell) for cell, bits in enumerate(cells)
                      if bits & (bits - 1)]
        if not open_cells:
            return cells
        _, cell = min(open_cells)
        bits = cells[cell]
        while bits:
            bit = bits & -bits
            bits ^= bit
            self.guesses += 1
            copy = cells[:]
            if write(copy, cell, bit):
                solved = self.search(copy)
                if solved:
                    return solved
        return None

    def solve(self, puzzle):
        cells = [ALL] * 81
        for cell, character in enumerate(puzzle):
            if character != "." and not write(cells, cell, 1 << int(character) - 1):
                return None
        return self.search(cells)


def show(puzzle, cells):
    for row in range(9):
        if row in (3, 6):
            print("------+-------+------")
        line = []
        for column in range(9):
            if column in (3, 6):
                line.append("|")
            line.append(str(count_bits(cells[row * 9 + column] - 1) + 1))
        print(" ".join(line))


def is_solution(cells):
    return all(cells[cell] != cells[peer] for cell in range(81) for peer in PEERS[cell])


for puzzle in PUZZLES:
    solver = Solver()
    cells = solver.solve(puzzle)
    show(puzzle, cells)
    print("given: %d, guesses: %d, right: %s"
          % (len(puzzle) - puzzle.count("."), solver.guesses, is_solution(cells)))
    print()
print("impossible:", Solver().solve("11" + "." * 79))
