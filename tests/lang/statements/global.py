# global binds and reads the module's name, also from nested functions and classes.
counter = 0
def bump():
    global counter, made
    counter += 1
    made = "made"
bump(); bump()
print(counter, made)  # expect: 2 made
def outer():
    counter = "local"
    def inner():
        global counter
        counter = 100
    inner()
    return counter
print(outer(), counter)  # expect: local 100
def deleter():
    global made
    del made
deleter()
print("made" in globals())  # expect: False
class C:
    global in_class
    in_class = 5
print(in_class, hasattr(C, "in_class"))  # expect: 5 False
