import { type Command, EditorState, TextSelection } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import * as commands from '../src/commands.ts';
import { linkAddress, textSchema } from '../src/schema.ts';

const line = textSchema.nodes.line!;

/** A state with lines of a form, the caret at a place. */
function state(caret: number, ...lines: [words: string, form?: Record<string, unknown>][]): EditorState {
    const doc = textSchema.nodes.doc!.create(
        null,
        lines.map(([words, form]) => line.create(form ?? null, words ? textSchema.text(words) : undefined)),
    );
    return EditorState.create({ doc, selection: TextSelection.create(doc, caret) });
}

function after(before: EditorState, command: Command): EditorState {
    let next = before;
    command(before, (tr) => (next = before.apply(tr)));
    return next;
}

function shown({ doc }: EditorState): string[] {
    return doc.children.map(({ textContent, attrs }) => {
        const form = attrs.header
            ? `h${attrs.header} `
            : attrs.list
              ? `${attrs.list}${attrs.indent} `
              : attrs.blockquote
                ? '> '
                : '';
        return form + textContent;
    });
}

describe('Enter', () => {
    it('splits a list item into two of the same form', () => {
        expect(shown(after(state(3, ['abcd', { list: 'bullet', indent: 1 }]), commands.enter))).toEqual([
            'bullet1 ab',
            'bullet1 cd',
        ]);
    });

    it('in an empty list item climbs out of the list step by step', () => {
        const deep = state(1, ['', { list: 'bullet', indent: 1 }]);
        const once = after(deep, commands.enter);
        expect(shown(once)).toEqual(['bullet0 ']);
        expect(shown(after(once, commands.enter))).toEqual(['']);
    });

    it('behind a heading goes on with plain text, inside of it splits the heading', () => {
        expect(shown(after(state(3, ['ab', { header: 2 }]), commands.enter))).toEqual(['h2 ab', '']);
        expect(shown(after(state(2, ['ab', { header: 2 }]), commands.enter))).toEqual(['h2 a', 'h2 b']);
    });
});

describe('Backspace at the start of a line', () => {
    it('takes the form away before it joins lines', () => {
        expect(shown(after(state(1, ['ab', { header: 1 }]), commands.backspace))).toEqual(['ab']);
        expect(shown(after(state(1, ['ab', { list: 'ordered', indent: 1 }]), commands.backspace))).toEqual([
            'ordered0 ab',
        ]);
        expect(commands.backspace(state(1, ['ab']))).toBe(false);
    });
});

describe('Tab', () => {
    it('indents list items, to a depth, and leaves other lines alone', () => {
        expect(shown(after(state(1, ['a', { list: 'bullet' }]), commands.indent))).toEqual(['bullet1 a']);
        expect(commands.indent(state(1, ['a', { list: 'bullet', indent: 8 }]))).toBe(false);
        expect(commands.indent(state(1, ['a']))).toBe(false);
    });
});

describe('a form', () => {
    it('is given to all lines of a selection, and taken when all have it', () => {
        const two = state(1, ['a'], ['b', { header: 1 }]);
        const all = two.apply(two.tr.setSelection(TextSelection.create(two.doc, 1, 5)));
        const listed = after(all, commands.bulletList);
        expect(shown(listed)).toEqual(['bullet0 a', 'bullet0 b']);
        expect(shown(after(listed, commands.bulletList))).toEqual(['a', 'b']);
    });
});

describe('a link', () => {
    it('is what people type for one, and nothing that runs', () => {
        expect(linkAddress(' example.org/antrag ')).toBe('https://example.org/antrag');
        expect(linkAddress('http://example.org')).toBe('http://example.org');
        expect(linkAddress('mailto:anna@example.org')).toBe('mailto:anna@example.org');
        for (const wrong of ['', 'nachtbus', 'javascript:alert(1)', 'https://zwei worte']) {
            expect(linkAddress(wrong)).toBeUndefined();
        }
    });

    it('goes to the word at the caret, and away again', () => {
        const words = state(6, ['eins zwei drei']);
        const linked = words.apply(commands.setLink(words, 'https://example.org'));
        expect(linked.doc.rangeHasMark(6, 10, textSchema.marks.link!)).toBe(true);
        expect(linked.doc.rangeHasMark(1, 5, textSchema.marks.link!)).toBe(false);
        expect(
            linked.apply(commands.setLink(linked, null)).doc.rangeHasMark(1, 14, textSchema.marks.link!),
        ).toBe(false);
    });
});
