"""A played consultation day: simulated people and officers on the real system."""
