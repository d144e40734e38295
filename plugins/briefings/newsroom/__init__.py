"""Put all briefings together: who is who over all articles, what is one act, what editors say.

In: articles, briefings, the files of editors.  Out: corrected briefings, actors, stories.  Only here: more than one
article is known.
"""
