"""Asks the addresses of other sites whether they still answer; the network's moods fail nobody's change.

linkchecker is not used for this: it keeps nothing from one run to the next, takes “429 Too Many
Requests” for an answer, and never asks a second time.
"""
