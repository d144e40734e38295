"""From a built folder to the public: the mark and lock of an output, the swap, git.  git is called here only."""
