# No mocks: tests that use one are skipped.
import unittest

ANY = DEFAULT = sentinel = None


class patch:
    def __init__(self, *arguments, **named):
        pass

    def __enter__(self):
        raise unittest.SkipTest("mock")

    start = __enter__

    def __exit__(self, *error):
        return False

    def __call__(self, test):
        return unittest.skip("mock")(test)

    @staticmethod
    def object(*arguments, **named):
        return patch()

    dict = multiple = object


class Mock:
    def __init__(self, *arguments, **named):
        raise unittest.SkipTest("mock")


MagicMock = AsyncMock = NonCallableMock = Mock


def call(*arguments, **named):
    raise unittest.SkipTest("mock")


mock_open = create_autospec = call
