"""What templates see: one frozen dataclass for each kind of page and each part of one; no code that fills them."""
