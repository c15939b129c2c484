import { type Node, type Schema } from 'prosemirror-model';
import { type EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { Mapping } from 'prosemirror-transform';
import * as Y from 'yjs';
import { type Operation } from './cells.ts';
import { cellAt, difference, positionOf } from './difference.ts';
import { linesOf, reconcile } from './reconcile.ts';

/** Marks transactions that bring what others wrote. */
export const REMOTE = 'rotfaden-remote';

/** What the binding needs of an editor. */
export interface Host {
    readonly state: EditorState;
    update(tr: Transaction): void;
    /** Whether an input method is composing a word right now. */
    isComposing(): boolean;
}

/** Where a caret or the ends of a selection stand, independent of what others write. */
export interface StickySelection {
    readonly anchor: Y.RelativePosition;
    readonly head: Y.RelativePosition;
}

/** How long others' changes to a line wait for the word that is being composed in it, in ms. */
const LONGEST_HOLD = 3000;

/**
 * Ties an editor to a shared text: what is typed becomes the smallest Delta that says it, what
 * others write changes only the lines it is in, and carets stay at their words.
 *
 * While an input method composes a word, changes of others to its line are held back together with
 * what is being composed; both are put together when the word is done.
 */
export class TextBinding {
    private readonly observer = (event: Y.YTextEvent, transaction: Y.Transaction) =>
        this.onText(event, transaction);
    private readonly beforeChanges = () => this.keepSelection();
    private sticky: StickySelection | undefined;
    private held: { base: Node; deltas: Operation[][]; timer: ReturnType<typeof setTimeout> } | undefined;
    private writing = false;

    constructor(
        readonly text: Y.Text,
        private readonly schema: Schema,
        private readonly host: Host,
        private readonly origin: object,
        private readonly single = false,
    ) {
        text.observe(this.observer);
        this.document.on('beforeAllTransactions', this.beforeChanges);
        this.show();
    }

    destroy(): void {
        this.release();
        this.text.unobserve(this.observer);
        this.document.off('beforeAllTransactions', this.beforeChanges);
    }

    /** Takes a transaction that has just been applied to the editor. */
    onTransaction(before: EditorState, tr: Transaction): void {
        if (!tr.docChanged || tr.getMeta(REMOTE) || this.held) return;
        this.write(difference(before.doc, tr.doc, tr.mapping));
    }

    /** To be called when a composition has ended, and once more shortly after. */
    release(): void {
        if (!this.held) return;
        const { base, deltas, timer } = this.held;
        clearTimeout(timer);
        this.held = undefined;
        const mine = difference(base, this.host.state.doc, new Mapping());
        this.write(moved(mine, deltas));
        this.show();
    }

    stickySelection(): StickySelection {
        const { selection, doc } = this.host.state;
        const range = !selection.empty;
        const backwards = selection.anchor > selection.head;
        return {
            anchor: this.stick(doc, selection.anchor, range ? backwards : undefined),
            head: this.stick(doc, selection.head, range ? !backwards : undefined),
        };
    }

    /** The position in the editor of a place in the text; nothing when it is in another text. */
    resolve(place: Y.RelativePosition): number | undefined {
        const absolute = Y.createAbsolutePositionFromRelativePosition(place, this.document);
        return absolute?.type === this.text ? positionOf(this.host.state.doc, absolute.index) : undefined;
    }

    /** Shows the text as it is now. */
    show(): void {
        const lines = linesOf(this.schema, this.text.toDelta(), this.single);
        const tr = reconcile(this.host.state.tr, lines);
        if (!tr.docChanged) return;
        tr.setMeta(REMOTE, true).setMeta('addToHistory', false);
        tr.setStoredMarks(this.host.state.storedMarks);
        this.host.update(tr);
        this.restoreSelection();
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

    private write(delta: Operation[]): void {
        if (delta.length === 0) return;
        this.writing = true;
        try {
            this.document.transact(() => {
                this.endLastLine();
                this.text.applyDelta(delta);
            }, this.origin);
        } finally {
            this.writing = false;
        }
    }

    /** Merges can take away the last break of a text; whoever writes next puts it back. */
    private endLastLine(): void {
        if (!this.single && !this.text.toString().endsWith('\n')) {
            this.text.insert(this.text.length, '\n', {});
        }
    }

    private onText(event: Y.YTextEvent, transaction: Y.Transaction): void {
        const delta = event.delta as Operation[];
        if (this.writing && transaction.origin === this.origin) {
            // A surrogate pair that was cut becomes two signs of replacement, of which no event tells.
            if (containsReplacement(this.text)) this.show();
            return;
        }
        if (this.held) {
            this.held.deltas.push(delta);
        } else if (this.host.isComposing() && this.touchesCaretLine(delta)) {
            const timer = setTimeout(() => this.release(), LONGEST_HOLD);
            this.held = { base: this.host.state.doc, deltas: [delta], timer };
        } else {
            this.show();
        }
    }

    private touchesCaretLine(delta: Operation[]): boolean {
        const { doc, selection } = this.host.state;
        const $head = selection.$head;
        const from = cellAt(doc, $head.start());
        const to = cellAt(doc, $head.end());
        let at = 0;
        for (const { retain, insert, delete: removed, attributes } of delta) {
            const length = retain ?? removed ?? 0;
            const changes = insert !== undefined || removed !== undefined || attributes !== undefined;
            if (changes && at <= to + 1 && at + length >= from) return true;
            at += length;
        }
        return false;
    }

    private keepSelection(): void {
        if (!this.writing && !this.held) this.sticky = this.stickySelection();
    }

    private restoreSelection(): void {
        if (this.sticky) this.select(this.sticky);
    }

    /**
     * A caret sticks to the word on its left, at the start of a line to what follows; the ends of a
     * selection stick inwards.
     */
    private stick(doc: Node, position: number, isEnd: boolean | undefined): Y.RelativePosition {
        const $position = doc.resolve(position);
        const left = isEnd ?? $position.parentOffset > 0;
        const index = Math.min(cellAt(doc, position), this.text.length);
        return Y.createRelativePositionFromTypeIndex(this.text, index, left ? -1 : 0);
    }
}

function containsReplacement(text: Y.Text): boolean {
    return text.toString().includes('\ufffd');
}

/**
 * A Delta as it reads after others' Deltas went first. Of what it deletes, only what is still there
 * is deleted; what others put in between stays.
 */
export function moved(delta: Operation[], others: readonly Operation[][]): Operation[] {
    const place = (start: number): Place => {
        let at: Place = { index: start, alive: true };
        for (const other of others) at = moveIndex(at, other);
        return at;
    };
    const edits: { at: number; operation: Operation }[] = [];
    let index = 0;
    for (const operation of delta) {
        if (operation.insert !== undefined) {
            edits.push({ at: place(index).index, operation });
            continue;
        }
        const length = operation.retain ?? operation.delete ?? 0;
        for (let unit = 0; unit < length; unit++, index++) {
            const { index: at, alive } = place(index);
            if (alive && (operation.delete || operation.attributes)) {
                const one = operation.delete
                    ? { delete: 1 }
                    : { retain: 1, attributes: operation.attributes! };
                edits.push({ at, operation: one });
            }
        }
    }
    return sequence(edits);
}

/** Where a unit of text stands now, and whether it is still there. */
interface Place {
    index: number;
    alive: boolean;
}

function moveIndex(from: Place, delta: readonly Operation[]): Place {
    let { index, alive } = from;
    let at = 0;
    for (const { retain, insert, delete: removed } of delta) {
        if (at > index) break;
        if (retain !== undefined) {
            at += retain;
        } else if (insert !== undefined) {
            const length = typeof insert === 'string' ? insert.length : 1;
            if (at <= index) index += length;
            at += length;
        } else if (removed !== undefined) {
            if (index >= at && index < at + removed) {
                alive = false;
                index = at;
            } else if (index >= at + removed) {
                index -= removed;
            }
        }
    }
    return { index, alive };
}

function sequence(edits: { at: number; operation: Operation }[]): Operation[] {
    const out: Operation[] = [];
    let at = 0;
    for (const edit of [...edits].sort((x, y) => x.at - y.at)) {
        if (edit.at > at) {
            out.push({ retain: edit.at - at });
            at = edit.at;
        }
        out.push(edit.operation);
        at += edit.operation.retain ?? edit.operation.delete ?? 0;
    }
    return out;
}
