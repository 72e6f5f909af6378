"""Shared set-up of the tests: nothing here reaches a network."""
