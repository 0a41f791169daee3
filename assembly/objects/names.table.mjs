// Names that the core itself knows: each becomes a static interned str `S_name` in names.ts, whose
// address is a compile-time constant. Add a name here, then `npm run generate`.
// Static qstr numbers of the .mpy format are another list (bytecode/qstrs.table.mjs).
export const names = `
__abs__ __abstractmethods__ __add__ __aenter__ __aexit__ __aiter__ __all__ __and__ __anext__ __annotations__ __await__ __bases__ __bool__
__build_class__ __bytes__ __call__ __cause__ __ceil__ __class__ __class_getitem__ __closure__ __code__ __complex__ __contains__ __context__ __debug__
__defaults__ __del__ __delattr__ __delete__ __delitem__ __dict__ __dir__ __divmod__ __doc__ __enter__ __eq__
__exit__ __file__ __float__ __floor__ __floordiv__ __format__ __ge__ __get__ __getattr__ __getattribute__
__getitem__ __globals__ __gt__ __hash__ __iadd__ __iand__ __ifloordiv__ __ilshift__ __imatmul__ __imod__ __import__
__imul__ __index__ __init__ __init_subclass__ __instancecheck__ __int__ __invert__ __ior__ __ipow__ __irshift__ __isub__
__iter__ __itruediv__ __ixor__ __kwdefaults__ __le__ __len__ __length_hint__ __lshift__ __lt__ __main__ __match_args__ __matmul__ __missing__
__mod__ __module__ __mro__ __mro_entries__ __mul__ __name__ __ne__ __neg__ __new__ __next__ __notes__ __or__ __path__
__package__ __pos__ __pow__ __prepare__ __qualname__ __radd__ __rand__ __rdivmod__ __repr__ __reversed__ __rfloordiv__
__rlshift__ __rmatmul__ __rmod__ __rmul__ __ror__ __round__ __rpow__ __rrshift__ __rshift__ __rsub__ __rtruediv__ __rxor__
__self__ __set__ __set_name__ __setattr__ __setitem__ __slots__ __str__ __sub__ __subclasscheck__ __subclasses__
__suppress_context__ __traceback__ __truediv__ __trunc__ __type_params__ __weakref__ __wrapped__ __xor__ __func__
__cached__ __loader__ __spec__ __objclass__ __sizeof__ __reduce__ __getnewargs__ __getstate__
add append args builtins clear close code copy deleter encoding end errno errors exceptions extend file filename find flush fget fset fdel
format get getter imag index indices insert int items join keys key len lineno locals main maxsplit message metaclass mro name names
obj offset path pop popitem print_file_and_line read readinto readline real remove replace reverse send sep setter
setdefault sort split start step stop strict stdin stdout stderr text throw update value values write with_traceback
add_note denominator numerator modules argv ps1 ps2 default object_pairs_hook cls func keywords
__subclasshook__ __reduce_ex__ __classcell__ __base__ __orig_bases__ _build_class _init open exit sep file end flush sys version platform __objclass__ __prepare__ __origin__ __args__ __self_class__
__thisclass__ __parameters__ filename2 strerror 
 end_lineno end_offset reason object msg derive subgroup
__stdout__ __stderr__ __stdin__ __excepthook__ excepthook __displayhook__ displayhook atexit tracebacklimit
type dict set frozenset tuple float bool bytes str initial level fromlist
globals mode _get_or _getattr_default _hasattr
_construct 
super const range micropython native viper bytecode AssertionError StopAsyncIteration BaseException
__repl_print__ return __future__ annotations js_error
`.trim().split(/\s+/);
/** Names that no identifier can spell, with the suffix of their constant. */
export const specialNames = {
  "<module>": "MODULE", "<lambda>": "LAMBDA", "<listcomp>": "LISTCOMP", "<dictcomp>": "DICTCOMP",
  "<setcomp>": "SETCOMP", "<genexpr>": "GENEXPR", "<stdin>": "STDIN_NAME", "<string>": "STRING_NAME", "utf-8": "UTF_8", ", ": "COMMA_SPACE", ".0": "DOT_ZERO",
};
