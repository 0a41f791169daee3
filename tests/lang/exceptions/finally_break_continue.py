# break and continue inside try, except, else and finally.
for i in range(4):
    try:
        if i == 0:
            continue
        if i == 1:
            raise ValueError
        if i == 3:
            break
    except ValueError:
        continue
    else:
        print("else", i)
    finally:
        print("finally", i)
print("after", i)
for i in range(3):
    try:
        1 / 0
    finally:
        print("drop", i)
        if i == 1:
            break
        continue
def f():
    for i in range(3):
        try:
            return "returned"
        finally:
            if i < 2:
                continue
    return "end"
print(f())
while True:
    try:
        break
    finally:
        print("leaving")

# output:
# finally 0
# finally 1
# else 2
# finally 2
# finally 3
# after 3
# drop 0
# drop 1
# returned
# leaving
