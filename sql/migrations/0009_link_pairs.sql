-- The pairs of records that linking found likely to be one commitment, so that only new ones are compared.

CREATE TABLE store.link_pairs (
    one TEXT NOT NULL,
    other TEXT NOT NULL,
    score DOUBLE NOT NULL
);
