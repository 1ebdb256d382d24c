// How a network learns, as the session and the lists of exercises want to know it.

import { chosenOptimizer } from "./optimizers.js";

/** The plan of settings: what only the other kind of network has stays chosen for it, but is left out here. */
export function planOf(settings) {
  const { network, hiddenUnits, activation, learningRate, batchSize, lambda, weightDecay, dropout, patience } = settings;
  const own = network === "layers"
    ? { hidden: "relu", lambda: 0, weightDecay, dropout } : { hidden: activation, lambda, weightDecay: 0, dropout: 0 };
  return {
    network, hasHiddenLayers: hiddenUnits.length > 0, ...own, learningRate, batchSize, patience,
    optimizer: chosenOptimizer(settings),
  };
}
