"""How the atlas looks: colours, type, symbols, the theme of its charts."""
