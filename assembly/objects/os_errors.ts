// errno: numbers, names, messages and exception classes of the operating system's errors, in one
// table.
//
// The numbers are Linux's, as on MicroPython's Unix port.
import { Value, RAISED, smallIntNew } from "../core/value";
import {
  OSError, BlockingIOError, BrokenPipeError, ChildProcessError, ConnectionAbortedError,
  ConnectionRefusedError,
  ConnectionResetError, FileExistsError, FileNotFoundError, InterruptedError, IsADirectoryError,
  NotADirectoryError,
  PermissionError, ProcessLookupError, TimeoutError,
} from "./errors";
import { strLiteral } from "./str";
import { textNew } from "./text";
import { tupleOf2 } from "./tuple";

/** A line for each: number, letter of the class (classOf), name, `:`, message. One literal: each
 *  takes room of its own. Sorted by number. */
const ROWS: string = `1pEPERM:Operation not permitted
2fENOENT:No such file or directory
3lESRCH:No such process
4iEINTR:Interrupted system call
5.EIO:Input/output error
9.EBADF:Bad file descriptor
10cECHILD:No child processes
11bEAGAIN:Resource temporarily unavailable
12.ENOMEM:Cannot allocate memory
13pEACCES:Permission denied
16.EBUSY:Device or resource busy
17eEEXIST:File exists
18.EXDEV:Invalid cross-device link
19.ENODEV:No such device
20nENOTDIR:Not a directory
21dEISDIR:Is a directory
22.EINVAL:Invalid argument
24.EMFILE:Too many open files
27.EFBIG:File too large
28.ENOSPC:No space left on device
29.ESPIPE:Illegal seek
30.EROFS:Read-only file system
32kEPIPE:Broken pipe
36.ENAMETOOLONG:File name too long
38.ENOSYS:Function not implemented
39.ENOTEMPTY:Directory not empty
95.EOPNOTSUPP:Operation not supported
98.EADDRINUSE:Address already in use
103aECONNABORTED:Software caused connection abort
104rECONNRESET:Connection reset by peer
105.ENOBUFS:No buffer space available
107.ENOTCONN:Transport endpoint is not connected
110tETIMEDOUT:Connection timed out
111qECONNREFUSED:Connection refused
113.EHOSTUNREACH:No route to host
114bEALREADY:Operation already in progress
115bEINPROGRESS:Operation now in progress
`;
function classOf(letter: i32): usize {
  switch (letter) {
    case 112: return PermissionError;
    case 102: return FileNotFoundError;
    case 108: return ProcessLookupError;
    case 105: return InterruptedError;
    case 99: return ChildProcessError;
    case 98: return BlockingIOError;
    case 101: return FileExistsError;
    case 110: return NotADirectoryError;
    case 100: return IsADirectoryError;
    case 107: return BrokenPipeError;
    case 97: return ConnectionAbortedError;
    case 114: return ConnectionResetError;
    case 116: return TimeoutError;
    case 113: return ConnectionRefusedError;
    default: return OSError;
  }
}

/** The row that nextErrno came to last: its number, and where its name and message begin. */
export let rowErrno: i32 = 0;
let rowName: i32 = 0;
let rowMessage: i32 = 0;
/** Reads the row at `at` in the table; 0: the first. Returns where the next one begins; -1: there
 *  is none at `at`. */
export function nextErrno(at: i32): i32 {
  if (at >= ROWS.length) return -1;
  rowErrno = 0;
  let c = ROWS.charCodeAt(at);
  for (; c - 48 < 10 && c >= 48; c = ROWS.charCodeAt(++at)) rowErrno = rowErrno * 10 + c - 48;
  rowName = at + 1;
  while (ROWS.charCodeAt(at) != 58) at++;
  rowMessage = at + 1;
  while (ROWS.charCodeAt(at) != 10) at++;
  return at + 1;
}
/** The name of that row's error. Raises MemoryError. */
export function errnoName(): Value { return textUntil(rowName, 58); }
/** The table's text from `at` up to a character. Raises MemoryError. */
function textUntil(at: i32, end: i32): Value {
  const t = textNew();
  for (let c = ROWS.charCodeAt(at); c != end; c = ROWS.charCodeAt(++at)) t.byte(c);
  return t.finish();
}
/** Finds the row of a number. */
function findErrno(errno: i32): bool {
  let at = 0;
  do at = nextErrno(at); while (at >= 0 && rowErrno < errno);
  return at >= 0 && rowErrno == errno;
}
/** The class that OSError(errno, ...) makes. */
export function osErrorType(errno: i32): usize {
  return findErrno(errno) ? classOf(ROWS.charCodeAt(rowName - 1)) : OSError;
}
/** (errno, message), the arguments of an OSError. Raises MemoryError. */
export function osErrorArgs(errno: i32): Value {
  const message = findErrno(errno) ? textUntil(rowMessage, 10) : strLiteral("Unknown error");
  return message == RAISED ? RAISED : tupleOf2(smallIntNew(errno), message);
}
