import { type Mark, marksIn } from './comment-marks.ts';
import { Margin } from './margin.ts';
import { type Part } from './part.ts';
import { broughtBack, type Passage, passageAt, type Whereabouts, whereabouts } from './passages.ts';
import { type Words } from './words.ts';

/** A comment as far as the text has to know it. */
export interface Comment extends Passage {
    readonly id: string;
    readonly resolved?: boolean;
}

/** Where all comments are, for a list beside the text. */
export interface CommentsFound {
    /** Those whose words are there, in the order of the text. */
    readonly order: readonly string[];
    /** Those whose words are deleted. */
    readonly gone: readonly string[];
    /** Those whose words were deleted here and came back by undoing, with where they are now. */
    readonly moved: readonly Comment[];
}

/** Who hears what happens to comments. */
export interface CommentsListener {
    onFound(found: CommentsFound): void;
    /** Somebody points at words with comments; the innermost comes first. */
    onChosen(ids: readonly string[]): void;
}

/** More are not shown at once. */
const MOST = 2000;

/** The list beside the text hears of changes at most this often, in ms. */
const GATHERED = 300;

/** How long shown words are marked, in ms. */
const FLASH = 1600;

/** A press also puts the caret somewhere: both are told once, in ms. */
const ONE_PRESS = 500;

/**
 * The comments on a live text. While somebody types her marks go along with the words. Where they are is looked up
 * after changes by others, once for each picture, and for the list beside the text now and then.
 */
export class Comments {
    private list: readonly Comment[] = [];
    private readonly numbers = new Map<string, number>();
    private readonly found = new Map<string, Whereabouts>();
    private readonly margins: ReadonlyMap<Part, Margin>;
    private readonly changedByOthers = new Set<Part>();
    private chosen: string | undefined;
    private flashing: string | undefined;
    private told: string | undefined;
    private pointedAt = { ids: '', when: 0 };
    private frame: number | undefined;
    private gathering: ReturnType<typeof setTimeout> | undefined;
    private fading: ReturnType<typeof setTimeout> | undefined;

    constructor(
        private readonly parts: readonly Part[],
        words: Words,
        private readonly listener: CommentsListener,
    ) {
        this.margins = new Map(
            parts.map((part) => [part, new Margin(part, words, (ids) => this.listener.onChosen(ids))]),
        );
    }

    destroy(): void {
        if (this.frame !== undefined) cancelAnimationFrame(this.frame);
        clearTimeout(this.gathering);
        clearTimeout(this.fading);
        this.margins.forEach((margin) => margin.destroy());
    }

    set(list: readonly Comment[]): void {
        this.list = list.slice(0, MOST);
        for (const { id } of this.list) {
            if (!this.numbers.has(id)) this.numbers.set(id, this.numbers.size);
        }
        this.found.clear();
        this.told = undefined;
        this.parts.forEach((part) => this.redraw(part));
        this.tellSoon();
    }

    /** Draws one comment stronger, or none. */
    choose(id: string | null): void {
        this.chosen = id ?? undefined;
        this.parts.forEach((part) => this.redraw(part));
    }

    /**
     * Brings the words of a comment into sight.
     *
     * @return whether they are there
     */
    show(id: string, focus: boolean): boolean {
        const part = this.parts.find(({ name }) =>
            this.list.some((one) => one.id === id && one.root === name),
        );
        if (!part) return false;
        this.flash(id);
        const mark = marksIn(part.state).find((mark) => mark.id === id);
        if (!mark) return false;
        this.pointedAt = { ids: this.idsAt(part, mark.from).join(), when: Date.now() };
        part.showWords(mark.from, focus);
        return true;
    }

    /** The words of a part are others, or stand elsewhere. */
    onChange(part: Part, byOthers: boolean): void {
        if (this.list.length === 0) return;
        if (byOthers) {
            this.changedByOthers.add(part);
            this.redrawSoon();
        }
        this.tellSoon();
    }

    /** Somebody has put her caret elsewhere. */
    onCaret(part: Part): void {
        const { empty, head } = part.state.selection;
        this.pointAt(empty ? this.idsAt(part, head) : [], false);
    }

    onPress(part: Part, position: number): void {
        this.pointAt(this.idsAt(part, position), true);
    }

    private pointAt(ids: readonly string[], pressed: boolean): void {
        const now = { ids: ids.join(), when: Date.now() };
        const known = this.pointedAt;
        const again = now.ids === known.ids && !(pressed && now.when - known.when > ONE_PRESS);
        if (!again) this.pointedAt = now;
        if (!again && ids.length > 0) this.listener.onChosen(ids);
    }

    private idsAt(part: Part, position: number): string[] {
        return marksIn(part.state, position, position)
            .sort((a, b) => a.to - a.from - (b.to - b.from))
            .map(({ id }) => id);
    }

    private flash(id: string): void {
        clearTimeout(this.fading);
        this.flashing = id;
        this.fading = setTimeout(() => {
            this.flashing = undefined;
            this.parts.forEach((part) => this.redraw(part));
        }, FLASH);
        this.parts.forEach((part) => this.redraw(part));
    }

    private redrawSoon(): void {
        this.frame ??= requestAnimationFrame(() => {
            this.frame = undefined;
            const parts = [...this.changedByOthers];
            this.changedByOthers.clear();
            parts.forEach((part) => this.redraw(part));
        });
    }

    /** Finds the words anew and marks them. The line in which a word is being composed is left alone. */
    private redraw(part: Part): void {
        this.find(part);
        if (part.isComposing()) {
            this.tellSoon();
            return;
        }
        if (part.drawMarks(this.marksOf(part))) this.margins.get(part)!.redraw();
    }

    private find(part: Part): void {
        const own = this.ownOf(part);
        if (own.length === 0) return;
        whereabouts(part.binding.text, own).forEach((where, index) => this.found.set(own[index]!.id, where));
    }

    private ownOf(part: Part): Comment[] {
        return this.list.filter(({ root }) => root === part.name);
    }

    private marksOf(part: Part): Mark[] {
        const drawn = this.ownOf(part).flatMap((comment) => {
            const place = this.found.get(comment.id);
            return typeof place === 'object' && this.isDrawn(comment) ? [{ comment, place }] : [];
        });
        const indexes = [...new Set(drawn.flatMap(({ place }) => [place.from, place.to]))].sort(
            (a, b) => a - b,
        );
        const positions = part.binding.positionsOf(indexes);
        const at = new Map(indexes.map((index, order) => [index, positions[order]!]));
        return drawn
            .map(({ comment, place }) => ({
                id: comment.id,
                from: at.get(place.from)!,
                to: at.get(place.to)!,
                look: this.lookOf(comment),
            }))
            .filter(({ from, to }) => from < to);
    }

    private isDrawn({ id, resolved }: Comment): boolean {
        return !resolved || id === this.chosen || id === this.flashing;
    }

    private lookOf({ id, resolved }: Comment): string {
        const looks = ['rf-comment', `rf-comment-${this.numbers.get(id)}`];
        if (resolved) looks.push('rf-comment-resolved');
        if (id === this.chosen) looks.push('rf-comment-chosen');
        if (id === this.flashing) looks.push('rf-comment-flash');
        return looks.join(' ');
    }

    private tellSoon(): void {
        this.gathering ??= setTimeout(() => {
            this.gathering = undefined;
            this.parts.forEach((part) => this.redraw(part));
            // Words that moved in their line; where lines move the margin sees it by itself.
            this.margins.forEach((margin) => margin.redraw());
            this.tell();
        }, GATHERED);
    }

    private tell(): void {
        const found = {
            order: this.parts.flatMap((part) => this.inOrder(part)),
            gone: this.list
                .filter(({ id, root }) => !this.rootIsKnown(root) || this.found.get(id) === 'gone')
                .map(({ id }) => id),
            moved: this.parts.flatMap((part) => this.movedIn(part)),
        };
        const now = JSON.stringify(found);
        if (now === this.told) return;
        this.told = now;
        this.listener.onFound(found);
    }

    private rootIsKnown(root: string): boolean {
        return this.parts.some(({ name }) => name === root);
    }

    private inOrder(part: Part): string[] {
        return this.ownOf(part)
            .flatMap(({ id }) => {
                const place = this.found.get(id);
                return typeof place === 'object' ? [{ id, ...place }] : [];
            })
            .sort((a, b) => a.from - b.from || a.to - b.to)
            .map(({ id }) => id);
    }

    private movedIn(part: Part): Comment[] {
        const { text } = part.binding;
        return this.ownOf(part).flatMap((comment) => {
            const place = this.found.get(comment.id) === 'gone' ? broughtBack(text, comment) : undefined;
            return place ? [{ ...comment, ...passageAt(text, comment.root, place) }] : [];
        });
    }
}
