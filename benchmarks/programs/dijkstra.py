"""Shortest paths on a grid and a random graph: dicts of lists, tuples, a heap written in Python."""
import sys

SIZE = 180
SMALL = 3


def push(heap, item):
    heap.append(item)
    i = len(heap) - 1
    while i:
        parent = (i - 1) >> 1
        if not item < heap[parent]:
            break
        heap[i] = heap[parent]
        i = parent
    heap[i] = item


def pop(heap):
    last = heap.pop()
    if not heap:
        return last
    first = heap[0]
    n = len(heap)
    i = 0
    while True:
        child = 2 * i + 1
        if child >= n:
            break
        if child + 1 < n and heap[child + 1] < heap[child]:
            child += 1
        if not heap[child] < last:
            break
        heap[i] = heap[child]
        i = child
    heap[i] = last
    return first


def shortest(graph, start):
    distance = {start: 0}
    done = set()
    heap = [(0, start)]
    while heap:
        so_far, node = pop(heap)
        if node in done:
            continue
        done.add(node)
        for neighbour, length in graph[node]:
            candidate = so_far + length
            if neighbour not in distance or candidate < distance[neighbour]:
                distance[neighbour] = candidate
                push(heap, (candidate, neighbour))
    return distance


def grid(side):
    graph = {}
    for y in range(side):
        for x in range(side):
            edges = []
            for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                if 0 <= x + dx < side and 0 <= y + dy < side:
                    edges.append(((x + dx, y + dy), 1 + (x * 7 + y * 13 + dx) % 9))
            graph[(x, y)] = edges
    return graph


def scattered(count):
    graph = {"n%d" % i: [] for i in range(count)}
    state = 11
    for i in range(count):
        for _ in range(4):
            state = (state * 1103515245 + 12345) & 0x7FFFFFFF
            target = "n%d" % ((state >> 8) % count)
            graph["n%d" % i].append((target, 1 + (state >> 5) % 50))
    return graph


def run(size):
    squares = grid(16)
    network = scattered(250)
    checksum = 0
    for i in range(size):
        near = shortest(squares, (i % 16, i * 5 % 16))
        far = shortest(network, "n%d" % (i % 250))
        checksum = (checksum * 31 + near[(15, 15)] + sum(near.values())) % 1000003
        checksum = (checksum * 31 + len(far) + sum(far.values())) % 1000003
    return checksum


if __name__ == "__main__":
    print(run(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE))
