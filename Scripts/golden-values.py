#!/usr/bin/env python3
"""Computes, with PyTorch in float64, the values that the judge's oracle is tested against.

It writes Tests/CourseTests/Golden/GoldenValues.swift, which is committed: the tests need no Python. Run it again only
when a quantity is added; the numbers follow from what stands in this file and come out the same each time.

    python3 -m venv /tmp/golden
    /tmp/golden/bin/pip install torch numpy
    /tmp/golden/bin/python Scripts/golden-values.py

Every derivative is taken by autograd from the definition of the loss, never by a formula of the course.
"""

import json
import pathlib
import textwrap

import numpy
import torch

torch.set_default_dtype(torch.float64)

OUTPUT = pathlib.Path(__file__).parent.parent / "Tests/CourseTests/Golden/GoldenValues.swift"
ACTIVATIONS = {"relu": torch.relu, "tanh": torch.tanh, "sigmoid": torch.sigmoid}

# Both signs, 0 (where torch, too, takes 0 for the slope of ReLU) and numbers where a careless formula overflows.
POINTS = [-1000, -40, -5, -2, -0.5, -1e-3, 0, 1e-3, 0.5, 1, 3, 5, 40, 1000]

# Probabilities beside labels: ordinary ones, the clipped ends right and wrong, and one beyond the clipping.
LOSSES = [
    ([0.9, 0.2, 0.6, 0.5], [1, 0, 0, 1]),
    ([0.01, 0.99, 0.3], [1, 0, 1]),
    ([0, 1], [0, 1]),
    ([0, 1, 0.25], [1, 0, 0]),
    ([1e-12, 1 - 1e-12], [1, 0]),
]

LAYER_SIZES = [3, 5, 4, 1]
LABELS = [[1], [0], [0], [1], [1], [0]]
# The sample is the first with which, in all three networks, no pre-activation lies nearer to 0 than this, every
# parameter takes part (no unit is dead on all rows) and no probability is so near to 0 or 1 that it is clipped:
# there the derivative of the clipped loss is 0 and not the course's A − y.
NEAREST_TO_KINK = 0.05
NEAREST_TO_CLIPPING = 0.001

# Adam's parameters, two of whose gradients are 0 in the first step; a gradient list and a learning rate for each step.
ADAM_SHAPES = [(2, 3), (1, 3)]
ADAM_RATES = [0.1, 0.1, 0.02, 0.5, 0.1, 0.001]
ADAM_SETTINGS = [(0.9, 0.999, 1e-8), (0.5, 0.75, 0.1)]


def clipped_cross_entropy(probabilities, labels):
    """The mean over the rows of −(y · log p + (1 − y) · log(1 − p)), p clipped to 1e-8 … 1 − 1e-8."""
    p = torch.clamp(probabilities, 1e-8, 1 - 1e-8)
    return -(labels * torch.log(p) + (1 - labels) * torch.log(1 - p)).mean()


def activation_values():
    result = {"points": POINTS}
    for name, function in ACTIVATIONS.items():
        points = torch.tensor(POINTS, requires_grad=True, dtype=torch.float64)
        values = function(points)
        values.sum().backward()
        result[name] = {"values": values.tolist(), "slopes": points.grad.tolist()}
    return result


def loss_values():
    return [
        {
            "probabilities": [[p] for p in probabilities],
            "labels": [[y] for y in labels],
            "loss": clipped_cross_entropy(torch.tensor(probabilities), torch.tensor(labels)).item(),
        }
        for probabilities, labels in LOSSES
    ]


def rounded_normals(generator, rows, columns, scale):
    """Numbers with two decimals, so that the sample can be read and typed."""
    return (scale * generator.standard_normal((rows, columns))).round(2).tolist()


def sample(seed):
    generator = numpy.random.Generator(numpy.random.PCG64(seed))
    sizes = list(zip(LAYER_SIZES, LAYER_SIZES[1:]))
    return {
        "input": rounded_normals(generator, len(LABELS), LAYER_SIZES[0], 1),
        "labels": LABELS,
        "weights": [rounded_normals(generator, *size, 0.8) for size in sizes],
        "biases": [rounded_normals(generator, 1, fan_out, 0.5) for _, fan_out in sizes],
    }


def network(sample, hidden):
    """The forward pass and, by autograd, every derivative of the mean loss."""
    weights = [torch.tensor(w, requires_grad=True) for w in sample["weights"]]
    biases = [torch.tensor(b, requires_grad=True) for b in sample["biases"]]
    labels = torch.tensor(sample["labels"], dtype=torch.float64)
    activations = [torch.tensor(sample["input"])]
    pre_activations = []
    for layer, (weight, bias) in enumerate(zip(weights, biases)):
        z = activations[-1] @ weight + bias
        z.retain_grad()
        pre_activations.append(z)
        is_output = layer == len(weights) - 1
        activations.append(torch.sigmoid(z) if is_output else ACTIVATIONS[hidden](z))
    loss = clipped_cross_entropy(activations[-1], labels)
    loss.backward()
    return {
        "hidden": hidden,
        "preActivations": [z.tolist() for z in pre_activations],
        "activations": [a.tolist() for a in activations[1:]],
        "loss": loss.item(),
        # The course's delta belongs to each example's own loss, so the mean's 1 / N is taken out again.
        "deltas": [(z.grad * len(LABELS)).tolist() for z in pre_activations],
        "weightGradients": [w.grad.tolist() for w in weights],
        "biasGradients": [b.grad.tolist() for b in biases],
    }


def adam_values():
    """Where torch.optim.Adam goes with given gradients, and what it keeps after each step."""
    generator = numpy.random.Generator(numpy.random.PCG64(11))
    start = [rounded_normals(generator, *shape, 1) for shape in ADAM_SHAPES]
    gradients = [[rounded_normals(generator, *shape, 2) for shape in ADAM_SHAPES] for _ in ADAM_RATES]
    gradients[0][0][0][0] = gradients[0][1][0][2] = 0.0
    return {
        "start": start,
        "gradients": gradients,
        "learningRates": ADAM_RATES,
        "walks": [adam_walk(start, gradients, *settings) for settings in ADAM_SETTINGS],
    }


def adam_walk(start, gradients, first_decay, second_decay, epsilon):
    parameters = [torch.tensor(matrix, requires_grad=True) for matrix in start]
    optimizer = torch.optim.Adam(parameters, lr=1, betas=(first_decay, second_decay), eps=epsilon)
    walk = {"firstDecay": first_decay, "secondDecay": second_decay, "epsilon": epsilon}
    steps = {"parameters": [], "firstMoments": [], "secondMoments": []}
    for slopes, rate in zip(gradients, ADAM_RATES):
        optimizer.param_groups[0]["lr"] = rate
        for parameter, slope in zip(parameters, slopes):
            parameter.grad = torch.tensor(slope)
        optimizer.step()
        steps["parameters"].append([p.tolist() for p in parameters])
        steps["firstMoments"].append([optimizer.state[p]["exp_avg"].tolist() for p in parameters])
        steps["secondMoments"].append([optimizer.state[p]["exp_avg_sq"].tolist() for p in parameters])
    return walk | steps


def nearest_to_kink(networks):
    return min(abs(z) for n in networks for layer in n["preActivations"] for row in layer for z in row)


def nearest_to_clipping(networks):
    return min(min(p, 1 - p) for n in networks for [p] in n["activations"][-1])


def every_parameter_takes_part(networks):
    return all(
        derivative != 0
        for n in networks
        for matrix in n["weightGradients"] + n["biasGradients"]
        for row in matrix
        for derivative in row
    )


def telling_networks():
    for seed in range(1000):
        inputs = sample(seed)
        networks = [network(inputs, hidden) for hidden in ACTIVATIONS]
        if (
            nearest_to_kink(networks) >= NEAREST_TO_KINK
            and nearest_to_clipping(networks) >= NEAREST_TO_CLIPPING
            and every_parameter_takes_part(networks)
        ):
            return inputs, networks
    raise SystemExit("no seed gives a telling sample")


def wrapped(values):
    """JSON at the line length of the repository, indented as Swift's string literals want it."""
    text = json.dumps(values)
    lines = textwrap.wrap(text, 106, break_long_words=False, break_on_hyphens=False)
    return "\n".join("    " + line for line in lines)


def main():
    inputs, networks = telling_networks()
    texts = {
        "activations": activation_values(),
        "losses": loss_values(),
        "sample": inputs,
        **{n["hidden"]: n for n in networks},
        "adam": adam_values(),
    }
    constants = "\n\n".join(f'  static let {name} = """\n{wrapped(values)}\n    """' for name, values in texts.items())
    OUTPUT.write_text(
        "// Written by Scripts/golden-values.py with PyTorch in float64: do not edit.\n\n"
        "/// The golden values as JSON, which compiles at once; `Golden` reads it.\n"
        "enum GoldenValues {\n" + constants + "\n}\n"
    )
    print(f"{OUTPUT}: PyTorch {torch.__version__}, nearest to the kink {nearest_to_kink(networks):.3f}")


if __name__ == "__main__":
    main()
