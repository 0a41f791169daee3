"""A text adventure: find the lamp, light the cellar, bring home the crown.

Rooms, things and exits are data in dicts; a parser of two words turns what the player types into
method calls. In a terminal you play it yourself; otherwise it plays a script, so that it can be
tested.
"""
import sys

ROOMS = {
    "garden": {
        "text": "You stand in an overgrown garden. A door leads north into the house.",
        "exits": {"north": "hall"},
        "things": ["lamp"],
    },
    "hall": {
        "text": "A dusty hall. Stairs go down; the garden is to the south, a study to the east.",
        "exits": {"south": "garden", "down": "cellar", "east": "study"},
        "things": [],
    },
    "study": {
        "text": "Shelves full of books. Something rustles behind them. The hall is to the west.",
        "exits": {"west": "hall"},
        "things": ["key", "matches"],
    },
    "cellar": {
        "text": "A cold cellar with an iron chest. The stairs lead up.",
        "exits": {"up": "hall"},
        "things": ["chest"],
        "dark": True,
    },
}

SCRIPT = """look
take lamp
north
down
take chest
up
east
take key
take matches
dance
light lamp
west
down
take chest
open chest
take crown
inventory
up
south
drop crown"""


class Game:
    def __init__(self):
        self.here = "garden"
        self.carried = []
        self.lit = False
        self.chest_open = False
        self.moves = 0
        self.won = False

    def can_see(self):
        return self.lit or not ROOMS[self.here].get("dark")

    def things_here(self):
        return ROOMS[self.here]["things"]

    def do_look(self, thing):
        if not self.can_see():
            return "It is pitch dark. You hear water dripping."
        text = ROOMS[self.here]["text"]
        if self.things_here():
            text += " You see: " + ", ".join(sorted(self.things_here())) + "."
        return text

    def do_go(self, direction):
        exits = ROOMS[self.here]["exits"]
        if direction not in exits:
            return "You can't go that way."
        self.here = exits[direction]
        return self.do_look("")

    def do_take(self, thing):
        if not self.can_see() or thing not in self.things_here():
            return "There is no " + thing + " to take."
        if thing == "chest":
            return "The chest is far too heavy."
        self.things_here().remove(thing)
        self.carried.append(thing)
        return "Taken."

    def do_drop(self, thing):
        if thing not in self.carried:
            return "You don't have that."
        self.carried.remove(thing)
        self.things_here().append(thing)
        if thing == "crown" and self.here == "garden":
            self.won = True
            return "The crown glitters in the sun. You have won!"
        return "Dropped."

    def do_light(self, thing):
        if thing != "lamp" or "lamp" not in self.carried:
            return "Light what?"
        if "matches" not in self.carried:
            return "You have nothing to light it with."
        self.lit = True
        return "The lamp burns brightly."

    def do_open(self, thing):
        if thing != "chest" or self.here != "cellar" or not self.can_see():
            return "You can't open that."
        if "key" not in self.carried:
            return "It is locked."
        if self.chest_open:
            return "It is open already."
        self.chest_open = True
        self.things_here().append("crown")
        return "The key turns. In the chest lies a crown."

    def do_inventory(self, thing):
        return "You carry: " + (", ".join(sorted(self.carried)) or "nothing") + "."

    def do_help(self, thing):
        verbs = [name[3:] for name in dir(self) if name.startswith("do_")]
        return "I know: " + ", ".join(sorted(verbs)) + " and directions."

    def answer(self, line):
        """What the game says to one line of the player's."""
        words = line.lower().split()
        if not words:
            return "Say something."
        self.moves += 1
        verb = words[0]
        thing = words[1] if len(words) > 1 else ""
        if verb in ("north", "south", "east", "west", "up", "down"):
            return self.do_go(verb)
        method = getattr(self, "do_" + verb, None)
        if method is None:
            return "I don't know how to " + verb + "."
        return method(thing)


def in_terminal():
    try:
        return sys.stdin.isatty()
    except AttributeError:
        return False


def typed_lines():
    while True:
        try:
            yield input("> ")
        except EOFError:
            return


def scripted_lines():
    for line in SCRIPT.split("\n"):
        print("> " + line)
        yield line


def play(lines):
    game = Game()
    print("THE CROWN IN THE CELLAR (type help for help)")
    print(game.do_look(""))
    for line in lines:
        if line == "quit":
            break
        print(game.answer(line))
        if game.won:
            break
    print("You made %d moves." % game.moves)


play(typed_lines() if in_terminal() else scripted_lines())
