"""The trainings of the Lab's experiments in NumPy, written from the course's conventions alone."""
