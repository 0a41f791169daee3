# expandtabs counts columns from the last line break.
print(["a\tb".expandtabs(), "a\tb".expandtabs(4), "abcd\te".expandtabs(4), "a\n\tb".expandtabs(2),
       "\t".expandtabs(0), "a\rb\tc".expandtabs(3)])
# expect: ['a       b', 'a   b', 'abcd    e', 'a\n  b', '', 'a\rb  c']
print(["x\ty".expandtabs(tabsize=2), "".expandtabs(), "日\tx".expandtabs(4)])
# expect: ['x y', '', '日   x']
