"""What the atlas is based on: the ties one by one, and what is not known of them."""
