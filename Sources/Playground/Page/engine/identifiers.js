// Exercises are named by the lesson and their place in it: 4.10 is the tenth exercise of lesson 4, and no decimal number.

/** The lesson of an exercise, and its number in it: [4, 10] for `4.10`. */
export function partsOf(exercise) { return exercise.split(".").map(Number); }

/** Sorts exercises by lesson, then by number: 4.9 stands before 4.10, and 9.1 before 10.1. */
export function inOrder(first, second) {
  const [[lesson, number], [otherLesson, otherNumber]] = [partsOf(first), partsOf(second)];
  return lesson - otherLesson || number - otherNumber;
}
