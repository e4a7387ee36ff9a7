"""What is wrong with what somebody is writing, on the page that shows it."""
