import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { type News } from './connection.ts';
import { make } from './dom.ts';
import { type PresenceState } from './cursors.ts';
import { type Words } from './words.ts';

/** Screen readers hear of changes by others at most this often, in ms. */
const PAUSE = 5000;

const SWITCH = 'rotfaden-announce';

/** Tells screen readers politely that others write, gathered, and only while that is wanted. */
export class Announcer {
    readonly element = make('div', { class: 'rf-for-screen-readers', 'aria-live': 'polite' });
    private timer: ReturnType<typeof setTimeout> | undefined;
    private readonly writers = new Set<number>();

    /** @param newsIn what a transaction with this origin brings */
    constructor(
        doc: Y.Doc,
        private readonly awareness: Awareness,
        private readonly words: Words,
        newsIn: (origin: unknown) => News,
    ) {
        doc.on('afterTransaction', (transaction: Y.Transaction) => {
            const news = newsIn(transaction.origin);
            if (news === 'none' || transaction.changed.size === 0) return;
            if (news === 'now') this.note(transaction);
            this.timer ??= setTimeout(() => this.say(), PAUSE);
        });
    }

    get isOn(): boolean {
        return localStorage.getItem(SWITCH) !== 'off';
    }

    setOn(on: boolean): void {
        localStorage.setItem(SWITCH, on ? 'on' : 'off');
    }

    destroy(): void {
        clearTimeout(this.timer);
    }

    private note({ beforeState, afterState }: Y.Transaction): void {
        afterState.forEach((clock, client) => {
            if (clock !== beforeState.get(client)) this.writers.add(client);
        });
    }

    private say(): void {
        this.timer = undefined;
        const states = this.awareness.getStates() as Map<number, PresenceState>;
        const names = new Set(
            [...this.writers].map((client) => states.get(client)?.user?.name).filter(Boolean),
        );
        this.writers.clear();
        if (this.isOn) {
            this.element.textContent =
                names.size > 0 ? this.words.changedBy([...names].join(', ')) : this.words.changed;
        }
    }
}
