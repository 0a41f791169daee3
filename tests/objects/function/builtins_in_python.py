# Built-in functions stay what they are where the core has them in Python: they do not bind, and tracebacks do not show them.
import bisect, heapq, operator


class Tools:
    insert = bisect.insort
    push = heapq.heappush
    smallest = heapq.nsmallest
    add = operator.add


tools = Tools()
row = [1, 5]
tools.insert(row, 3)
tools.push(row, 0)
print(row, tools.add(2, 3), tools.insert is bisect.insort, callable(tools.add))
# expect: [0, 1, 5, 3] 5 True True
print(operator.add.__name__, repr(operator.add), type(operator.add).__name__)
# expect: add <built-in function add> builtin_function_or_method


def depth(f):
    try:
        f()
    except Exception as e:
        n = 0
        entry = e.__traceback__
        while entry:
            n += 1
            entry = entry.tb_next
        return type(e).__name__, n


def broken(x):
    raise ValueError


print(depth(lambda: bisect.insort([1], "a")), depth(lambda: sorted([1, 2], key=broken)),
      depth(lambda: list(map(broken, [1]))), depth(lambda: operator.add(1, "a")))
# expect: ('TypeError', 2) ('ValueError', 3) ('ValueError', 3) ('TypeError', 2)
