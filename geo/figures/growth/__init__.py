"""How did the networks grow, at what pace, in what balance, and what happened in a tie?"""
