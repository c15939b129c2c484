import { make } from '../dom.ts';
import { Composer } from './composer.ts';
import { draftOf } from './device.ts';
import { type Answer, type Choice } from './model.ts';
import { threadWords } from './words.ts';

interface Server {
    find(words: string): Promise<Choice[]>;
    begin(once: string, title: string, words: string): Promise<Answer>;
}

/** Where a thread of a place is begun: a button, and a title and the first post once it is pressed. */
export class NewThread extends HTMLElement {
    declare private readonly $server: Server;
    private composer: Composer | undefined;
    private once = crypto.randomUUID();

    connectedCallback(): void {
        this.close();
        const draft = draftOf(this.member, this.where);
        if (draft) this.open(false);
    }

    disconnectedCallback(): void {
        this.composer?.destroy();
        this.composer = undefined;
    }

    private get member(): string {
        return this.getAttribute('member-id') ?? '';
    }

    private get where(): string {
        return `new:${this.getAttribute('about')}`;
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
        const composer = new Composer({
            member: this.member,
            where: this.where,
            words,
            find: (typed) => this.$server.find(typed),
            label: words.first,
            sendLabel: words.begin,
            titled: true,
            send: ({ words: first }) => {
                void this.$server.begin(this.once, composer.titleTyped, first).then((answer) => {
                    if (answer.refused) {
                        composer.refuse(answer.refused);
                        return;
                    }
                    this.once = crypto.randomUUID();
                    composer.clear();
                    this.go(answer.path!);
                });
                return false;
            },
            cancel: () => {
                this.close();
                this.querySelector('button')?.focus();
            },
        });
        this.composer = composer;
        this.replaceChildren(composer.element);
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
