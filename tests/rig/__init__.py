"""A rig for killing the service: see README.md beside this file."""
