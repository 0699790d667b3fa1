"""A bad line between two network namespaces: rate, delay, loss, bursts, copies, disorder, bit errors and blackouts."""
