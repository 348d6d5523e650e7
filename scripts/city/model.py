"""The transformer: the layers of Llama, small (798,592 numbers). Needs PyTorch, which only training uses."""

import math
from dataclasses import dataclass

import torch
import torch.nn.functional as F  # noqa: N812 - the name that everybody knows
from torch import Tensor, nn


@dataclass(frozen=True)
class Shape:
    """The measures of the model."""

    pieces: int = 1600
    width: int = 128
    layers: int = 3
    heads: int = 4
    inner: int = 344
    context: int = 128
    theta: float = 10_000.0
    epsilon: float = 1e-5


def turned(x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    """Rotary positions, in halves, as Llama has them."""
    half = x.shape[-1] // 2
    a, b = x[..., :half], x[..., half:]
    return torch.cat((a * cos - b * sin, b * cos + a * sin), -1)


class Layer(nn.Module):
    """Attention, then the gated network, each after a norm and beside a bypass."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        width, inner = shape.width, shape.inner
        self.heads = shape.heads
        self.norm_1 = nn.RMSNorm(width, eps=shape.epsilon)
        self.norm_2 = nn.RMSNorm(width, eps=shape.epsilon)
        self.q = nn.Linear(width, width, bias=False)
        self.k = nn.Linear(width, width, bias=False)
        self.v = nn.Linear(width, width, bias=False)
        self.o = nn.Linear(width, width, bias=False)
        self.gate = nn.Linear(width, inner, bias=False)
        self.up = nn.Linear(width, inner, bias=False)
        self.down = nn.Linear(inner, width, bias=False)

    def forward(self, x: Tensor, cos: Tensor, sin: Tensor, mask: Tensor) -> Tensor:
        """One layer over texts of one length."""
        rows, length, width = x.shape
        h = self.norm_1(x)
        q, k, v = (
            part(h).view(rows, length, self.heads, width // self.heads).transpose(1, 2)
            for part in (self.q, self.k, self.v)
        )
        q, k = turned(q, cos, sin), turned(k, cos, sin)
        seen = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = x + self.o(seen.transpose(1, 2).reshape(rows, length, width))
        h = self.norm_2(x)
        return x + self.down(F.silu(self.gate(h)) * self.up(h))


class Model(nn.Module):
    """Pieces in, one score for every piece that could be next out."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.embed = nn.Embedding(shape.pieces, shape.width)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.norm = nn.RMSNorm(shape.width, eps=shape.epsilon)
        half = shape.width // shape.heads // 2
        steps = shape.theta ** (-torch.arange(half, dtype=torch.float32) / half)
        angles = torch.arange(shape.context, dtype=torch.float32)[:, None] * steps
        self.register_buffer("cos", angles.cos(), persistent=False)
        self.register_buffer("sin", angles.sin(), persistent=False)
        for name, weight in self.named_parameters():
            if weight.ndim == 2:  # noqa: PLR2004 - a matrix
                scale = 1 / math.sqrt(2 * shape.layers) if name.endswith(("o.weight", "down.weight")) else 1.0
                spread = 0.02 if name == "embed.weight" else scale / math.sqrt(weight.shape[1])
                nn.init.normal_(weight, std=spread)

    def states(self, pieces: Tensor, mask: Tensor) -> Tensor:
        """The last states; `mask` says which piece sees which."""
        x = self.embed(pieces)
        length = pieces.shape[1]
        cos, sin = self.cos[:length], self.sin[:length]
        for layer in self.layers:
            x = layer(x, cos, sin, mask)
        return self.norm(x)

    def forward(self, pieces: Tensor) -> Tensor:
        """Scores after every piece of whole texts."""
        length = pieces.shape[1]
        mask = torch.ones(length, length, dtype=torch.bool).tril()
        return self.states(pieces, mask) @ self.embed.weight.T
