"""Facts onto paper: forms as PDF, codes on them, printers and the spool that outlives a dead one."""
