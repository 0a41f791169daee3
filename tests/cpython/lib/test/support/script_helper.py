# test.support.script_helper: no processes.
import unittest


def _skip(*arguments, **named):
    raise unittest.SkipTest("processes")


assert_python_ok = assert_python_failure = spawn_python = kill_python = make_script = _skip
make_pkg = make_zip_script = make_zip_pkg = run_python_until_end = run_test_script = _skip
interpreter_requires_environment = _skip
