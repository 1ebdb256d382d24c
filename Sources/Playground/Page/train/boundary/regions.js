// What a network of layers says over the plane: at each place the likeliest class, and how likely it is.

import { channels } from "../../widgets/colours.js";

/** How strong a class's colour is where it is only just the likeliest, and where it is certain. */
const [faintest, strongest] = [0.12, 0.6];

/**
 * The likeliest class at a place, the first of equals; -1 where there is no number.
 * @param {ArrayLike<number>} values the probabilities [places, classes], row by row; of a binary network [places, 1]
 * @param {number} classCount how many stand in a row
 * @param {number} place
 */
export function likeliest(values, classCount, place) {
  const start = place * classCount;
  if (classCount === 1) return Number.isFinite(values[start]) ? Number(values[start] > 0.5) : -1;
  let best = 0;
  for (let label = 0; label < classCount; label += 1) {
    if (!Number.isFinite(values[start + label])) return -1;
    if (values[start + label] > values[start + best]) best = label;
  }
  return best;
}

/**
 * Paints the places of a picture: each in the colour of its likeliest class, the stronger the likelier it is.
 * @param {Uint32Array} pixels [places]
 * @param {ArrayLike<number>} values [places, classes]
 * @param {number} classCount
 * @param {{paper: string, classes: string[]}} colours
 */
export function paintRegions(pixels, values, classCount, { paper, classes }) {
  const from = channels(paper);
  const to = classes.map(channels);
  for (let place = 0; place < pixels.length; place += 1) {
    const label = likeliest(values, classCount, place);
    if (label < 0) {
      pixels[place] = 0;
      continue;
    }
    // The likeliest of K classes has at least 1/K.
    const share = (values[place * classCount + label] * classCount - 1) / (classCount - 1);
    const strength = faintest + (strongest - faintest) * Math.min(1, Math.max(0, share));
    const [red, green, blue] = from.map((channel, index) => Math.round(channel + strength * (to[label][index] - channel)));
    pixels[place] = (255 << 24) | (blue << 16) | (green << 8) | red;
  }
}

/** By how much a class is likelier than each of the others, at each of so many places: 0 on the line where that ends. */
export function lead(values, classCount, label, places) {
  return Float64Array.from({ length: places }, (_, place) => {
    let most = -Infinity;
    for (let other = 0; other < classCount; other += 1) {
      if (other !== label) most = Math.max(most, values[place * classCount + other]);
    }
    return values[place * classCount + label] - most;
  });
}
