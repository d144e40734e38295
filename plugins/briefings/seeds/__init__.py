"""Seeds become articles: files in; articles with headline, outlet, day and origin out, and a fault for what is none.

Only here: files of articles are opened (reading.py), and the network is used (adding/).
"""
