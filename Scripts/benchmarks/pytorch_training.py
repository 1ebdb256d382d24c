"""Does a training of the Lab in PyTorch as its users write one, from the files that the Lab wrote; prints JSON."""

import json
import pathlib
import sys
import time

import torch
from torch import nn

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)
folder = pathlib.Path(sys.argv[1])
problem = json.loads((folder / "problem.json").read_text())
sizes, count = problem["layerSizes"], problem["trainingCount"]


def numbers(name, rows, kind=torch.float64):
    return torch.frombuffer(bytearray((folder / name).read_bytes()), dtype=kind).reshape(rows, -1)


def network():
    layers = []
    for layer, (fan_in, fan_out) in enumerate(zip(sizes, sizes[1:])):
        linear = nn.Linear(fan_in, fan_out)
        with torch.no_grad():
            linear.weight.copy_(numbers(f"weights-{layer}.f64", fan_in).T)
            linear.bias.copy_(numbers(f"biases-{layer}.f64", 1)[0])
        layers += [linear, nn.ReLU()]
    return nn.Sequential(*layers[:-1])


@torch.no_grad()
def measured(model, inputs, labels):
    probabilities = torch.sigmoid(model(inputs))
    loss = nn.functional.binary_cross_entropy(probabilities.clamp(1e-8, 1 - 1e-8), labels)
    return loss.item(), ((probabilities >= 0.5) == labels).double().mean().item()


def train(model, training, validation, orders):
    optimizer = torch.optim.SGD(model.parameters(), lr=problem["learningRate"])
    history = []
    for epoch in range(problem["epochs"]):
        order = orders[epoch] if epoch < len(orders) else torch.randperm(count)
        for chosen in order.split(problem["batchSize"]):
            optimizer.zero_grad()
            loss = nn.functional.binary_cross_entropy_with_logits(model(training[0][chosen]), training[1][chosen])
            loss.backward()
            optimizer.step()
        history.append([measured(model, *part) for part in (training, validation)])
    return history


def main():
    sets = [
        (numbers(f"{name}-features.f64", problem[f"{name}Count"]), numbers(f"{name}-labels.f64", problem[f"{name}Count"]))
        for name in ("training", "validation")
    ]
    model, orders = network(), numbers("orders.i64", 10, torch.int64)
    start = time.process_time()
    history = train(model, *sets, orders)
    elapsed = time.process_time() - start
    print(json.dumps({"seconds": elapsed, "firstLosses": [loss for loss, _ in history[0]],
                      "tenthLosses": [loss for loss, _ in history[:10][-1]], "version": torch.__version__.split("+")[0]}))


main()
