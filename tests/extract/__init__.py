"""Tests of the extraction grammar."""
