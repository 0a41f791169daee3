# partition and rpartition.
print("a=b=c".partition("="), "a=b=c".rpartition("="), "abc".partition("="), "abc".rpartition("="))
# expect: ('a', '=', 'b=c') ('a=b', '=', 'c') ('abc', '', '') ('', '', 'abc')
print("=".partition("="), "".partition("x"), "axxb".partition("xx"), "日é日".partition("é"))
# expect: ('', '=', '') ('', '', '') ('a', 'xx', 'b') ('日', 'é', '日')
try:
    "a".partition("")
except ValueError:
    print("ValueError")  # expect: ValueError
