import { type Node, type Schema } from 'prosemirror-model';
import { type EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import * as Y from 'yjs';
import { type Operation } from './cells.ts';
import { composed, crossed, divided, placeAfter, placeBefore, type Side, type Stretch } from './delta.ts';
import { cellAt, cellCount, difference, isLineStart, positionOf, positionsOf } from './difference.ts';
import { linesOf, reconcile } from './reconcile.ts';
import { selectionAt } from './selection.ts';

/** Marks transactions that bring what others wrote. */
export const REMOTE = 'rotfaden-remote';

/** What the binding needs of an editor. */
export interface Host {
    readonly state: EditorState;
    update(tr: Transaction): void;
    /** Takes in what stands on the screen already and was not told yet, caret included. */
    readInput(): void;
    /** Whether an input method is composing a word right now. */
    isComposing(): boolean;
}

/** Where a caret or the ends of a selection stand, independent of what others write. */
export interface StickySelection {
    readonly anchor: Y.RelativePosition;
    readonly head: Y.RelativePosition;
}

/** How often a composed line looks whether its word is done: not every end of a composition is told, in ms. */
const LOOK_AGAIN = 500;

/**
 * Ties an editor to a shared text: what is typed becomes the smallest Delta that says it, what
 * others write changes only the lines it is in, and carets stay at their words.
 *
 * While an input method composes a word nothing but the word changes in its line: a word whose line is
 * written anew falls apart. What others do there is kept as `unseen`; what is composed goes out at once.
 */
export class TextBinding {
    private readonly observer = (event: Y.YTextEvent, transaction: Y.Transaction) =>
        this.onText(event, transaction);
    private readonly own = new WeakSet<Y.Transaction>();
    /** What leads from the text that the editor shows to the shared one. */
    private unseen: Operation[] = [];
    private timer: ReturnType<typeof setTimeout> | undefined;

    constructor(
        readonly text: Y.Text,
        private readonly schema: Schema,
        private readonly host: Host,
        private readonly origin: object,
        private readonly single = false,
    ) {
        text.observe(this.observer);
        this.show();
    }

    destroy(): void {
        this.host.readInput();
        clearTimeout(this.timer);
        this.text.unobserve(this.observer);
    }

    /** Takes a transaction that has just been applied to the editor. */
    onTransaction(before: EditorState, tr: Transaction): void {
        if (!tr.docChanged || tr.getMeta(REMOTE)) return;
        this.write(difference(before.doc, tr.doc, tr.mapping), before.doc);
    }

    /** Shows what waited for a word to be composed; to be called when one is done. */
    catchUp(): void {
        if (this.unseen.length === 0 && !containsReplacement(this.text)) return;
        this.host.readInput();
        this.show();
    }

    stickySelection(): StickySelection {
        const { anchor, head } = this.sides();
        return {
            anchor: this.stick(this.host.state.selection.anchor, anchor),
            head: this.stick(this.host.state.selection.head, head),
        };
    }

    /** The position in the editor of a place in the text; nothing when it is in another text. */
    resolve(place: Y.RelativePosition): number | undefined {
        const absolute = Y.createAbsolutePositionFromRelativePosition(place, this.document);
        if (absolute?.type !== this.text) return undefined;
        return positionOf(this.host.state.doc, placeBefore(this.unseen, absolute.index));
    }

    /** The positions in the editor of indexes of the text, which are given in order. */
    positionsOf(indexes: readonly number[]): number[] {
        const shown = indexes.map((index) => placeBefore(this.unseen, index));
        return positionsOf(this.host.state.doc, shown);
    }

    /** The index in the text of a position in the editor. */
    indexOf(position: number, side: Side): number {
        const place = placeAfter(this.unseen, cellAt(this.host.state.doc, position), side);
        return Math.min(place, this.text.length);
    }

    select(selection: StickySelection): void {
        const anchor = this.resolve(selection.anchor);
        const head = this.resolve(selection.head);
        if (anchor === undefined || head === undefined) return;
        const { tr, doc, storedMarks } = this.host.state;
        const next = TextSelection.between(doc.resolve(anchor), doc.resolve(head));
        if (!next.eq(this.host.state.selection)) {
            this.host.update(tr.setSelection(next).setStoredMarks(storedMarks).setMeta(REMOTE, true));
        }
    }

    private get document(): Y.Doc {
        return this.text.doc!;
    }

    private onText(event: Y.YTextEvent, transaction: Y.Transaction): void {
        if (this.own.has(transaction)) {
            // A surrogate pair that was cut becomes two signs of replacement, of which no event tells.
            if (this.unseen.length === 0 && containsReplacement(this.text)) this.show();
            return;
        }
        this.unseen = composed(this.unseen, event.delta as Operation[]);
        this.host.readInput();
        this.show();
    }

    private write(delta: Operation[], before: Node): void {
        if (delta.length === 0) return;
        this.document.transact((transaction) => {
            this.own.add(transaction);
            this.endLastLine(before);
            const { mine, theirs } = crossed(delta, this.unseen, (cell) => !isLineStart(before, cell));
            this.unseen = theirs;
            this.text.applyDelta(mine);
        }, this.origin);
    }

    /** Merges can take away the last break of a text; whoever writes next puts it back. */
    private endLastLine(shown: Node): void {
        if (this.single || this.text.toString().endsWith('\n')) return;
        const end = this.text.length;
        this.text.insert(end, '\n', {});
        // It is in the editor already, unless what takes it away is still unseen.
        if (placeAfter(this.unseen, cellCount(shown.children), 'right') === end) {
            this.unseen = composed(this.unseen, [{ retain: end }, { insert: '\n' }]);
        }
    }

    /** Shows the text as it is now, but for the line in which a word is being composed. */
    private show(): void {
        const lines = linesOf(this.schema, this.text.toDelta(), this.single);
        if (this.unseen.length === 0 || !this.host.isComposing()) {
            this.draw(reconcile(this.host.state.tr, lines), this.unseen, []);
        } else {
            this.showAround(lines);
        }
        clearTimeout(this.timer);
        if (this.unseen.length > 0) this.timer = setTimeout(() => this.catchUp(), LOOK_AGAIN);
    }

    /**
     * Shows the lines below the caret's and those above, unless its line was joined with them. One after
     * the other: what the view draws on both sides at once it may draw in between as well.
     */
    private showAround(lines: readonly Node[]): void {
        const { $head } = this.host.state.selection;
        if (!$head.parent.isTextblock) return;
        const index = $head.index(0);
        const from = cellAt($head.doc, $head.start());
        const to = from + $head.parent.content.size + 1;
        const lineOf = (cell: number) => lineAt(lines, placeAfter(this.unseen, cell, 'left'));
        const [first, behind] = [lineOf(from), lineOf(to)];
        this.showBut({ from: 0, to }, (tr) => reconcile(tr, lines.slice(behind), index + 1));
        this.showBut({ from, to: Infinity }, (tr) => reconcile(tr, lines.slice(0, first), 0, index));
    }

    private showBut(kept: Stretch, change: (tr: Transaction) => Transaction): void {
        const parts = divided(this.unseen, kept);
        if (parts) this.draw(change(this.host.state.tr), parts.now, parts.later);
    }

    /** Draws what a part of the unseen leads to, while the other part waits. */
    private draw(tr: Transaction, now: Operation[], later: Operation[]): void {
        const { selection, storedMarks, doc } = this.host.state;
        this.unseen = later;
        if (!tr.docChanged) return;
        const { anchor, head } = this.sides();
        const after = (position: number, side: Side) =>
            positionOf(tr.doc, placeAfter(now, cellAt(doc, position), side));
        tr.setSelection(
            selectionAt(selection, tr.doc, after(selection.anchor, anchor), after(selection.head, head)),
        );
        tr.setMeta(REMOTE, true).setMeta('addToHistory', false).setStoredMarks(storedMarks);
        this.host.update(tr);
    }

    /**
     * A caret sticks to the word on its left, at the start of a line to what follows; the ends of a
     * selection stick inwards.
     */
    private sides(): { anchor: Side; head: Side } {
        const { empty, anchor, head, $head } = this.host.state.selection;
        if (!empty)
            return anchor < head ? { anchor: 'right', head: 'left' } : { anchor: 'left', head: 'right' };
        const side = $head.parentOffset > 0 ? 'left' : 'right';
        return { anchor: side, head: side };
    }

    private stick(position: number, side: Side): Y.RelativePosition {
        const index = this.indexOf(position, side);
        return Y.createRelativePositionFromTypeIndex(this.text, index, side === 'left' ? -1 : 0);
    }
}

/** Which of these lines begins at a cell. */
function lineAt(lines: readonly Node[], cell: number): number {
    let index = 0;
    for (let at = 0; at < cell && index < lines.length; index++) at += lines[index]!.content.size + 1;
    return index;
}

function containsReplacement(text: Y.Text): boolean {
    return text.toString().includes('\ufffd');
}
