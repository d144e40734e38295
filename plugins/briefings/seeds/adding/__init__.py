"""How a seed comes into the folder: an address, a file or a feed in, a file out.  The network is here only."""
