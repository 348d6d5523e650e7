r"""The model as a folder that Hugging Face `transformers` opens as `LlamaForCausalLM`, layer for layer.

    python -m scripts.city.as_llama FOLDER                    the model of the lab
    python -m scripts.city.as_llama FOLDER --model two.pt     the weights of a training (needs PyTorch)

Then, for example, `transformers serve` answers with it. A chat's last message is the prompt as it stands,
so write “Question: How much is the fee for a building permit?\nAnswer:”; the answer ends with <end>.
"""

import argparse
import json
import struct
from pathlib import Path
from typing import Any

import numpy as np

from scripts.city.pieces import CHUNK, END, SPECIAL, UNKNOWN_PIECE
from scripts.city.weights import Floats, read

MODEL = Path(__file__).parents[2] / "overrides" / "assets" / "labs" / "next-token" / "model.bin"
PARTS = {
    "norm_1.weight": "input_layernorm.weight",
    "norm_2.weight": "post_attention_layernorm.weight",
    "q.weight": "self_attn.q_proj.weight",
    "k.weight": "self_attn.k_proj.weight",
    "v.weight": "self_attn.v_proj.weight",
    "o.weight": "self_attn.o_proj.weight",
    "gate.weight": "mlp.gate_proj.weight",
    "up.weight": "mlp.up_proj.weight",
    "down.weight": "mlp.down_proj.weight",
}


def their_name(name: str) -> str:
    """What Llama calls a tensor of ours."""
    if name == "embed.weight":
        return "model.embed_tokens.weight"
    if name == "norm.weight":
        return "model.norm.weight"
    _, number, part = name.split(".", 2)
    return f"model.layers.{number}.{PARTS[part]}"


def config(shape: dict[str, Any]) -> dict[str, Any]:
    """What `config.json` says."""
    return {
        "architectures": ["LlamaForCausalLM"],
        "model_type": "llama",
        "vocab_size": shape["pieces"],
        "hidden_size": shape["width"],
        "intermediate_size": shape["inner"],
        "num_hidden_layers": shape["layers"],
        "num_attention_heads": shape["heads"],
        "num_key_value_heads": shape["heads"],
        "head_dim": shape["width"] // shape["heads"],
        "max_position_embeddings": shape["context"],
        "rms_norm_eps": shape["epsilon"],
        "rope_theta": shape["theta"],
        "hidden_act": "silu",
        "tie_word_embeddings": True,
        "attention_bias": False,
        "mlp_bias": False,
        "bos_token_id": END,
        "eos_token_id": END,
        "pad_token_id": END,
        "torch_dtype": "float32",
    }


def tokenizer(pieces: list[str], merges: list[list[int]]) -> dict[str, Any]:
    """What `tokenizer.json` says."""
    special = [
        {"id": number, "content": word, "single_word": False, "lstrip": False, "rstrip": False}
        | {"normalized": False, "special": True}
        for number, word in enumerate(SPECIAL)
    ]
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": special,
        "normalizer": {"type": "NFC"},
        "pre_tokenizer": {
            "type": "Split",
            "pattern": {"Regex": CHUNK.pattern},
            "behavior": "Isolated",
            "invert": False,
        },
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [
                {"SpecialToken": {"id": SPECIAL[END], "type_id": 0}},
                {"Sequence": {"id": "A", "type_id": 0}},
            ],
            "pair": [{"Sequence": {"id": "A", "type_id": 0}}, {"Sequence": {"id": "B", "type_id": 1}}],
            "special_tokens": {SPECIAL[END]: {"id": SPECIAL[END], "ids": [END], "tokens": [SPECIAL[END]]}},
        },
        "decoder": {"type": "Fuse"},
        "model": {
            "type": "BPE",
            "dropout": None,
            "unk_token": SPECIAL[UNKNOWN_PIECE],
            "continuing_subword_prefix": None,
            "end_of_word_suffix": None,
            "fuse_unk": False,
            "byte_fallback": False,
            "ignore_merges": True,
            "vocab": {piece: number for number, piece in enumerate(pieces)},
            "merges": [[pieces[left], pieces[right]] for left, right in merges],
        },
    }


def safetensors(tensors: dict[str, Floats]) -> bytes:
    """The weights in the format of that name: a head in JSON, then the numbers."""
    head: dict[str, Any] = {"__metadata__": {"format": "pt"}}
    body = []
    place = 0
    for name, tensor in tensors.items():
        data = np.ascontiguousarray(tensor, "<f4").tobytes()
        head[name] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": [place, place + len(data)]}
        body.append(data)
        place += len(data)
    said = json.dumps(head).encode()
    said += b" " * (-len(said) % 8)
    return struct.pack("<Q", len(said)) + said + b"".join(body)


def write(folder: Path, model: Path = MODEL) -> None:
    """Write the folder."""
    head, tensors = read(model)
    folder.mkdir(parents=True, exist_ok=True)
    files = {
        "config.json": config(head["shape"]),
        "generation_config.json": {"bos_token_id": END, "eos_token_id": END, "pad_token_id": END},
        "tokenizer.json": tokenizer(head["pieces"], head["merges"]),
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "bos_token": SPECIAL[END],
            "eos_token": SPECIAL[END],
            "pad_token": SPECIAL[END],
            "unk_token": SPECIAL[UNKNOWN_PIECE],
            "clean_up_tokenization_spaces": False,
            "model_max_length": head["shape"]["context"],
            "chat_template": "{{ bos_token }}{{ messages[-1]['content'] }}",
        },
    }
    for name, said in files.items():
        (folder / name).write_text(json.dumps(said, ensure_ascii=False, indent=1), "utf-8")
    named = {their_name(name): tensor for name, tensor in tensors.items()}
    (folder / "model.safetensors").write_bytes(safetensors(named))


def main() -> None:
    """Write the model as a folder for `transformers`."""
    ask = argparse.ArgumentParser(prog="python -m scripts.city.as_llama", description=main.__doc__)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--model", type=Path, default=MODEL)
    told = ask.parse_args()
    write(told.folder, told.model)


if __name__ == "__main__":
    main()
