# heappush, heappop, heapify, heappushpop, heapreplace, nlargest, nsmallest, merge.
import heapq
h = []
for x in [5, 1, 8, 3, 9, 2]: heapq.heappush(h, x)
print(h[0], [heapq.heappop(h) for _ in range(6)], h)  # expect: 1 [1, 2, 3, 5, 8, 9] []
a = [(i * 7919) % 101 for i in range(100)]
heapq.heapify(a)
print(a[0], all(a[i] <= a[j] for i in range(100) for j in (2 * i + 1, 2 * i + 2) if j < 100),
      heapq.heappushpop(a, -1), heapq.heapreplace(a, 50), a[0])  # expect: 0 True -1 0 1
print([heapq.heappop(a) for _ in range(5)], heapq.nlargest(3, [1, 9, 5, 7]),
      heapq.nsmallest(2, "hello"), heapq.nlargest(2, ["aa", "b", "ccc"], key=len),
      list(heapq.merge([1, 4], [2, 3], [])), heapq.nsmallest(9, [2, 1]),
      list(heapq.merge([5, 1], [4], reverse=True)))
# expect: [1, 2, 3, 4, 5] [9, 7, 5] ['e', 'h'] ['ccc', 'aa'] [1, 2, 3, 4] [1, 2] [5, 4, 1]
tasks = [(2, "b"), (1, "z"), (2, "a")]
heapq.heapify(tasks)
print([heapq.heappop(tasks) for _ in range(3)])  # expect: [(1, 'z'), (2, 'a'), (2, 'b')]
for bad in (lambda: heapq.heappop([]), lambda: heapq.heappush((), 1),
            lambda: heapq.heapify([1, "a"]), lambda: heapq.heapreplace([], 1),
            lambda: heapq.heapify(5)):
    try:
        bad()
    except (IndexError, TypeError) as e:
        print(type(e).__name__, end=" ")
print()  # expect: IndexError TypeError TypeError IndexError TypeError
