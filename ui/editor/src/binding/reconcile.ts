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

/** Turns lines of the editor's document, usually all, into the given ones, and touches only those that differ. */
export function reconcile(
    tr: Transaction,
    lines: readonly Node[],
    first = 0,
    behind = tr.doc.childCount,
): Transaction {
    const present = tr.doc.children.slice(first, behind);
    let start = 0;
    while (start < present.length && start < lines.length && present[start]!.eq(lines[start]!)) start++;
    if (start === present.length && start === lines.length) return tr;
    let end = 0;
    const most = Math.min(present.length, lines.length) - start;
    while (end < most && present.at(-1 - end)!.eq(lines.at(-1 - end)!)) end++;
    const offset = size(tr.doc.children.slice(0, first + start));
    const before = Fragment.fromArray(present.slice(start, present.length - end));
    const after = Fragment.fromArray(lines.slice(start, lines.length - end));
    return replaceDifference(tr, before, after, offset);
}

function size(lines: readonly Node[]): number {
    return lines.reduce((sum, line) => sum + line.nodeSize, 0);
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
