// How comparisons are shown.

import { parameterName } from "../../engine/network.js";
import { verdict } from "../../widgets/agreement.js";
import { make } from "../../widgets/elements.js";
import { button } from "../../widgets/inputs.js";
import { grouped, significant } from "../../widgets/numbers.js";

/** The numbers of one comparison, and what they mean; `lessons` are those that computed the gradient. */
export function numbersOf(result, h, lessons) {
  const { analytic, numeric, error, agrees, hasKink } = result;
  const known = { analytic: !result.hasNoAnalytic, numeric: !result.hasNoNumeric };
  const isComplete = known.analytic && known.numeric;
  const row = (name, content) => [make("dt", {}, name), make("dd", {}, content)];
  return make("div", {},
    make("dl", { class: "pairs" },
      ...row(`analytic, by your ${lessons}`, known.analytic ? significant(analytic, 9) : "–"),
      ...row("numeric, by differences of your loss", known.numeric ? significant(numeric, 9) : "–"),
      ...row("relative error", isComplete ? significant(error, 3) : "–"),
      ...row("", isComplete
        ? verdict(agrees, agrees ? "they agree" : "they do not agree") : verdict(null, "nothing to compare"))),
    isComplete && !agrees ? make("p", { class: "hint" }, why(hasKink, h)) : null);
}

function why(hasKink, h) {
  if (hasKink) {
    return "It may come from a kink: a ReLU changes from 0 to its slope within h of this weight, so the slopes to either side "
      + "differ. Try a smaller h, or another weight.";
  }
  const advice = "try 1e-5 before you doubt your formula.";
  if (h >= 1e-3) return `With so large an h the difference itself is off by about h²: ${advice}`;
  if (h <= 1e-7) return `With so small an h rounding spoils the difference: ${advice}`;
  return "No kink explains it: look for the mistake in the lesson that this gradient comes from.";
}

/** What came out of comparing all parameters: how many agree, and the worst ones to look at. */
export function summaryOf(results, sizes, choose) {
  const wrong = results.filter(({ agrees }) => !agrees);
  const kinks = wrong.filter(({ hasKink }) => hasKink).length;
  const sentence = wrong.length === 0
    ? `All ${grouped(results.length)} gradients agree.`
    : `${grouped(wrong.length)} of ${grouped(results.length)} gradients do not agree.`;
  const heads = ["parameter", "analytic", "numeric", "relative error", ""].map((name) => make("th", { scope: "col" }, name));
  const rows = results.slice(0, 12).map((result) => {
    const { place, analytic, numeric, error, agrees, hasKink } = result;
    const name = parameterName(sizes, place);
    return make("tr", {},
      make("th", { scope: "row" }, button(name, () => choose(place), { "aria-label": `Look at ${name}` })),
      ...[significant(analytic, 4), significant(numeric, 4), significant(error, 2)].map((text) => make("td", {}, text)),
      make("td", {}, verdict(agrees, agrees ? "agree" : hasKink ? "a kink?" : "not")));
  });
  return make("div", {},
    make("p", { class: "sums" }, verdict(wrong.length === 0, sentence),
      kinks ? ` Of the worst ones ${grouped(kinks)} may come from a kink of ReLU: with tanh there is none.` : ""),
    make("div", { class: "scrolls", tabindex: 0, role: "region", "aria-label": "The worst ones" },
      make("table", { class: "counts" }, make("caption", {}, "The worst ones"), make("thead", {}, make("tr", {}, ...heads)),
        make("tbody", {}, ...rows))));
}
