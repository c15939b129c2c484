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
        const button = make('button', { type: 'button', class: 'bare' }, act?.name ?? '');
        button.addEventListener('click', () => {
            this.end();
            act?.run();
        });
        if (act) line.append(button);
        this.element.replaceChildren(line);
        if (act && document.activeElement === document.body) button.focus({ preventScroll: true });
        this.goSoon();
    }

    /** Not while somebody is about to press it. */
    private goSoon(): void {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => {
            if (this.element.matches(':hover, :focus-within')) this.goSoon();
            else this.end();
        }, SHOWN);
    }

    end(): void {
        clearTimeout(this.timer);
        this.element.replaceChildren();
    }
}
