"""Does a training of the Lab in PyTorch as its users write one, from the files that the Lab wrote; prints JSON."""

import torch
from torch import nn

from written_training import count, orders, parameters, problem, report, sets, sizes

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)


def network():
    layers = []
    for fan_in, fan_out, weights, biases in zip(sizes, sizes[1:], *parameters()):
        linear = nn.Linear(fan_in, fan_out)
        with torch.no_grad():
            linear.weight.copy_(torch.from_numpy(weights).T)
            linear.bias.copy_(torch.from_numpy(biases)[0])
        layers += [linear, nn.ReLU()]
    return nn.Sequential(*layers[:-1])


@torch.no_grad()
def measured(model, inputs, labels):
    if problem["output"] == "softmax":
        logits = model(inputs)
        return (nn.functional.cross_entropy(logits, labels).item(),
                (logits.argmax(dim=1) == labels).double().mean().item())
    probabilities = torch.sigmoid(model(inputs))
    loss = nn.functional.binary_cross_entropy(probabilities.clamp(1e-8, 1 - 1e-8), labels)
    return loss.item(), ((probabilities >= 0.5) == labels).double().mean().item()


def train(model, training, validation, orders):
    kind = {"sgd": torch.optim.SGD, "adam": torch.optim.Adam}[problem["optimizer"]]
    optimizer = kind(model.parameters(), lr=problem["learningRate"])
    is_softmax = problem["output"] == "softmax"
    loss_of = nn.functional.cross_entropy if is_softmax else nn.functional.binary_cross_entropy_with_logits
    history = []
    for epoch in range(problem["epochs"]):
        order = orders[epoch] if epoch < len(orders) else torch.randperm(count)
        for chosen in order.split(problem["batchSize"]):
            optimizer.zero_grad()
            loss = loss_of(model(training[0][chosen]), training[1][chosen])
            loss.backward()
            optimizer.step()
        history.append([measured(model, *part) for part in (training, validation)])
    return history


tensors = [tuple(torch.from_numpy(part) for part in examples) for examples in sets()]
if problem["output"] == "softmax":
    tensors = [(features, labels[:, 0].long()) for features, labels in tensors]
given = (network(), *tensors, torch.from_numpy(orders()))
report(lambda: train(*given), torch.__version__.split("+")[0])
