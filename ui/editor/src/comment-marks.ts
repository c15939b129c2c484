import { Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { type EditorState } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';

/** How words look on which comments hang. */
export interface Mark {
    readonly id: string;
    readonly from: number;
    readonly to: number;
    readonly look: string;
}

interface Change {
    readonly gone: Decoration[];
    readonly come: Mark[];
}

const KEY = new PluginKey<DecorationSet>('rotfaden-comments');

/** Draws the words on which comments hang. What is typed takes the marks along; they are not looked for again. */
export function commentMarks(): Plugin<DecorationSet> {
    return new Plugin<DecorationSet>({
        key: KEY,
        state: {
            init: () => DecorationSet.empty,
            apply(tr, marks) {
                const mapped = marks.map(tr.mapping, tr.doc);
                const change = tr.getMeta(KEY) as Change | undefined;
                return change ? mapped.remove(change.gone).add(tr.doc, change.come.map(decoration)) : mapped;
            },
        },
        props: { decorations: (state) => KEY.getState(state) },
    });
}

function decoration({ id, from, to, look }: Mark): Decoration {
    return Decoration.inline(from, to, { class: look }, { id, look });
}

/** The marks that touch a stretch, or all. */
export function marksIn(state: EditorState, from?: number, to?: number): Mark[] {
    const marks = KEY.getState(state)?.find(from, to) ?? [];
    return marks.map(({ from, to, spec }) => ({ from, to, id: spec.id, look: spec.look }));
}

/** What turns the marks that are drawn into others, and touches only those that differ; nothing when none does. */
export function redrawn(state: EditorState, marks: readonly Mark[]): Transaction | undefined {
    const wanted = new Map(marks.map((mark) => [mark.id, mark]));
    const gone = (KEY.getState(state)?.find() ?? []).filter(({ from, to, spec }) => {
        const mark = wanted.get(spec.id);
        const stays = mark?.from === from && mark.to === to && mark.look === spec.look;
        if (stays) wanted.delete(spec.id);
        return !stays;
    });
    if (gone.length === 0 && wanted.size === 0) return undefined;
    return state.tr.setMeta(KEY, { gone, come: [...wanted.values()] }).setMeta('addToHistory', false);
}
