# Many exceptions in a loop, with values kept across them.
total = 0
for i in range(2000):
    try:
        if i % 3 == 0:
            raise ValueError(i)
        if i % 3 == 1:
            [][i]
        total += 1
    except ValueError as e:
        total += e.args[0]
    except IndexError:
        total -= 1
    finally:
        total += 2
print(total)  # expect: 670332
def first_int(texts):
    for t in texts:
        try:
            return int(t)
        except ValueError:
            continue
print(first_int(["a", "", "12", "b"]), first_int([]))  # expect: 12 None
