"""Where the packaged program begins: the console program, or with `-m` one of its own children."""

import runpy
import sys

from desktop.cli import main

if __name__ == "__main__":
    if sys.argv[1:2] == ["-m"]:  # scanners and PDFs are handled by children, which are started as Python starts modules
        module = sys.argv[2]
        sys.argv = sys.argv[2:]
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    else:
        sys.exit(main())
