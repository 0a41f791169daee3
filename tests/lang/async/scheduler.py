# A small round-robin scheduler of coroutines.
class Switch:
    def __await__(self): yield
async def worker(name, n, log):
    for i in range(n):
        log.append(name + str(i))
        await Switch()
    return name
def run_all(*coros):
    tasks, results = list(coros), []
    while tasks:
        task = tasks.pop(0)
        try:
            task.send(None)
            tasks.append(task)
        except StopIteration as e:
            results.append(e.value)
    return results
log = []
print(run_all(worker("a", 3, log), worker("b", 1, log), worker("c", 2, log)))
# expect: ['b', 'c', 'a']
print(log)  # expect: ['a0', 'b0', 'c0', 'a1', 'c1', 'a2']
