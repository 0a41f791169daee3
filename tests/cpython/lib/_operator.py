# operator by its inner name.
from operator import *


def _compare_digest(first, second):
    return first == second
