# After a MemoryError in the middle of growth the program goes on.
def grow():
    a = ["x"]
    while True:
        a = a * 10 ** 6
for i in range(2):
    try:
        grow()
    except (MemoryError, OverflowError):
        print("refused")
        # expect: refused
        # expect: refused
print(len([0] * 1000), "ok " * 2)  # expect: 1000 ok ok
