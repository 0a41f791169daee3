"""Building and walking many short-lived binary trees: allocation and collection."""
import sys

SIZE = 13
SMALL = 5


class Node:
    def __init__(self, left, right):
        self.left = left
        self.right = right


def grow(depth):
    if depth == 0:
        return Node(None, None)
    return Node(grow(depth - 1), grow(depth - 1))


def count(node):
    if node.left is None:
        return 1
    return 1 + count(node.left) + count(node.right)


def run(size):
    long_lived = grow(size)
    checksum = count(grow(size + 1))
    for depth in range(4, size + 1, 2):
        trees = 1 << (size - depth + 2)
        nodes = 0
        for _ in range(trees):
            nodes += count(grow(depth))
        checksum = (checksum * 31 + nodes) % 1000000007
    return (checksum, count(long_lived))


if __name__ == "__main__":
    print(run(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE))
