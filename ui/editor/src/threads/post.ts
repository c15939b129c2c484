import { make } from '../dom.ts';
import {
    type Block,
    type Mention,
    type Moment,
    type Person,
    type Post,
    type Reaction,
    type Run,
} from './model.ts';
import { type ThreadWords } from './words.ts';

/** Longer posts are folded. */
const MOST_LINES = 40;
const MOST_LETTERS = 3000;

/** What is pressed at a post. */
export interface PostActs {
    answer(post: Post): void;
    react(post: Post, reaction: Reaction): void;
    menu(post: Post, button: HTMLElement): void;
    history(post: Post): void;
    /** Leads to another post of the thread. */
    seek(post: string): void;
    bringBack(post: Post): void;
}

/** A moment in words, which the page keeps true. */
export function moment(at: Moment): HTMLTimeElement {
    return make('time', { datetime: at.iso, 'data-date': at.date, title: at.full }, at.said);
}

function face(person: Person): HTMLElement {
    const face = make('span', { class: 'face', 'aria-hidden': 'true' }, person.initials);
    face.style.setProperty('--rf-person', person.colour);
    return face;
}

/** Leads to another page of the workspace without loading everything anew. */
function pageLink(path: string, words: string): HTMLAnchorElement {
    return make('a', { href: path, 'router-link': '' }, words);
}

/** What a post looks like. */
export class PostView {
    constructor(
        private readonly words: ThreadWords,
        private readonly acts: PostActs,
        /** Whether the reader may post here. */
        private readonly mayPost: () => boolean,
    ) {}

    make(post: Post): HTMLLIElement {
        const id = `beitrag-${post.id}`;
        const item = make('li', { id, class: 'post', tabindex: '-1' });
        item.dataset.place = post.place;
        item.classList.toggle('post-answer', post.root !== post.id);
        item.classList.toggle('post-mine', post.mine);
        item.classList.toggle('post-unread', post.unread);
        if (post.deleted) {
            const gap = make('p', { class: 'post-gap' }, this.words.deleted);
            if (post.mine && this.mayPost()) {
                const back = make('button', { type: 'button', class: 'bare' }, this.words.bringBack);
                back.addEventListener('click', () => this.acts.bringBack(post));
                gap.append(' ', back);
            }
            item.append(gap);
            return item;
        }
        const article = make('article', { 'aria-labelledby': `${id}-head` });
        article.append(
            this.head(post, `${id}-head`),
            this.body(post.blocks),
            ...this.files(post),
            this.foot(post),
        );
        item.append(article);
        return item;
    }

    private head(post: Post, id: string): HTMLElement {
        const head = make('header', { id, class: 'post-head' });
        if (post.author) {
            const { author } = post;
            const name = author.path ? pageLink(author.path, author.name) : make('span', {}, author.name);
            name.classList.add('post-author');
            head.append(face(author), name);
        } else {
            head.append(make('span', { class: 'post-author' }, this.words.formerMember));
        }
        if (post.answers?.name) {
            const { id: answered, name } = post.answers;
            const to = make('button', { type: 'button', class: 'bare post-to' }, this.words.answering(name));
            to.addEventListener('click', () => this.acts.seek(answered));
            head.append(to);
        }
        const permanent = make('a', { href: `?beitrag=${post.id}`, class: 'post-at' }, moment(post.at));
        permanent.addEventListener('click', (event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            this.acts.seek(post.id);
        });
        head.append(permanent);
        if (post.edited) {
            const edited = make('button', { type: 'button', class: 'bare post-edited' }, this.words.edited);
            edited.addEventListener('click', () => this.acts.history(post));
            head.append(edited);
        }
        if (post.mark) head.append(make('span', { class: 'post-mark' }, this.words.marked[post.mark]));
        return head;
    }

    private foot(post: Post): HTMLElement {
        const foot = make('footer', { class: 'post-foot' });
        for (const reaction of post.reactions) foot.append(this.reaction(post, reaction));
        const name = post.author?.name ?? this.words.formerMember;
        if (this.mayPost()) {
            const answer = make('button', { type: 'button', class: 'bare post-act' }, this.words.answer);
            answer.setAttribute('aria-label', this.words.answerTo(name));
            answer.addEventListener('click', () => this.acts.answer(post));
            foot.append(answer);
        }
        const menu = make('button', { type: 'button', class: 'bare post-act post-menu' });
        menu.setAttribute('aria-label', this.words.more(name));
        menu.setAttribute('aria-haspopup', 'dialog');
        menu.append(make('span', { class: 'icon icon-acts', 'aria-hidden': 'true' }));
        menu.addEventListener('click', () => this.acts.menu(post, menu));
        foot.append(menu);
        return foot;
    }

    private reaction(post: Post, reaction: Reaction): HTMLElement {
        const { kind, members, mine } = reaction;
        const said = this.words.reactions[kind];
        const chip = make('button', { type: 'button', class: 'reaction', 'aria-pressed': String(mine) });
        chip.append(make('span', {}, said), make('span', { class: 'count' }, String(members)));
        chip.setAttribute('aria-label', this.words.reacted(said, members, mine));
        chip.disabled = !this.mayPost();
        chip.addEventListener('click', () => this.acts.react(post, reaction));
        return chip;
    }

    /** The words; where they are very many, only the first of them until somebody wants all. */
    body(blocks: readonly Block[]): HTMLElement {
        const body = this.written(blocks);
        const said = blocks.map(({ runs }) => runs.map((run) => run.words).join('')).join('\n');
        const lines = said.split('\n').length;
        if (lines <= MOST_LINES && said.length <= MOST_LETTERS) return body;
        body.classList.add('post-folded');
        const all = make('button', { type: 'button', class: 'bare post-unfold' }, this.words.showAll);
        all.addEventListener('click', () => {
            body.classList.remove('post-folded');
            all.remove();
        });
        return make('div', {}, body, all);
    }

    /** Items of a list stand together. */
    private written(blocks: readonly Block[]): HTMLElement {
        const body = make('div', { class: 'post-words' });
        let list: HTMLElement | undefined;
        for (const block of blocks) {
            const name = { BULLET: 'ul', NUMBER: 'ol' }[block.form as string] as 'ul' | 'ol' | undefined;
            if (!name) {
                list = undefined;
                body.append(make(block.form === 'QUOTE' ? 'blockquote' : 'p', {}, ...this.runs(block.runs)));
                continue;
            }
            if (list?.localName !== name) {
                list = make(name);
                body.append(list);
            }
            list.append(make('li', {}, ...this.runs(block.runs)));
        }
        return body;
    }

    /** Pictures are shown, everything else is downloaded. */
    private files({ files }: Post): Node[] {
        if (files.length === 0) return [];
        const list = make('ul', { class: 'post-files', 'aria-label': this.words.files });
        for (const { id, name, size, extent } of files) {
            const href = `api/attachments/${id}/content`;
            if (extent) {
                const picture = make('img', {
                    src: href,
                    alt: name,
                    loading: 'lazy',
                    width: String(extent.width),
                    height: String(extent.height),
                });
                list.append(make('li', {}, make('a', { href, target: '_blank', rel: 'noopener' }, picture)));
            } else {
                const about = make('span', { class: 'about' }, size);
                list.append(make('li', {}, make('a', { href, download: name }, name), ' ', about));
            }
        }
        return [list];
    }

    private runs(runs: readonly Run[]): Node[] {
        return runs.map((run, at) => {
            const before = runs[at - 1]?.mention?.type;
            let shown: Node = run.mention
                ? this.mention(run.mention)
                : run.link
                  ? this.link(run.link)
                  : document.createTextNode(before === 'post' ? run.words.replace(/^\n/, '') : run.words);
            if (run.italic) shown = make('em', {}, shown);
            return run.bold ? make('strong', {}, shown) : shown;
        });
    }

    /** Another page is told nothing of where somebody comes from. */
    private link(address: string): Node {
        const attributes = { href: address, rel: 'noopener noreferrer nofollow ugc', target: '_blank' };
        const hint = make('span', { class: 'for-screen-readers' }, ` (${this.words.newWindow})`);
        return make('a', attributes, address.replace(/^https?:\/\//, ''), hint);
    }

    private mention({ type, id, name, path }: Mention): Node {
        if (type === 'post') {
            const said = this.words.quoted(name ?? this.words.somebody);
            const source = make('a', { href: `?beitrag=${id}`, class: 'quoted' }, said);
            source.addEventListener('click', (event) => {
                event.preventDefault();
                this.acts.seek(id);
            });
            return make('cite', {}, source);
        }
        if (!name) return make('span', { class: 'mention' }, `@${this.words.somebody}`);
        const link = path ? pageLink(path, `@${name}`) : make('span', {}, `@${name}`);
        link.classList.add('mention');
        return link;
    }
}
