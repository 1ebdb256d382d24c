// The panels of the page in the order of their tabs.

import { panel as activations } from "./panels/activations/panel.js";
import { panel as architecture } from "./panels/architecture/panel.js";
import { panel as digits } from "./panels/digits/panel.js";
import { panel as functions } from "./panels/functions/panel.js";
import { panel as gradientCheck } from "./panels/gradient-check/panel.js";
import { panel as hiddenSpace } from "./panels/hidden-space/panel.js";
import { panel as initialisation } from "./panels/initialisation/panel.js";
import { panel as optimizers } from "./panels/optimizers/panel.js";
import { panel as train } from "./train/panel.js";

/** All panels: {id, title, create(context)}. */
export const panels = [train, hiddenSpace, architecture, activations, initialisation, gradientCheck, optimizers, digits, functions];
