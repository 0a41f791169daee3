"""A scheduler of events: generators as tasks, a heap as the calendar, and no waiting at all.

A task yields how long it wants to sleep, or a Channel to receive from. The clock jumps from event
to event. Here a kitchen: orders come in, two cooks prepare them, a waiter carries them out.
"""
import heapq


class Channel:
    """Where tasks leave things for each other."""

    def __init__(self):
        self.things = []
        self.waiting = []


class Scheduler:
    def __init__(self):
        self.now = 0
        self.order = 0
        self.events = []
        self.steps = 0

    def at(self, time, task, value=None):
        """Continues `task` at `time`; events of one time keep their order."""
        self.order += 1
        heapq.heappush(self.events, (time, self.order, task, value))

    def put(self, channel, thing):
        if channel.waiting:
            self.at(self.now, channel.waiting.pop(0), thing)
        else:
            channel.things.append(thing)

    def run(self):
        while self.events:
            self.now, _, task, value = heapq.heappop(self.events)
            self.steps += 1
            try:
                wish = task.send(value)
            except StopIteration:
                continue
            if isinstance(wish, Channel):
                if wish.things:
                    self.at(self.now, task, wish.things.pop(0))
                else:
                    wish.waiting.append(task)
            else:
                self.at(self.now + wish, task)


scheduler = Scheduler()
orders = Channel()
dishes = Channel()
served = []

MINUTES = {"soup": 4, "salad": 3, "pie": 9, "tea": 1}


def say(who, what):
    print("%3d  %-7s %s" % (scheduler.now, who, what))


def guests():
    for pause, dish in ((0, "soup"), (1, "pie"), (1, "tea"), (5, "salad"), (0, "pie"), (2, "tea")):
        yield pause
        say("guest", "orders " + dish)
        scheduler.put(orders, (scheduler.now, dish))


def cook(name):
    while True:
        ordered, dish = yield orders
        say(name, "begins " + dish)
        yield MINUTES[dish]
        say(name, "finishes " + dish)
        scheduler.put(dishes, (ordered, dish))


def waiter():
    while True:
        ordered, dish = yield dishes
        yield 2
        say("waiter", "serves %s after %d minutes" % (dish, scheduler.now - ordered))
        served.append((scheduler.now - ordered, dish))


for task in (guests(), cook("Ada"), cook("Grace"), waiter()):
    scheduler.at(0, task)
scheduler.run()

waits = [minutes for minutes, _ in served]
print("served %d dishes in %d minutes and %d steps" % (len(served), scheduler.now, scheduler.steps))
print("mean wait %.2f, longest %d (%s)" % (sum(waits) / len(waits), max(served)[0], max(served)[1]))
