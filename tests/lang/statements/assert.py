# assert raises AssertionError with the message, evaluated only on failure.
def message():
    print("message")  # expect: message
    return "said"
assert True, message()
try:
    assert [], message()
except AssertionError as e:
    print(e.args)  # expect: ('said',)
try:
    assert 0
except AssertionError as e:
    print(e.args)  # expect: ()
assert (1, "a tuple is true") and True
assert 1 < 2 < 3
