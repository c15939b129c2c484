import { type Transaction } from 'prosemirror-state';
import * as Y from 'yjs';
import { cellsOfLines } from './binding/cells.ts';
import { OperationList } from './binding/delta.ts';
import { MOST_IN_CHANGE } from './proving-socket.ts';

/** What is put in at once is weighed from so many characters on; fewer are never too much. */
const WEIGHED = 40_000;

/** What a change takes besides what is put in, in bytes: what it deletes, the names of its neighbours. */
const BESIDES = 64 * 1024;

/** Whether what a transaction puts in is more than one change may be. */
export function isTooMuch({ doc, mapping }: Transaction): boolean {
    return mapping.maps.some((map, index) => {
        const later = mapping.slice(index + 1);
        let weight = 0;
        map.forEach((_from, _to, start, end) => {
            if (end - start < WEIGHED) return;
            const lines = doc.slice(later.map(start), later.map(end), true).content;
            weight += weightOf(cellsOfLines(lines.content));
        });
        return weight > MOST_IN_CHANGE - BESIDES;
    });
}

/** How many bytes a change has that puts this in before something else. */
function weightOf(cells: ReturnType<typeof cellsOfLines>): number {
    const delta = new OperationList();
    for (const { insert, attributes } of cells) delta.insert(insert, attributes);
    const doc = new Y.Doc();
    const text = doc.getText();
    text.insert(0, '\n');
    text.applyDelta(delta.operations());
    return Y.encodeStateAsUpdate(doc).length;
}
