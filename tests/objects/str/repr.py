# repr of strings: quotes, escapes, unprintable characters.
for s in ("", "a", "it's", 'say "x"', "'\"", "\\", "\n\t\r", "\0\x1f\x7f", "\x80\xa0\xad", "é",
          "\u200b", "日本", "\U0001f600",
          "\ud800", "\u2028"):
    print(ascii(repr(s)), ascii(s))
    # expect: "''" ''
    # expect: "'a'" 'a'
    # expect: '"it\'s"' "it's"
    # expect: '\'say "x"\'' 'say "x"'
    # expect: '\'\\\'"\'' '\'"'
    # expect: "'\\\\'" '\\'
    # expect: "'\\n\\t\\r'" '\n\t\r'
    # expect: "'\\x00\\x1f\\x7f'" '\x00\x1f\x7f'
    # expect: "'\\x80\\xa0\\xad'" '\x80\xa0\xad'
    # expect: "'\xe9'" '\xe9'
    # expect: "'\\u200b'" '\u200b'
    # expect: "'\u65e5\u672c'" '\u65e5\u672c'
    # expect: "'\U0001f600'" '\U0001f600'
    # expect: "'\\ud800'" '\ud800'
    # expect: "'\\u2028'" '\u2028'
