"""Martin Richards' simulation of an operating system kernel: small methods on many objects.

Six tasks (an idler, a worker, two handlers, two devices) pass packets to each other through
queues; a kernel runs the task of highest priority that is not held or waiting.
"""
import sys

SIZE = 35000
SMALL = 200

IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = range(6)
DEVICE_PACKET, WORK_PACKET = range(2)
LETTERS_PER_PACKET = 4


class Packet:
    def __init__(self, link, task_id, kind):
        self.link = link
        self.task_id = task_id
        self.kind = kind
        self.position = 0
        self.letters = [0] * LETTERS_PER_PACKET


def put_last(queue, packet):
    """Appends `packet` to the linked list `queue`; the new head."""
    packet.link = None
    if queue is None:
        return packet
    last = queue
    while last.link is not None:
        last = last.link
    last.link = packet
    return queue


class Task:
    def __init__(self, kernel, task_id, priority, queue):
        self.kernel = kernel
        self.task_id = task_id
        self.priority = priority
        self.queue = queue
        self.held = False
        self.waiting = False
        self.has_packet = queue is not None
        self.next = None
        kernel.add(self)

    def cannot_run(self):
        return self.held or (self.waiting and not self.has_packet)

    def start_waiting(self):
        self.waiting = True
        return self

    def step(self):
        """Runs the task once, with the packet it waited for if there is one."""
        packet = None
        if self.waiting and self.has_packet:
            packet = self.queue
            self.queue = packet.link
            self.waiting = False
            self.has_packet = self.queue is not None
        return self.work(packet)

    def receive(self, packet, sender):
        if self.queue is None:
            self.queue = packet
            self.has_packet = True
            if self.priority > sender.priority:
                return self
        else:
            put_last(self.queue, packet)
        return sender


class Idler(Task):
    def __init__(self, kernel, turns):
        Task.__init__(self, kernel, IDLE, 0, None)
        self.turns = turns
        self.control = 1

    def work(self, packet):
        self.turns -= 1
        if self.turns == 0:
            return self.kernel.hold()
        if self.control & 1:
            self.control = self.control >> 1 ^ 0xD008
            return self.kernel.release(DEVICE_B)
        self.control >>= 1
        return self.kernel.release(DEVICE_A)


class Worker(Task):
    def __init__(self, kernel, queue):
        Task.__init__(self, kernel, WORKER, 1000, queue)
        self.start_waiting()
        self.destination = HANDLER_A
        self.letter = 0

    def work(self, packet):
        if packet is None:
            return self.start_waiting()
        self.destination = HANDLER_B if self.destination == HANDLER_A else HANDLER_A
        packet.task_id = self.destination
        packet.position = 0
        for i in range(LETTERS_PER_PACKET):
            self.letter = self.letter + 1 if self.letter < 26 else 1
            packet.letters[i] = 64 + self.letter
        return self.kernel.send(packet)


class Handler(Task):
    def __init__(self, kernel, task_id, priority, queue):
        Task.__init__(self, kernel, task_id, priority, queue)
        self.start_waiting()
        self.work_packets = None
        self.device_packets = None

    def work(self, packet):
        if packet is not None:
            if packet.kind == WORK_PACKET:
                self.work_packets = put_last(self.work_packets, packet)
            else:
                self.device_packets = put_last(self.device_packets, packet)
        work = self.work_packets
        if work is None:
            return self.start_waiting()
        if work.position >= LETTERS_PER_PACKET:
            self.work_packets = work.link
            return self.kernel.send(work)
        device = self.device_packets
        if device is None:
            return self.start_waiting()
        self.device_packets = device.link
        device.position = work.letters[work.position]
        work.position += 1
        return self.kernel.send(device)


class Device(Task):
    def __init__(self, kernel, task_id, priority):
        Task.__init__(self, kernel, task_id, priority, None)
        self.start_waiting()
        self.pending = None

    def work(self, packet):
        if packet is None:
            packet = self.pending
            if packet is None:
                return self.start_waiting()
            self.pending = None
            return self.kernel.send(packet)
        self.pending = packet
        return self.kernel.hold()


class Kernel:
    def __init__(self):
        self.first = None
        self.by_id = [None] * 6
        self.current = None
        self.held_count = 0
        self.sent_count = 0

    def add(self, task):
        task.next = self.first
        self.first = task
        self.by_id[task.task_id] = task

    def hold(self):
        self.held_count += 1
        self.current.held = True
        return self.current.next

    def release(self, task_id):
        task = self.by_id[task_id]
        task.held = False
        return task if task.priority > self.current.priority else self.current

    def send(self, packet):
        receiver = self.by_id[packet.task_id]
        self.sent_count += 1
        packet.link = None
        packet.task_id = self.current.task_id
        return receiver.receive(packet, self.current)

    def run(self):
        task = self.first
        while task is not None:
            self.current = task
            if task.cannot_run():
                task = task.next
            else:
                task = task.step()


def run(size):
    kernel = Kernel()
    Idler(kernel, size)
    work = Packet(Packet(None, WORKER, WORK_PACKET), WORKER, WORK_PACKET)
    Worker(kernel, work)
    for handler, device, priority in ((HANDLER_A, DEVICE_A, 2000), (HANDLER_B, DEVICE_B, 3000)):
        packets = None
        for _ in range(3):
            packets = Packet(packets, device, DEVICE_PACKET)
        Handler(kernel, handler, priority, packets)
    Device(kernel, DEVICE_A, 4000)
    Device(kernel, DEVICE_B, 5000)
    kernel.run()
    return (kernel.held_count, kernel.sent_count)


if __name__ == "__main__":
    print(run(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE))
