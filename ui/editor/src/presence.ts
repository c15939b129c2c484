import type { Awareness } from 'y-protocols/awareness';
import { type Person, type PresenceState } from './cursors.ts';
import { make } from './dom.ts';
import { type Words } from './words.ts';

const MOST_INITIALS = 5;

/** Who is here: a row of initials, with a list behind it. */
export class Presence {
    readonly element = make('div', { class: 'rf-presence' });
    private readonly button = make('button', {
        type: 'button',
        class: 'rf-people',
        'aria-expanded': 'false',
    });
    private readonly list = make('ul', { class: 'rf-people-list', hidden: '' });
    private readonly redraw = () => this.draw();
    private drawn = '';

    constructor(
        private readonly awareness: Awareness,
        private readonly self: Person,
        private readonly words: Words,
    ) {
        this.list.id = `rf-people-${awareness.clientID}`;
        this.button.setAttribute('aria-controls', this.list.id);
        this.button.addEventListener('click', () => this.toggle(this.list.hidden));
        this.element.addEventListener('keydown', (event) => {
            if (event.key === 'Escape') this.toggle(false);
        });
        this.element.append(this.button, this.list);
        awareness.on('change', this.redraw);
        this.draw();
    }

    destroy(): void {
        this.awareness.off('change', this.redraw);
    }

    private toggle(open: boolean): void {
        this.list.hidden = !open;
        this.button.setAttribute('aria-expanded', String(open));
    }

    /** Everybody once, however many windows they have open. */
    private people(): Person[] {
        const people = new Map<string, Person>([[this.self.id, this.self]]);
        this.awareness.getStates().forEach(({ user }: PresenceState) => {
            if (user?.id && user.id !== this.self.id) people.set(user.id, user);
        });
        return [...people.values()].sort((a, b) => a.name.localeCompare(b.name));
    }

    private draw(): void {
        const people = this.people();
        const now = JSON.stringify(people);
        if (now === this.drawn) return;
        this.drawn = now;
        const count = this.words.people(people.length);
        this.button.setAttribute('aria-label', `${count}: ${people.map((person) => person.name).join(', ')}`);
        const more = people.length - MOST_INITIALS;
        this.button.replaceChildren(
            ...people.slice(0, MOST_INITIALS).map((person) => initials(person)),
            ...(more > 0 ? [make('span', { class: 'rf-more' }, `+${more}`)] : []),
        );
        this.list.replaceChildren(
            ...people.map((person) =>
                make(
                    'li',
                    {},
                    initials(person),
                    person.name + (person === this.self ? ` (${this.words.you})` : ''),
                ),
            ),
        );
    }
}

function initials({ name, color }: Person): HTMLElement {
    const letters = name
        .split(/\s+/)
        .map((word) => [...word][0] ?? '')
        .slice(0, 2)
        .join('');
    const badge = make('span', { class: 'rf-initials', 'aria-hidden': 'true', title: name }, letters);
    badge.style.setProperty('--rf-person', color);
    return badge;
}
