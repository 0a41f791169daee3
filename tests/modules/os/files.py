# needs: directory
# mkdir, listdir, stat, rename, remove, rmdir, getcwd, chdir.
import os
print(os.listdir("."), os.mkdir("d"))  # expect: [] None
with open("d/a.txt", "w") as f: f.write("12345")
with open("b.txt", "w") as f: f.write("")
print(sorted(os.listdir()), os.listdir("d"), os.stat("d/a.txt")[6], os.stat("d/a.txt").st_size)
# expect: ['b.txt', 'd'] ['a.txt'] 5 5
os.rename("b.txt", "d/c.txt")
print(sorted(os.listdir("d")), os.listdir("."))  # expect: ['a.txt', 'c.txt'] ['d']
here = os.getcwd()
os.chdir("d")
print(sorted(os.listdir(".")), open("a.txt").read(), os.getcwd() != here)
# expect: ['a.txt', 'c.txt'] 12345 True
os.chdir("..")
print(os.getcwd() == here)  # expect: True
os.remove("d/c.txt"); os.unlink("d/a.txt")
os.rmdir("d")
print(os.listdir("."), os.sep, type(os.getcwd()).__name__)  # expect: [] / str
