import { type Attributes, type Operation } from './cells.ts';

/** A change of a text: what becomes of its units one after the other, and what comes in between. */
export type Delta = readonly Operation[];

/** How much text an operation leaves behind. */
function lengthAfter({ insert, retain }: Operation): number {
    if (insert === undefined) return retain ?? 0;
    return typeof insert === 'string' ? insert.length : 1;
}

/** Gathers operations, neighbours of one kind as one. */
export class OperationList {
    private readonly list: Operation[] = [];

    retain(count: number, attributes?: Record<string, unknown>): void {
        if (count > 0) this.push(attributes ? { retain: count, attributes } : { retain: count });
    }

    insert(insert: string | object, attributes: Attributes): void {
        this.push({ insert, attributes: { ...attributes } });
    }

    delete(count: number): void {
        if (count > 0) this.push({ delete: count });
    }

    push(next: Operation): void {
        const last = this.list.at(-1);
        const joins = last && JSON.stringify(last.attributes) === JSON.stringify(next.attributes);
        if (joins && last.retain && next.retain) last.retain += next.retain;
        else if (joins && last.delete && next.delete) last.delete += next.delete;
        else if (joins && typeof last.insert === 'string' && typeof next.insert === 'string')
            last.insert += next.insert;
        else this.list.push({ ...next });
    }

    /** The list without a last retain that changes nothing. */
    operations(): Operation[] {
        const last = this.list.at(-1);
        return last?.retain && !last.attributes ? this.list.slice(0, -1) : this.list;
    }
}

/** Goes through a Delta in pieces; behind its end everything is retained. */
class Reader {
    private index = 0;
    private offset = 0;

    constructor(private readonly delta: Delta) {}

    get hasNext(): boolean {
        return this.index < this.delta.length;
    }

    get inserts(): boolean {
        return this.delta[this.index]?.insert !== undefined;
    }

    get deletes(): boolean {
        return this.delta[this.index]?.delete !== undefined;
    }

    /** How long the rest of the present operation is. */
    get left(): number {
        const operation = this.delta[this.index];
        return operation ? (operation.delete ?? lengthAfter(operation)) - this.offset : Infinity;
    }

    next(count = this.left): Operation {
        const operation = this.delta[this.index];
        if (!operation) return { retain: count };
        const from = this.offset;
        const ends = count === this.left;
        this.offset = ends ? 0 : from + count;
        if (ends) this.index++;
        const { insert, attributes } = operation;
        if (operation.delete !== undefined) return { delete: count };
        if (insert === undefined) return attributes ? { retain: count, attributes } : { retain: count };
        return {
            ...operation,
            insert: typeof insert === 'string' ? insert.slice(from, from + count) : insert,
        };
    }
}

/** One Delta that does what two do one after the other. */
export function composed(first: Delta, second: Delta): Operation[] {
    const out = new OperationList();
    const a = new Reader(first);
    const b = new Reader(second);
    while (a.hasNext || b.hasNext) {
        if (a.deletes) {
            out.push(a.next());
        } else if (b.inserts) {
            out.push(b.next());
        } else {
            const count = Math.min(a.left, b.left);
            const before = a.next(count);
            const after = b.next(count);
            const attributes = joined(before, after);
            if (before.insert !== undefined) {
                if (!after.delete) out.push(attributes ? { ...before, attributes } : before);
            } else if (after.delete) {
                out.push(after);
            } else {
                out.retain(count, attributes);
            }
        }
    }
    return out.operations();
}

/** The attributes of two operations together; null, which takes one away, has nothing to take from new text. */
function joined(before: Operation, after: Operation): Record<string, unknown> | undefined {
    if (!before.attributes && !after.attributes) return undefined;
    const all = Object.entries({ ...before.attributes, ...after.attributes });
    return Object.fromEntries(before.insert === undefined ? all : all.filter(([, value]) => value !== null));
}

/**
 * Two Deltas of one text, each as it reads after the other one went first. What both insert at one
 * place stands in the order that `mineFirst` tells for the place; of attributes that both set mine last.
 */
export function crossed(
    mine: Delta,
    theirs: Delta,
    mineFirst: (index: number) => boolean,
): { mine: Operation[]; theirs: Operation[] } {
    const outMine = new OperationList();
    const outTheirs = new OperationList();
    const a = new Reader(mine);
    const b = new Reader(theirs);
    let index = 0;
    while (a.hasNext || b.hasNext) {
        if (a.inserts && (!b.inserts || mineFirst(index))) {
            outTheirs.retain(a.left);
            outMine.push(a.next());
        } else if (b.inserts) {
            outMine.retain(b.left);
            outTheirs.push(b.next());
        } else {
            const count = Math.min(a.left, b.left);
            const one = a.next(count);
            const other = b.next(count);
            index += count;
            if (one.delete && other.delete) continue;
            if (one.delete) {
                outMine.push(one);
            } else if (other.delete) {
                outTheirs.push(other);
            } else {
                outMine.retain(count, one.attributes);
                outTheirs.retain(count, without(other.attributes, one.attributes));
            }
        }
    }
    return { mine: outMine.operations(), theirs: outTheirs.operations() };
}

function without(attributes?: Attributes, others: Attributes = {}): Record<string, unknown> | undefined {
    const rest = Object.entries(attributes ?? {}).filter(([key]) => !(key in others));
    return rest.length > 0 ? Object.fromEntries(rest) : undefined;
}

/** On which side of something a place stays when new text comes in exactly there. */
export type Side = 'left' | 'right';

/** Where a place of a text is after a Delta. */
export function placeAfter(delta: Delta, place: number, side: Side): number {
    const reader = new Reader(delta);
    let before = 0;
    let after = 0;
    while (reader.hasNext && (before < place || (before === place && reader.inserts && side === 'right'))) {
        const piece = reader.inserts ? reader.next() : reader.next(Math.min(reader.left, place - before));
        after += lengthAfter(piece);
        before += piece.retain ?? piece.delete ?? 0;
    }
    return after + place - before;
}

/** Where a place that is counted after a Delta was before it. */
export function placeBefore(delta: Delta, place: number): number {
    const reader = new Reader(delta);
    let before = 0;
    let after = 0;
    while (reader.hasNext && after < place) {
        const piece = reader.deletes ? reader.next() : reader.next(Math.min(reader.left, place - after));
        after += lengthAfter(piece);
        before += piece.retain ?? piece.delete ?? 0;
    }
    return before + place - after;
}

/** A stretch of a text. */
export interface Stretch {
    readonly from: number;
    readonly to: number;
}

/**
 * A Delta in two parts: what it does outside of a line, and what then remains to be done in it. There is
 * no such division when it takes away one of the breaks between which the line stands.
 */
export function divided(delta: Delta, line: Stretch): { now: Operation[]; later: Operation[] } | undefined {
    const now = new OperationList();
    const later = new OperationList();
    const reader = new Reader(delta);
    let at = 0;
    while (reader.hasNext) {
        const inside = line.from <= at && at < line.to;
        const border = inside ? line.to : at < line.from ? line.from : Infinity;
        const piece = reader.inserts ? reader.next() : reader.next(Math.min(reader.left, border - at));
        at += piece.retain ?? piece.delete ?? 0;
        if (piece.delete && at === border) return undefined;
        if (inside) {
            now.retain(piece.retain ?? piece.delete ?? 0);
            later.push(piece);
        } else {
            now.push(piece);
            later.retain(lengthAfter(piece));
        }
    }
    return { now: now.operations(), later: later.operations() };
}
