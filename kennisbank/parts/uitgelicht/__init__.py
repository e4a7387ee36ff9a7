"""How what stands out in a text looks: its quote, and the part that a reader takes along."""
