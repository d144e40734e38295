"""Who said what, with which cue: the cast in, quotes out.  Only here is a cue weighed."""
