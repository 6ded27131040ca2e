"""What can be set: the method's constants and the user's preferences."""
