import { Plugin } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { type TextBinding } from './binding/text-binding.ts';

/** Somebody as the server names her; colours come with the name. */
export interface Person {
    readonly id: string;
    readonly name: string;
    readonly color: string;
}

export interface PresenceState {
    user?: Person;
    cursor?: { anchor: unknown; head: unknown } | null;
}

/** Tells a view to draw the carets of others anew. */
export const CURSORS = 'rotfaden-cursors';

/** The carets and selections of others, each with a name. */
export function cursors(awareness: Awareness, binding: () => TextBinding | undefined): Plugin {
    return new Plugin({
        props: {
            decorations(state) {
                const bound = binding();
                if (!bound) return null;
                const decorations: Decoration[] = [];
                awareness.getStates().forEach((presence: PresenceState, client: number) => {
                    if (client === awareness.clientID || !presence.user || !presence.cursor) return;
                    const anchor = resolve(bound, presence.cursor.anchor);
                    const head = resolve(bound, presence.cursor.head);
                    if (anchor === undefined || head === undefined) return;
                    const [from, to] = anchor < head ? [anchor, head] : [head, anchor];
                    const user = presence.user;
                    if (from < to) {
                        decorations.push(
                            Decoration.inline(from, to, {
                                class: 'rf-selection',
                                style: `--rf-person: ${user.color}`,
                            }),
                        );
                    }
                    decorations.push(
                        Decoration.widget(head, () => caret(user), {
                            key: `${client}`,
                            side: 10,
                            ignoreSelection: true,
                        }),
                    );
                });
                return DecorationSet.create(state.doc, decorations);
            },
        },
    });
}

function resolve(binding: TextBinding, place: unknown): number | undefined {
    try {
        return binding.resolve(Y.createRelativePositionFromJSON(place));
    } catch {
        return undefined;
    }
}

function caret(user: Person): HTMLElement {
    const element = document.createElement('span');
    element.className = 'rf-caret';
    element.style.setProperty('--rf-person', user.color);
    element.setAttribute('aria-hidden', 'true');
    element.dataset.name = user.name;
    return element;
}
