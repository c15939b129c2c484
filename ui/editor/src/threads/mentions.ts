import { make } from '../dom.ts';
import { type Choice } from './model.ts';
import { type ThreadWords } from './words.ts';

/** What is being typed before the caret: `@an` or `@Anna Sch`. */
const TYPED = /(?:^|[\s(])@([\p{L}\p{N}][\p{L}\p{M}\p{N}'’.\- ]{1,40})$/u;

/** So long nobody is asked after a key, in ms. */
const PAUSE = 150;

/** Finds whom or what one can mention. */
export type Find = (words: string) => Promise<readonly Choice[]>;

/**
 * Offers, while somebody types `@` and a name in a text field, whom and what she may mean. What she chooses stands
 * there by name; what stands for it is kept beside the words.
 */
export class Mentions {
    /** What stands for what is mentioned, by the words that the writer sees: `@Anna` is `@member:…`. */
    private readonly chosen = new Map<string, string>();
    private readonly silent = new Map<string, string>();
    private readonly list = make('ul', { role: 'listbox', class: 'mention-choices', hidden: '' });
    private readonly count = make('span', { class: 'for-screen-readers', 'aria-live': 'polite' });
    private choices: readonly Choice[] = [];
    private active = 0;
    private asked = 0;
    private timer: ReturnType<typeof setTimeout> | undefined;

    /** @param changed called when something is chosen */
    constructor(
        private readonly field: HTMLTextAreaElement,
        private readonly words: ThreadWords,
        private readonly find: Find,
        private readonly changed: () => void,
    ) {
        this.list.id = `mentions-${Math.random().toString(36).slice(2)}`;
        this.list.setAttribute('aria-label', words.choices);
        field.setAttribute('aria-controls', this.list.id);
        field.setAttribute('aria-autocomplete', 'list');
        field.addEventListener('input', () => this.look());
        field.addEventListener('blur', () => setTimeout(() => this.close(), PAUSE));
        field.addEventListener('keydown', (event) => this.press(event));
    }

    get elements(): HTMLElement[] {
        return [this.list, this.count];
    }

    /** Names of those who are mentioned and will not hear of it. */
    silentIn(words: string): string[] {
        return [...this.silent].filter(([label]) => words.includes(label)).map(([, name]) => name);
    }

    /** What the writer sees, as the server reads it. */
    encode(words: string): string {
        const labels = [...this.chosen.keys()].sort((one, other) => other.length - one.length);
        return labels.reduce((text, label) => replaceWhole(text, label, this.chosen.get(label)!), words);
    }

    /** What the server sent, as the writer sees it. */
    decode(words: string, mentions: readonly { type: string; id: string; name?: string }[]): string {
        return mentions.reduce((text, mention) => {
            const token = `@${mention.type}:${mention.id}`;
            return mention.name ? text.replaceAll(token, this.label(mention.name, '', token)) : text;
        }, words);
    }

    get kept(): Record<string, string> {
        return Object.fromEntries(this.chosen);
    }

    get keptSilent(): Record<string, string> {
        return Object.fromEntries(this.silent);
    }

    restore(kept: Readonly<Record<string, string>>, silent: Readonly<Record<string, string>> = {}): void {
        this.chosen.clear();
        this.silent.clear();
        Object.entries(kept).forEach(([label, token]) => this.chosen.set(label, token));
        Object.entries(silent).forEach(([label, name]) => this.silent.set(label, name));
    }

    /** Two of the same name are told apart. */
    private label(name: string, about: string, token: string): string {
        const names = [`@${name}`, about && `@${name} (${about})`].filter(Boolean);
        for (let number = 2; ; number++) {
            const free = names.find((label) => [undefined, token].includes(this.chosen.get(label)));
            if (free) {
                this.chosen.set(free, token);
                return free;
            }
            names.push(`@${name} (${number})`);
        }
    }

    private look(): void {
        clearTimeout(this.timer);
        const typed = this.typed();
        if (typed === undefined) {
            this.close();
            return;
        }
        const asked = ++this.asked;
        this.timer = setTimeout(async () => {
            const choices = await this.find(typed);
            if (asked === this.asked) this.open(choices);
        }, PAUSE);
    }

    private typed(): string | undefined {
        const before = this.field.value.slice(0, this.field.selectionStart);
        return TYPED.exec(before)?.[1];
    }

    private open(choices: readonly Choice[]): void {
        this.choices = choices;
        this.active = 0;
        this.list.replaceChildren(
            ...choices.map((choice, place) => {
                const about = [choice.about, choice.reads ? '' : this.words.doesNotRead(choice.name)];
                const option = make(
                    'li',
                    { role: 'option', id: `${this.list.id}-${place}` },
                    make('span', { class: 'mention-name' }, choice.name),
                    make('span', { class: 'about' }, about.filter(Boolean).join(' · ')),
                );
                option.addEventListener('pointerdown', (event) => {
                    event.preventDefault();
                    this.choose(place);
                });
                return option;
            }),
        );
        this.list.hidden = choices.length === 0;
        this.count.textContent = choices.length > 0 ? this.words.choicesFound(choices.length) : '';
        this.show();
    }

    private close(): void {
        this.asked++;
        this.list.hidden = true;
        this.choices = [];
        this.field.removeAttribute('aria-activedescendant');
    }

    private show(): void {
        [...this.list.children].forEach((option, place) =>
            option.setAttribute('aria-selected', String(place === this.active)),
        );
        const active = this.list.children[this.active];
        if (active) this.field.setAttribute('aria-activedescendant', active.id);
        else this.field.removeAttribute('aria-activedescendant');
    }

    private press(event: KeyboardEvent): void {
        if (this.list.hidden || event.isComposing) return;
        const count = this.choices.length;
        const steps: Record<string, () => void> = {
            ArrowDown: () => (this.active = (this.active + 1) % count),
            ArrowUp: () => (this.active = (this.active + count - 1) % count),
            Enter: () => this.choose(this.active),
            Tab: () => this.choose(this.active),
            Escape: () => this.close(),
        };
        const step = event.ctrlKey || event.metaKey ? undefined : steps[event.key];
        if (!step) return;
        event.preventDefault();
        event.stopPropagation();
        step();
        this.show();
    }

    private choose(place: number): void {
        const choice = this.choices[place];
        const typed = this.typed();
        if (!choice || typed === undefined) return;
        const caret = this.field.selectionStart;
        const label = this.label(choice.name, choice.about, `@${choice.type}:${choice.id}`);
        if (!choice.reads) this.silent.set(label, choice.name);
        this.field.setRangeText(`${label} `, caret - typed.length - 1, caret, 'end');
        this.close();
        this.changed();
    }
}

/** Not where the label is only the beginning of another word. */
function replaceWhole(text: string, label: string, token: string): string {
    const pattern = new RegExp(`${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'gu');
    return text.replace(pattern, token);
}
