# Character classes and escapes.
import re
def all_(p, s, f=0): return re.findall(p, s, f)
print(all_("[abc]", "xaybzc"), all_("[^abc]", "xayb"), all_("[a-cx-z0-9_]+", "abc-xyz_1!B"),
      all_("[]a]", "]ab"), all_("[^]]", "]a"), all_("[-a]", "-ab"), all_("[a-]", "-ab"),
      all_(r"[\]\-\\]", r"a]-\b"))
# expect: ['a', 'b', 'c'] ['x', 'y'] ['abc', 'xyz_1'] [']', 'a'] ['a'] ['-', 'a'] ['-', 'a'] [']', '-', '\\']
print(all_(r"\d+", "a12b3"), all_(r"\D+", "a12b3"), all_(r"\w+", "a_1 é-b"), all_(r"\W", "a b!"),
      all_(r"\s", "a b\tc\n"), all_(r"\S+", "ab c"), all_(r"[\d.]+", "1.5 2"),
      all_(r"[^\W\d]+", "ab1c"))
# expect: ['12', '3'] ['a', 'b'] ['a_1', 'é', 'b'] [' ', '!'] [' ', '\t', '\n'] ['ab', 'c'] ['1.5', '2'] ['ab', 'c']
print(all_(".", "a\nb"), all_(r"\.", "a.b"), all_(r"\x41\u0042\103", "ABC"), all_(r"\t\n", "\t\n"),
      all_(r"\bfoo\b", "foo foobar foo"), all_(r"\Boo", "foo oo"), all_(r"\Aab", "abab"),
      all_(r"ab\Z", "abab"), all_("é+", "aééb"), all_("[à-ü]", "aéz"))
# expect: ['a', 'b'] ['.'] ['ABC'] ['\t\n'] ['foo', 'foo'] ['oo'] ['ab'] ['ab'] ['éé'] ['é']
print(all_(r"\\", "a\\b"), all_(r"\*\+\?\(\)\[\{\^\$\|", "*+?()[{^$|"), all_("a{,b}", "a{,b}"),
      all_("{", "a{b"), all_("[.*]", "a.*"), all_(r"[\w-]+", "a-b c"), all_(r"\0", "a\0"))
# expect: ['\\'] ['*+?()[{^$|'] ['a{,b}'] ['{'] ['.', '*'] ['a-b', 'c'] ['\x00']
