"""Pictures out of frames."""
