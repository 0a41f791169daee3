# What modules of the library take of _thread.
from threading import (
    TIMEOUT_MAX, Lock, Lock as LockType, RLock, allocate_lock, error, get_ident)
