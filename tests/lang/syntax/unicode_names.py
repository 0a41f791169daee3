# Names may hold letters of all scripts.
π = 3.14
naïve = "yes"
变量 = [1]
def größe(ä, *, ö=2): return ä + ö
class Ω: имя = "attribute"
print(π, naïve, 变量, größe(1, ö=5), Ω.имя, Ω.__name__)  # expect: 3.14 yes [1] 6 attribute Ω
print("变量" in globals(), sorted(vars(Ω))[-1])  # expect: True имя
