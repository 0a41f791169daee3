# Keywords cannot be names; soft keywords can.
words = """False None True and as assert async await break class continue def del elif else except
finally for from global if import in is lambda nonlocal not or pass raise return try while
with yield"""
for word in words.split():
    try:
        compile(word + " = 1", "", "exec")
        print("accepted", word)
    except SyntaxError:
        pass
for word in "match case _ type print exec nonlocals Nonee".split():
    compile(word + " = 1", "", "exec")
print("done")  # expect: done
