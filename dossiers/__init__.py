"""The office: facts, rules, verbs and memory, with no window, no wire and no device."""
