"""Finding the nest of loops in control flow graphs: sets, lists, dicts, union-find on objects.

After Havlak, "Nesting of reducible and irreducible loops" (1997): blocks are numbered in
depth-first order; walking backwards, the bodies of inner loops collapse into their headers.
"""
import sys

SIZE = 180
SMALL = 2


class Block:
    def __init__(self, name):
        self.name = name
        self.successors = []
        self.predecessors = []


class Graph:
    def __init__(self):
        self.blocks = {}

    def block(self, name):
        found = self.blocks.get(name)
        if found is None:
            found = self.blocks[name] = Block(name)
        return found

    def edge(self, source, target):
        a = self.block(source)
        b = self.block(target)
        a.successors.append(b)
        b.predecessors.append(a)


class Loop:
    def __init__(self, header, irreducible):
        self.header = header
        self.irreducible = irreducible
        self.blocks = []
        self.parent = None
        self.depth = 0


class Place:
    """A block and its depth-first number; `up` leads to the header it collapsed into."""

    def __init__(self, block, number):
        self.block = block
        self.number = number
        self.up = self
        self.loop = None

    def top(self):
        place = self
        while place.up is not place:
            place.up = place.up.up
            place = place.up
        return place


def number_blocks(entry):
    """Depth-first, without recursion: places in order, last descendants, numbers by name."""
    places = [Place(entry, 0)]
    last = [0]
    number = {entry.name: 0}
    stack = [(0, iter(entry.successors))]
    while stack:
        current, rest = stack[-1]
        for block in rest:
            if block.name not in number:
                n = len(places)
                number[block.name] = n
                places.append(Place(block, n))
                last.append(n)
                stack.append((n, iter(block.successors)))
                break
        else:
            last[current] = len(places) - 1
            stack.pop()
    return places, last, number


def find_loops(entry):
    places, last, number = number_blocks(entry)
    count = len(places)
    back = [[] for _ in range(count)]
    other = [set() for _ in range(count)]
    for place in places:
        n = place.number
        for block in place.block.predecessors:
            v = number.get(block.name)
            if v is None:
                continue
            if n <= v <= last[n]:
                back[n].append(v)
            else:
                other[n].add(v)
    loops = []
    for n in range(count - 1, -1, -1):
        if not back[n]:
            continue
        header = places[n]
        body = []
        irreducible = False
        own = False
        seen = set()
        for v in back[n]:
            if v == n:
                own = True
                continue
            top = places[v].top()
            if top.number not in seen:
                seen.add(top.number)
                body.append(top)
        todo = list(body)
        while todo:
            place = todo.pop()
            for v in other[place.number]:
                top = places[v].top()
                t = top.number
                if not n <= t <= last[n]:
                    irreducible = True
                    other[n].add(t)
                elif t != n and t not in seen:
                    seen.add(t)
                    body.append(top)
                    todo.append(top)
        if not body and not own:
            continue
        loop = Loop(header.block, irreducible)
        loops.append(loop)
        header.loop = loop
        for place in body:
            place.up = header
            if place.loop is None:
                loop.blocks.append(place.block)
            else:
                place.loop.parent = loop
    for loop in reversed(loops):
        loop.depth = 1 if loop.parent is None else loop.parent.depth + 1
    return loops


class Builder:
    """Draws graphs out of straight lines, diamonds and loops."""

    def __init__(self):
        self.graph = Graph()
        self.next = 1

    def fresh(self):
        self.next += 1
        return self.next - 1

    def line(self, start, length):
        for _ in range(length):
            end = self.fresh()
            self.graph.edge(start, end)
            start = end
        return start

    def diamond(self, start):
        left = self.fresh()
        right = self.fresh()
        end = self.fresh()
        for a, b in ((start, left), (start, right), (left, end), (right, end)):
            self.graph.edge(a, b)
        return end

    def nest(self, start, depth):
        """A loop with `depth` levels of loops in it, a diamond in every body."""
        header = self.line(start, 1)
        end = self.diamond(header)
        if depth:
            end = self.nest(end, depth - 1)
            end = self.nest(end, depth - 1)
        self.graph.edge(end, header)
        return self.line(end, 1)

    def irreducible(self, start):
        """A cycle that can be entered at two places."""
        a = self.fresh()
        b = self.fresh()
        for pair in ((start, a), (start, b), (a, b), (b, a)):
            self.graph.edge(pair[0], pair[1])
        return self.line(b, 1)


def run(size):
    builder = Builder()
    end = 0
    builder.graph.block(0)
    for _ in range(size):
        end = builder.nest(end, 3)
        end = builder.irreducible(end)
        end = builder.line(end, 5)
    builder.graph.edge(end, end)
    checksum = 0
    for _ in range(3):
        loops = find_loops(builder.graph.block(0))
        for loop in loops:
            checksum = (checksum * 31 + loop.depth * 7 + len(loop.blocks)) % 1000003
            checksum = (checksum + loop.header.name + (500 if loop.irreducible else 0)) % 1000003
    deepest = max([loop.depth for loop in loops])
    odd = len([loop for loop in loops if loop.irreducible])
    return (len(builder.graph.blocks), len(loops), deepest, odd, checksum)


if __name__ == "__main__":
    print(run(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE))
