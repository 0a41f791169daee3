# Nothing of POSIX by this name; that it can be imported says what kind of system this is.
