import { make } from '../dom.ts';

/** How long it is shown, in ms. */
const SHOWN = 10_000;

/** Says what was done, and takes it back when asked. */
export class Notice {
    readonly element = make('div', { class: 'thread-notice', role: 'status' });
    private timer: ReturnType<typeof setTimeout> | undefined;

    /** @param act what can be done about it, and is */
    say(text: string, act?: { readonly name: string; readonly run: () => void }): void {
        clearTimeout(this.timer);
        const line = make('div', { class: 'thread-said' }, make('span', {}, text));
        if (act) {
            const button = make('button', { type: 'button', class: 'bare' }, act.name);
            button.addEventListener('click', () => {
                this.end();
                act.run();
            });
            line.append(button);
        }
        this.element.replaceChildren(line);
        this.timer = setTimeout(() => this.end(), SHOWN);
    }

    end(): void {
        clearTimeout(this.timer);
        this.element.replaceChildren();
    }
}
