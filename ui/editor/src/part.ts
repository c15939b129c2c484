import { baseKeymap, chainCommands } from 'prosemirror-commands';
import { inputRules, InputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import { Fragment, type Node, type Schema, Slice } from 'prosemirror-model';
import { type Command, EditorState, Plugin, Selection, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet, EditorView } from 'prosemirror-view';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { type Host, REMOTE, TextBinding } from './binding/text-binding.ts';
import { commentMarks, type Mark, redrawn } from './comment-marks.ts';
import * as commands from './commands.ts';
import { CURSORS, cursors } from './cursors.ts';
import { cleanPasted } from './paste.ts';
import { textSchema, titleSchema } from './schema.ts';
import { isTooMuch } from './weight.ts';

/** What a part asks of the editor it belongs to. */
export interface PartListener {
    isEditable(): boolean;
    /** What is shown of a part is not what was shown before. */
    onRedraw(part: Part, byOthers: boolean): void;
    onSelection(part: Part): void;
    /** Whoever is here has put the caret somewhere else. */
    onCaret(part: Part): void;
    /** Words were pressed, in a text that can be written or only be read. */
    onPress(part: Part, position: number): void;
    onFocus(part: Part): void;
    leave(part: Part, direction: -1 | 1): boolean;
    undo(): boolean;
    redo(): boolean;
    askForLink(part: Part): boolean;
    showShortcuts(): boolean;
    /** More was put in at once than can be saved; nothing of it stands in the text. */
    refuseTooMuch(part: Part): void;
}

/** What stands above and below the words and stays there: the caret is kept clear of it. In pixels. */
export const COVERED = { top: 112, bottom: 88, left: 8, right: 8 };

/** How long after a composition the editor looks again: its last transaction may still come, in ms. */
const AFTER_COMPOSITION = 50;

/** What is needed of a view's inside. Its types do not tell, so its version is pinned. */
interface Inside {
    readonly domObserver: { forceFlush(): void; flush(): void };
    readonly input: { readonly composingTimeout: ReturnType<typeof setTimeout> };
}

/** What a part is called and what stands in it while it is empty. */
export interface Labels {
    readonly label: string;
    /** For those who can write it: what belongs there. */
    readonly hint: string;
    /** For those who only read it. */
    readonly empty: string;
}

/** One of the three texts of a motion on the screen: title, text or reason. */
export class Part implements Host {
    readonly view: EditorView;
    readonly binding: TextBinding;
    readonly isTitle: boolean;

    constructor(
        readonly name: 'title' | 'text' | 'reason',
        readonly place: HTMLElement,
        labels: Labels,
        text: Y.Text,
        awareness: Awareness,
        origin: object,
        private readonly listener: PartListener,
    ) {
        this.isTitle = name === 'title';
        const schema: Schema = this.isTitle ? titleSchema : textSchema;
        let binding: TextBinding | undefined;
        this.view = new EditorView(place, {
            state: EditorState.create({
                schema,
                plugins: [
                    ...this.plugins(),
                    commentMarks(),
                    cursors(awareness, () => binding),
                    hint(() => (listener.isEditable() ? labels.hint : labels.empty)),
                ],
            }),
            editable: () => listener.isEditable(),
            scrollThreshold: COVERED,
            scrollMargin: COVERED,
            attributes: () => ({
                ...(listener.isEditable() ? this.asField(labels.label) : this.asWords()),
                class: `rf-part rf-${name}`,
                lang: 'de',
            }),
            dispatchTransaction: (tr) => this.update(tr),
            handleClick: (_view, position) => {
                listener.onPress(this, position);
            },
            transformPastedHTML: cleanPasted,
            transformPasted: (slice) => (this.isTitle ? onOneLine(slice) : slice),
            handleDOMEvents: {
                compositionstart: () => queueMicrotask(() => this.composeToTheEnd()),
                compositionupdate: () => queueMicrotask(() => this.composeToTheEnd()),
                compositionend: () => {
                    setTimeout(() => this.binding.catchUp(), AFTER_COMPOSITION);
                },
                focus: () => listener.onFocus(this),
                beforeinput: (_view, event) => this.breakLine(event),
            },
        });
        binding = new TextBinding(text, schema, this, origin, this.isTitle);
        this.binding = binding;
        this.redraw();
    }

    get isEmpty(): boolean {
        return isEmpty(this.state.doc);
    }

    get state(): EditorState {
        return this.view.state;
    }

    private get inside(): Inside {
        return this.view as unknown as Inside;
    }

    private asField(label: string): Record<string, string> {
        return {
            role: 'textbox',
            'aria-label': label,
            'aria-multiline': String(!this.isTitle),
            tabindex: '0',
            spellcheck: 'true',
        };
    }

    private asWords(): Record<string, string> {
        return this.isTitle ? { role: 'heading', 'aria-level': '1' } : {};
    }

    isComposing(): boolean {
        return this.view.composing;
    }

    /**
     * The view reads the screen a moment after a phone's keyboard or a finger changed it; what is drawn in
     * this moment would undo it. It reads at once only when its own observer is asked.
     */
    readInput(): void {
        const { domObserver } = this.inside;
        domObserver.forceFlush();
        domObserver.flush();
    }

    update(tr: Transaction): void {
        const before = this.view.state;
        if (!tr.getMeta(REMOTE) && isTooMuch(tr)) {
            this.listener.refuseTooMuch(this);
            return;
        }
        this.view.updateState(before.apply(tr));
        this.binding?.onTransaction(before, tr);
        if (tr.getMeta(REMOTE)) this.dragWhatIsSelected();
        else if (tr.docChanged) this.redrawCarets();
        if (tr.selectionSet || tr.docChanged) this.listener.onSelection(this);
        if (tr.selectionSet && !tr.docChanged && !tr.getMeta(REMOTE)) this.listener.onCaret(this);
        if (tr.docChanged) this.listener.onRedraw(this, tr.getMeta(REMOTE) === true);
    }

    run(command: Command): void {
        this.readInput();
        command(this.view.state, this.view.dispatch, this.view);
        this.view.focus();
    }

    /** Brings a line to the top of the window, and whoever writes goes on there. */
    showFrom(at: number): void {
        const line = this.view.nodeDOM(at) as HTMLElement;
        line.scrollIntoView({ block: 'start' });
        if (this.listener.isEditable()) {
            this.view.focus();
            const { tr, doc } = this.state;
            this.view.dispatch(tr.setSelection(Selection.near(doc.resolve(at + 1))));
        } else {
            line.tabIndex = -1;
            line.focus({ preventScroll: true });
        }
    }

    /** Brings words into sight, and whoever wants to goes on there. Long ones show their beginning. */
    showWords(from: number, focus: boolean): void {
        if (focus && this.listener.isEditable()) {
            this.view.focus();
            const { tr, doc } = this.state;
            this.view.dispatch(tr.setSelection(Selection.near(doc.resolve(from))));
        }
        const { node, offset } = this.view.domAtPos(from, 1);
        const at = node.childNodes[offset] ?? node;
        const words = at instanceof HTMLElement ? at : at.parentElement!;
        const isLong = words.getBoundingClientRect().height > window.innerHeight / 2;
        const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
        words.scrollIntoView({ block: isLong ? 'start' : 'center', behavior: isCalm ? 'auto' : 'smooth' });
        if (focus && !this.listener.isEditable()) {
            const line = words.closest<HTMLElement>('.rf-part > *') ?? words;
            line.tabIndex = -1;
            line.focus({ preventScroll: true });
        }
    }

    /**
     * Marks the words on which comments hang.
     *
     * @return whether that changed anything
     */
    drawMarks(marks: readonly Mark[]): boolean {
        this.readInput();
        const tr = redrawn(this.state, marks);
        if (tr) this.view.dispatch(tr);
        return tr !== undefined;
    }

    /** Draws what does not come from the text: carets of others, whether it can be edited. */
    redraw(): void {
        this.readInput();
        this.view.setProps({});
        this.view.dispatch(this.view.state.tr.setMeta(CURSORS, true));
    }

    destroy(): void {
        this.binding.destroy();
        this.view.destroy();
    }

    /**
     * A break from a keyboard that tells no keys is one of ours. What Chromium makes of it begins with a blank at
     * times. Apple's keyboards need to break the line themselves.
     */
    private breakLine(event: InputEvent): boolean {
        if (event.inputType !== 'insertParagraph' || this.view.composing) return false;
        if (navigator.vendor.startsWith('Apple')) return false;
        event.preventDefault();
        this.readInput();
        const enter = new KeyboardEvent('keydown', { key: 'Enter', keyCode: 13 });
        this.view.someProp('handleKeyDown', (handle) => handle(this.view, enter));
        return true;
    }

    /** On Android a view takes a word for done when nothing comes for seconds; the keyboard does not. */
    private composeToTheEnd(): void {
        clearTimeout(this.inside.input.composingTimeout);
    }

    /** Others' carets were drawn before the shared text, in which they stand, had what was typed. */
    private redrawCarets(): void {
        if (this.view.dom.querySelector('.rf-caret')) this.redraw();
    }

    /** Words that are being dragged are dropped as they read then, with what others changed in them. */
    private dragWhatIsSelected(): void {
        const { dragging } = this.view;
        if (dragging)
            Object.assign(dragging, { slice: this.view.state.selection.content(), node: undefined });
    }

    private plugins(): Plugin[] {
        const leaveBefore: Command = (state) => commands.caretAtStart(state) && this.listener.leave(this, -1);
        const leaveAfter: Command = (state) => commands.caretAtEnd(state) && this.listener.leave(this, 1);
        const keys: Record<string, Command> = {
            'Mod-z': () => this.listener.undo(),
            'Mod-y': () => this.listener.redo(),
            'Shift-Mod-z': () => this.listener.redo(),
            'Mod-/': () => this.listener.showShortcuts(),
            ArrowUp: (state, dispatch, view) =>
                this.leaveByLine(state, view, 'up') || leaveBefore(state, dispatch, view),
            ArrowDown: (state, dispatch, view) =>
                this.leaveByLine(state, view, 'down') || leaveAfter(state, dispatch, view),
            ArrowLeft: leaveBefore,
            ArrowRight: leaveAfter,
        };
        if (this.isTitle) {
            keys.Enter = () => this.listener.leave(this, 1);
        } else {
            Object.assign(keys, this.formatKeys());
        }
        const plugins = [keymap(keys), keymap(baseKeymap)];
        return this.isTitle ? plugins : [inputRules({ rules: rules() }), ...plugins];
    }

    private formatKeys(): Record<string, Command> {
        return {
            Enter: commands.enter,
            Backspace: chainCommands(commands.backspace, baseKeymap.Backspace!),
            Tab: commands.indent,
            'Shift-Tab': commands.outdent,
            'Mod-b': commands.bold,
            'Mod-i': commands.italic,
            'Mod-u': commands.underline,
            'Mod-Shift-x': commands.strike,
            // Without words that could become a link the keys search everywhere, as on every page.
            'Mod-k': (state) => !state.selection.empty && this.listener.askForLink(this),
            'Mod-Alt-1': commands.heading(1),
            'Mod-Alt-2': commands.heading(2),
            'Mod-Alt-3': commands.heading(3),
            'Mod-Shift-7': commands.orderedList,
            'Mod-Shift-8': commands.bulletList,
            'Mod-Shift-9': commands.quotation,
        };
    }

    private leaveByLine(state: EditorState, view: EditorView | undefined, direction: 'up' | 'down'): boolean {
        if (!view || !state.selection.empty || !view.endOfTextblock(direction)) return false;
        const $head = state.selection.$head;
        const edge = direction === 'up' ? $head.index(0) === 0 : $head.index(0) === state.doc.childCount - 1;
        return edge && this.listener.leave(this, direction === 'up' ? -1 : 1);
    }
}

/** A title has one line: breaks become spaces. */
function onOneLine(slice: Slice): Slice {
    const words = slice.content.textBetween(0, slice.content.size, ' ').replace(/\s+/g, ' ');
    return words ? new Slice(Fragment.from(titleSchema.text(words)), 0, 0) : Slice.empty;
}

function rules(): InputRule[] {
    const form = (pattern: RegExp, attrs: (match: RegExpMatchArray) => Record<string, unknown>) =>
        new InputRule(pattern, (state, match, start, end) => {
            const $start = state.doc.resolve(start);
            return state.tr
                .delete(start, end)
                .setNodeMarkup($start.before(), null, { ...$start.parent.attrs, ...attrs(match) });
        });
    return [
        form(/^(#{1,3})\s$/, (match) => ({ header: match[1]!.length })),
        form(/^[-*]\s$/, () => ({ list: 'bullet' })),
        form(/^1[.)]\s$/, () => ({ list: 'ordered' })),
        form(/^>\s$/, () => ({ blockquote: true })),
    ];
}

function isEmpty(doc: Node): boolean {
    return doc.childCount === 1 && doc.firstChild!.content.size === 0;
}

/** Says in an empty text what belongs there. */
function hint(words: () => string): Plugin {
    return new Plugin({
        props: {
            decorations: ({ doc }) =>
                isEmpty(doc)
                    ? DecorationSet.create(doc, [
                          Decoration.node(0, 2, { class: 'rf-empty', 'data-hint': words() }),
                      ])
                    : DecorationSet.empty,
        },
    });
}
