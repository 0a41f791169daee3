print("init square")
side = 4
class Square:
    def __init__(self, side): self.side = side
def area_of(side): return side * side
