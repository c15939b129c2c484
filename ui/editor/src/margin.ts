import { marksIn } from './comment-marks.ts';
import { make } from './dom.ts';
import { type Part } from './part.ts';
import { type Words } from './words.ts';

/** How high a button is, in pixels: what a mouse needs, and what a finger needs. */
const SIZE = { fine: 24, coarse: 44 };

/** So many words tell one line from others, in characters. */
const LINE_NAME = 40;

/** The comments that begin in a line. */
interface Line {
    readonly middle: number;
    readonly ids: string[];
    /** The words on which the first of them hangs. */
    readonly words: string;
}

/**
 * How many comments begin in which line, beside the text and not in it: whoever writes does not meet the buttons,
 * and the key Tab finds one of them behind the text, from which arrows lead to the others (ARIA APG, toolbar).
 */
export class Margin {
    private readonly element: HTMLElement;
    private readonly buttons = new Map<string, HTMLButtonElement>();
    private readonly size = matchMedia('(pointer: coarse)').matches ? SIZE.coarse : SIZE.fine;
    private readonly resized: ResizeObserver | undefined;
    private frame: number | undefined;

    /** @param press told the ids of the comments at a line */
    constructor(
        private readonly part: Part,
        private readonly words: Words,
        private readonly press: (ids: readonly string[]) => void,
    ) {
        this.element = make('div', {
            role: 'toolbar',
            'aria-orientation': 'vertical',
            'aria-label': words.commentsOn(part.name),
            class: 'rf-margin',
            hidden: '',
        });
        this.element.addEventListener('keydown', (event) => this.move(event));
        part.place.append(this.element);
        if (typeof ResizeObserver !== 'undefined') {
            this.resized = new ResizeObserver(() => this.redraw());
            this.resized.observe(part.view.dom);
        }
    }

    destroy(): void {
        if (this.frame !== undefined) cancelAnimationFrame(this.frame);
        this.resized?.disconnect();
        this.element.remove();
    }

    /** Draws it with the next picture; however many changes came before. */
    redraw(): void {
        this.frame ??= requestAnimationFrame(() => {
            this.frame = undefined;
            this.draw();
        });
    }

    private draw(): void {
        const lines = this.lines();
        const hadFocus = this.element.contains(document.activeElement);
        const known = new Set<string>();
        let before: HTMLButtonElement | undefined;
        for (const line of lines) {
            const key = line.ids[0]!;
            const button = this.buttons.get(key) ?? this.button(key);
            known.add(key);
            this.show(button, line);
            const place = before ? before.nextSibling : this.element.firstChild;
            if (place !== button) this.element.insertBefore(button, place);
            before = button;
        }
        for (const [key, button] of this.buttons) {
            if (known.has(key)) continue;
            button.remove();
            this.buttons.delete(key);
        }
        this.element.hidden = lines.length === 0;
        const first = this.element.querySelector('button');
        if (first && !this.element.querySelector('button[tabindex="0"]')) first.tabIndex = 0;
        if (hadFocus && !this.element.contains(document.activeElement)) first?.focus({ preventScroll: true });
    }

    private show(button: HTMLButtonElement, { middle, ids, words }: Line): void {
        const name = this.words.commentsHere(ids.length, words);
        const count = String(ids.length);
        const top = `${Math.round(middle - this.size / 2)}px`;
        if (button.textContent !== count) button.textContent = count;
        if (button.getAttribute('aria-label') !== name) button.setAttribute('aria-label', name);
        if (button.style.top !== top) button.style.top = top;
        button.dataset.ids = JSON.stringify(ids);
    }

    private button(key: string): HTMLButtonElement {
        const button = make('button', { type: 'button', class: 'rf-comments-here', tabindex: '-1' });
        button.addEventListener('click', () => this.press(JSON.parse(button.dataset.ids!) as string[]));
        this.buttons.set(key, button);
        return button;
    }

    /** Lines that are closer to each other than buttons are high share one. */
    private lines(): Line[] {
        const lines: Line[] = [];
        for (const { middle, ids, words } of this.begins()) {
            const last = lines.at(-1);
            if (last && middle - last.middle < this.size) last.ids.push(...ids);
            else lines.push({ middle, ids, words });
        }
        return lines;
    }

    /**
     * How far below the top of the text comments begin. All is read at one go, so that the page is laid out once,
     * and from what is drawn, which knows its place better than the document knows it.
     */
    private begins(): Line[] {
        const waiting = new Map(
            marksIn(this.part.state)
                .filter(({ look }) => !look.includes('rf-comment-resolved'))
                .map(({ id, look }) => [/rf-comment-\d+/.exec(look)![0], id]),
        );
        const top = this.part.place.getBoundingClientRect().top;
        const begins: Line[] = [];
        for (const drawn of this.part.view.dom.querySelectorAll('.rf-comment')) {
            const begun = [...drawn.classList].filter((name) => waiting.has(name));
            const line = begun.length > 0 ? drawn.getClientRects()[0] : undefined;
            if (!line) continue;
            begins.push({
                middle: line.top + line.height / 2 - top,
                ids: begun.map((name) => waiting.get(name)!),
                words: shortened(drawn.textContent ?? ''),
            });
            begun.forEach((name) => waiting.delete(name));
        }
        return begins;
    }

    private move(event: KeyboardEvent): void {
        const buttons = [...this.element.querySelectorAll('button')];
        const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
        const last = buttons.length - 1;
        const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last }[event.key];
        if (at < 0 || next === undefined) return;
        event.preventDefault();
        const target = buttons[Math.max(0, Math.min(next, last))]!;
        buttons.forEach((button) => (button.tabIndex = button === target ? 0 : -1));
        target.focus();
    }
}

function shortened(line: string): string {
    const words = line.trim();
    return words.length <= LINE_NAME ? words : words.slice(0, LINE_NAME).replace(/\S*$/, '') + '…';
}
