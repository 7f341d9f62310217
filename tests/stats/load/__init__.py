"""The loader, as a process of its own against files of a small league and of the reference data."""
