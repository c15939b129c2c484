import { type Node } from 'prosemirror-model';
import { Mapping, type StepMap } from 'prosemirror-transform';
import { attributeChanges, type Cell, cellsOfLines, type Operation, sameInsert } from './cells.ts';
import { OperationList } from './delta.ts';

/** A stretch that was replaced: indices into the cells before and after. */
interface Replaced {
    fromA: number;
    toA: number;
    fromB: number;
    toB: number;
}

/**
 * The Delta that leads from one state of the editor to the next. Steps say where something was
 * replaced; everywhere else the cells stand opposite each other and differ at most in attributes.
 */
export function difference(before: Node, after: Node, mapping: Mapping): Operation[] {
    const a = children(before);
    const b = children(after);
    let start = 0;
    while (start < a.length && start < b.length && a[start] === b[start]) start++;
    let end = 0;
    while (
        end < a.length - start &&
        end < b.length - start &&
        a[a.length - 1 - end] === b[b.length - 1 - end]
    ) {
        end++;
    }
    if (start === a.length && start === b.length) return [];
    const cellsA = cellsOfLines(a.slice(start, a.length - end));
    const cellsB = cellsOfLines(b.slice(start, b.length - end));
    const skipped = cellCount(a.slice(0, start));
    const ranges = replacedRanges(before, after, mapping, skipped, cellsA.length, cellsB.length);
    const operations =
        fits(cellsA, cellsB, ranges) ??
        fits(cellsA, cellsB, [{ fromA: 0, toA: cellsA.length, fromB: 0, toB: cellsB.length }]) ??
        [];
    return operations.length > 0 && skipped > 0 ? [{ retain: skipped }, ...operations] : operations;
}

function children(doc: Node): Node[] {
    return Array.from({ length: doc.childCount }, (_, index) => doc.child(index));
}

export function cellCount(lines: readonly Node[]): number {
    return lines.reduce((sum, line) => sum + line.content.size + 1, 0);
}

/** The index of the cell at a position: the position without the openings of lines before it. */
export function cellAt(doc: Node, position: number): number {
    let openings = 0;
    for (let start = 0; openings < doc.childCount && start < position; openings++) {
        start += doc.child(openings).nodeSize;
    }
    return Math.max(0, position - openings);
}

/** The position of a cell: inside of its line. */
export function positionOf(doc: Node, cell: number): number {
    return positionsOf(doc, [cell])[0]!;
}

/** The positions of cells that are given in order, found on one way through the lines. */
export function positionsOf(doc: Node, cells: readonly number[]): number[] {
    let line = 0;
    let firstCell = 0;
    let position = 0;
    return cells.map((cell) => {
        while (line < doc.childCount - 1 && cell - firstCell > doc.child(line).content.size) {
            firstCell += doc.child(line).content.size + 1;
            position += doc.child(line).nodeSize;
            line++;
        }
        return position + 1 + Math.min(cell - firstCell, doc.child(line).content.size);
    });
}

/** Whether a line begins at a cell. */
export function isLineStart(doc: Node, cell: number): boolean {
    return doc.resolve(positionOf(doc, cell)).parentOffset === 0;
}

function replacedRanges(
    before: Node,
    after: Node,
    mapping: Mapping,
    skipped: number,
    lengthA: number,
    lengthB: number,
): Replaced[] {
    const ranges: Replaced[] = [];
    mapping.maps.forEach((map: StepMap, index: number) => {
        const back = new Mapping(
            mapping.maps
                .slice(0, index)
                .map((earlier) => earlier.invert())
                .reverse(),
        );
        const on = new Mapping(mapping.maps.slice(index + 1));
        map.forEach((oldStart, oldEnd, newStart, newEnd) => {
            ranges.push({
                fromA: clamp(cellAt(before, back.map(oldStart, -1)) - skipped, lengthA),
                toA: clamp(cellAt(before, back.map(oldEnd, 1)) - skipped, lengthA),
                fromB: clamp(cellAt(after, on.map(newStart, -1)) - skipped, lengthB),
                toB: clamp(cellAt(after, on.map(newEnd, 1)) - skipped, lengthB),
            });
        });
    });
    return merged(ranges);
}

function clamp(index: number, length: number): number {
    return Math.max(0, Math.min(index, length));
}

function merged(ranges: Replaced[]): Replaced[] {
    const sorted = [...ranges].sort((x, y) => x.fromA - y.fromA || x.fromB - y.fromB);
    const result: Replaced[] = [];
    for (const range of sorted) {
        const last = result.at(-1);
        if (last && (range.fromA <= last.toA || range.fromB <= last.toB)) {
            last.toA = Math.max(last.toA, range.toA);
            last.fromB = Math.min(last.fromB, range.fromB);
            last.toB = Math.max(last.toB, range.toB);
        } else {
            result.push({ ...range });
        }
    }
    return result;
}

/** The Delta for these ranges, or nothing when they do not explain the difference. */
function fits(a: Cell[], b: Cell[], ranges: Replaced[]): Operation[] | undefined {
    const out = new OperationList();
    let atA = 0;
    let atB = 0;
    for (const range of [...ranges, { fromA: a.length, toA: a.length, fromB: b.length, toB: b.length }]) {
        if (range.fromA - atA !== range.fromB - atB) return undefined;
        for (; atA < range.fromA; atA++, atB++) {
            if (!sameInsert(a[atA]!, b[atB]!)) return undefined;
            keep(out, a[atA]!, b[atB]!);
        }
        replace(
            out,
            a.slice(range.fromA, range.toA),
            b.slice(range.fromB, range.toB),
            range.toA === a.length,
        );
        atA = range.toA;
        atB = range.toB;
    }
    return out.operations();
}

function replace(out: OperationList, a: Cell[], b: Cell[], atEnd: boolean): void {
    let tail = 0;
    const mostTail = Math.min(a.length, b.length);
    while (tail < mostTail && sameInsert(a[a.length - 1 - tail]!, b[b.length - 1 - tail]!)) {
        // The last break of a text is kept by all, so that no two can lose it.
        if (!(atEnd && tail === 0)) {
            const heads = mostTail - tail;
            if (heads > 0 && commonHead(a, b) >= heads) break;
        }
        tail++;
    }
    let head = Math.min(commonHead(a, b), Math.min(a.length, b.length) - tail);
    if (head > 0 && splitsPair(a, b, head)) head--;
    if (tail > 0 && isLow(a[a.length - tail]!.insert)) tail--;
    for (let i = 0; i < head; i++) keep(out, a[i]!, b[i]!);
    // What replaces words stands behind them: so it keeps its place among what others write around them.
    out.delete(a.length - tail - head);
    for (const { insert, attributes } of b.slice(head, b.length - tail)) out.insert(insert, attributes);
    for (let i = tail; i > 0; i--) keep(out, a[a.length - i]!, b[b.length - i]!);
}

function keep(out: OperationList, before: Cell, after: Cell): void {
    out.retain(1, attributeChanges(before.attributes, after.attributes));
}

function commonHead(a: Cell[], b: Cell[]): number {
    let head = 0;
    while (head < a.length && head < b.length && sameInsert(a[head]!, b[head]!)) head++;
    return head;
}

function splitsPair(a: Cell[], b: Cell[], head: number): boolean {
    return isHigh(a[head - 1]!.insert) && (isLow(a[head]?.insert) || isLow(b[head]?.insert));
}

function isHigh(insert: unknown): boolean {
    return typeof insert === 'string' && insert >= '\ud800' && insert <= '\udbff';
}

function isLow(insert: unknown): boolean {
    return typeof insert === 'string' && insert >= '\udc00' && insert <= '\udfff';
}
