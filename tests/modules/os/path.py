# needs: directory
# os.path: join, split, basename, exists ...
import os
p = os.path
print(p.join("a", "b", "c.txt"), p.join("a", "/b"), p.join("a/", "b"), p.split("a/b/c"),
      p.basename("a/b.txt"), p.dirname("a/b.txt"), p.splitext("x/a.tar.gz"), p.splitext(".hidden"),
      p.isabs("/a"), p.normpath("a/./b/../c//d"))
# expect: a/b/c.txt /b a/b ('a/b', 'c') b.txt a ('x/a.tar', '.gz') ('.hidden', '') True a/c/d
open("f", "w").close()
os.mkdir("d")
print(p.exists("f"), p.exists("none"), p.isfile("f"), p.isdir("f"), p.isdir("d"),
      p.abspath("f") == p.join(os.getcwd(), "f"), p.getsize("f"))
# expect: True False True False True True 0
