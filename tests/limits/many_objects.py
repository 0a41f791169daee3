# Many live objects, many dead ones, wide and deep structures.
live = [[i, str(i)] for i in range(30000)]
for i in range(200000):
    junk = (i, [i])
print(len(live), live[29999], sum(x[0] for x in live))  # expect: 30000 [29999, '29999'] 449985000
chain = None
for i in range(50000): chain = (i, chain)
n = 0
while chain is not None:
    chain, n = chain[1], n + 1
print(n)  # expect: 50000
class Node:
    __slots__ = ("next", "v")
head = None
for i in range(20000):
    node = Node()
    node.next, node.v = head, i
    head = node
total = 0
while head:
    total += head.v
    head = head.next
print(total)  # expect: 199990000
