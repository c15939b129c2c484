import { make } from './dom.ts';
import { type Part } from './part.ts';
import { type Words } from './words.ts';

/** Fewer headings than this are seen without help. */
const FEWEST = 3;

interface Heading {
    readonly part: Part;
    /** Where it begins in the text of its part. */
    readonly at: number;
    readonly level: number;
    readonly words: string;
}

/** The headings of a long text, each leading to its place. Without many headings it is not there. */
export class Outline {
    private readonly element = make('nav', { class: 'rf-outline', hidden: '' });
    private readonly list = make('ol');
    private frame: number | undefined;
    private drawn = '';

    constructor(
        place: HTMLElement,
        words: Words,
        private readonly parts: readonly Part[],
    ) {
        this.element.setAttribute('aria-label', words.outline);
        this.element.append(make('h2', { 'aria-hidden': 'true' }, words.outline), this.list);
        place.append(this.element);
        this.redraw();
    }

    /** Draws it with the next picture; however many changes came before. */
    redraw(): void {
        this.frame ??= requestAnimationFrame(() => {
            this.frame = undefined;
            this.draw();
        });
    }

    destroy(): void {
        if (this.frame !== undefined) cancelAnimationFrame(this.frame);
        this.element.remove();
    }

    private draw(): void {
        const headings = this.parts.flatMap(headingsOf);
        const now = JSON.stringify(headings.map(({ level, words }) => [level, words]));
        if (now === this.drawn) return;
        this.drawn = now;
        this.element.hidden = headings.length < FEWEST;
        this.list.replaceChildren(...headings.map((heading, index) => this.row(heading, index)));
    }

    private row({ level, words }: Heading, index: number): HTMLElement {
        const link = make('button', { type: 'button', class: `rf-outline-${level}` }, words);
        link.addEventListener('click', () => {
            this.element.closest<HTMLElement>('[popover]')?.hidePopover?.();
            const heading = this.parts.flatMap(headingsOf)[index];
            heading?.part.showFrom(heading.at);
        });
        return make('li', {}, link);
    }
}

function headingsOf(part: Part): Heading[] {
    const headings: Heading[] = [];
    part.state.doc.forEach((line, at) => {
        const words = line.textContent.trim();
        const level = Number(line.attrs.header);
        if (level > 0 && words) headings.push({ part, at, level, words });
    });
    return headings;
}
