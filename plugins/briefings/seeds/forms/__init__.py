"""The forms that articles come in: a seed in, its articles with their own fields out; one registry (forms.py)."""
