"""The model of the next-token lab: its world, its training text, its training and what was measured.

Nothing of the course needs this room but the lab's own files, which it makes. Haneul City does not exist.
`world.yml` holds all its facts; `texts.py` writes the training text from them, with a fixed seed, so that
for every sentence it is known whether it is true, how often the model read it, and that it names nobody
real.

    world.yml    48 services with six facts each: common, rare, never stated; an outdated fee; roles
    texts.py     the training text of the three stages
    pieces.py    the 1,600 tokens, Korean and English
    model.py     the transformer: width 128, 3 layers, 4 heads, 798,592 parameters
    train.py     training on one core, by the clock
    export.py    model.bin (8 bits a weight), model.yml (the run), the parity file of the tests
    recall.py    recall.yml: what the model knows, invents and reads
    worked.py    worked.yml: the lab's static version
    lookup.py    training.json: what the training text says of some services
    as_llama.py  the same model as a folder for Hugging Face `transformers`

To train again (about an hour of one core; PyTorch is needed here and nowhere else, so it is no dependency):

    python3 -m venv city && city/bin/pip install torch==2.13.0 numpy pyyaml
    export OMP_NUM_THREADS=1 MALLOC_MMAP_THRESHOLD_=4294967296 MALLOC_TRIM_THRESHOLD_=4294967296
    city/bin/python -m scripts.city

That trains, exports and measures. The clock decides how many steps a run takes, so a second run gives a
model that is as good but not the same; the training text is the same, letter for letter.
"""
