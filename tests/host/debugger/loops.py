total = 0
for i in range(3):
    total += i
for i in [1, 2]:
    if i == 1:
        continue
    total += i
for i in [1, 2, 3]:
    if i == 2:
        break
else:
    total = 0
for i in range(2):
    total += 1
else:
    total += 2
n = 2
while n:
    n -= 1
while n < 2:
    n += 1
else:
    n = 0
while True:  # no stop
    n += 1
    if n > 2:
        break
for i in []:
    total = 5
for i in range(0):
    total = 5
for i, j in [(1, 2), (3, 4)]:
    for k in range(2):
        total += i * j
def search(items):
    for item in items:
        if item:
            return item
    return None
search([0, 0, 7])
search([])
