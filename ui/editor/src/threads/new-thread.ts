import { make } from '../dom.ts';
import { Composer } from './composer.ts';
import { draftOf } from './device.ts';
import { type Answer, type Choice } from './model.ts';
import { threadWords } from './words.ts';

interface Server {
    find(words: string): Promise<Choice[]>;
    begin(once: string, title: string, words: string, files: string): Promise<Answer>;
    cancel?(): void;
}

/**
 * Where a thread is begun: of a place by a button, and by a title and the first post once it is pressed; at words of a
 * text, which it names, by the first post at once.
 */
export class NewThread extends HTMLElement {
    declare private readonly $server: Server;
    private composer: Composer | undefined;
    private once = crypto.randomUUID();

    connectedCallback(): void {
        if (this.quoted !== null) {
            this.open(true);
            return;
        }
        this.close();
        const draft = draftOf(this.member, this.where);
        if (draft) this.open(false);
    }

    /** The words at which it will stand. */
    private get quoted(): string | null {
        return this.getAttribute('quoted');
    }

    disconnectedCallback(): void {
        this.composer?.destroy();
        this.composer = undefined;
    }

    private get member(): string {
        return this.getAttribute('member-id') ?? '';
    }

    private get where(): string {
        return `${this.quoted === null ? 'new' : 'comment'}:${this.getAttribute('about')}`;
    }

    private close(): void {
        const words = threadWords(this.getAttribute('lang'));
        this.composer?.destroy();
        this.composer = undefined;
        const begin = make('button', { type: 'button', class: 'thread-begin' }, words.begin);
        begin.addEventListener('click', () => this.open(true));
        this.replaceChildren(begin);
    }

    private open(focus: boolean): void {
        const words = threadWords(this.getAttribute('lang'));
        const { quoted } = this;
        const isComment = quoted !== null;
        const name = (of: string): string => this.getAttribute(of) ?? '';
        const at = { root: name('root'), start: name('start'), end: name('end'), words: quoted ?? '' };
        const composer = new Composer({
            member: this.member,
            where: this.where,
            words,
            find: (typed) => this.$server.find(typed),
            label: isComment ? words.comment : words.first,
            sendLabel: isComment ? words.commentSend : words.begin,
            ...(isComment ? { at } : { titled: true }),
            filesIn: this.getAttribute('lang'),
            send: ({ words: first, draft }) => {
                const files = (draft.files ?? []).map(({ id }) => id).join(' ');
                void this.$server.begin(this.once, composer.titleTyped, first, files).then((answer) => {
                    if (answer.refused) {
                        composer.refuse(answer.refused);
                        return;
                    }
                    this.once = crypto.randomUUID();
                    composer.clear();
                    if (answer.path) this.go(answer.path);
                });
                return false;
            },
            cancel: () => {
                if (isComment) {
                    this.$server.cancel?.();
                    return;
                }
                this.close();
                this.querySelector('button')?.focus();
            },
        });
        this.composer = composer;
        const above = quoted ? [make('p', { class: 'comment-quoted' }, words.commentOn(quoted))] : [];
        this.replaceChildren(...above, composer.element);
        if (focus) composer.focus();
    }

    /** Without loading everything anew. */
    private go(path: string): void {
        const link = make('a', { href: path, 'router-link': '', hidden: '' });
        this.append(link);
        link.click();
        link.remove();
    }
}
