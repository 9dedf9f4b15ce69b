"""What the roster knows without a file or a clock: its rows, and the rules that compare, order and count them."""
