import { make } from '../dom.ts';
import { Composer, type Written } from './composer.ts';
import { Editing } from './editing.ts';
import { openHistory, openMenu, openReacted, type MenuItem } from './menu.ts';
import {
    type Answer,
    type Before,
    type Choice,
    type Editable,
    type Mark,
    type Opening,
    type Post,
    type Reacted,
    type ReactionKind,
    type Standing,
    type Stretch,
} from './model.ts';
import { News } from './news.ts';
import { Notice } from './notice.ts';
import { enqueue } from './outbox.ts';
import { moment, PostView } from './post.ts';
import { Reading } from './reading.ts';
import { Underway } from './underway.ts';
import { type ThreadWords, threadWords } from './words.ts';

interface Server {
    before(post: string): Promise<Stretch>;
    behind(post: string): Promise<Stretch>;
    around(post: string): Promise<Stretch>;
    newest(): Promise<Stretch>;
    read(iso: string): void;
    find(words: string): Promise<Choice[]>;
    words(post: string): Promise<Editable>;
    edit(post: string, words: string, version: number): Promise<Answer>;
    takeBackEdit(post: string, version: number): Promise<Answer>;
    remove(post: string): Promise<Answer>;
    bringBack(post: string): Promise<Answer>;
    react(post: string, kind: ReactionKind, on: boolean): Promise<Answer>;
    mark(post: string, mark: string): Promise<Answer>;
    history(post: string): Promise<Before[]>;
    reacted(post: string): Promise<Reacted[]>;
}

/** So many posts are in the page at the most; those that are furthest away go. */
const MOST_SHOWN = 300;

/**
 * A thread. The server says what stands in it and what happens; what is in the page is a bounded part of it that lies
 * around what is being read, and nothing that happens moves that.
 */
export class Thread extends HTMLElement {
    declare private readonly $server: Server;
    private readonly words: ThreadWords;
    private readonly view: PostView;
    private composer: Composer | undefined;
    private readonly editing = new Editing();
    private thread: string | null = null;
    private standing: Standing = { mayPost: false, mayLead: false };
    private readonly posts = new Map<string, Post>();
    private earlier = false;
    private later = false;
    /** Those that came while one read, further down. */
    private readonly fresh = new Set<string>();

    private readonly list = make('ol', { class: 'posts' });
    private readonly nothing = make('div', { class: 'nothing', hidden: '' });
    private readonly marked = make('div', { class: 'thread-marked', hidden: '' });
    private readonly more = make('button', { type: 'button', class: 'bare thread-earlier', hidden: '' });
    private readonly rest = make('button', { type: 'button', class: 'bare thread-later', hidden: '' });
    private readonly pill = make('button', { type: 'button', class: 'pill', hidden: '' });
    private readonly notice = new Notice();
    private readonly writing = make('div');
    private readonly foot = make(
        'div',
        { class: 'thread-foot' },
        make('div', { class: 'thread-news' }, this.pill),
        this.notice.element,
        this.writing,
    );
    private readonly news: News;
    private readonly underway: Underway;
    private readonly reading: Reading;

    /** What was asked back and is gone to once it is there. */
    private awaited: string | undefined;

    /** What is to be brought into sight once there is something to be seen. */
    private sought: { id: string; flash: boolean } | undefined;
    private readonly size = new ResizeObserver(() => {
        this.style.setProperty('--thread-foot', `${this.foot.offsetHeight}px`);
        if (this.sought) this.bringIntoSight(this.sought.id, this.sought.flash);
    });

    /** An element knows its attributes once it stands in a page. */
    private isBuilt = false;

    constructor() {
        super();
        this.words = threadWords(document.documentElement.lang);
        this.view = new PostView(
            this.words,
            {
                answer: (post) => this.answer(post),
                react: (post, { kind, mine }) => void this.ask(this.$server.react(post.id, kind, !mine)),
                menu: (post, button) => this.openMenu(post, button),
                history: (post) => void this.openHistory(post),
                seek: (post) => void this.seek(post),
                bringBack: (post) => void this.bringBack(post),
            },
            () => this.standing.mayPost,
        );
        this.news = new News(this.words);
        this.underway = new Underway(
            () => this.member,
            () => this.getAttribute('about') ?? '',
            this.words,
            (post) => this.posts.has(post),
            (draft) => this.composer?.takeUp(draft),
            (change) => {
                this.steady(change);
                this.showNothing();
            },
        );
        this.reading = new Reading(
            (element) => this.posts.get(idOf(element)),
            (moment) => this.wasRead(moment),
            () => this.showPill(),
        );
    }

    connectedCallback(): void {
        if (!this.isBuilt) this.build();
        this.isBuilt = true;
        this.underway.begin();
        this.reading.begin(this.list.children);
        this.size.observe(this);
        this.size.observe(this.foot);
    }

    disconnectedCallback(): void {
        this.underway.end();
        this.reading.end();
        this.size.disconnect();
        this.composer?.destroy();
        this.editing.end();
        this.news.end();
        this.notice.end();
    }

    private build(): void {
        const { words } = this;
        this.list.setAttribute('aria-label', words.posts);
        this.nothing.append(make('p', {}, words.nothing));
        this.more.textContent = words.earlier;
        this.more.addEventListener('click', () => void this.loadEarlier());
        this.rest.textContent = words.later;
        this.rest.addEventListener('click', () => void this.loadLater());
        this.pill.addEventListener('click', () => void this.toNewest());
        this.append(this.marked, this.more, this.nothing, this.list, this.rest);
        this.append(this.underway.element, this.foot);
        this.append(this.news.element);
    }

    /* ---- what the server says ---- */

    /** Shows a thread as it is opened. */
    open(opening: Opening): void {
        const isFirst = this.posts.size === 0;
        this.thread = opening.thread;
        this.stand(opening.standing);
        this.mark(opening.marked);
        this.replace(opening);
        this.underway.show();
        if (this.closest('.beside')) return; // where it begins, more stands above it
        const target = opening.sought ?? opening.posts.find((post) => post.unread)?.id;
        if (isFirst && target) this.bringIntoSight(target, Boolean(opening.sought));
        else if (isFirst && opening.earlier && opening.posts.length > 0)
            this.bringIntoSight(opening.posts.at(-1)!.id, false);
    }

    /** Something may have been missed: what is shown is asked for anew, where one reads it. */
    async renew(opening: Opening): Promise<void> {
        this.thread = opening.thread;
        this.stand(opening.standing);
        this.mark(opening.marked);
        const first = this.inSight();
        const stretch = first ? await this.$server.around(first) : opening;
        this.replace(stretch.posts.length > 0 ? stretch : opening);
        this.underway.show();
    }

    /** Posts are new, or others than they were. */
    put(posts: readonly Post[]): void {
        const fresh = posts.filter((post) => !this.posts.has(post.id) && !post.deleted);
        this.steady(() => posts.forEach((post) => this.putOne(post)));
        this.noteFresh(fresh.filter((post) => !post.mine));
        this.underway.show();
        if (posts.some((post) => post.id === this.awaited && !post.deleted)) this.arrive();
        else for (const post of fresh) if (post.mine && this.posts.has(post.id)) this.own(post);
    }

    /** Posts are not to be seen any more. */
    drop(ids: readonly string[]): void {
        this.steady(() => {
            for (const id of ids) {
                this.posts.delete(id);
                this.item(id)?.remove();
            }
        });
        this.showNothing();
    }

    stand(standing: Standing): void {
        const before = this.standing;
        this.standing = standing;
        const { words } = this;
        if (standing.mayPost && !this.composer) this.composer = this.compose();
        const why = standing.closed ?? standing.why;
        if (standing.mayPost && !standing.closed) this.writing.replaceChildren(this.composer!.element);
        else if (this.composer && !this.composer.isEmpty) {
            this.composer.refuse(why ?? '');
            this.writing.replaceChildren(this.composer.element);
        } else this.writing.replaceChildren(...(why ? [make('p', { class: 'about' }, why)] : []));
        if (before.mayPost !== standing.mayPost)
            for (const post of this.posts.values()) this.item(post.id)?.replaceWith(this.make(post));
        this.nothing.querySelector('.hint')?.remove();
        if (standing.mayPost) this.nothing.append(make('p', { class: 'hint' }, words.nothingAsk));
    }

    mark(posts: readonly Post[]): void {
        this.marked.hidden = posts.length === 0;
        const { words } = this;
        const list = make('ul', { class: 'rows' });
        for (const post of posts) {
            const body = this.view.body(post.blocks.slice(0, 1));
            const link = make('a', { href: `?beitrag=${post.id}`, class: 'row-title' });
            link.textContent = body.textContent!.slice(0, 160);
            link.addEventListener('click', (event) => {
                event.preventDefault();
                void this.seek(post.id);
            });
            const about = make('div', { class: 'about' }, `${words.marked[post.mark as Mark]} · `);
            about.append(post.author?.name ?? words.formerMember, ' · ', moment(post.at));
            list.append(make('li', {}, make('div', {}, link, about)));
        }
        this.marked.replaceChildren(make('h2', {}, words.markedList), list);
    }

    /* ---- what stands there ---- */

    private replace(stretch: Stretch): void {
        this.posts.clear();
        this.reading.forget();
        this.list.replaceChildren();
        stretch.posts.forEach((post) => this.putOne(post, true));
        this.earlier = stretch.earlier;
        this.later = stretch.later;
        if (!stretch.later) this.fresh.clear();
        this.showEnds();
    }

    private putOne(post: Post, anyway = false): void {
        const there = this.item(post.id);
        this.posts.set(post.id, post);
        if (there) {
            if (this.editing.isIn(there)) return;
            const hadFocus = there.contains(document.activeElement);
            const made = this.make(post);
            there.replaceWith(made);
            if (hadFocus) made.focus({ preventScroll: true });
            return;
        }
        const items = [...this.list.children] as HTMLElement[];
        const next = items.find((item) => item.dataset.place! > post.place);
        const isBeyond =
            !anyway && ((!next && this.later) || (next === items[0] && items.length > 0 && this.earlier));
        if (isBeyond) {
            this.posts.delete(post.id);
            return;
        }
        this.list.insertBefore(this.make(post), next ?? null);
        this.showNothing();
    }

    private make(post: Post): HTMLLIElement {
        const item = this.view.make(post);
        this.reading.watch(item);
        return item;
    }

    private item(id: string): HTMLElement | null {
        return this.list.querySelector(`#beitrag-${CSS.escape(id)}`);
    }

    private showEnds(): void {
        this.more.hidden = !this.earlier;
        this.rest.hidden = !this.later;
        this.list.querySelectorAll('.first-unread').forEach((item) => item.classList.remove('first-unread'));
        const unread = this.list.querySelector<HTMLElement>('.post-unread');
        unread?.classList.add('first-unread');
        unread?.setAttribute('data-unread', this.words.unread);
        this.showNothing();
        this.showPill();
    }

    private showNothing(): void {
        this.nothing.hidden = this.posts.size > 0 || this.earlier || !this.underway.isEmpty;
    }

    private async loadEarlier(): Promise<void> {
        const first = this.list.firstElementChild;
        if (!first) return;
        const stretch = await this.$server.before(idOf(first));
        this.steady(() => {
            stretch.posts.forEach((post) => this.putOne(post, true));
            this.earlier = stretch.earlier;
            while (this.list.childElementCount > MOST_SHOWN) {
                this.forget(this.list.lastElementChild!);
                this.later = true;
            }
            this.showEnds();
        }, first);
    }

    private async loadLater(): Promise<void> {
        const last = this.list.lastElementChild;
        if (!last) return;
        const stretch = await this.$server.behind(idOf(last));
        this.steady(() => {
            stretch.posts.forEach((post) => this.putOne(post, true));
            this.later = stretch.later;
            while (this.list.childElementCount > MOST_SHOWN) {
                this.forget(this.list.firstElementChild!);
                this.earlier = true;
            }
            this.showEnds();
        }, last);
    }

    private forget(item: Element): void {
        this.posts.delete(idOf(item));
        item.remove();
    }

    /* ---- nothing moves what is read ---- */

    /** Changes something, and leaves what is in sight where it is. */
    private steady(change: () => void, anchor: Element | undefined = this.anchor()): void {
        const before = anchor?.getBoundingClientRect().top;
        change();
        if (before === undefined || !anchor!.isConnected) return;
        const moved = anchor!.getBoundingClientRect().top - before;
        if (moved !== 0) this.scroller().scrollBy({ top: moved, behavior: 'instant' });
    }

    /** What lies below is covered by what is being written, or out of the window. */
    private lowerEdge(): number {
        return Math.min(innerHeight, this.foot.getBoundingClientRect().top);
    }

    private scroller(): Element {
        for (let at: HTMLElement | null = this; at; at = at.parentElement)
            if (/auto|scroll/.test(getComputedStyle(at).overflowY) && at.scrollHeight > at.clientHeight)
                return at;
        return document.scrollingElement!;
    }

    private anchor(): Element | undefined {
        return [...this.list.children].find((item) => item.getBoundingClientRect().bottom > 80);
    }

    private inSight(): string | undefined {
        const anchor = this.anchor() ?? this.list.lastElementChild;
        return anchor ? idOf(anchor) : undefined;
    }

    private bringIntoSight(id: string, flash: boolean): void {
        const item = this.item(id);
        this.sought = item && this.clientHeight === 0 ? { id, flash } : undefined;
        if (!item || this.sought) return;
        item.scrollIntoView({ block: 'center', behavior: 'instant' });
        if (!flash) return;
        item.focus({ preventScroll: true });
        item.classList.remove('sought');
        requestAnimationFrame(() => item.classList.add('sought'));
    }

    private async seek(id: string): Promise<void> {
        if (!this.item(id)) {
            const stretch = await this.$server.around(id);
            if (stretch.posts.length === 0) return;
            this.replace(stretch);
        }
        this.bringIntoSight(id, true);
    }

    private noteFresh(posts: readonly Post[]): void {
        if (posts.length === 0) return;
        const below = posts.filter((post) => {
            const item = this.item(post.id);
            return !item || item.getBoundingClientRect().top > this.lowerEdge();
        });
        below.forEach((post) => this.fresh.add(post.id));
        this.showEnds();
        for (const post of posts) this.news.note(post.author?.name ?? this.words.formerMember);
    }

    /** Once the last one is in sight, nothing new lies further down. */
    private showPill(): void {
        const last = this.list.lastElementChild;
        if (last && !this.later && this.reading.isInSight(last)) this.fresh.clear();
        this.pill.hidden = this.fresh.size === 0;
        this.pill.textContent = this.words.fresh(this.fresh.size);
    }

    private async toNewest(): Promise<void> {
        const [first] = this.fresh;
        if (first && !this.item(first)) this.replace(await this.$server.newest());
        this.fresh.clear();
        this.showPill();
        const target = (first && this.item(first)) || this.list.lastElementChild;
        if (target) this.bringIntoSight(idOf(target), true);
    }

    private wasRead(moment: string): void {
        for (const [id, post] of this.posts)
            if (post.unread && post.at.iso <= moment) this.posts.set(id, { ...post, unread: false });
        this.$server?.read(moment);
    }

    /* ---- what is written ---- */

    private compose(): Composer {
        const { words } = this;
        return new Composer({
            member: this.member,
            where: this.getAttribute('about') ?? '',
            words,
            find: (typed) => this.$server.find(typed),
            label: words.post,
            sendLabel: words.send,
            filesIn: this.getAttribute('lang'),
            send: (written) => this.send(written),
        });
    }

    private get member(): string {
        return this.getAttribute('member-id') ?? '';
    }

    /** It is under way once it is kept here; where this browser keeps nothing it stays where it is. */
    private send({ words, draft }: Written): boolean {
        const isKept = enqueue(this.member, {
            once: crypto.randomUUID(),
            thread: this.thread,
            about: this.getAttribute('about') ?? '',
            words,
            draft,
            answers: draft.answers?.id ?? null,
        });
        this.underway.element.lastElementChild?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
        return isKept;
    }

    private answer(post: Post): void {
        this.composer?.answer({ id: post.id, name: post.author?.name ?? this.words.formerMember });
    }

    /** What one wrote oneself is shown, where that moves nothing that one reads. */
    private own(post: Post): void {
        const item = this.item(post.id);
        if (!item) return;
        const isAnswer = post.root !== post.id;
        const { top, bottom } = item.getBoundingClientRect();
        if (top >= 0 && bottom <= this.lowerEdge()) return;
        if (isAnswer)
            this.notice.say(this.words.answeredHere, {
                name: this.words.go,
                run: () => void this.seek(post.id),
            });
        else item.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    }

    /* ---- what is done with a post ---- */

    private openMenu(post: Post, button: HTMLElement): void {
        const { words, standing } = this;
        const items: MenuItem[] = [];
        if (standing.mayPost) {
            const reactions = Object.entries(words.reactions) as [ReactionKind, string][];
            const mine = (kind: ReactionKind): boolean =>
                post.reactions.some((reaction) => reaction.kind === kind && reaction.mine);
            items.push({
                title: words.react,
                choices: reactions.map(([kind, name]) => ({
                    name,
                    isOn: mine(kind),
                    act: () => void this.ask(this.$server.react(post.id, kind, !mine(kind))),
                })),
            });
            items.push({ name: words.quote, act: () => void this.quote(post) });
        }
        items.push({ name: words.copyLink, act: () => void this.copyLink(post) });
        if (post.reactions.length > 0)
            items.push({
                name: words.who,
                act: () => void this.$server.reacted(post.id).then((who) => openReacted(this, words, who)),
            });
        if (post.edited) items.push({ name: words.history, act: () => void this.openHistory(post) });
        if (standing.mayLead) {
            for (const mark of ['DECISION', 'ANSWER'] as Mark[])
                if (post.mark !== mark)
                    items.push({
                        name: words.markAs[mark],
                        act: () => void this.ask(this.$server.mark(post.id, mark)),
                    });
            if (post.mark)
                items.push({ name: words.unmark, act: () => void this.ask(this.$server.mark(post.id, '')) });
        }
        if (post.mine && standing.mayPost && !standing.closed)
            items.push({ name: words.edit, act: () => void this.edit(post) });
        if (post.mine || standing.mayLead)
            items.push({ name: words.remove, act: () => void this.removePost(post) });
        items.push({
            name: News.isOn ? words.announceNot : words.announce,
            act: () => (News.isOn = !News.isOn),
        });
        openMenu(this, button, words.more(post.author?.name ?? words.formerMember), items, () =>
            this.item(post.id)?.querySelector<HTMLElement>('.post-menu')?.focus({ preventScroll: true }),
        );
    }

    private async quote(post: Post): Promise<void> {
        const { words, mentions } = await this.$server.words(post.id);
        const lines = words.split('\n').filter((line) => !line.startsWith('>'));
        const quoted = [`> @post:${post.id}`, ...lines.map((line) => `> ${line}`)].join('\n');
        const named = mentions.reduce(
            (text, { type, id, name }) => (name ? text.replaceAll(`@${type}:${id}`, name) : text),
            quoted,
        );
        const label = `@${this.words.quoted(post.author?.name ?? this.words.formerMember)}`;
        const shown = named.replace(`@post:${post.id}`, label);
        this.composer?.add(`${shown}\n\n`, { [label]: `@post:${post.id}` });
    }

    private async copyLink(post: Post): Promise<void> {
        const link = new URL(
            `gespraeche/${this.getAttribute('number')}?beitrag=${post.id}`,
            document.baseURI,
        );
        await navigator.clipboard.writeText(link.href);
        this.notice.say(this.words.copied);
    }

    private async openHistory(post: Post): Promise<void> {
        openHistory(this, this.words, this.view, await this.$server.history(post.id));
    }

    private async edit(post: Post): Promise<void> {
        let editable = await this.$server.words(post.id);
        const body = this.item(post.id)?.querySelector('.post-words');
        if (!body) return;
        const options = {
            member: this.member,
            where: `post:${post.id}`,
            words: this.words,
            find: (typed: string) => this.$server.find(typed),
            label: this.words.editing,
            sendLabel: this.words.save,
        };
        const save = async (words: string, composer: Composer): Promise<void> => {
            const answer = await this.$server.edit(post.id, words, editable.version);
            if (answer.refused) {
                const there = await this.$server.words(post.id);
                if (there.version === editable.version) composer.refuse(answer.refused);
                else composer.conflict(there);
                editable = there;
                return;
            }
            composer.clear();
            this.editing.end();
            this.notice.say(this.words.wasEdited, {
                name: this.words.undo,
                run: () => void this.ask(this.$server.takeBackEdit(post.id, answer.version ?? 0)),
            });
        };
        const left = (): void => {
            const now = this.posts.get(post.id);
            if (now) this.item(post.id)?.replaceWith(this.make(now));
            this.item(post.id)?.focus({ preventScroll: true });
        };
        this.editing.begin(body, editable, options, (words, composer) => void save(words, composer), left);
    }

    private async removePost(post: Post): Promise<void> {
        const answer = await this.ask(this.$server.remove(post.id));
        if (!answer.refused)
            this.notice.say(this.words.wasDeleted, {
                name: this.words.undo,
                run: () => void this.bringBack(post),
            });
    }

    /** Once it is there again, it is gone to. */
    private async bringBack(post: Post): Promise<void> {
        this.awaited = post.id;
        await this.ask(this.$server.bringBack(post.id));
        if (this.posts.get(post.id)?.deleted === false) this.arrive();
    }

    private arrive(): void {
        if (this.awaited) this.bringIntoSight(this.awaited, true);
        this.awaited = undefined;
    }

    /** What is refused is said. */
    private async ask(asked: Promise<Answer>): Promise<Answer> {
        const answer = await asked;
        if (answer.refused) this.notice.say(answer.refused);
        return answer;
    }
}

function idOf(item: Element): string {
    return item.id.slice('beitrag-'.length);
}
