"""Tokens in, links between tokens out: who does what a word tells, for quotes, measures, roles and bystanders alike.

Only here is the subject of a verb found; which actor the words mean is the business of `cast`.
"""
