# Many nested try statements and exceptions raised through many frames.
source = ""
for i in range(8):
    source += "  " * i + "try:\n"
source += "  " * 8 + "raise ValueError('deep')\n"
for i in reversed(range(8)):
    source += "  " * i + "except KeyError: pass\n" + "  " * i + "finally: count.append(%d)\n" % i
count = []
try:
    exec(source, {"count": count}) 
except ValueError as e:
    print(e, count)  # expect: deep [7, 6, 5, 4, 3, 2, 1, 0]
def down(n):
    try:
        if n == 0:
            raise KeyError("bottom")
        down(n - 1)
    except ValueError:
        print("never")
try:
    down(100)
except KeyError as e:
    print(e)  # expect: 'bottom'
