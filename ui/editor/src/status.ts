import { type SavedState } from './connection.ts';
import { make } from './dom.ts';

/** What stays so for this long is worth a word to those who do not see it, in ms. */
const LASTING = 3000;

/** How a text stands: `trouble` passes by itself, after what has `ended` nothing more is saved. */
export type Standing = 'good' | 'under-way' | 'trouble' | 'ended';

const STANDINGS: Readonly<Record<SavedState, Standing>> = {
    saved: 'good',
    'read-only': 'good',
    loading: 'under-way',
    saving: 'under-way',
    offline: 'trouble',
    'catching-up': 'trouble',
    refused: 'ended',
    closed: 'ended',
    'logged-out': 'ended',
    discarded: 'ended',
    newer: 'ended',
};

export function standingOf(state: SavedState): Standing {
    return STANDINGS[state];
}

/**
 * Shows at once how the text stands. Screen readers hear of it only when it stays bad, once, and when it is good
 * again after that.
 */
export class Status {
    readonly element = make('span', { class: 'rf-status' });
    readonly spoken = make('div', { class: 'rf-for-screen-readers', role: 'status' });
    private timer: ReturnType<typeof setTimeout> | undefined;
    private awaited: SavedState | undefined;
    private told: SavedState | undefined;

    show(state: SavedState, sentence: string): void {
        if (this.element.textContent !== sentence) this.element.textContent = sentence;
        const standing = standingOf(state);
        if (standing === 'good') {
            this.forget();
            if (this.told) this.spoken.textContent = sentence;
            this.told = undefined;
        } else if (standing === 'under-way' || state === this.told) {
            this.forget();
        } else if (state !== this.awaited) {
            this.forget();
            this.awaited = state;
            this.timer = setTimeout(() => this.tell(state), LASTING);
        }
    }

    destroy(): void {
        clearTimeout(this.timer);
    }

    private tell(state: SavedState): void {
        this.awaited = undefined;
        this.told = state;
        this.spoken.textContent = this.element.textContent;
    }

    private forget(): void {
        clearTimeout(this.timer);
        this.awaited = undefined;
    }
}
