# Expression statements are evaluated and dropped; pass does nothing.
def f():
    pass
    ...
    "text"
    1, 2
    return
print(f())  # expect: None
print("first"); print("second");
# expect: first
# expect: second
if True: pass
class Empty: pass
print(Empty.__name__)  # expect: Empty
