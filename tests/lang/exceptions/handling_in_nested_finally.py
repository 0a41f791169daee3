"""What a nested finally block raises has the exception on its way as context, whatever was entered and left in between."""


class Manager:
    def __enter__(self):
        pass

    def __exit__(self, *details):
        return True


def told(e):
    return e and (type(e).__name__, told(e.__context__))


def after_with():
    try:
        1 / 0
    finally:
        try:
            pass
        finally:
            with Manager():
                pass
            undefined()


def after_try():
    try:
        1 / 0
    finally:
        try:
            pass
        finally:
            try:
                {}[1]
            except KeyError:
                pass
            undefined()


def not_handling():
    try:
        pass
    finally:
        with Manager():
            {}[1]
        undefined()


for f in (after_with, after_try, not_handling):
    try:
        f()
    except NameError as e:
        print(f.__name__, told(e))
        # expect: after_with ('NameError', ('ZeroDivisionError', None))
        # expect: after_try ('NameError', ('ZeroDivisionError', None))
        # expect: not_handling ('NameError', None)
