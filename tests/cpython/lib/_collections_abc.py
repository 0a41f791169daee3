# The abstract base classes by their inner name.
from collections.abc import *
