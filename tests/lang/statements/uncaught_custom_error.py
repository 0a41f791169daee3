# A user's exception class that nobody catches.
class Trouble(Exception):
    def __str__(self):
        return "trouble with " + self.args[0]
raise Trouble("x")  # expect error: Trouble: trouble with x
