import { type SavedState } from './connection.ts';
import { make } from './dom.ts';

/** What stays so for this long is worth a word to those who do not see it, in ms. */
const LASTING = 3000;

const GOOD: readonly SavedState[] = ['saved', 'read-only'];
const UNDER_WAY: readonly SavedState[] = ['loading', 'saving'];

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
        if (GOOD.includes(state)) {
            this.forget();
            if (this.told) this.spoken.textContent = sentence;
            this.told = undefined;
        } else if (UNDER_WAY.includes(state) || state === this.told) {
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
