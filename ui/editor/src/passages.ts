import { fromBase64UrlEncoded, toBase64UrlEncoded } from 'lib0/buffer';
import * as Y from 'yjs';

/** Words of a text on which something hangs: where they begin and end, as relative positions in base64url. */
export interface Passage {
    readonly root: string;
    /** It sticks to the first character. */
    readonly start: string;
    /** It sticks to the last character. */
    readonly end: string;
}

/** Indexes of a text. */
export interface Place {
    readonly from: number;
    readonly to: number;
}

/** What is unknown may still come; what is gone does not come back. */
export type Whereabouts = Place | 'gone' | 'unknown';

/** No position is longer, in characters. */
const LONGEST = 200;

export function passageAt(text: Y.Text, root: string, { from, to }: Place): Passage {
    const start = Y.createRelativePositionFromTypeIndex(text, from, 0);
    const end = Y.createRelativePositionFromTypeIndex(text, to, -1);
    return { root, start: encoded(start), end: encoded(end) };
}

function encoded(position: Y.RelativePosition): string {
    return toBase64UrlEncoded(Y.encodeRelativePosition(position));
}

/** One end of a passage, and its index once it is found. */
interface End {
    readonly unit: Y.ID;
    readonly behind: boolean;
    index: number;
}

/**
 * Where passages of a text are. All of them are found on one walk through the text. What was deleted and came
 * back by undoing is new to everybody but who undid it, so it is gone for all.
 */
export function whereabouts(text: Y.Text, passages: readonly Passage[]): Whereabouts[] {
    const walk = new Walk(text);
    const ends = passages.map((passage) => {
        const first = unitOf(passage.start);
        const last = unitOf(passage.end);
        if (!first || !last) return 'gone';
        const start = walk.end(first, false);
        const end = walk.end(last, true);
        if (start === 'unknown' || end === 'unknown') return 'unknown';
        return start === 'gone' || end === 'gone' ? 'gone' : { start, end };
    });
    walk.go();
    return ends.map((both) => {
        if (typeof both === 'string') return both;
        const place = { from: both.start.index, to: both.end.index };
        return place.from < place.to ? place : 'gone';
    });
}

/** Where the words of a passage are that whoever looks has deleted and brought back herself. */
export function broughtBack(text: Y.Text, { start, end }: Passage): Place | undefined {
    const [first, last] = [unitOf(start), unitOf(end)];
    if (!first || !last || !(wasRedone(text, first) || wasRedone(text, last))) return undefined;
    const at = (unit: Y.ID, association: number) => {
        const position = new Y.RelativePosition(null, null, unit, association);
        const absolute = Y.createAbsolutePositionFromRelativePosition(position, text.doc!);
        return absolute?.type === text ? absolute.index : undefined;
    };
    const [from, to] = [at(first, 0), at(last, -1)];
    return from !== undefined && to !== undefined && from < to ? { from, to } : undefined;
}

function wasRedone(text: Y.Text, unit: Y.ID): boolean {
    const { store } = text.doc!;
    if (Y.getState(store, unit.client) <= unit.clock) return false;
    const item: Y.Item | Y.GC = Y.getItem(store, unit);
    return item instanceof Y.Item && item.redone !== null;
}

/** The unit to which a position sticks; nothing when it is none, or sticks to none. */
function unitOf(position: string): Y.ID | undefined {
    if (typeof position !== 'string' || position.length > LONGEST) return undefined;
    try {
        return Y.decodeRelativePosition(fromBase64UrlEncoded(position)).item ?? undefined;
    } catch {
        return undefined;
    }
}

/** From the first character of a text to the last that is looked for. */
class Walk {
    private readonly wanted = new Map<Y.Item, End[]>();

    constructor(private readonly text: Y.Text) {}

    end(unit: Y.ID, behind: boolean): End | 'gone' | 'unknown' {
        const { store } = this.text.doc!;
        if (Y.getState(store, unit.client) <= unit.clock) return 'unknown';
        const item: Y.Item | Y.GC = Y.getItem(store, unit);
        if (!(item instanceof Y.Item) || item.parent !== this.text || item.parentSub !== null) return 'gone';
        const end = { unit, behind, index: 0 };
        const others = this.wanted.get(item);
        if (others) others.push(end);
        else this.wanted.set(item, [end]);
        return end;
    }

    go(): void {
        let left = this.wanted.size;
        let index = 0;
        for (let item = this.text._start; item && left > 0; item = item.right) {
            const length = !item.deleted && item.countable ? item.length : 0;
            const ends = this.wanted.get(item);
            if (ends) left--;
            for (const end of ends ?? []) {
                const offset = end.unit.clock - item.id.clock + (end.behind ? 1 : 0);
                end.index = index + (length > 0 ? offset : 0);
            }
            index += length;
        }
    }
}
