import { Fragment, type Node, type Schema, Slice } from 'prosemirror-model';
import { type Transaction } from 'prosemirror-state';
import { ReplaceStep } from 'prosemirror-transform';
import { lineNode, type Operation } from './cells.ts';

/** The lines of a shared text's Delta. A missing last break reads as present. */
export function linesOf(schema: Schema, delta: readonly Operation[], single: boolean): Node[] {
    const lines: Node[] = [];
    let runs: Operation[] = [];
    for (const run of delta) {
        if (typeof run.insert !== 'string') {
            runs.push(run);
            continue;
        }
        const parts = single ? [run.insert.replaceAll('\n', ' ')] : run.insert.split('\n');
        parts.forEach((part, index) => {
            if (index > 0) {
                lines.push(lineNode(schema, runs, run.attributes ?? {}));
                runs = [];
            }
            if (part !== '') runs.push({ insert: part, attributes: run.attributes });
        });
    }
    if (runs.length > 0 || lines.length === 0) lines.push(lineNode(schema, runs, {}));
    return lines;
}

/** Turns the editor's document into the given lines, and touches only those that differ. */
export function reconcile(tr: Transaction, lines: readonly Node[]): Transaction {
    const doc = tr.doc;
    let start = 0;
    let position = 0;
    while (start < doc.childCount && start < lines.length && doc.child(start).eq(lines[start]!)) {
        position += doc.child(start).nodeSize;
        start++;
    }
    if (start === doc.childCount && start === lines.length) return tr;
    let end = 0;
    let endPosition = doc.content.size;
    while (
        end < doc.childCount - start &&
        end < lines.length - start &&
        doc.child(doc.childCount - 1 - end).eq(lines[lines.length - 1 - end]!)
    ) {
        endPosition -= doc.child(doc.childCount - 1 - end).nodeSize;
        end++;
    }
    const before = doc.content.cut(position, endPosition);
    const after = Fragment.fromArray(lines.slice(start, lines.length - end) as Node[]);
    return replaceDifference(tr, before, after, position);
}

/** Replaces one run of lines by another as narrowly as the two allow. */
function replaceDifference(tr: Transaction, before: Fragment, after: Fragment, offset: number): Transaction {
    const one = before.childCount === 1 && after.childCount === 1;
    if (!one || !before.firstChild!.sameMarkup(after.firstChild!)) {
        return tr.step(new ReplaceStep(offset, offset + before.size, new Slice(after, 0, 0)));
    }
    const from = before.findDiffStart(after)!;
    let { a, b } = before.findDiffEnd(after)!;
    const overlap = from - Math.min(a, b);
    if (overlap > 0) {
        a += overlap;
        b += overlap;
    }
    return tr.step(new ReplaceStep(offset + from, offset + a, after.firstChild!.slice(from - 1, b - 1)));
}
