import { Selection } from 'prosemirror-state';
import * as Y from 'yjs';
import { Announcer } from './announcer.ts';
import { Asking } from './asking.ts';
import { type StickySelection } from './binding/text-binding.ts';
import { linkAt, setLink } from './commands.ts';
import { type Comment, Comments } from './comments.ts';
import { Connection, type ConnectionListener, type SavedState } from './connection.ts';
import { ask } from './dialog.ts';
import { make } from './dom.ts';
import { Outline } from './outline.ts';
import { Part, type PartListener } from './part.ts';
import { Presence } from './presence.ts';
import { linkAddress } from './schema.ts';
import { standingOf, Status } from './status.ts';
import { shortcutsOf, Toolbar, type ToolbarActions } from './toolbar.ts';
import { type Words, wordsFor } from './words.ts';

const PARTS = ['title', 'text', 'reason'] as const;

/** Changes within this time are undone together, in ms. */
const UNDO_PAUSE = 500;

const SELECTION = 'selection';

/** A live motion on the screen: three texts over one document, one presence, one undo. */
export class Editor implements ConnectionListener, PartListener, ToolbarActions {
    private readonly words: Words;
    private readonly local = {};
    private readonly connection: Connection;
    private readonly parts: Part[];
    private readonly undoManager: Y.UndoManager;
    private readonly presence: Presence;
    private readonly toolbar: Toolbar;
    private readonly announcer: Announcer;
    private readonly status = new Status();
    private readonly head: HTMLElement;
    private readonly reasoning = make('section', { class: 'rf-reasoning' });
    private readonly outline: Outline | undefined;
    private readonly comments: Comments;
    private readonly asking: Asking;
    private readonly redrawCursors = () => this.parts?.forEach((part) => part.redraw());
    private focused: Part | undefined;
    private title = '';

    constructor(private readonly element: HTMLElement) {
        const documentId = element.getAttribute('document-id') ?? '';
        const memberId = element.getAttribute('member-id') ?? '';
        const self = {
            id: memberId,
            name: element.getAttribute('member-name') ?? '',
            color: element.getAttribute('member-color') ?? 'var(--rf-ink-soft)',
        };
        this.words = wordsFor(element.getAttribute('lang'));
        this.connection = new Connection(documentId, memberId, this);
        const { doc, awareness } = this.connection;
        this.presence = new Presence(awareness, self, this.words);
        this.announcer = new Announcer(doc, awareness, this.words, (origin) =>
            this.connection.newsIn(origin),
        );
        this.toolbar = new Toolbar(this.words, this);
        this.head = make('div', { class: 'rf-head' }, this.status.element, this.presence.element);
        element.replaceChildren(this.toolbar.element, this.announcer.element, this.status.spoken);
        (this.elsewhere('head') ?? element).prepend(this.head);
        this.parts = PARTS.map((name) => this.part(name));
        this.comments = new Comments(this.parts, this.words, {
            onFound: (found) => this.emit('rotfaden-comments', found),
            onChosen: (ids) => this.emit('rotfaden-comment-chosen', { id: ids[0], ids }),
        });
        this.asking = new Asking(element, this.parts, this.words, (wanted) =>
            this.emit('rotfaden-comment-wanted', wanted),
        );
        const outline = this.elsewhere('outline');
        if (outline) this.outline = new Outline(outline, this.words, this.parts);
        this.undoManager = new Y.UndoManager(
            PARTS.map((name) => doc.getText(name)),
            { trackedOrigins: new Set([this.local]), captureTimeout: UNDO_PAUSE },
        );
        this.undoManager.on('stack-item-added', ({ stackItem }) => {
            if (this.focused)
                stackItem.meta.set(SELECTION, {
                    part: this.focused,
                    at: this.focused.binding.stickySelection(),
                });
        });
        this.undoManager.on('stack-item-popped', ({ stackItem }) =>
            this.restore(stackItem.meta.get(SELECTION)),
        );
        awareness.on('change', this.redrawCursors);
        doc.getText('title').observe(() => this.tellTitle());
        window.addEventListener('beforeunload', this.askBeforeLeaving);
        this.toolbar.show(this.parts[1]!);
        this.onState(this.state, this.waiting);
    }

    destroy(): void {
        this.connection.awareness.off('change', this.redrawCursors);
        window.removeEventListener('beforeunload', this.askBeforeLeaving);
        this.announcer.destroy();
        this.status.destroy();
        this.presence.destroy();
        this.undoManager.destroy();
        this.comments.destroy();
        this.asking.destroy();
        this.parts.forEach((part) => part.destroy());
        this.connection.leave();
        this.outline?.destroy();
        this.head.remove();
        this.element.replaceChildren();
    }

    /** The comments that hang on the words; whoever only reads has them too. */
    setComments(list: readonly Comment[]): void {
        this.element.classList.toggle('rf-commented', list.length > 0);
        this.comments.set(list);
    }

    showComment(id: string, focus: boolean): boolean {
        return this.comments.show(id, focus);
    }

    chooseComment(id: string | null): void {
        this.comments.choose(id);
    }

    /** Whether whoever is here may comment. */
    setCommenting(isOn: boolean): void {
        this.toolbar.setCommenting(isOn);
        this.asking.setOn(isOn);
    }

    commentHere(): boolean {
        return this.asking.askHere();
    }

    private state: SavedState = 'loading';
    private waiting = 0;

    onState(state: SavedState, waiting: number): void {
        this.state = state;
        this.waiting = waiting;
        if (!this.parts) return;
        this.status.show(state, this.sentence(state, waiting));
        this.head.dataset.state = state;
        this.head.dataset.standing = standingOf(state);
        this.emit('rotfaden-saved-state', { state, waiting });
    }

    /** Words that stand nowhere else do not go without a question, whatever the page wants to show instead. */
    private readonly askBeforeLeaving = (event: BeforeUnloadEvent) => {
        if (this.state === 'discarded') event.preventDefault();
    };

    onAccess(mayWrite: boolean): void {
        if (!this.parts) return;
        this.toolbar.setEnabled(mayWrite);
        this.parts.forEach((part) => part.redraw());
        this.showAsArticle(!mayWrite);
        this.emit('rotfaden-access', { access: mayWrite ? 'WRITE' : 'READ' });
    }

    isEditable(): boolean {
        return this.connection.mayWrite;
    }

    onFocus(part: Part): void {
        this.focused = part;
        this.toolbar.show(part);
        this.onSelection(part);
    }

    onSelection(part: Part): void {
        if (part !== this.focused) return;
        this.toolbar.show(part);
        if (part.view.hasFocus()) {
            const { anchor, head } = part.binding.stickySelection();
            const cursor = {
                anchor: Y.relativePositionToJSON(anchor),
                head: Y.relativePositionToJSON(head),
            };
            const known = this.connection.awareness.getLocalState()?.cursor;
            if (JSON.stringify(known) !== JSON.stringify(cursor)) {
                this.connection.awareness.setLocalStateField('cursor', cursor);
            }
        }
    }

    /** Arrow keys lead from one text into the next. */
    leave(part: Part, direction: -1 | 1): boolean {
        const next = this.parts[this.parts.indexOf(part) + direction];
        if (!next) return false;
        next.view.focus();
        const { tr, doc } = next.state;
        const end = direction < 0 ? doc.content.size - 1 : 1;

        next.view.dispatch(tr.setSelection(Selection.near(doc.resolve(end))).scrollIntoView());
        return true;
    }

    undo(): boolean {
        if (this.isEditable()) this.undoManager.undo();
        return true;
    }

    redo(): boolean {
        if (this.isEditable()) this.undoManager.redo();
        return true;
    }

    askForLink(part: Part): boolean {
        if (part.isTitle || !this.isEditable()) return true;
        const { words } = this;
        const present = linkAt(part.state);
        const input = make('input', { inputmode: 'url', id: 'rf-link', placeholder: 'https://' });
        const check = () => input.setCustomValidity(linkAddress(input.value) ? '' : words.linkWrong);
        input.value = present ?? '';
        input.addEventListener('input', check);
        check();
        const content = [make('label', { for: input.id }, words.linkAddress), input];
        const answers = {
            cancel: words.cancel,
            ...(present && { remove: words.linkRemove }),
            set: words.linkSet,
        };
        ask(this.element, words.link, content, answers, (answer) => {
            const address = answer === 'set' ? linkAddress(input.value) : undefined;
            if (answer !== 'cancel') part.view.dispatch(setLink(part.state, address ?? null));
            part.view.focus();
        });
        input.select();
        return true;
    }

    showShortcuts(): boolean {
        const rows = shortcutsOf(this.words, this, this.element.hasAttribute('commenting')).map(
            ([keys, label]) => make('div', {}, make('dt', {}, keys), make('dd', {}, label)),
        );
        const announce = make('input', { type: 'checkbox' });
        announce.checked = this.announcer.isOn;
        announce.addEventListener('change', () => this.announcer.setOn(announce.checked));
        const content = [
            make('dl', { class: 'rf-shortcuts' }, ...rows),
            make('label', { class: 'rf-switch' }, announce, this.words.announce),
        ];
        ask(this.element, this.words.shortcuts, content, { close: this.words.close }, () =>
            this.focused?.view.focus(),
        );
        return true;
    }

    onCaret(part: Part): void {
        this.comments?.onCaret(part);
    }

    onPress(part: Part, position: number): void {
        this.comments.onPress(part, position);
    }

    onRedraw(part: Part, byOthers: boolean): void {
        this.comments?.onChange(part, byOthers);
        this.asking?.onChange();
        this.showReason();
        this.outline?.redraw();
    }

    refuseTooMuch(part: Part): void {
        const { words } = this;
        const content = [make('p', {}, words.tooMuchText)];
        ask(this.element, words.tooMuch, content, { close: words.close }, () => part.view.focus());
    }

    private part(name: (typeof PARTS)[number]): Part {
        const { doc, awareness } = this.connection;
        const labels = {
            label: this.words[name],
            hint: this.words[`${name}Hint`],
            empty: this.words[`${name}Empty`],
        };
        const place = make('div', { class: 'rf-place' });
        if (name === 'reason') {
            this.reasoning.append(make('h2', { class: 'rf-reason-heading' }, this.words.reason), place);
            this.element.append(this.reasoning);
        } else {
            this.element.append(place);
        }
        return new Part(name, place, labels, doc.getText(name), awareness, this.local, this);
    }

    /** The page has places of its own for what belongs to the words and not among them. */
    private elsewhere(name: string): HTMLElement | null {
        return document.getElementById(this.element.getAttribute(name) ?? '');
    }

    /** Whoever only reads has an article before her, and nothing to fill in. */
    private showAsArticle(isRead: boolean): void {
        if (isRead) this.element.setAttribute('role', 'article');
        else this.element.removeAttribute('role');
        this.nameArticle();
        this.showReason();
    }

    private nameArticle(): void {
        if (this.element.hasAttribute('role'))
            this.element.setAttribute('aria-label', this.title || this.words.titleEmpty);
        else this.element.removeAttribute('aria-label');
    }

    /** A reason that nobody gave is not there for readers. */
    private showReason(): void {
        const reason = this.parts?.find((part) => part.name === 'reason');
        if (reason) this.reasoning.hidden = reason.isEmpty && !this.isEditable();
    }

    private restore(kept: { part: Part; at: StickySelection } | undefined): void {
        if (!kept) return;
        kept.part.view.focus();
        kept.part.binding.select(kept.at);
    }

    private sentence(state: SavedState, waiting: number): string {
        const words = this.words;
        switch (state) {
            case 'loading':
                return words.loading;
            case 'saved':
                return words.saved;
            case 'saving':
                return words.saving;
            case 'offline':
                return words.offline(waiting);
            case 'catching-up':
                return words.catchingUp;
            case 'read-only':
                return words.readOnly;
            case 'refused':
                return words.refused;
            case 'closed':
                return words.closed;
            case 'logged-out':
                return words.loggedOut;
            case 'discarded':
                return words.discarded;
            case 'newer':
                return words.newer;
        }
    }

    private tellTitle(): void {
        const title = this.connection.doc.getText('title').toString().replace(/\s+/g, ' ').trim();
        if (title !== this.title) {
            this.title = title;
            this.nameArticle();
            this.emit('rotfaden-title', { title });
        }
    }

    private emit(name: string, detail: object): void {
        this.element.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
    }
}
