"""The recovery screen: the office copies of a lost desk through the feeder, and out of them the register again."""
