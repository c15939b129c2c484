import { make } from '../dom.ts';
import { draftOf } from './device.ts';
import { threadWords, type ThreadWords } from './words.ts';

/** A comment as the list shows it. */
interface Comment {
    readonly id: string;
    readonly root: string;
    readonly start: string;
    readonly end: string;
    readonly quoted: string;
    readonly author: string;
    readonly begins: string;
    readonly answers: number;
    readonly resolved: boolean;
    readonly unread: boolean;
}

interface Passage {
    readonly root: string;
    readonly start: string;
    readonly end: string;
}

/** The text beside which it stands. */
interface Editor extends HTMLElement {
    setComments(comments: readonly object[]): void;
    chooseComment(id: string | null): void;
    showComment(id: string, focus?: boolean): boolean;
}

interface Server {
    open(id: string): void;
    wanted(root: string, start: string, end: string, words: string): void;
    moved(id: string, root: string, start: string, end: string): void;
}

/** The comments on a live text, in the order of the text. It stands between the text and the server. */
export class CommentList extends HTMLElement {
    declare private readonly $server: Server;
    private words!: ThreadWords;
    private comments: readonly Comment[] = [];
    private order: readonly string[] = [];
    private gone: readonly string[] = [];
    private mayComment = false;
    private showsResolved = false;
    private readonly moving = new Set<string>();

    connectedCallback(): void {
        this.words = threadWords(this.getAttribute('lang'));
        document.addEventListener('rotfaden-comments', this.found);
        document.addEventListener('rotfaden-comment-chosen', this.chosen);
        document.addEventListener('rotfaden-comment-wanted', this.wanted);
    }

    disconnectedCallback(): void {
        document.removeEventListener('rotfaden-comments', this.found);
        document.removeEventListener('rotfaden-comment-chosen', this.chosen);
        document.removeEventListener('rotfaden-comment-wanted', this.wanted);
    }

    /** Shows which comments there are, and whether the reader may begin one. */
    show(comments: readonly Comment[], mayComment: boolean): void {
        this.comments = comments;
        this.mayComment = mayComment;
        this.moving.clear();
        this.tell((editor) => {
            editor.toggleAttribute('commenting', mayComment);
            editor.setComments(comments);
        });
        this.draw();
    }

    /** The text may come later than what is said to it. */
    private tell(say: (editor: Editor) => void): void {
        void customElements.whenDefined('rotfaden-editor').then(() => {
            const editor = document.querySelector<Editor>('rotfaden-editor');
            if (editor && this.isConnected) say(editor);
        });
    }

    /** Shows one in the text. */
    point(id: string, focus: boolean): void {
        this.tell((editor) => {
            editor.chooseComment(id);
            editor.showComment(id, focus);
        });
    }

    /**
     * Points at none any more; whoever was in one is where she opened it.
     *
     * @param id of the one that was open; empty where it was a new one
     */
    leave(id: string): void {
        this.tell((editor) => editor.chooseComment(null));
        this.draw();
        const entry = this.querySelector<HTMLElement>(`[data-comment="${CSS.escape(id)}"]`);
        this.tabIndex = -1;
        (entry ?? this).focus({ preventScroll: true });
    }

    private readonly found = (event: Event): void => {
        const { order, gone, moved } = (event as CustomEvent).detail as {
            order: string[];
            gone: string[];
            moved: (Passage & { id: string })[];
        };
        this.order = order;
        this.gone = gone;
        for (const { id, root, start, end } of this.mayComment ? moved : []) {
            if (this.moving.has(id)) continue;
            this.moving.add(id);
            this.$server.moved(id, root, start, end);
        }
        this.draw();
    };

    private readonly chosen = (event: Event): void => {
        const { id } = (event as CustomEvent<{ id: string }>).detail;
        if (this.comments.some((comment) => comment.id === id)) this.$server.open(id);
    };

    private readonly wanted = (event: Event): void => {
        const { root, start, end, words } = (event as CustomEvent<Passage & { words: string }>).detail;
        this.$server.wanted(root, start, end, words);
    };

    private draw(): void {
        const { words } = this;
        const place = (comment: Comment): number => {
            const at = this.order.indexOf(comment.id);
            return at < 0 ? this.order.length : at;
        };
        const sorted = [...this.comments].sort((one, other) => place(one) - place(other));
        const open = sorted.filter((comment) => !comment.resolved);
        const resolved = sorted.filter((comment) => comment.resolved);
        const parts: Node[] = this.begun();
        if (sorted.length > 0) parts.push(make('h2', {}, words.comments));
        if (open.length > 0) parts.push(this.list(open));
        if (resolved.length > 0) {
            const fold = make('details', {}, make('summary', {}, words.resolved(resolved.length)));
            fold.open = this.showsResolved;
            fold.addEventListener('toggle', () => (this.showsResolved = fold.open));
            fold.append(this.list(resolved));
            parts.push(fold);
        }
        const focused = document.activeElement?.closest<HTMLElement>('rotfaden-comments [data-comment]');
        const kept = focused?.dataset.comment;
        this.replaceChildren(...parts);
        if (kept) this.querySelector<HTMLElement>(`[data-comment="${CSS.escape(kept)}"]`)?.focus();
    }

    /** A comment that somebody began and did not send. */
    private begun(): Node[] {
        const draft = draftOf(this.getAttribute('member-id') ?? '', `comment:${this.getAttribute('about')}`);
        if (!draft?.at || !this.mayComment) return [];
        const { root, start, end, words } = draft.at;
        const press = make('button', { type: 'button', class: 'bare' }, this.words.begunComment(words));
        press.addEventListener('click', () => this.$server.wanted(root, start, end, words));
        return [press];
    }

    private list(comments: readonly Comment[]): HTMLElement {
        const list = make('ul', { class: 'comments' });
        for (const comment of comments) {
            const isGone = this.gone.includes(comment.id);
            const press = make('button', { type: 'button', class: 'comment', 'data-comment': comment.id });
            const quote = make('span', { class: 'comment-quoted' }, comment.quoted || this.words.noWords);
            quote.classList.toggle('comment-gone', isGone);
            const said = make('span', { class: 'comment-begins' }, `${comment.author}: ${comment.begins}`);
            const about = [
                isGone ? this.words.wordsGone : '',
                comment.answers > 0 ? this.words.answers(comment.answers) : '',
                comment.unread ? this.words.isNew : '',
            ].filter(Boolean);
            press.append(quote, said);
            if (about.length > 0) press.append(make('span', { class: 'about' }, about.join(' · ')));
            press.addEventListener('click', () => this.$server.open(comment.id));
            list.append(make('li', {}, press));
        }
        return list;
    }
}
