"""Who did what toward whom, when: the cast and the quotes in, measures out.  Only here are frames matched."""
