import { toggleMark } from 'prosemirror-commands';
import { type MarkType, type Node } from 'prosemirror-model';
import { type Command, type EditorState, TextSelection, type Transaction } from 'prosemirror-state';
import { DEEPEST_INDENT, textSchema } from './schema.ts';

const PLAIN = { header: null, list: null, indent: 0, blockquote: false };

/** Changes the lines that the selection touches. */
function changeLines(change: (attrs: Record<string, unknown>) => Record<string, unknown> | null): Command {
    return (state, dispatch) => {
        const tr = state.tr;
        forSelectedLines(state, (line, position) => {
            const changed = change(line.attrs);
            if (changed) tr.setNodeMarkup(position, null, { ...line.attrs, ...changed });
        });
        if (!tr.docChanged) return false;
        dispatch?.(tr.scrollIntoView());
        return true;
    };
}

function forSelectedLines(state: EditorState, visit: (line: Node, position: number) => void): void {
    const { from, to } = state.selection;
    state.doc.nodesBetween(from, to, (node, position) => {
        if (node.type.name === 'line') visit(node, position);
        return node.type.name === 'doc';
    });
}

/** Gives lines a form, or takes it away when all of them have it. */
function toggleLines(form: Record<string, unknown>): Command {
    return (state, dispatch) => {
        const on = isLineActive(state, form);
        return changeLines(() => (on ? PLAIN : { ...PLAIN, ...form }))(state, dispatch);
    };
}

export function isLineActive(state: EditorState, form: Record<string, unknown>): boolean {
    let all = true;
    forSelectedLines(state, (line) => {
        all &&= Object.entries(form).every(([key, value]) => line.attrs[key] === value);
    });
    return all;
}

export function isMarkActive(state: EditorState, type: MarkType): boolean {
    const { from, to, empty, $from } = state.selection;
    return empty
        ? type.isInSet(state.storedMarks ?? $from.marks()) !== undefined
        : state.doc.rangeHasMark(from, to, type);
}

export const heading = (level: number): Command => toggleLines({ header: level });
export const bulletList: Command = toggleLines({ list: 'bullet' });
export const orderedList: Command = toggleLines({ list: 'ordered' });
export const quotation: Command = toggleLines({ blockquote: true });
export const bold: Command = toggleMark(textSchema.marks.bold!);
export const italic: Command = toggleMark(textSchema.marks.italic!);
export const underline: Command = toggleMark(textSchema.marks.underline!);
export const strike: Command = toggleMark(textSchema.marks.strike!);

export const indent: Command = changeLines(({ list, indent }) =>
    list && (indent as number) < DEEPEST_INDENT ? { indent: (indent as number) + 1 } : null,
);

export const outdent: Command = changeLines(({ list, indent }) =>
    !list ? null : (indent as number) > 0 ? { indent: (indent as number) - 1 } : { list: null },
);

/** Enter: an empty list item or quotation ends it; a heading is followed by a plain line. */
export const enter: Command = (state, dispatch) => {
    const { $from, empty } = state.selection;
    const { list, blockquote, header } = $from.parent.attrs;
    if (empty && $from.parent.content.size === 0 && (list || blockquote)) {
        return outdentOrEnd(state, dispatch);
    }
    const tr = state.tr.deleteSelection();
    const $at = tr.selection.$from;
    const atEnd = $at.parentOffset === $at.parent.content.size;
    const after = header && atEnd ? { ...$at.parent.attrs, ...PLAIN } : $at.parent.attrs;
    tr.split($at.pos, 1, [{ type: textSchema.nodes.line!, attrs: after }]);
    dispatch?.(tr.scrollIntoView());
    return true;
};

const outdentOrEnd: Command = (state, dispatch) =>
    state.selection.$from.parent.attrs.indent > 0
        ? outdent(state, dispatch)
        : changeLines(() => PLAIN)(state, dispatch);

/** Backspace at the start of a line takes its form away first, then joins it with the one before. */
export const backspace: Command = (state, dispatch) => {
    const { $from, empty } = state.selection;
    if (!empty || $from.parentOffset > 0) return false;
    const { header, list, blockquote } = $from.parent.attrs;
    if (header || list || blockquote)
        return list ? outdent(state, dispatch) : changeLines(() => PLAIN)(state, dispatch);
    return false;
};

/** The address of the link at the caret. */
export function linkAt(state: EditorState): string | undefined {
    return textSchema.marks.link!.isInSet(state.selection.$head.marks())?.attrs.href;
}

/** Sets or removes the link of the selection; with nothing selected, of the word at the caret. */
export function setLink(state: EditorState, href: string | null): Transaction {
    const type = textSchema.marks.link!;
    const { from, to } = wordsAt(state);
    const tr = state.tr.removeMark(from, to, type);
    return href ? tr.addMark(from, to, type.create({ href })) : tr;
}

/** What is selected, or else the word at the caret; without one, the caret. */
export function wordsAt(state: EditorState): { from: number; to: number } {
    return state.selection.empty ? wordAt(state) : state.selection;
}

function wordAt(state: EditorState): { from: number; to: number } {
    const { $head } = state.selection;
    const text = $head.parent.textBetween(0, $head.parent.content.size, undefined, '\ufffc');
    let from = $head.parentOffset;
    let to = from;
    while (from > 0 && /\S/.test(text[from - 1]!)) from--;
    while (to < text.length && /\S/.test(text[to]!)) to++;
    return { from: $head.start() + from, to: $head.start() + to };
}

export function caretAtStart(state: EditorState): boolean {
    return state.selection.empty && state.selection.head <= 1;
}

export function caretAtEnd(state: EditorState): boolean {
    return state.selection.empty && state.selection.head >= state.doc.content.size - 1;
}

export function atEnd(state: EditorState): TextSelection {
    return TextSelection.atEnd(state.doc) as TextSelection;
}
