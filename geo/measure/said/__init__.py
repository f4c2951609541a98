"""What the measures of the choice show, said in sentences."""
