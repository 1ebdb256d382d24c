/// What `course-check --help` prints.
enum HelpText {
  static let text = """
    course-check says which exercises are right, and what is wrong with the others.

    learn
      swift run course-check                 every lesson, a line for each exercise
      swift run course-check lesson4         one lesson; also: 4, backward
      swift run course-check 4.3             one exercise
      swift run course-check hint 4.3        the next hint for an exercise (three steps)

    try (each with --help)
      swift run course-check train           train your network; see how it learns
      swift run course-check predict         ask a trained network about a table
      swift run course-check experiment      rerun the experiments of the course's documents
      swift run course-check plot            draw what your functions compute

    options
      --isolate        check this lesson on the reference solutions of the lessons below
      --step N         with hint: show step 1, 2 or 3 again
      --ascii          plain ASCII output
      --help           this text

    teach
      --tree solutions     check the reference solutions instead of Lessons/;
                           COURSE_TREE=solutions does the same; goes with every command

    exit status
      0 all pass · 1 some check fails or is not started · 2 wrong usage
      3 the lesson does not compile · 4 the kit itself failed

    """
}
