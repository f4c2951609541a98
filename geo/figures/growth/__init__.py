"""How did the networks grow, at what pace, in what balance, what happened, and what falls due?"""
