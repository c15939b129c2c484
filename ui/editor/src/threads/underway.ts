import { make } from '../dom.ts';
import { type Draft, type WaitingPost, waitingOf } from './device.ts';
import { CHANGED, dequeue, POSTED, type Posted, refuse } from './outbox.ts';
import { type ThreadWords } from './words.ts';

/** So long a post that was taken may take until it is shown, in ms. */
const SOON = 5000;

/** What somebody has posted here and others do not see yet: it says what becomes of it. */
export class Underway {
    readonly element = make('ol', { class: 'posts posts-waiting' });
    private readonly taken = new Map<string, WaitingPost & { readonly post: string }>();

    /**
     * @param about what the thread is about, as the device knows it
     * @param isShown whether a post stands in the thread
     * @param takeUp takes words back to where they are written
     * @param changing is given what changes this, so that it moves nothing else
     */
    constructor(
        private readonly member: () => string,
        private readonly about: () => string,
        private readonly words: ThreadWords,
        private readonly isShown: (post: string) => boolean,
        private readonly takeUp: (draft: Draft) => void,
        private readonly changing: (change: () => void) => void,
    ) {}

    begin(): void {
        [CHANGED, 'storage', 'online', 'offline'].forEach((event) => addEventListener(event, this.show));
        addEventListener(POSTED, this.wasTaken as EventListener);
        this.show();
    }

    end(): void {
        [CHANGED, 'storage', 'online', 'offline'].forEach((event) => removeEventListener(event, this.show));
        removeEventListener(POSTED, this.wasTaken as EventListener);
    }

    get isEmpty(): boolean {
        return this.element.childElementCount === 0;
    }

    readonly show = (): void => {
        for (const [once, { post }] of this.taken) if (this.isShown(post)) this.taken.delete(once);
        const waiting = waitingOf(this.member()).filter(
            ({ about, once }) => about === this.about() && !this.taken.has(once),
        );
        const items = [...this.taken.values(), ...waiting].map((post) => this.make(post));
        this.changing(() => this.element.replaceChildren(...items));
    };

    /** It stays to be seen here until it is seen there. */
    private readonly wasTaken = ({ detail: { once, post } }: Posted): void => {
        const waiting = waitingOf(this.member()).find((one) => one.once === once);
        if (!waiting || waiting.about !== this.about() || this.isShown(post)) return;
        this.taken.set(once, { ...waiting, post });
        setTimeout(() => {
            this.taken.delete(once);
            this.show();
        }, SOON);
    };

    private make(post: WaitingPost): HTMLLIElement {
        const { words } = this;
        const item = make('li', { class: 'post post-mine post-underway' });
        const files = (post.draft.files ?? []).map(({ name }) => name).join(', ');
        const state = make('p', { class: 'about', role: 'status' });
        state.textContent = post.refused ?? (navigator.onLine ? words.sending : words.waits);
        item.append(make('div', { class: 'post-words' }, make('p', {}, post.draft.words || files)), state);
        if (post.refused) {
            item.append(
                make(
                    'div',
                    { class: 'post-foot' },
                    button(words.again, () => refuse(this.member(), post.once, undefined)),
                    button(words.takeUp, () => {
                        dequeue(this.member(), post.once);
                        this.takeUp(post.draft);
                    }),
                    button(words.discard, () => dequeue(this.member(), post.once)),
                ),
            );
        }
        return item;
    }
}

function button(name: string, act: () => void): HTMLButtonElement {
    const made = make('button', { type: 'button', class: 'bare' }, name);
    made.addEventListener('click', act);
    return made;
}
