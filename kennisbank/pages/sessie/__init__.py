"""The planner of a session."""
