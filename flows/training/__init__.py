"""Training: what learns the weights of ``flows/extract`` from annotated documents; no part of a run."""
