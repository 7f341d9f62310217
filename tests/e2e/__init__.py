"""The whole service as its user runs it: a process, real sockets, signals."""
