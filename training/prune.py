"""A smaller reader cut from a trained one: the attention heads, inner neurons and dimensions of the arc, label and factuality heads whose
absence would raise the loss most are kept, as far as the first order of its Taylor series tells (Michel et al. 2019, Molchanov et al. 2019).

The word vectors, the layer norms and the tag heads stay whole, so what is cut begins near its teacher and learns the rest back.
"""

from dataclasses import replace

import torch

import examples
import objective
from model import Reader

# What the fast reader keeps, over all layers: 24 of 72 attention heads, 1,536 of 9,216 inner neurons.
HEADS, NEURONS, ARC, LABEL, FACT = 24, 1536, 128, 64, 64
LEAST_HEADS, LEAST_NEURONS, STEP = 2, 128, 64  # a layer's least; neurons come by the STEP


def importances(reader, packs):
    """-> {module: a vector}: by how much the loss changes, to the first order, without each input of the module (of the heads' inner layers:
    each output); summed over batches."""
    inputs_of = [layer.o for layer in reader.layer] + [layer.ffn2 for layer in reader.layer]
    outputs_of = [reader.arc.dep, reader.arc.head, reader.label.dep, reader.label.head, reader.fact.hidden]
    sums, batch_sums = {}, {}

    def watch(module, values):
        def add(gradient):
            change = gradient.float() * values.detach().float()
            batch_sums[module] = batch_sums.get(module, 0) + change.reshape(-1, change.shape[-1]).sum(0)

        values.register_hook(add)

    hooks = [module.register_forward_pre_hook(lambda m, inputs: watch(m, inputs[0])) for module in inputs_of]
    hooks += [module.register_forward_hook(lambda m, _, output: watch(m, output)) for module in outputs_of]
    reader.eval()
    for pack in packs:
        batch_sums.clear()
        found = objective.losses(reader, examples.collate(pack))
        sum(objective.WEIGHTS[name] * loss for name, loss in found.items()).backward()
        reader.zero_grad(set_to_none=True)
        for module, change in batch_sums.items():
            sums[module] = sums.get(module, 0) + change.abs()
    for hook in hooks:
        hook.remove()
    return sums


def best(scores, count):
    """The indices of the `count` greatest, in order."""
    return scores.topk(count).indices.sort().values


def share(scores, total, least, step):
    """How many of each layer's units to keep: `total` over all layers, by steps, the greatest sums first, each layer at least `least`.
    scores: one vector a layer."""
    ordered = [s.sort(descending=True).values for s in scores]
    kept = [least] * len(scores)
    while sum(kept) + step <= total:
        gains = [float(s[k:k + step].sum()) if k + step <= len(s) else -1.0 for s, k in zip(ordered, kept)]
        kept[gains.index(max(gains))] += step
    return kept


def prune(teacher, packs, dropout, head_dropout):
    """The smaller reader, cut from `teacher` by its losses on `packs` (lists of encoded sentences)."""
    teacher.embed.requires_grad_(False)
    with torch.autocast("cpu", torch.bfloat16):
        scores = importances(teacher, packs)
    width = teacher.config.hidden // teacher.config.heads
    heads = [scores[layer.o].view(-1, width).sum(-1) for layer in teacher.layer]
    neurons = [scores[layer.ffn2] for layer in teacher.layer]
    config = replace(teacher.config, layer_heads=tuple(share(heads, HEADS, LEAST_HEADS, 1)),
                     layer_ffn=tuple(share(neurons, NEURONS, LEAST_NEURONS, STEP)), arc_dim=ARC, label_dim=LABEL, fact_dim=FACT)
    state = {name: value.clone() for name, value in teacher.state_dict().items()}

    def cut(name, rows=None, columns=None):
        """Rows of name.weight and name.bias, columns of name.weight."""
        weight = state[name + ".weight"]
        if rows is not None:
            state[name + ".bias"], weight = state[name + ".bias"][rows], weight[rows]
        state[name + ".weight"] = weight if columns is None else weight[:, columns]

    for n in range(teacher.config.layers):
        kept = best(heads[n], config.layer_heads[n])
        rows = (kept[:, None] * width + torch.arange(width)).flatten()
        for name in "qkv":
            cut(f"layer.{n}.{name}", rows)
        cut(f"layer.{n}.o", columns=rows)
        rows = best(neurons[n], config.layer_ffn[n])
        cut(f"layer.{n}.ffn1", rows)
        cut(f"layer.{n}.ffn2", columns=rows)
    dep, head = best(scores[teacher.arc.dep], ARC), best(scores[teacher.arc.head], ARC)
    cut("arc.dep", dep)
    cut("arc.head", head)
    state["arc.U"], state["arc.bias"] = state["arc.U"][dep][:, head], state["arc.bias"][head]
    dep, head = best(scores[teacher.label.dep], LABEL), best(scores[teacher.label.head], LABEL)
    cut("label.dep", dep)
    cut("label.head", head)
    one = torch.tensor([teacher.config.label_dim])  # the constant after the vector
    state["label.U"] = state["label.U"][:, torch.cat([dep, one])][:, :, torch.cat([head, one])]
    rows = best(scores[teacher.fact.hidden], FACT)
    cut("fact.hidden", rows)
    cut("fact.out", columns=rows)
    reader = Reader(config, teacher.labels, dropout, head_dropout)
    reader.load_state_dict(state)
    return reader
