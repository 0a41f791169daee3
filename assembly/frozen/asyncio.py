# asyncio: tasks that take turns, driven by one event loop. The loop waits by select._wait, which suspends the program:
# timers, input and promises of the host go on meanwhile, and nothing here blocks a page.
# Several programs of the host may share this module, each running the loop; a program that runs by fuel or in slices may be
# put aside at any call or jump back. So whoever gives tasks their turns claims that (_claim), and queues stay whole between
# any two calls.
# Behaviour: docs.micropython.org/en/latest/library/asyncio.html; what CPython prints, where both have a thing.
import sys
from heapq import heapify, heappop, heappush
from select import POLLIN, POLLOUT, poll, _drop, _program, _settled, _ticks, _unfinished, _wait, _watch

# What the loop's wait may be ended by, besides time: see select.ts.
_HOST = 2
_FOREVER = float("inf")
# Cancelled timers that may lie in a queue before it is made anew.
_STALE_MAX = 64
_EINPROGRESS = 115


class CancelledError(BaseException):
    pass


TimeoutError = TimeoutError


class _Suspend:
    # `await _suspend` gives the turn away; whoever does it has seen to it that the task is queued again.
    def __await__(self):
        if _owner == _program() and cur_task is not None and cur_task.coro is None:
            # A program that awaits outside of all functions: the others have their turns inside of this call.
            _run_others(cur_task)
            return iter(())
        return iter((None,))


_suspend = _Suspend()


class TaskQueue:
    # Tasks by time, equal times in the order of coming. A task is in one queue at most; what is removed stays in the
    # heap as a stale entry until it comes up or there are too many.
    def __init__(self):
        self._heap = []
        self._order = 0
        self._stale = 0

    def push(self, task, key=None):
        # If it is in the queue, it is moved.
        if key is None:
            key = _ticks()
        stale = task._entry is not None
        self._order += 1
        task._entry = entry = (key, self._order, task)
        heappush(self._heap, entry)
        if stale:
            self._count_stale()

    def _first(self):
        # The entry of the task that is next; None: there is none.
        heap = self._heap
        while heap:
            entry = heap[0]
            if entry[2]._entry is entry:
                return entry
            heappop(heap)
            self._stale -= 1
        return None

    def peek(self):
        entry = self._first()
        return None if entry is None else entry[2]

    def pop(self):
        entry = self._first()
        if entry is None:
            raise IndexError("empty heap")
        task = entry[2]
        self.remove(task)
        return task

    def remove(self, task):
        if task._entry is not None:
            task._entry = None
            self._count_stale()

    def _count_stale(self):
        self._stale += 1
        if self._stale > _STALE_MAX and self._stale * 2 > len(self._heap):
            order = self._order
            heap = [entry for entry in self._heap if entry[2]._entry is entry]
            heapify(heap)
            # Not if another program has pushed something meanwhile.
            if self._order == order:
                self._heap = heap
                self._stale = 0


class Task:
    def __init__(self, coro, globals=None):
        self.coro = coro
        # Before the end: the exception to be thrown in at the next turn. After it: the exception that ended it,
        # StopIteration with the result if all went well.
        self.data = None
        # The timer or turn it waits for: an entry of a TaskQueue.
        self._entry = None
        # What else it waits for: a task, or a dict of waiting tasks.
        self._blocker = None
        # Who waits for its end: tasks, or functions to be called.
        self._waiters = {}
        self._done = False
        # Someone has seen the exception.
        self._seen = False
        # Of a program that waits, coro being None: which it is, and whether its turn has come.
        self._program = 0
        self._due = False

    def done(self):
        return self._done

    def cancel(self):
        if self._done:
            return False
        if self is cur_task:
            raise RuntimeError("can't cancel self")
        # The innermost task that this one waits for is stopped; its exception comes back through the others.
        task = self
        while isinstance(task._blocker, Task) and not task._blocker._done:
            task = task._blocker
        task._resume(CancelledError())
        return True

    def _resume(self, exception=None):
        # Its turn comes next, whatever it has been waiting for.
        if isinstance(self._blocker, dict):
            self._blocker.pop(self, None)
        self._blocker = None
        if exception is not None:
            self.data = exception
        _task_queue.push(self)

    def _finish(self, exception):
        self.data = exception
        self._done = True
        waiters = self._waiters
        self._waiters = {}
        for waiter in waiters:
            if isinstance(waiter, Task):
                waiter._resume()
            else:
                waiter(self)
        if waiters or type(exception) is StopIteration or isinstance(exception, CancelledError):
            self._seen = True
        else:
            # One turn is left to whoever wants to wait for it; then the exception handler gets it.
            _task_queue.push(self)

    def _result(self):
        self._seen = True
        if type(self.data) is StopIteration:
            return self.data.value
        raise self.data

    def __await__(self):
        if not self._done:
            if cur_task is self:
                raise RuntimeError("task cannot await itself")
            task = _current()
            self._waiters[task] = None
            task._blocker = self
            try:
                yield from _suspend.__await__()
            finally:
                self._waiters.pop(task, None)
        return self._result()

    __iter__ = __await__


_task_queue = TaskQueue()
# Tasks that wait for an answer of the host: token -> task.
_tokens = {}
# The task that has its turn, and the program of the host that gives turns just now; 0: none does.
cur_task = None
_owner = 0
_stopped = False
# The programs that run the loop. One that was ended from outside stays here until someone looks.
_loops = []
# How long one of several loops waits before it looks what the others did. Unit: ms.
_GLANCE = 2


def ticks():
    return int(_ticks())


def create_task(coro):
    if not hasattr(coro, "send"):
        raise TypeError("coroutine expected")
    task = Task(coro)
    _task_queue.push(task)
    return task


def _as_task(awaitable):
    if isinstance(awaitable, Task):
        return awaitable
    if hasattr(awaitable, "send"):
        return create_task(awaitable)
    if not (hasattr(awaitable, "__await__") or hasattr(awaitable, "__iter__")):
        raise TypeError("coroutine expected")
    return create_task(_await(awaitable))


async def _await(awaitable):
    return await awaitable


def current_task():
    if cur_task is None:
        raise RuntimeError("no running event loop")
    return cur_task


def _claim(program):
    # Only this program gives turns now, once a turn of another that is going on is over (it may wait in the middle of it).
    global cur_task, _owner
    while _owner and _owner != program and _unfinished(_owner):
        _wait(_ticks() + _GLANCE, 0)
    # No call and no jump back from the last look to here.
    _owner = program
    cur_task = None


def _disclaim(task):
    # A program that did not have to wait: the others may go on.
    global cur_task, _owner
    if cur_task is task and task.coro is None:
        cur_task = None
        _owner = 0


def _current():
    # The task that has its turn. A program whose outermost code awaits is one, too, for as long as it waits.
    global cur_task
    program = _program()
    if _owner != program or cur_task is None:
        task = Task(None)
        task._program = program
        _claim(program)
        cur_task = task
    return cur_task


def _run_others(task):
    # Runs the loop until it is the turn of the program that waits as this task.
    global _owner
    task._due = False
    _owner = 0
    try:
        run_until_complete(task)
    finally:
        _task_queue.remove(task)
    exception = task.data
    task.data = None
    if exception is not None:
        raise exception


def _looping():
    # How many loops there are.
    if len(_loops) > 1:
        for program in list(_loops):
            if not _unfinished(program) and program in _loops:
                _loops.remove(program)
    return len(_loops)


async def sleep_ms(t, result=None):
    until = _ticks() + max(0, t)
    _task_queue.push(_current(), until)
    await _suspend
    return result


def sleep(t, result=None):
    return sleep_ms(t * 1000, result)


def _wait_token(token):
    # Until the host has answered; the others go on meanwhile. Who calls this takes the answer.
    _tokens[token] = _current()
    _watch(token)
    try:
        yield from _suspend.__await__()
    except BaseException:
        _tokens.pop(token, None)
        _drop(token)
        raise


class _Streams:
    # Streams that tasks wait for. At most one task waits to read and one to write each.
    def __init__(self):
        self.poller = poll()
        # id of the stream -> [stream, task that reads, task that writes]
        self.waiting = {}

    async def wait(self, stream, index):
        entry = self.waiting.setdefault(id(stream), [stream, None, None])
        if entry[index] is not None:
            raise RuntimeError("another task waits for this stream")
        entry[index] = task = _current()
        try:
            self._register(entry)
            await _suspend
        finally:
            _disclaim(task)
            # If it was cancelled, the stream is not waited for any more.
            if entry[index] is task:
                entry[index] = None
                self._register(entry)

    def _register(self, entry):
        mask = (POLLIN if entry[1] is not None else 0) | (POLLOUT if entry[2] is not None else 0)
        if mask:
            self.poller.register(entry[0], mask)
        elif self.waiting.pop(id(entry[0]), None) is not None and id(entry[0]) in self.poller._entries:
            self.poller.unregister(entry[0])

    def wake(self, until, interests):
        for stream, found in self.poller._until(until, 0, interests):
            entry = self.waiting.get(id(stream))
            if entry is None:
                continue
            # Errors wake whoever waits: reading and writing tell what is wrong.
            for index, quiet in ((1, POLLOUT), (2, POLLIN)):
                task = entry[index]
                if task is not None and found & ~quiet:
                    entry[index] = None
                    task._resume()
            self._register(entry)


_streams = _Streams()


def _wait_until(until):
    # Waits till then, or until a stream or the host has something, and queues the tasks that waited for it.
    if _streams.waiting:
        _streams.wake(until, _HOST)
    else:
        _wait(until, _HOST)
    while _tokens:
        token = _settled()
        if token is None:
            break
        task = _tokens.pop(token, None)
        if task is not None:
            task._resume()


def _is_due():
    # For hosts that run the loop themselves: there are tasks, and nobody gives them their turns.
    return (_task_queue.peek() is not None or bool(_tokens)) and not any([_unfinished(program) for program in _loops])


def _run_background():
    # For the same hosts: until nothing is left that could go on by itself.
    if _is_due():
        run_until_complete(idle=True)


def run_until_complete(main_task=None, idle=False):
    # Until the task is done (its result; its exception is raised) or Loop.stop(). If there is nothing that could go on, it
    # waits for the host: JavaScript may call what ends the wait.
    global cur_task, _owner, _stopped
    program = _program()
    if _owner == program and cur_task is not None and cur_task.coro is not None:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    _stopped = False
    _loops.append(program)
    # Streams and the host have been asked since the last turn.
    looked = False
    try:
        while not _stopped:
            _claim(program)
            if main_task is not None:
                if main_task._due:
                    return None
                if main_task._done:
                    _task_queue.remove(main_task)
                    return main_task._result()
            entry = _task_queue._first()
            until = _FOREVER if entry is None else entry[0]
            if until > _ticks() or not looked and (_tokens or _streams.waiting):
                if idle and entry is None and not _tokens and not _streams.waiting:
                    return None
                _owner = 0
                _wait_until(until if _looping() == 1 else min(until, _ticks() + _GLANCE))
                looked = True
                continue
            looked = False
            task = entry[2]
            _task_queue.remove(task)
            if task.coro is None:
                # A program that waits: it sees this itself. If it was ended meanwhile, nobody does.
                task._due = True
            elif not task._done:
                _turn(task)
            elif not task._seen:
                task._seen = True
                context = {"message": "Task exception wasn't retrieved", "exception": task.data, "future": task}
                Loop.call_exception_handler(context)
    finally:
        _loops.remove(program)
        if _owner == program:
            cur_task = None
            _owner = 0


def _turn(task):
    # Runs a task until it waits again, or to its end.
    global cur_task
    exception = task.data
    task.data = None
    task._blocker = None
    cur_task = task
    try:
        if exception is None:
            task.coro.send(None)
        else:
            task.coro.throw(exception)
    except (Exception, CancelledError) as e:
        task._finish(e)
    except BaseException as e:
        # KeyboardInterrupt, SystemExit: the loop ends, too.
        task._finish(e)
        task._seen = True
        raise
    cur_task = None


def run(coro):
    task = create_task(coro)
    try:
        return run_until_complete(task)
    except BaseException:
        # Interrupted: the task comes to its end by CancelledError, as CPython's does.
        if not task._done:
            task.cancel()
            try:
                run_until_complete(task)
            except (Exception, CancelledError):
                pass
        raise


class Event:
    def __init__(self):
        self._set = False
        self._waiters = {}

    def is_set(self):
        return self._set

    def set(self):
        self._set = True
        for task in list(self._waiters):
            task._resume()

    def clear(self):
        self._set = False

    async def wait(self):
        if not self._set:
            await _wait_in(self._waiters)
        return True


async def _wait_in(waiters):
    # Until someone calls _resume. Who waits longest comes first.
    task = _current()
    waiters[task] = None
    task._blocker = waiters
    try:
        await _suspend
    finally:
        waiters.pop(task, None)


class ThreadSafeFlag:
    # An event for one task that may be set from anywhere: interrupt handlers, scheduled functions.
    def __init__(self):
        self._set = False
        self._task = None

    def set(self):
        self._set = True
        task = self._task
        if task is not None:
            self._task = None
            task._resume()

    def clear(self):
        self._set = False

    async def wait(self):
        if not self._set:
            self._task = _current()
            try:
                await _suspend
            finally:
                self._task = None
        self._set = False


class Lock:
    def __init__(self):
        self._locked = False
        self._waiters = {}
        # The task that the lock was handed to and that has not had its turn yet.
        self._heir = None

    def locked(self):
        # Between release() and the heir's turn it is free, to whoever looks.
        return self._locked and self._heir is None

    async def acquire(self):
        if self._locked:
            task = _current()
            try:
                await _wait_in(self._waiters)
            except CancelledError:
                if self._heir is task:
                    self._heir = None
                    self.release()
                raise
            self._heir = None
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError("Lock not acquired")
        for task in list(self._waiters):
            if task.coro is None and not _unfinished(task._program):
                # A program that was ended while it waited.
                self._waiters.pop(task, None)
                continue
            # The lock stays locked: nobody gets in between.
            self._heir = task
            task._resume()
            return
        self._locked = False

    async def __aenter__(self):
        await self.acquire()
        return self

    async def __aexit__(self, kind, value, traceback):
        self.release()


async def wait_for(aw, timeout):
    if timeout is None:
        return await aw
    return await wait_for_ms(aw, timeout * 1000)


async def wait_for_ms(aw, timeout):
    task = _as_task(aw)
    if timeout is None:
        return await task
    if not task._done:
        gate = {}
        until = _ticks() + max(0, timeout)
        waiter = _current()
        wake = lambda done: waiter._resume()
        task._waiters[wake] = None
        waiter._blocker = gate
        _task_queue.push(waiter, until)
        try:
            await _suspend
        except CancelledError:
            task._waiters.pop(wake, None)
            if task.cancel():
                try:
                    await task
                except CancelledError:
                    pass
            raise
        if not task._done:
            task._waiters.pop(wake, None)
            task.cancel()
            try:
                await task
            except CancelledError:
                pass
            raise TimeoutError
    return task._result()


async def gather(*aws, return_exceptions=False):
    tasks = [_as_task(aw) for aw in aws]
    left = 0
    gate = {}
    waiter = _current()

    def ended(task):
        nonlocal left
        left -= 1
        failed = type(task.data) is not StopIteration
        if left == 0 or failed and not return_exceptions:
            waiter._resume()

    for task in tasks:
        if not task._done:
            if ended not in task._waiters:
                task._waiters[ended] = None
                left += 1
    if left and (return_exceptions or not _first_failed(tasks)):
        waiter._blocker = gate
        try:
            await _suspend
        except CancelledError:
            for task in tasks:
                task._waiters.pop(ended, None)
                task.cancel()
            raise
    else:
        _disclaim(waiter)
    if not return_exceptions:
        failed = _first_failed(tasks)
        if failed is not None:
            for task in tasks:
                task._waiters.pop(ended, None)
            failed._result()
    results = []
    for task in tasks:
        task._seen = True
        results.append(task.data.value if type(task.data) is StopIteration else task.data)
    return results


def _first_failed(tasks):
    for task in tasks:
        if task._done and type(task.data) is not StopIteration:
            return task
    return None


class Stream:
    # A stream that tasks read and write without holding up others.
    def __init__(self, s, e=None):
        self.s = s
        self.e = e or {}
        self.out_buf = b""

    def get_extra_info(self, v):
        return self.e[v]

    def close(self):
        pass

    async def wait_closed(self):
        self.s.close()

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, value, traceback):
        self.close()
        await self.wait_closed()

    async def _take(self, read):
        # What `read` gives once it has something: None means that it has nothing yet.
        while True:
            await _streams.wait(self.s, 1)
            got = read()
            if got is not None:
                return got

    async def read(self, n=-1):
        s = self.s
        if n >= 0:
            return await self._take(lambda: s.read(n))
        whole = None
        while True:
            got = await self._take(s.read)
            whole = got if whole is None else whole + got
            if not got:
                return whole

    async def readinto(self, buf):
        return await self._take(lambda: self.s.readinto(buf))

    async def readexactly(self, n):
        whole = None
        while n:
            got = await self._take(lambda: self.s.read(n))
            if not got:
                raise EOFError
            whole = got if whole is None else whole + got
            n -= len(got)
        return b"" if whole is None else whole

    async def readline(self):
        whole = None
        while True:
            got = await self._take(self.s.readline)
            whole = got if whole is None else whole + got
            if not got or got[-1:] in (b"\n", "\n"):
                return whole

    def write(self, buf):
        # What the stream takes at once is written at once, the rest waits for drain().
        if not self.out_buf:
            taken = self.s.write(buf)
            if taken == len(buf):
                return
            if taken is not None:
                buf = buf[taken:]
        self.out_buf = self.out_buf + buf if self.out_buf else bytes(buf)

    async def drain(self):
        if not self.out_buf:
            return await sleep_ms(0)
        rest = memoryview(self.out_buf)
        self.out_buf = b""
        while rest:
            await _streams.wait(self.s, 2)
            taken = self.s.write(rest)
            if taken is not None:
                rest = rest[taken:]


StreamReader = Stream
StreamWriter = Stream


async def open_connection(host, port, ssl=None, server_hostname=None):
    # Needs a module `socket`, as MicroPython's: Krait itself has none, an embedder may give one.
    import socket
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, 0, socket.SOCK_STREAM)[0]
    s = socket.socket(family, kind, protocol)
    s.setblocking(False)
    try:
        s.connect(address)
    except OSError as e:
        if e.errno != _EINPROGRESS:
            raise
    if ssl:
        s = _context(ssl).wrap_socket(s, server_hostname=server_hostname, do_handshake_on_connect=False)
        s.setblocking(False)
    await _streams.wait(s, 2)
    stream = Stream(s)
    return stream, stream


def _context(ssl):
    if ssl is True:
        import ssl
        return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    return ssl


class Server:
    def close(self):
        self._closing = True
        self._task.cancel()

    async def wait_closed(self):
        await self._task

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, value, traceback):
        self.close()
        await self.wait_closed()

    async def _serve(self, s, callback, ssl):
        self._closing = False
        try:
            while True:
                await _streams.wait(s, 1)
                try:
                    connection, address = s.accept()
                except OSError:
                    # Whoever called has gone.
                    continue
                connection.setblocking(False)
                if ssl:
                    try:
                        connection = ssl.wrap_socket(connection, server_side=True, do_handshake_on_connect=False)
                    except OSError as e:
                        connection.close()
                        sys.print_exception(e, sys.stderr)
                        continue
                    connection.setblocking(False)
                stream = Stream(connection, {"peername": address})
                create_task(callback(stream, stream))
        except CancelledError:
            if not self._closing:
                raise
        finally:
            s.close()


async def start_server(cb, host, port, backlog=5, ssl=None):
    # As open_connection.
    import socket
    address = socket.getaddrinfo(host, port)[0][-1]
    s = socket.socket()
    s.setblocking(False)
    s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    s.bind(address)
    s.listen(backlog)
    server = Server()
    server._task = create_task(server._serve(s, cb, ssl))
    # A server that is closed before its task has had a turn closes its socket all the same.
    await sleep_ms(0)
    return server


class Loop:
    # There is one loop; its methods work with and without an instance.
    _handler = None

    def create_task(coro):
        return create_task(coro)

    def run_forever():
        run_until_complete()

    def run_until_complete(awaitable):
        return run_until_complete(_as_task(awaitable))

    def stop():
        global _stopped
        _stopped = True

    def close():
        pass

    def set_exception_handler(handler):
        Loop._handler = handler

    def get_exception_handler():
        return Loop._handler

    def default_exception_handler(context):
        _report(context)

    def call_exception_handler(context):
        if Loop._handler is None:
            _report(context)
        else:
            Loop._handler(Loop, context)


def _report(context):
    print(context["message"], file=sys.stderr)
    print("future:", context["future"], "coro=", context["future"].coro, file=sys.stderr)
    sys.print_exception(context["exception"], sys.stderr)


def get_event_loop(runq_len=0, waitq_len=0):
    return Loop


def new_event_loop():
    # Forgets all tasks.
    global _task_queue, _streams
    _task_queue = TaskQueue()
    _streams = _Streams()
    _tokens.clear()
    return Loop


# MicroPython's parts of the package are one module here.
__path__ = []
for _name in ("core", "event", "funcs", "lock", "stream"):
    globals()[_name] = sys.modules["asyncio." + _name] = sys.modules[__name__]
