import { EditorState, type Transaction } from 'prosemirror-state';
import * as Y from 'yjs';
import { type Host, TextBinding } from '../src/binding/text-binding.ts';
import { textSchema } from '../src/schema.ts';

/** An editor without a screen. */
export class FakeHost implements Host {
    state = EditorState.create({ schema: textSchema });
    composing = false;
    readonly binding: TextBinding;

    constructor(readonly doc: Y.Doc) {
        this.binding = new TextBinding(doc.getText('text'), textSchema, this, {});
    }

    isComposing(): boolean {
        return this.composing;
    }

    update(tr: Transaction): void {
        const before = this.state;
        this.state = before.apply(tr);
        // The first transaction comes while the binding is being made.
        this.binding?.onTransaction(before, tr);
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
