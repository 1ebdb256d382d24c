import { verdict } from "../../widgets/agreement.js";
import { make } from "../../widgets/elements.js";

/** The student's functions: which there are, where they stand, and how their checks went. */
export const panel = {
  id: "functions",
  title: "Functions",
  create({ course, address }) {
    const rows = new Map();
    const element = make("div", { class: "functions" }, ...introduction(course),
      ...course.lessons.map((lesson) => lessonTable(lesson, rows)));
    let marked = null;

    /** Marks the exercise that another panel, or a link, leads to. */
    const show = () => {
      marked?.classList.remove("is-wanted");
      marked = rows.get(address.get("exercise")) ?? null;
      if (!marked) return;
      marked.classList.add("is-wanted");
      marked.focus({ preventScroll: true });
      marked.scrollIntoView({ block: "center" });
    };
    return { element, show, hide: () => address.set("exercise", null) };
  },
};

const states = {
  right: () => verdict(true, "passes its checks"),
  wrong: () => verdict(false, "does not pass"),
  open: () => verdict(null, "○ not written yet"),
  unknown: () => verdict(null, "? not checked yet"),
};

function introduction(course) {
  const isReference = course.tree === "solutions";
  const exercises = [...course.exercises.values()];
  const passing = exercises.filter(({ state }) => state === "right").length;
  const command = isReference ? "swift run course-check playground --tree solutions" : "swift run course-check playground";
  return [
    make("p", {}, isReference
      ? "Every number on this page was computed by the course's own solutions, not by a student's work"
      : "Every number on this page was computed by the functions in your Lessons folder",
    course.made ? `, as they stood on ${course.made}. ` : ". ",
    `${passing} of ${exercises.length} exercises pass their checks.`),
    make("p", {}, "The page does not change when you edit a file. To make it again: ", make("code", {}, command)),
  ];
}

function lessonTable({ number, title, file, exercises }, rows) {
  const head = ["Exercise, and where it stands", "Its checks"].map((name) => make("th", { scope: "col" }, name));
  const body = exercises.flatMap((exercise) => {
    const { report, state, place } = exercise;
    const row = make("tr", { id: `exercise-${exercise.id}`, tabindex: -1 },
      make("th", { scope: "row" }, `${exercise.id} ${exercise.name}`,
        make("div", { class: "hint" }, ...breakable(place ?? file ?? ""))),
      make("td", {}, (states[state] ?? states.unknown)()));
    rows.set(exercise.id, row);
    return [row, report && state !== "open" ? make("tr", {}, make("td", { colspan: 2 }, make("pre", {}, report))) : null];
  });
  return make("section", {}, make("table", { class: "wide" },
    make("caption", {}, `Lesson ${number} · ${title}`), make("thead", {}, make("tr", {}, ...head)),
    make("tbody", {}, ...body.filter((row) => row))));
}

/** A path that may go on in the next line after each slash. */
function breakable(path) { return path.split(/(?<=\/)/).flatMap((part) => [part, make("wbr")]); }
