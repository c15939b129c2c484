// @vitest-environment jsdom
import { TextSelection } from 'prosemirror-state';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { Asking, type Wanted } from '../src/asking.ts';
import { marksIn } from '../src/comment-marks.ts';
import { type Comment, Comments, type CommentsFound } from '../src/comments.ts';
import { Part } from '../src/part.ts';
import * as passages from '../src/passages.ts';
import { textSchema } from '../src/schema.ts';
import { wordsFor } from '../src/words.ts';
import { sync } from './fake-host.ts';
import { random } from './random.ts';

vi.mock('../src/passages.ts', async (original) => {
    const real = await original<typeof passages>();
    return { ...real, whereabouts: vi.fn(real.whereabouts) };
});

Range.prototype.getClientRects = () => [new DOMRect()] as unknown as DOMRectList;
Range.prototype.getBoundingClientRect = () => new DOMRect();
Element.prototype.scrollIntoView = () => {};

/** More than a picture and more than what is gathered, in ms. */
const A_WHILE = 400;

const ROOTS = ['title', 'text', 'reason'] as const;

beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('matchMedia', () => ({ matches: false }));
});

afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    document.body.replaceChildren();
});

/** A screen with three texts and the comments on them. */
class Screen {
    readonly found: CommentsFound[] = [];
    readonly chosen: (readonly string[])[] = [];
    readonly wanted: Wanted[] = [];
    readonly local = {};
    readonly undo: Y.UndoManager;
    readonly parts: Part[];
    readonly comments: Comments;
    readonly asking: Asking;
    editable = true;

    constructor(readonly doc: Y.Doc) {
        const listener = {
            isEditable: () => this.editable,
            onRedraw: (part: Part, byOthers: boolean) => {
                this.comments?.onChange(part, byOthers);
                this.asking?.onChange();
            },
            onSelection: () => {},
            onCaret: (part: Part) => this.comments?.onCaret(part),
            onPress: (part: Part, at: number) => this.comments.onPress(part, at),
            onFocus: () => {},
            leave: () => false,
            undo: () => true,
            redo: () => true,
            askForLink: () => true,
            showShortcuts: () => true,
            refuseTooMuch: () => {},
        };
        const element = document.body.appendChild(document.createElement('div'));
        this.parts = ROOTS.map((name) => {
            const place = element.appendChild(document.createElement('div'));
            const labels = { label: name, hint: '', empty: '' };
            return new Part(name, place, labels, doc.getText(name), new Awareness(doc), this.local, listener);
        });
        this.undo = new Y.UndoManager(
            ROOTS.map((name) => doc.getText(name)),
            { trackedOrigins: new Set([this.local]), captureTimeout: 0 },
        );
        const words = wordsFor('de');
        this.comments = new Comments(this.parts, words, {
            onFound: (found) => this.found.push(found),
            onChosen: (ids) => this.chosen.push(ids),
        });
        this.asking = new Asking(element, this.parts, words, (wanted) => this.wanted.push(wanted));
    }

    get text(): Part {
        return this.parts[1]!;
    }

    get last(): CommentsFound | undefined {
        return this.found.at(-1);
    }

    /** A comment on some words, which stand there once. */
    on(words: string, root: (typeof ROOTS)[number] = 'text', id = words): Comment {
        const text = this.doc.getText(root);
        const from = text.toString().indexOf(words);
        return { id, ...passages.passageAt(text, root, { from, to: from + words.length }) };
    }

    show(...comments: Comment[]): void {
        this.comments.set(comments);
        this.settle();
    }

    settle(): void {
        vi.advanceTimersByTime(A_WHILE);
    }

    /** The words that are marked, by comment. */
    marked(part = this.text): Record<string, string> {
        return Object.fromEntries(
            marksIn(part.state).map(({ id, from, to }) => [id, part.state.doc.textBetween(from, to, '|')]),
        );
    }

    /** What a fresh look finds, for comparison. */
    fresh(comments: Comment[], part = this.text): Record<string, string> {
        const places = passages.whereabouts(part.binding.text, comments);
        const all = part.binding.text.toString();
        const there = comments.flatMap(({ id }, index) => {
            const place = places[index]!;
            return typeof place === 'object'
                ? [[id, all.slice(place.from, place.to).replaceAll('\n', '|')]]
                : [];
        });
        return Object.fromEntries(there);
    }

    type(at: number, words: string, part = this.text): void {
        part.view.dispatch(part.state.tr.insertText(words, at));
    }

    caret(at: number, to = at): void {
        const { tr, doc } = this.text.state;
        this.text.view.dispatch(tr.setSelection(TextSelection.create(doc, at, to)));
    }

    destroy(): void {
        this.comments.destroy();
        this.asking.destroy();
        this.parts.forEach((part) => part.destroy());
    }
}

/** A break that ends the text is no place of its own in the editor. */
function withoutBreaks(marked: Record<string, string>): Record<string, string> {
    return Object.fromEntries(Object.entries(marked).map(([id, words]) => [id, words.replace(/\|$/, '')]));
}

function motion(...lines: string[]): Y.Doc {
    const doc = new Y.Doc();
    doc.getText('title').insert(0, 'Nachtbus');
    doc.getText('text').insert(0, lines.map((line) => line + '\n').join(''));
    doc.getText('reason').insert(0, 'Darum.\n');
    return doc;
}

describe('the words of a comment', () => {
    let screen: Screen;

    beforeEach(() => void (screen = new Screen(motion('Busse und Bahnen fahren', 'nachts auch'))));
    afterEach(() => screen.destroy());

    it('stay marked when its writer types before, in and behind them, and splits their line', () => {
        const comment = screen.on('und Bahnen');
        screen.show(comment);
        expect(screen.marked()).toEqual({ 'und Bahnen': 'und Bahnen' });
        screen.type(1, 'Alle ');
        screen.type(16, 'alle ');
        screen.type(27, '!');
        screen.text.view.dispatch(screen.text.state.tr.split(16));
        expect(screen.marked()).toEqual({ 'und Bahnen': 'und |alle Bahnen' });
        screen.settle();
        expect(screen.marked()).toEqual(screen.fresh([comment]));
        expect(screen.last).toEqual({ order: ['und Bahnen'], gone: [], moved: [] });
    });

    it('stay marked when others write and split, and when they get another form', () => {
        const comment = screen.on('und Bahnen');
        const other = new Y.Doc();
        sync(screen.doc, other);
        screen.show(comment);
        other.getText('text').insert(12, 'n\nE');
        other.getText('text').insert(0, 'Viele ');
        sync(screen.doc, other);
        screen.text.view.dispatch(screen.text.state.tr.setNodeMarkup(0, null, { header: 1 }));
        screen.text.view.dispatch(screen.text.state.tr.addMark(13, 16, textSchema.marks.bold!.create()));
        screen.settle();
        expect(screen.marked()).toEqual({ 'und Bahnen': 'und Ban|Ehnen' });
    });

    it('are gone when they are deleted, and the others are told in the order of the text', () => {
        screen.show(
            screen.on('Darum', 'reason'),
            screen.on('auch'),
            screen.on('Busse'),
            screen.on('Bahnen'),
            screen.on('Nacht', 'title'),
        );
        expect(screen.last?.order).toEqual(['Nacht', 'Busse', 'Bahnen', 'auch', 'Darum']);
        screen.text.view.dispatch(screen.text.state.tr.delete(10, 18));
        expect(screen.marked()).toEqual({ Busse: 'Busse', auch: 'auch' });
        screen.settle();
        expect(screen.last).toEqual({
            order: ['Nacht', 'Busse', 'auch', 'Darum'],
            gone: ['Bahnen'],
            moved: [],
        });
    });

    it('are gone where they were when they are cut and pasted elsewhere', () => {
        screen.show(screen.on('Bahnen'));
        const { state } = screen.text;
        const cut = state.doc.slice(11, 17);
        screen.text.view.dispatch(state.tr.delete(11, 17));
        screen.text.view.dispatch(screen.text.state.tr.replace(1, 1, cut));
        screen.settle();
        expect(screen.doc.getText('text').toString()).toContain('BahnenBusse');
        expect(screen.last).toMatchObject({ order: [], gone: ['Bahnen'], moved: [] });
    });

    it('that are deleted and brought back by undoing are new to all others, and told as moved', () => {
        const comment = screen.on('Bahnen');
        const other = new Y.Doc();
        screen.show(comment);
        screen.text.view.dispatch(screen.text.state.tr.delete(11, 17));
        screen.settle();
        screen.undo.undo();
        screen.settle();
        expect(screen.doc.getText('text').toString()).toContain('Bahnen');
        expect(screen.last?.gone).toEqual(['Bahnen']);
        sync(screen.doc, other);
        expect(passages.whereabouts(other.getText('text'), [comment])).toEqual(['gone']);
        const moved = screen.last!.moved;
        expect(moved.map(({ id }) => id)).toEqual(['Bahnen']);
        expect(passages.whereabouts(other.getText('text'), moved)).toEqual([{ from: 10, to: 16 }]);
        screen.show(...moved);
        expect(screen.last).toEqual({ order: ['Bahnen'], gone: [], moved: [] });
        expect(screen.marked()).toEqual({ Bahnen: 'Bahnen' });
    });

    it('that were deleted in part keep the rest', () => {
        screen.show(screen.on('und Bahnen'));
        screen.text.view.dispatch(screen.text.state.tr.delete(3, 9));
        expect(screen.marked()).toEqual({ 'und Bahnen': 'd Bahnen' });
        screen.settle();
        expect(screen.marked()).toEqual({ 'und Bahnen': 'd Bahnen' });
    });

    it('that have not come yet are neither there nor gone', () => {
        const other = new Y.Doc();
        sync(screen.doc, other);
        other.getText('text').insert(0, 'Neu ');
        const comment = {
            id: 'neu',
            ...passages.passageAt(other.getText('text'), 'text', { from: 0, to: 3 }),
        };
        screen.show(comment);
        expect(screen.last).toEqual({ order: [], gone: [], moved: [] });
        sync(screen.doc, other);
        screen.settle();
        expect(screen.last).toEqual({ order: ['neu'], gone: [], moved: [] });
        expect(screen.marked()).toEqual({ neu: 'Neu' });
    });

    it('are none where a position is none', () => {
        const { start, end } = screen.on('Bahnen');
        screen.show(
            { id: 'a', root: 'text', start: '', end },
            { id: 'b', root: 'text', start: '!!', end },
            { id: 'c', root: 'text', start, end: 'AQR0ZXh0AA' },
            { id: 'd', root: 'title', start, end },
            { id: 'e', root: 'meta', start, end },
            { id: 'f', root: 'text', start: end, end: start },
            { id: 'g', root: 'text', start: 'A'.repeat(100_000), end },
            { id: 'h', root: 'text', start: null as unknown as string, end },
        );
        expect(screen.last?.order).toEqual([]);
        expect(screen.last?.gone).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);
    });

    it('are the same for two who write at once, whatever the order', () => {
        for (let seed = 1; seed <= 40; seed++) {
            const below = random(seed);
            const one = new Screen(motion('Busse und Bahnen fahren', 'nachts auch', 'immer'));
            const two = new Y.Doc();
            sync(one.doc, two);
            const all = ['Busse', 'und Bahnen', 'fahren', 'nachts', 'auch', 'immer'].map((w) => one.on(w));
            one.show(...all);
            for (let edit = 0; edit < 30; edit++) {
                const { doc, tr } = one.text.state;
                const theirs = two.getText('text');
                const at = 1 + below(doc.content.size - 1);
                switch (below(6)) {
                    case 0:
                        one.text.view.dispatch(tr.insertText('ab', at));
                        break;
                    case 1:
                        if (doc.resolve(at).parent.isTextblock) one.text.view.dispatch(tr.split(at));
                        break;
                    case 2:
                        one.text.view.dispatch(tr.delete(at, Math.min(at + 3, doc.content.size - 1)));
                        break;
                    case 3:
                        theirs.insert(below(theirs.length), 'x\ny');
                        break;
                    case 4:
                        theirs.delete(below(theirs.length - 1), 1);
                        break;
                    default:
                        sync(one.doc, two);
                }
            }
            sync(one.doc, two);
            one.settle();
            expect(withoutBreaks(one.marked()), `seed ${seed}`).toEqual(withoutBreaks(one.fresh(all)));
            expect(passages.whereabouts(two.getText('text'), all), `seed ${seed}`).toEqual(
                passages.whereabouts(one.doc.getText('text'), all),
            );
            one.destroy();
        }
    });
});

describe('marks', () => {
    let screen: Screen;

    beforeEach(() => void (screen = new Screen(motion('Busse und Bahnen fahren', 'nachts auch'))));
    afterEach(() => screen.destroy());

    it('are drawn for what is open, and for what is resolved only when it is chosen', () => {
        screen.show(screen.on('Busse'), { ...screen.on('Bahnen'), resolved: true });
        expect(screen.marked()).toEqual({ Busse: 'Busse' });
        screen.comments.choose('Bahnen');
        expect(screen.marked()).toEqual({ Busse: 'Busse', Bahnen: 'Bahnen' });
        const marked = () => screen.text.view.dom.querySelector('.rf-comment-chosen')?.textContent;
        expect(marked()).toBe('Bahnen');
        screen.comments.choose('Busse');
        expect(marked()).toBe('Busse');
        screen.comments.choose(null);
        expect(marked()).toBeUndefined();
        expect(screen.marked()).toEqual({ Busse: 'Busse' });
    });

    it('go when their comments go', () => {
        screen.show(screen.on('Busse'), screen.on('Bahnen'));
        screen.show(screen.on('Bahnen'));
        expect(screen.marked()).toEqual({ Bahnen: 'Bahnen' });
        screen.show();
        expect(screen.marked()).toEqual({});
        expect(screen.last).toEqual({ order: [], gone: [], moved: [] });
    });

    it('show words once and let them go again', () => {
        screen.show({ ...screen.on('Bahnen'), resolved: true });
        expect(screen.comments.show('Bahnen', false)).toBe(true);
        expect(screen.text.view.dom.querySelector('.rf-comment-flash')?.textContent).toBe('Bahnen');
        vi.advanceTimersByTime(2000);
        expect(screen.marked()).toEqual({});
        screen.text.view.dispatch(screen.text.state.tr.delete(11, 17));
        expect(screen.comments.show('Bahnen', false)).toBe(false);
        expect(screen.comments.show('sonst', false)).toBe(false);
    });

    it('tell what the caret comes into, the innermost first and each time once', () => {
        screen.show(screen.on('und Bahnen'), screen.on('Bahnen'), screen.on('auch'));
        screen.caret(8);
        screen.caret(9);
        expect(screen.chosen).toEqual([['und Bahnen']]);
        screen.caret(13);
        expect(screen.chosen.at(-1)).toEqual(['Bahnen', 'und Bahnen']);
        screen.comments.onPress(screen.text, 13);
        expect(screen.chosen).toHaveLength(2);
        vi.advanceTimersByTime(1000);
        screen.comments.onPress(screen.text, 13);
        expect(screen.chosen).toHaveLength(3);
        screen.caret(2);
        screen.caret(13);
        expect(screen.chosen).toHaveLength(4);
        screen.caret(12, 15);
        screen.type(13, 'x');
        expect(screen.chosen).toHaveLength(4);
    });

    it('leave a line alone in which a word is being composed', () => {
        screen.show(screen.on('Busse'));
        const composing = vi.spyOn(screen.text, 'isComposing').mockReturnValue(true);
        const dispatch = vi.spyOn(screen.text.view, 'dispatch');
        screen.comments.choose('Busse');
        screen.settle();
        expect(dispatch).not.toHaveBeenCalled();
        composing.mockReturnValue(false);
        screen.settle();
        expect(screen.text.view.dom.querySelector('.rf-comment-chosen')?.textContent).toBe('Busse');
    });
});

describe('the margin', () => {
    /** Each line is 30 pixels below the one before. */
    function rectOf(this: Element): DOMRectList {
        const line = this.closest('.rf-part > *');
        const index = line ? [...line.parentElement!.children].indexOf(line) : 0;
        return [new DOMRect(0, 30 * index, 10, 20)] as unknown as DOMRectList;
    }

    let screen: Screen;
    const buttons = () => [...screen.text.place.querySelectorAll<HTMLButtonElement>('.rf-margin button')];

    beforeEach(() => {
        vi.spyOn(Element.prototype, 'getClientRects').mockImplementation(rectOf);
        screen = new Screen(motion('Busse und Bahnen fahren', 'nachts', 'auch'));
    });

    afterEach(() => {
        screen.destroy();
        vi.restoreAllMocks();
    });

    it('says how many comments begin in which line, and leads to them', () => {
        screen.show(screen.on('Busse'), screen.on('Bahnen'), screen.on('auch'), {
            ...screen.on('nachts'),
            resolved: true,
        });
        expect(buttons().map((button) => button.getAttribute('aria-label'))).toEqual([
            '2 Kommentare an dieser Zeile: Busse',
            '1 Kommentar an dieser Zeile: auch',
        ]);
        expect(buttons().map((button) => button.textContent)).toEqual(['2', '1']);
        expect(buttons().map((button) => button.style.top)).toEqual(['-2px', '58px']);
        buttons()[0]!.click();
        expect(screen.chosen).toEqual([['Busse', 'Bahnen']]);
    });

    it('is no part of the text, and one stop on the way of the key Tab', () => {
        screen.show(screen.on('Busse'), screen.on('auch'));
        expect(screen.text.view.dom.querySelector('button')).toBeNull();
        expect(buttons().map((button) => button.tabIndex)).toEqual([0, -1]);
        buttons()[0]!.focus();
        buttons()[0]!.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
        expect(document.activeElement).toBe(buttons()[1]);
        expect(buttons().map((button) => button.tabIndex)).toEqual([-1, 0]);
    });

    it('moves with its lines and keeps the focus where it is', () => {
        screen.show(screen.on('Busse'), screen.on('auch'));
        buttons()[1]!.focus();
        const focused = document.activeElement;
        screen.doc.getText('text').insert(0, 'Neu\n');
        screen.settle();
        expect(buttons().map((button) => button.style.top)).toEqual(['28px', '88px']);
        expect(document.activeElement).toBe(focused);
        screen.show(screen.on('Busse'));
        expect(document.activeElement).toBe(buttons()[0]);
    });
});

describe('many comments on a long text', () => {
    it('are looked for after changes of others and now and then, not with each key', () => {
        const lines = Array.from({ length: 5000 }, (_, index) => `Zeile ${index} mit vielen Worten darin`);
        const screen = new Screen(motion(...lines));
        const text = screen.doc.getText('text');
        const all = text.toString();
        const comments = Array.from({ length: 500 }, (_, index) => {
            const from = all.indexOf(`Zeile ${index * 10} `);
            return { id: `c${index}`, ...passages.passageAt(text, 'text', { from, to: from + 5 }) };
        });
        screen.show(...comments);
        expect(screen.last?.order).toHaveLength(500);

        const looks = vi.mocked(passages.whereabouts);
        looks.mockClear();
        const dispatch = vi.spyOn(screen.text.view, 'dispatch');
        for (let key = 0; key < 50; key++) screen.type(3 + key, 'x');
        expect(looks).not.toHaveBeenCalled();
        expect(dispatch).toHaveBeenCalledTimes(50);
        screen.settle();
        expect(looks).toHaveBeenCalledTimes(1);
        expect(dispatch).toHaveBeenCalledTimes(50);

        looks.mockClear();
        for (let change = 0; change < 50; change++) text.insert(3, 'y');
        expect(looks).not.toHaveBeenCalled();
        vi.advanceTimersByTime(20);
        expect(looks).toHaveBeenCalledTimes(1);
        const untouched = screen.marked();
        expect(untouched.c499).toBe('Zeile');
        expect(Object.keys(untouched)).toHaveLength(500);
        screen.destroy();
    });

    it('are not looked for where there are none', () => {
        const screen = new Screen(motion('Busse'));
        screen.settle();
        const looks = vi.mocked(passages.whereabouts);
        looks.mockClear();
        screen.type(1, 'x');
        screen.doc.getText('text').insert(0, 'y');
        screen.settle();
        expect(looks).not.toHaveBeenCalled();
        expect(screen.found).toEqual([]);
        screen.destroy();
    });
});

describe('a comment is wanted', () => {
    let screen: Screen;

    beforeEach(() => {
        screen = new Screen(motion('Busse und Bahnen fahren', 'nachts auch'));
        screen.asking.setOn(true);
    });

    afterEach(() => screen.destroy());

    function press(init: KeyboardEventInit, altGraph = false): boolean {
        const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
        if (altGraph) event.getModifierState = (key) => key === 'AltGraph';
        (document.activeElement ?? document.body).dispatchEvent(event);
        return event.defaultPrevented;
    }

    const KEYS = { key: 'm', code: 'KeyM', ctrlKey: true, altKey: true };

    /** What a browser has selected, from a text node of one element to one of another. */
    function select(from: Node, at: number, to: Node, end: number): void {
        document.getSelection()!.setBaseAndExtent(from, at, to, end);
    }

    function words(part: Part): Node {
        return part.view.dom.querySelector('p')!.firstChild!;
    }

    it('by the key, on what is selected and without the blanks around it', () => {
        screen.text.view.focus();
        screen.caret(6, 18);
        expect(press(KEYS)).toBe(true);
        const { root, start, end } = screen.on('und Bahnen');
        expect(screen.wanted).toEqual([{ root, start, end, words: 'und Bahnen' }]);
    });

    it('by the key on the word at the caret, and on nothing where is none', () => {
        screen.text.view.focus();
        screen.caret(8);
        expect(press(KEYS)).toBe(true);
        expect(screen.wanted.map(({ words }) => words)).toEqual(['und']);
        screen.text.view.dispatch(screen.text.state.tr.insertText('   ', 24));
        screen.caret(26);
        expect(press(KEYS)).toBe(false);
        expect(screen.wanted).toHaveLength(1);
    });

    it('by a key that writes a letter on some keyboards only where words are selected', () => {
        screen.text.view.focus();
        const my = { key: 'µ', code: 'KeyM' };
        screen.caret(7, 10);
        expect(press(my, true)).toBe(false);
        vi.spyOn(navigator, 'platform', 'get').mockReturnValue('Win32');
        screen.caret(8);
        expect(press(my, true)).toBe(false);
        screen.caret(7, 10);
        expect(press(my, true)).toBe(true);
        vi.restoreAllMocks();
        expect(screen.wanted.map(({ words }) => words)).toEqual(['und']);
    });

    it('by nobody who may not', () => {
        screen.asking.setOn(false);
        screen.text.view.focus();
        screen.caret(6, 18);
        expect(press(KEYS)).toBe(false);
        expect(screen.asking.askHere()).toBe(false);
        screen.settle();
        expect(document.querySelector<HTMLElement>('.rf-comment-this')!.hidden).toBe(true);
    });

    it('by a reader, at her words', () => {
        screen.editable = false;
        screen.parts.forEach((part) => part.redraw());
        select(words(screen.text), 6, words(screen.text), 9);
        document.dispatchEvent(new Event('selectionchange'));
        const button = document.querySelector<HTMLButtonElement>('.rf-comment-this')!;
        expect(button.hidden).toBe(true);
        screen.settle();
        expect(button.hidden).toBe(false);
        button.click();
        expect(screen.wanted.map(({ root, words }) => [root, words])).toEqual([['text', 'und']]);
        expect(button.hidden).toBe(true);
    });

    it('on what is in the first text of a selection over several', () => {
        screen.editable = false;
        screen.parts.forEach((part) => part.redraw());
        select(words(screen.parts[0]!), 5, words(screen.parts[2]!), 3);
        expect(press(KEYS)).toBe(true);
        expect(screen.wanted.map(({ root, words }) => [root, words])).toEqual([['title', 'bus']]);
    });

    it('with no more of the words than it takes to know them', () => {
        screen.doc.getText('text').insert(0, 'a' + '😀'.repeat(200) + '\nEnde ');
        screen.text.view.focus();
        screen.caret(1, 402);
        press(KEYS);
        expect(screen.wanted[0]!.words).toBe('a' + '😀'.repeat(149));
        const place = passages.whereabouts(screen.doc.getText('text'), [screen.wanted[0]!])[0];
        expect(place).toEqual({ from: 0, to: 401 });
    });

    it('on the words of several lines', () => {
        screen.text.view.focus();
        screen.caret(18, 32);
        press(KEYS);
        expect(screen.wanted[0]!.words).toBe('fahren\nnachts');
        const place = passages.whereabouts(screen.doc.getText('text'), [screen.wanted[0]!])[0];
        expect(place).toEqual({ from: 17, to: 30 });
    });
});
