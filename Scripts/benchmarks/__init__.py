"""What Scripts/benchmark measures, a file for each question."""
