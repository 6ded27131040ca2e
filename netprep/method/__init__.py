"""The method as pure functions: what the log shows, what may be asked, what is due.

Every function takes what it needs as arguments, the instant among them. Nothing here reads a file,
a clock or the network, so the same notebook always gives the same answer. Struck entries never
count, nor do entries dated after the day asked about.
"""
