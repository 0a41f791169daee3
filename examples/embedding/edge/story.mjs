// A story: an ordinary Python program that asks with input(). It knows nothing of requests.
export default `class Room:
    def __init__(self, text, **doors):
        self.text = text
        self.doors = doors


rooms = {
    "hall": Room("A hall of stone.", north="library", east="kitchen"),
    "library": Room("Shelves up to the ceiling. Something is scratched into the floor.", south="hall"),
    "kitchen": Room("A kitchen, long cold.", west="hall"),
}


def walk():
    """Walks until the visitor quits; gives the names of the rooms that were seen."""
    here = "hall"
    seen = []
    while True:
        if here not in seen:
            seen.append(here)
        room = rooms[here]
        print(room.text, "Doors:", ", ".join(sorted(room.doors)) + ".")
        word = input("> ").strip().lower()
        if word == "quit":
            return seen
        if word == "look":
            print("You have been in", len(seen), "of", len(rooms), "rooms.")
        elif word in room.doors:
            here = room.doors[word]
        else:
            print("There is no door", repr(word) + ".")


name = input("Who are you? ")
rooms_seen = walk()
print("Farewell,", name + ".", "You saw:", ", ".join(rooms_seen) + ".")
`;
