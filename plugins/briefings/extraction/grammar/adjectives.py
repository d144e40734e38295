"""The state that an adjective speaks of: "**Russian** forces", "the **South Korean** president"."""

from ...language.tables import State
from ...language.tree import Tree


def adjectival_state(tree: Tree, index: int) -> State | None:
    """Finds the state whose adjective ends with token `index`: “the South **Korean** president” → South Korea."""
    token = tree.tokens[index]
    if not token.text[0].isupper():
        return None
    before = tree.tokens[index - 1] if index else token
    whole = tree.gazetteer.state_of_adjective(f"{before.text} {token.text}") if index else None
    return whole or tree.gazetteer.state_of_adjective(token.text)
