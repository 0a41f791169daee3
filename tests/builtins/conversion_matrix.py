# Constructors of built-in types applied to many values: the result or the exception.
class I:
    def __index__(self): return 3
class N:
    def __int__(self): return 4
    def __float__(self): return 4.5
class It:
    def __iter__(self): return iter((1, 2))
values = [None, True, 0, -7, 2 ** 70, 2.75, float("inf"), 1 + 2j, "", "12", " 1.5 ", "ab", b"12",
          b"", bytearray(b"3"), [], [1, 2], (0,), {5: 6}, {7}, frozenset(), range(3), I(), N(),
          It(), int, ...]
for make in (int, float, complex, bool, str, bytes, bytearray, list, tuple, dict, set, frozenset,
             range, len, iter, abs, round, hash, chr, ord, hex, sum, min, any, sorted, reversed,
             memoryview, slice, enumerate, zip, repr):
    out = []
    for v in values:
        try:
            r = make(v)
            if make in (set, frozenset): r = sorted(r)
            if make in (iter, hash, reversed, memoryview, enumerate, zip, repr,
                        str) or " object" in repr(r): out.append("ok")
            else: out.append(repr(r).replace(" ", ""))
        except (TypeError, ValueError, OverflowError) as e:
            out.append(type(e).__name__[0])
    print(make.__name__, " ".join(out))
    # expect: int T 1 0 -7 1180591620717411303424 2 O T V 12 V V 12 V 3 T T T T T T T 3 4 T T T
    # expect: float T 1.0 0.0 -7.0 1.1805916207174113e+21 2.75 inf T V 12.0 1.5 V 12.0 V 3.0 T T T T T T T 3.0 4.5 T T T
    # expect: complex T (1+0j) 0j (-7+0j) (1.1805916207174113e+21+0j) (2.75+0j) (inf+0j) (1+2j) V (12+0j) (1.5+0j) V T T T T T T T T T T (3+0j) (4.5+0j) T T T
    # expect: bool False True False True True True True True False True True True True False True False True True True True False True True True True True True
    # expect: str ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok
    # expect: bytes T b'\x00' b'' V O T T T T T T T b'12' b'' b'3' b'' b'\x01\x02' b'\x00' b'\x05' b'\x07' b'' b'\x00\x01\x02' b'\x00\x00\x00' T b'\x01\x02' T T
    # expect: bytearray T bytearray(b'\x00') bytearray(b'') V O T T T T T T T bytearray(b'12') bytearray(b'') bytearray(b'3') bytearray(b'') bytearray(b'\x01\x02') bytearray(b'\x00') bytearray(b'\x05') bytearray(b'\x07') bytearray(b'') bytearray(b'\x00\x01\x02') bytearray(b'\x00\x00\x00') T bytearray(b'\x01\x02') T T
    # expect: list T T T T T T T T [] ['1','2'] ['','1','.','5',''] ['a','b'] [49,50] [] [51] [] [1,2] [0] [5] [7] [] [0,1,2] T T [1,2] T T
    # expect: tuple T T T T T T T T () ('1','2') ('','1','.','5','') ('a','b') (49,50) () (51,) () (1,2) (0,) (5,) (7,) () (0,1,2) T T (1,2) T T
    # expect: dict T T T T T T T T {} V V V T {} T {} T T {5:6} T {} T T T T T T
    # expect: set T T T T T T T T [] ['1','2'] ['','.','1','5'] ['a','b'] [49,50] [] [51] [] [1,2] [0] [5] [7] [] [0,1,2] T T [1,2] T T
    # expect: frozenset T T T T T T T T [] ['1','2'] ['','.','1','5'] ['a','b'] [49,50] [] [51] [] [1,2] [0] [5] [7] [] [0,1,2] T T [1,2] T T
    # expect: range T range(0,1) range(0,0) range(0,-7) range(0,1180591620717411303424) T T T T T T T T T T T T T T T T T range(0,3) T T T T
    # expect: len T T T T T T T T 0 2 5 2 2 0 1 0 2 1 1 1 0 3 T T T T T
    # expect: iter T T T T T T T T ok ok ok ok ok ok ok ok ok ok ok ok ok ok T T ok T T
    # expect: abs T 1 0 7 1180591620717411303424 2.75 inf 2.23606797749979 T T T T T T T T T T T T T T T T T T T
    # expect: round T 1 0 -7 1180591620717411303424 3 O T T T T T T T T T T T T T T T T T T T T
    # expect: hash ok ok ok ok ok ok ok ok ok ok ok ok ok ok T T T ok T T ok ok ok ok ok ok ok
    # expect: chr T '\x01' '\x00' V O T T T T T T T T T T T T T T T T T '\x03' T T T T
    # expect: ord T T T T T T T T T T T T T T 51 T T T T T T T T T T T T
    # expect: hex T '0x1' '0x0' '-0x7' '0x400000000000000000' T T T T T T T T T T T T T T T T T '0x3' T T T T
    # expect: sum T T T T T T T T 0 T T T 99 0 51 0 3 0 5 7 0 3 T T 3 T T
    # expect: min T T T T T T T T V '1' '' 'a' 49 V 51 V 1 0 5 7 V 0 T T 1 T T
    # expect: any T T T T T T T T False True True True True False True False True False True True False True T T True T T
    # expect: sorted T T T T T T T T [] ['1','2'] ['','','.','1','5'] ['a','b'] [49,50] [] [51] [] [1,2] [0] [5] [7] [] [0,1,2] T T [1,2] T T
    # expect: reversed T T T T T T T T ok ok ok ok ok ok ok ok ok ok ok T T ok T T T T T
    # expect: memoryview T T T T T T T T T T T T ok ok ok T T T T T T T T T T T T
    # expect: slice slice(None,None,None) slice(None,True,None) slice(None,0,None) slice(None,-7,None) slice(None,1180591620717411303424,None) slice(None,2.75,None) slice(None,inf,None) slice(None,(1+2j),None) slice(None,'',None) slice(None,'12',None) slice(None,'1.5',None) slice(None,'ab',None) slice(None,b'12',None) slice(None,b'',None) slice(None,bytearray(b'3'),None) slice(None,[],None) slice(None,[1,2],None) slice(None,(0,),None) slice(None,{5:6},None) slice(None,{7},None) slice(None,frozenset(),None) slice(None,range(0,3),None) ok ok ok slice(None,<class'int'>,None) slice(None,Ellipsis,None)
    # expect: enumerate T T T T T T T T ok ok ok ok ok ok ok ok ok ok ok ok ok ok T T ok T T
    # expect: zip T T T T T T T T ok ok ok ok ok ok ok ok ok ok ok ok ok ok T T ok T T
    # expect: repr ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok ok
