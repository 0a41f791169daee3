# Inheritance and overriding; super() calls the next class.
class Animal:
    def __init__(self, name): self.name = name
    def speak(self): return "..."
    def describe(self): return self.name + " says " + self.speak()
class Dog(Animal):
    def speak(self): return "woof"
class Puppy(Dog):
    def __init__(self, name, age):
        super().__init__(name + " jr")
        self.age = age
    def speak(self): return super().speak() + "!" * self.age
print(Animal("cow").describe(), Dog("rex").describe(), Puppy("rex", 2).describe(), sep=", ")
# expect: cow says ..., rex says woof, rex jr says woof!!
print(issubclass(Puppy, Animal), isinstance(Dog("x"), Puppy), Puppy.__bases__ == (Dog,))
# expect: True False True
print(Puppy.__mro__ == (Puppy, Dog, Animal, object), Animal.__base__ is object)  # expect: True True
