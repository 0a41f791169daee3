# __enter__ and __exit__ are looked up on the type, before the body; missing ones raise.
class Only:
    def __enter__(self): print("enter")
class Empty: pass
for thing in (Only(), Empty(), 5):
    try:
        with thing:
            print("body")
    except (TypeError, AttributeError) as e:
        print(type(e).__name__)
        # expect: TypeError
        # expect: TypeError
        # expect: TypeError
thing = Empty()
thing.__enter__ = thing.__exit__ = lambda *a: None
try:
    with thing: pass
except TypeError:
    print("TypeError")  # expect: TypeError
