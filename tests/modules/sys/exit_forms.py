# sys.exit raises SystemExit with any argument.
import sys
for args in ((), (None,), (0,), (5,), ("text",), ([1, 2],)):
    try:
        sys.exit(*args)
    except SystemExit as e:
        print(repr(e.code), e.args)
        # expect: None ()
        # expect: None ()
        # expect: 0 (0,)
        # expect: 5 (5,)
        # expect: 'text' ('text',)
        # expect: [1, 2] ([1, 2],)
