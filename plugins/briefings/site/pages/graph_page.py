"""The page that draws who stands in the same facts with whom."""

from ..drawings.network import draw_network, pairs_of, strongest
from ..shapes.pages_of_lists import GraphPage
from ..views.addresses import ACTORS, GRAPH
from ..views.facts import view_from
from ..views.index import Index
from ..views.page_frames import Site
from ..views.wording import counted
from .gathered import list_frame, way


def graph_page(index: Index, site: Site) -> GraphPage:
    """Gives the drawing, its lines as a table, and how many actors it leaves out."""
    view = view_from(index, site, GRAPH)
    pairs = pairs_of(index)
    shown = {pair: pairs[pair] for pair in strongest(pairs)}
    graph, told = draw_network(view, shown)
    drawn = len({actor for pair in shown for actor in pair})
    description = f"Who stands in the same facts with whom: {counted(drawn, 'actor')}, {counted(len(told), 'line')}."
    return GraphPage(
        frame=list_frame(view, site, "Who with whom", description),
        above=way(view, ("Actors", ACTORS)),
        graph=graph,
        pairs=told,
        actors=drawn,
        left_out=len({actor for pair in pairs for actor in pair}) - drawn,
    )
