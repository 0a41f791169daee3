# A class of exceptions whose __new__ gives something else: TypeError wherever the class is raised.
class Odd(BaseException):
    def __new__(cls, *args):
        return 1


def throw():
    def gen():
        yield
    gen().throw(Odd)


def raised():
    raise Odd


def called():
    raise Odd()


def with_cause():
    raise Odd from ValueError()


for f in throw, raised, called, with_cause:
    try:
        f()
    except TypeError as e:
        print(str(e)[:45])
    # expect: calling <class '__main__.Odd'> should have re
    # expect: calling <class '__main__.Odd'> should have re
    # expect: exceptions must derive from BaseException
    # expect: calling <class '__main__.Odd'> should have re
