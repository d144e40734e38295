"""Who stands beside a noun that tells an act: as the one who does it, or as whom it is done to."""

from ...language.tree import Tree
from .clauses import after


def sufferer_heads(tree: Tree, noun: int) -> list[int]:
    """Finds the heads of those whom a noun tells it is done to: *Carl Dorn's* arrest, the arrest of *Carl Dorn*."""
    return list(after(tree, noun, "of")) or tree.all_children(noun, "poss")


def is_done_by(tree: Tree, noun: int) -> bool:
    """Tells whether its owner is whom it is done to, as who did it stands after "by": *Moldor's bombing by Ruvania*."""
    return tree.child(noun, "poss") is not None and _is_by_name(tree, noun)


def _is_by_name(tree: Tree, noun: int) -> bool:
    return any(tree.tokens[head].pos == "PROPN" for head in after(tree, noun, "by"))


def owner_heads(tree: Tree, noun: int, *, of: bool, suffered: bool = False) -> list[int]:
    """Finds the heads of what stands beside a noun as its doer; with `of` also what stands after "of".

    Where the noun tells what is `suffered`, a possessor is its doer only beside whom it is done to: *the police's*
    arrest of Carl Dorn; and what stands before it names it: the *Arlen Airlines* bombing.
    """
    found = tree.all_children(noun, "poss")
    if (suffered and found == sufferer_heads(tree, noun)) or (found and _is_by_name(tree, noun)):
        found = []
    found += after(tree, noun, "by", "between", "from")
    for inner in after(tree, noun, "on", "against", "of", "for"):
        found += after(tree, inner, "by")
    if of and not found:
        found += after(tree, noun, "of")
    if tree.tokens[noun].dep == "nsubj" and tree.tokens[tree.tokens[noun].head].lemma == "come":
        found += after(tree, tree.tokens[noun].head, "from")  # "requests have come from the city"
    for clause in tree.all_children(noun, "acl"):
        found += after(tree, clause, "by")
    if not found:
        found = [c for c in tree.all_children(noun, "compound", "amod", "nmod") if c < noun]
        found += [led for c in found if (led := _one_of_leads(tree, c)) is not None]
    return found


def _one_of_leads(tree: Tree, modifier: int) -> int | None:
    """Finds who leads in a compound: the *diaspora* of "diaspora-led"."""
    if tree.tokens[modifier].text.lower() not in {"led", "backed", "organised", "organized"}:
        return None
    before = modifier - 2
    return before if before >= 0 and tree.tokens[modifier - 1].text == "-" else None
