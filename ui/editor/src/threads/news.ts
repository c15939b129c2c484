import { make } from '../dom.ts';
import { type ThreadWords } from './words.ts';

/** Screen readers hear of new posts at most this often, in ms. */
const PAUSE = 5000;

/** The same switch as that of the drafting table. */
const ANNOUNCE = 'rotfaden-announce';

/** Tells screen readers politely who has posted, gathered, and only while that is wanted. */
export class News {
    readonly element = make('div', { class: 'for-screen-readers', 'aria-live': 'polite' });
    private readonly names: string[] = [];
    private timer: ReturnType<typeof setTimeout> | undefined;

    constructor(private readonly words: ThreadWords) {}

    note(name: string): void {
        this.names.push(name);
        this.timer ??= setTimeout(() => this.say(), PAUSE);
    }

    end(): void {
        clearTimeout(this.timer);
        this.timer = undefined;
    }

    private say(): void {
        this.timer = undefined;
        const count = this.names.length;
        const names = [...new Set(this.names.splice(0))].join(', ');
        if (News.isOn) this.element.textContent = this.words.announced(names, count);
    }

    static get isOn(): boolean {
        return localStorage.getItem(ANNOUNCE) !== 'off';
    }

    static set isOn(on: boolean) {
        localStorage.setItem(ANNOUNCE, on ? 'on' : 'off');
    }
}
