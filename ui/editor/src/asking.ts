import { wordsAt } from './commands.ts';
import { make } from './dom.ts';
import { icon, icons } from './icons.ts';
import { COVERED, type Part } from './part.ts';
import { type Passage, passageAt } from './passages.ts';
import { type Words } from './words.ts';

/** Words on which somebody wants to comment. */
export interface Wanted extends Passage {
    /** The first of them. */
    readonly words: string;
}

interface Selected {
    readonly part: Part;
    readonly from: number;
    readonly to: number;
}

/** So many words go along, in characters. */
const MOST_WORDS = 300;

/** How long a selection stays as it is before something is offered for it, in ms. */
const SETTLED = 200;

/** How far from the selection the button stands, in pixels: fingers have handles below it. */
const APART = { fine: 6, coarse: 40 };

/** Offers to comment on what is selected, to writers and readers alike: by a button at the words and by a key. */
export class Asking {
    private readonly button: HTMLButtonElement;
    private isOn = false;
    private isPressed = false;
    private offered: Selected | undefined;
    private settling: ReturnType<typeof setTimeout> | undefined;
    private readonly onSelection = () => this.offerSoon();
    private readonly onPointerDown = (event: Event) => {
        this.isPressed = !this.button.contains(event.target as Node);
    };
    private readonly onPointerUp = () => {
        this.isPressed = false;
        this.offerSoon();
    };
    private readonly onKey = (event: KeyboardEvent) => this.press(event);

    constructor(
        private readonly element: HTMLElement,
        private readonly parts: readonly Part[],
        words: Words,
        private readonly want: (wanted: Wanted) => void,
    ) {
        this.button = make(
            'button',
            {
                type: 'button',
                class: 'rf-comment-this',
                hidden: '',
                tabindex: '-1',
                'aria-keyshortcuts': isMac() ? 'Meta+Alt+M' : 'Control+Alt+M',
            },
            icon(icons.comment),
            words.comment,
        );
        this.button.addEventListener('mousedown', (event) => event.preventDefault());
        this.button.addEventListener('click', () => this.ask(this.selected() ?? this.offered));
        element.append(this.button);
        document.addEventListener('selectionchange', this.onSelection);
        document.addEventListener('pointerdown', this.onPointerDown);
        document.addEventListener('pointerup', this.onPointerUp);
        document.addEventListener('pointercancel', this.onPointerUp);
        document.addEventListener('keydown', this.onKey, true);
    }

    destroy(): void {
        clearTimeout(this.settling);
        document.removeEventListener('selectionchange', this.onSelection);
        document.removeEventListener('pointerdown', this.onPointerDown);
        document.removeEventListener('pointerup', this.onPointerUp);
        document.removeEventListener('pointercancel', this.onPointerUp);
        document.removeEventListener('keydown', this.onKey, true);
        this.button.remove();
    }

    setOn(isOn: boolean): void {
        this.isOn = isOn;
        this.offer();
    }

    /** Asks for a comment on the words that are selected, or else on the word at the caret. */
    askHere(): boolean {
        return this.ask(this.selected() ?? this.wordAtCaret());
    }

    /** The words moved: what is offered for them moves along. */
    onChange(): void {
        if (!this.button.hidden) this.offerSoon();
    }

    private ask(selected: Selected | undefined): boolean {
        const wanted = this.isOn && selected && wantedIn(selected);
        if (!wanted) return false;
        this.button.hidden = true;
        this.want(wanted);
        return true;
    }

    /**
     * Under Windows the keys write a letter on many keyboards (AltGr, which is Ctrl and Alt, and M are µ). With words
     * selected nobody means the letter; without, it is left to whoever writes.
     */
    private press(event: KeyboardEvent): void {
        const isM = event.key.toLowerCase() === 'm' || event.code === 'KeyM';
        const third = navigator.platform.startsWith('Win') && event.getModifierState('AltGraph');
        const both = event.altKey && (isMac() ? event.metaKey : event.ctrlKey);
        if (!isM || !(third || both)) return;
        const selected = this.selected() ?? (third ? undefined : this.wordAtCaret());
        if (this.ask(selected)) {
            event.preventDefault();
            event.stopPropagation();
        }
    }

    private offerSoon(): void {
        clearTimeout(this.settling);
        if (!this.isOn) return;
        if (!this.selected()) this.button.hidden = true;
        this.settling = setTimeout(() => this.offer(), SETTLED);
    }

    private offer(): void {
        const selected = this.isOn && !this.isPressed ? this.selected() : undefined;
        this.offered = selected && wantedIn(selected) ? selected : undefined;
        this.button.hidden = !this.offered;
        if (this.offered) this.place(this.offered);
    }

    /** Above the words, or below where above is no room; for fingers below. */
    private place({ part, from, to }: Selected): void {
        const coarse = matchMedia('(pointer: coarse)').matches;
        const apart = coarse ? APART.coarse : APART.fine;
        const begin = part.view.coordsAtPos(from, 1);
        const end = part.view.coordsAtPos(to, -1);
        const { offsetHeight: height, offsetWidth: width } = this.button;
        const above = begin.top - apart - height;
        const isBelow = coarse || above < COVERED.top;
        const lowest = window.innerHeight - COVERED.bottom - height;
        const top = isBelow ? Math.max(COVERED.top, Math.min(end.bottom + apart, lowest)) : above;
        const left = Math.max(
            8,
            Math.min(isBelow ? end.left : begin.left, document.documentElement.clientWidth - width - 8),
        );
        const origin = this.element.getBoundingClientRect();
        this.button.style.top = `${Math.round(top - origin.top)}px`;
        this.button.style.left = `${Math.round(left - origin.left)}px`;
    }

    /** What is selected; of a selection that reaches over several texts what is in the first of them. */
    private selected(): Selected | undefined {
        const selection = document.getSelection();
        if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
        const range = selection.getRangeAt(0);
        for (const part of this.parts) {
            const { dom } = part.view;
            if (!range.intersectsNode(dom)) continue;
            const inside = (node: Node) => dom.contains(node);
            const from = inside(range.startContainer)
                ? part.view.posAtDOM(range.startContainer, range.startOffset)
                : 1;
            const to = inside(range.endContainer)
                ? part.view.posAtDOM(range.endContainer, range.endOffset)
                : part.state.doc.content.size - 1;
            if (from < to) return { part, from, to };
        }
        return undefined;
    }

    private wordAtCaret(): Selected | undefined {
        const part = this.parts.find(({ view }) => view.editable && view.hasFocus());
        if (!part) return undefined;
        const { from, to } = wordsAt(part.state);
        return { part, from, to };
    }
}

function isMac(): boolean {
    return /Mac|iP/.test(navigator.platform);
}

/** The words of a selection without what is blank around them; nothing when there are none. */
function wantedIn({ part, from, to }: Selected): Wanted | undefined {
    const { doc } = part.state;
    const all = doc.textBetween(from, to, '\n', '\ufffc');
    const words = all.trim();
    if (!words) return undefined;
    const text = part.binding.text;
    const first = part.binding.indexOf(from, 'right') + all.length - all.trimStart().length;
    const behind = part.binding.indexOf(to, 'left') - (all.length - all.trimEnd().length);
    if (first >= behind) return undefined;
    return {
        ...passageAt(text, part.name, { from: first, to: behind }),
        words: words.slice(0, MOST_WORDS).replace(/[\ud800-\udbff]$/, ''),
    };
}
