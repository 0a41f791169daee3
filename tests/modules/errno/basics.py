# Names and numbers of errors.
import errno
print(errno.ENOENT, errno.EEXIST, errno.EACCES, errno.EINVAL, errno.EIO, errno.EBADF, errno.EAGAIN,
      errno.EISDIR, errno.EPERM, errno.ENOMEM, errno.ENODEV)  # expect: 2 17 13 22 5 9 11 21 1 12 19
print(errno.errorcode[errno.ENOENT], errno.errorcode[errno.EINVAL], type(errno.ETIMEDOUT).__name__,
      errno.ECONNREFUSED in errno.errorcode)  # expect: ENOENT EINVAL int True
