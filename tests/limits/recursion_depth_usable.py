# Ordinary recursion of some hundred levels works.
def depth(n): return 0 if n == 0 else 1 + depth(n - 1)
print(depth(400))  # expect: 400
class Node:
    def __init__(self, n): self.next = Node(n - 1) if n else None
    def __len__(self): return 1 + (len(self.next) if self.next is not None else 0)
print(len(Node(180)))  # expect: 181
def gen(n):
    yield n
    if n: yield from gen(n - 1)
print(sum(gen(150)))  # expect: 11325
print(sorted([3, 1, 2], key=lambda x: depth(x * 50)))  # expect: [1, 2, 3]
