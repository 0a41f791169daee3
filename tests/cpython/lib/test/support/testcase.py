# Mixins of CPython's tests.
import math


class ExceptionIsLikeMixin:
    def assertExceptionIsLike(self, error, like):
        """Same type and arguments; of groups, all the way down."""
        self.assertIs(type(error), type(like))
        if isinstance(error, BaseExceptionGroup):
            self.assertEqual(error.message, like.message)
            self.assertEqual(len(error.exceptions), len(like.exceptions))
            for one, other in zip(error.exceptions, like.exceptions):
                self.assertExceptionIsLike(one, other)
        elif error is not None:
            self.assertEqual(error.args, like.args)


class FloatsAreIdenticalMixin:
    def assertFloatsAreIdentical(self, x, y):
        """Equal, signs of zeros and NaN too."""
        if math.isnan(x) and math.isnan(y):
            return
        if x != y or math.copysign(1, x) != math.copysign(1, y):
            self.fail("%r is not %r" % (x, y))


class ComplexesAreIdenticalMixin(FloatsAreIdenticalMixin):
    def assertComplexesAreIdentical(self, x, y):
        self.assertFloatsAreIdentical(x.real, y.real)
        self.assertFloatsAreIdentical(x.imag, y.imag)
