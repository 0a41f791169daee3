// errno: numbers, names, messages and exception classes of the operating system's errors, in one table.
//
// The numbers are Linux's, as on MicroPython's Unix port.
import { Value, RAISED, smallIntNew } from "../core/value";
import {
  OSError, BlockingIOError, BrokenPipeError, ChildProcessError, ConnectionAbortedError, ConnectionRefusedError,
  ConnectionResetError, FileExistsError, FileNotFoundError, InterruptedError, IsADirectoryError, NotADirectoryError,
  PermissionError, ProcessLookupError, TimeoutError,
} from "./errors";
import { strLiteral } from "./str";
import { tupleOf2 } from "./tuple";

/** Called with each row of the table: number, name, message, exception class. */
type Row = (errno: i32, name: string, message: string, type: usize) => void;

let wanted: i32 = 0;
let foundMessage: string = "";
let foundType: usize = 0;
function pick(errno: i32, name: string, message: string, type: usize): void {
  if (errno == wanted) { foundMessage = message; foundType = type; }
}
/** Walks the table. */
export function errnoRows(row: Row): void {
  row(1, "EPERM", "Operation not permitted", PermissionError);
  row(2, "ENOENT", "No such file or directory", FileNotFoundError);
  row(3, "ESRCH", "No such process", ProcessLookupError);
  row(4, "EINTR", "Interrupted system call", InterruptedError);
  row(5, "EIO", "Input/output error", OSError);
  row(9, "EBADF", "Bad file descriptor", OSError);
  row(10, "ECHILD", "No child processes", ChildProcessError);
  row(11, "EAGAIN", "Resource temporarily unavailable", BlockingIOError);
  row(12, "ENOMEM", "Cannot allocate memory", OSError);
  row(13, "EACCES", "Permission denied", PermissionError);
  row(16, "EBUSY", "Device or resource busy", OSError);
  row(17, "EEXIST", "File exists", FileExistsError);
  row(18, "EXDEV", "Invalid cross-device link", OSError);
  row(19, "ENODEV", "No such device", OSError);
  row(20, "ENOTDIR", "Not a directory", NotADirectoryError);
  row(21, "EISDIR", "Is a directory", IsADirectoryError);
  row(22, "EINVAL", "Invalid argument", OSError);
  row(24, "EMFILE", "Too many open files", OSError);
  row(27, "EFBIG", "File too large", OSError);
  row(28, "ENOSPC", "No space left on device", OSError);
  row(29, "ESPIPE", "Illegal seek", OSError);
  row(30, "EROFS", "Read-only file system", OSError);
  row(32, "EPIPE", "Broken pipe", BrokenPipeError);
  row(36, "ENAMETOOLONG", "File name too long", OSError);
  row(38, "ENOSYS", "Function not implemented", OSError);
  row(39, "ENOTEMPTY", "Directory not empty", OSError);
  row(95, "EOPNOTSUPP", "Operation not supported", OSError);
  row(98, "EADDRINUSE", "Address already in use", OSError);
  row(103, "ECONNABORTED", "Software caused connection abort", ConnectionAbortedError);
  row(104, "ECONNRESET", "Connection reset by peer", ConnectionResetError);
  row(105, "ENOBUFS", "No buffer space available", OSError);
  row(107, "ENOTCONN", "Transport endpoint is not connected", OSError);
  row(110, "ETIMEDOUT", "Connection timed out", TimeoutError);
  row(111, "ECONNREFUSED", "Connection refused", ConnectionRefusedError);
  row(113, "EHOSTUNREACH", "No route to host", OSError);
  row(114, "EALREADY", "Operation already in progress", BlockingIOError);
  row(115, "EINPROGRESS", "Operation now in progress", BlockingIOError);
}
/** The class that OSError(errno, ...) makes. */
export function osErrorType(errno: i32): usize {
  wanted = errno;
  foundType = OSError;
  errnoRows(pick);
  return foundType;
}
/** (errno, message), the arguments of an OSError. Raises MemoryError. */
export function osErrorArgs(errno: i32): Value {
  wanted = errno;
  foundMessage = "Unknown error";
  errnoRows(pick);
  const message = strLiteral(foundMessage);
  return message == RAISED ? RAISED : tupleOf2(smallIntNew(errno), message);
}
