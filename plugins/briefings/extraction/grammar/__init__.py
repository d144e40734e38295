"""What a clause says by its grammar alone, voice, subject, mood, marks, words of time: tokens in, tokens out."""
