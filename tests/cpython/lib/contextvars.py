# Context variables of the one context that there is.
_MISSING = object()


class Token:
    def __init__(self, var, old_value):
        self.var, self.old_value = var, old_value


class ContextVar:
    def __init__(self, name, *, default=_MISSING):
        self.name = name
        self._value = self._default = default

    def get(self, default=_MISSING):
        if self._value is not _MISSING:
            return self._value
        if default is _MISSING:
            raise LookupError(self)
        return default

    def set(self, value):
        token = Token(self, self._value)
        self._value = value
        return token

    def reset(self, token):
        self._value = token.old_value


class Context:
    def run(self, function, *arguments, **named):
        return function(*arguments, **named)


copy_context = Context
