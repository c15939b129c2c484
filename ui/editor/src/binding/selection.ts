import { type Node } from 'prosemirror-model';
import { AllSelection, NodeSelection, type Selection, TextSelection } from 'prosemirror-state';

/** A selection of the kind of another one, at new places of a changed document. */
export function selectionAt(kind: Selection, doc: Node, anchor: number, head: number): Selection {
    if (kind instanceof AllSelection) return new AllSelection(doc);
    if (kind instanceof NodeSelection && doc.nodeAt(anchor)?.isAtom && !doc.nodeAt(anchor)?.isText) {
        return NodeSelection.create(doc, anchor);
    }
    return TextSelection.between(doc.resolve(anchor), doc.resolve(head));
}
