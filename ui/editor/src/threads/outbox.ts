import { make } from '../dom.ts';
import { keepWaiting, type WaitingPost, waitingOf } from './device.ts';
import { type Answer } from './model.ts';

interface Server {
    post(
        once: string,
        thread: string,
        about: string,
        words: string,
        answers: string,
        files: string,
    ): Promise<Answer>;
}

/* What it says stands here, for it is loaded with every page and is small. */
const GERMAN = {
    waits: (count: number) =>
        count === 1 ? '1 Beitrag wartet auf Verbindung' : `${count} Beiträge warten auf Verbindung`,
    refused: 'Ein Beitrag wurde nicht angenommen',
};
const ENGLISH: typeof GERMAN = {
    waits: (count) =>
        count === 1 ? '1 post waits for a connection' : `${count} posts wait for a connection`,
    refused: 'A post was not accepted',
};

/** What waits has changed; told to the window. */
export const CHANGED = 'rotfaden-waiting';

/** A post was taken; told to the window. */
export const POSTED = 'rotfaden-posted';
export type Posted = CustomEvent<{ once: string; post: string }>;

/** After so long it is said that a post waits, and tried anew, in ms. */
const PATIENCE = 4000;

/** One tab sends at a time. */
const LOCK = 'rotfaden-outbox';

function change(member: string, posts: readonly WaitingPost[]): boolean {
    const isKept = keepWaiting(member, posts);
    dispatchEvent(new CustomEvent(CHANGED));
    return isKept;
}

/** Puts a post among those that wait, the last. */
export function enqueue(member: string, post: WaitingPost): boolean {
    return change(member, [...waitingOf(member), post]);
}

/** Takes a post out again. */
export function dequeue(member: string, once: string): void {
    change(
        member,
        waitingOf(member).filter((post) => post.once !== once),
    );
}

/** @param why nothing where it is sent again */
export function refuse(member: string, once: string, why: string | undefined): void {
    change(
        member,
        waitingOf(member).map((post) => (post.once === once ? { ...post, refused: why } : post)),
    );
}

/**
 * Stands on every page and sends what somebody has posted, in its order, as soon as there is a line. What it has an
 * answer for goes; what is refused stays and says why.
 */
export class Outbox extends HTMLElement {
    private since: number | undefined;
    private timer: ReturnType<typeof setInterval> | undefined;
    declare private readonly $server: Server | undefined;

    connectedCallback(): void {
        [CHANGED, 'storage', 'online', 'offline'].forEach((event) => addEventListener(event, this.look));
        this.timer = setInterval(this.look, PATIENCE);
        this.look();
    }

    disconnectedCallback(): void {
        [CHANGED, 'storage', 'online', 'offline'].forEach((event) => removeEventListener(event, this.look));
        clearInterval(this.timer);
    }

    private get member(): string {
        return this.getAttribute('member-id') ?? '';
    }

    private readonly look = (): void => {
        this.say();
        void this.send();
    };

    private next(): WaitingPost | undefined {
        return waitingOf(this.member).find((post) => !post.refused);
    }

    private async send(): Promise<void> {
        if (this.since !== undefined || !this.$server || !this.next()) return;
        this.since = Date.now();
        try {
            await navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => lock && this.sendAll());
        } catch {
            // Without a line it is tried again later.
        } finally {
            this.since = undefined;
            this.say();
        }
    }

    private async sendAll(): Promise<void> {
        for (let post = this.next(); post; post = this.next()) {
            this.since = Date.now();
            const { once, thread, about, words, answers, draft } = post;
            const files = (draft.files ?? []).map(({ id }) => id).join(' ');
            const answer = await this.$server!.post(once, thread ?? '', about, words, answers ?? '', files);
            if (answer.later) return;
            if (answer.refused) {
                refuse(this.member, once, answer.refused);
            } else {
                dispatchEvent(new CustomEvent(POSTED, { detail: { once, post: answer.post } }));
                dequeue(this.member, once);
            }
        }
    }

    /** On whatever page: something waits, or was refused. */
    private say(): void {
        const words = this.getAttribute('lang')?.startsWith('en') ? ENGLISH : GERMAN;
        const posts = waitingOf(this.member);
        const refused = posts.filter((post) => post.refused).length;
        const isLate = this.since !== undefined && Date.now() - this.since > PATIENCE;
        const late = isLate || !navigator.onLine ? posts.length - refused : 0;
        const said = [late > 0 ? words.waits(late) : '', refused > 0 ? words.refused : ''];
        const text = said.filter(Boolean).join(' · ');
        if (text === this.textContent) return;
        this.replaceChildren(...(text ? [make('p', { role: 'status' }, text)] : []));
    }
}
