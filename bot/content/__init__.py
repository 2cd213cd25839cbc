"""The content owner's day: edit the call's data, check, release."""
