"""The commands of `motcua`, one module each with `arguments(parser)` and `run(options) -> exit code`."""
