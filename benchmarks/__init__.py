"""What is measured, beside peers, on real material kept beside the checkout."""
