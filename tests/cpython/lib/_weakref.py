# weakref by its inner name.
from weakref import *
from weakref import ref
