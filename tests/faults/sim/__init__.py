"""A world in memory: desks, a province and a bad line, all faults drawn from one seed, the product's own rules."""
