// What is known about the course and its trainings: course-check writes it into the page.

/** The lessons with their exercises, and what can be chosen for a training. */
export const description = JSON.parse(document.getElementById("course").textContent);
