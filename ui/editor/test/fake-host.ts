import { EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import * as Y from 'yjs';
import { type Host, TextBinding } from '../src/binding/text-binding.ts';
import { textSchema } from '../src/schema.ts';

/** An editor without a screen. */
export class FakeHost implements Host {
    state = EditorState.create({ schema: textSchema });
    composing = false;
    /** What a phone's keyboard did on the screen and nobody has read yet. */
    onScreen: ((state: EditorState) => Transaction) | undefined;
    readonly binding: TextBinding;

    constructor(readonly doc: Y.Doc) {
        this.binding = new TextBinding(doc.getText('text'), textSchema, this, {});
    }

    isComposing(): boolean {
        return this.composing;
    }

    readInput(): void {
        const { onScreen } = this;
        this.onScreen = undefined;
        if (onScreen) this.update(onScreen(this.state));
    }

    update(tr: Transaction): void {
        const before = this.state;
        this.state = before.apply(tr);
        // The first transaction comes while the binding is being made.
        this.binding?.onTransaction(before, tr);
    }

    /** Types at the caret, or instead of what is selected. */
    type(words: string): void {
        const { from, to } = this.state.selection;
        this.replace(from, to, words);
    }

    /** Puts words into the place of others and the caret behind them, as a browser does that composes. */
    replace(from: number, to: number, words: string): void {
        const tr = this.state.tr;
        if (words) tr.insertText(words, from, to);
        else tr.delete(from, to);
        this.update(tr.setSelection(TextSelection.create(tr.doc, from + words.length)));
    }

    select(anchor: number, head = anchor): void {
        this.update(this.state.tr.setSelection(TextSelection.create(this.state.doc, anchor, head)));
    }

    /** Lines as text, each with the attributes that are set. */
    lines(): string[] {
        const lines: string[] = [];
        this.state.doc.forEach((line) => lines.push(line.textContent));
        return lines;
    }
}

export function documentWith(...lines: string[]): Y.Doc {
    const doc = new Y.Doc();
    doc.getText('text').insert(0, lines.map((line) => line + '\n').join(''));
    return doc;
}

export function sync(a: Y.Doc, b: Y.Doc): void {
    Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
}
