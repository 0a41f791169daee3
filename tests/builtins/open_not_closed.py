# needs: directory
# Files that nobody closes: what was written is seen by whoever looks there next.
import os, sys
open("a.txt", "w").write("one")
print(open("a.txt").read(), os.stat("a.txt").st_size)  # expect: one 3
open("a.txt", "a").write(", two")
print(open("a.txt", "rb").read())  # expect: b'one, two'
open("b.txt", "w").write("b" * 20000)
print(len(open("b.txt").read()))  # expect: 20000
open("brought_in.py", "w").write("x = 5\n")
sys.path.insert(0, os.getcwd())
import brought_in
print(brought_in.x)  # expect: 5
open("c.txt", "w").write("c")
os.rename("c.txt", "d.txt")
print(open("d.txt").read())  # expect: c
for name in ("a.txt", "b.txt", "d.txt", "brought_in.py"): os.remove(name)
