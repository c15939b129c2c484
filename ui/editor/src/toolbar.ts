import { type Command } from 'prosemirror-state';
import * as commands from './commands.ts';
import { make } from './dom.ts';
import { type Icon, icon, icons } from './icons.ts';
import { type Part } from './part.ts';
import { textSchema } from './schema.ts';
import { type Words } from './words.ts';

interface Tool {
    readonly label: string;
    /** A letter, or a picture where no letter says it. */
    readonly face: string | Icon;
    readonly className?: string;
    readonly keys: string;
    /** Only for those who may comment. */
    readonly comments?: boolean;
    readonly isOn?: (part: Part) => boolean;
    readonly run: (part: Part) => void;
}

export interface ToolbarActions {
    undo(): boolean;
    redo(): boolean;
    askForLink(part: Part): boolean;
    showShortcuts(): boolean;
    commentHere(): boolean;
}

/** The formats, as a toolbar of which one button at a time is in the order of tabs (ARIA APG). */
export class Toolbar {
    readonly element: HTMLElement;
    private readonly buttons: HTMLButtonElement[];
    private readonly tools: Tool[];
    private readonly comment: HTMLButtonElement;
    private part: Part | undefined;

    constructor(words: Words, actions: ToolbarActions) {
        this.tools = toolsOf(words, actions);
        this.buttons = this.tools.map((tool, index) => this.button(tool, index));
        this.comment = this.buttons[this.tools.findIndex(({ comments }) => comments)]!;
        this.comment.hidden = true;
        this.element = make(
            'div',
            { role: 'toolbar', 'aria-label': words.toolbar, class: 'rf-toolbar' },
            ...this.buttons,
        );
        this.element.addEventListener('keydown', (event) => this.move(event));
    }

    /** Shows the formats at the caret of a part. */
    show(part: Part): void {
        this.part = part;
        this.tools.forEach(({ isOn }, index) => {
            if (isOn) this.buttons[index]!.setAttribute('aria-pressed', String(!part.isTitle && isOn(part)));
        });
        const { from, to } = commands.wordsAt(part.state);
        this.comment.setAttribute('aria-disabled', String(from === to));
    }

    setEnabled(enabled: boolean): void {
        this.element.hidden = !enabled;
    }

    setCommenting(isOn: boolean): void {
        this.comment.hidden = !isOn;
        if (!isOn && this.comment.tabIndex === 0) {
            this.comment.tabIndex = -1;
            this.buttons[0]!.tabIndex = 0;
        }
    }

    private button(tool: Tool, index: number): HTMLButtonElement {
        const button = make(
            'button',
            {
                type: 'button',
                class: `rf-tool ${tool.className ?? ''}`,
                'aria-label': tool.label,
                title: tool.keys ? `${tool.label} (${tool.keys})` : tool.label,
                tabindex: index === 0 ? '0' : '-1',
            },
            typeof tool.face === 'string' ? tool.face : icon(tool.face),
        );
        button.addEventListener('mousedown', (event) => event.preventDefault());
        button.addEventListener('click', () => {
            if (this.part) tool.run(this.part);
            if (this.part) this.show(this.part);
        });
        return button;
    }

    private move(event: KeyboardEvent): void {
        const shown = this.buttons.filter((button) => !button.hidden);
        const at = shown.indexOf(document.activeElement as HTMLButtonElement);
        const last = shown.length - 1;
        const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: last }[event.key];
        if (at < 0 || next === undefined) return;
        event.preventDefault();
        const target = shown[(next + shown.length) % shown.length]!;
        this.buttons.forEach((button) => (button.tabIndex = button === target ? 0 : -1));
        target.focus();
    }
}

function toolsOf(words: Words, actions: ToolbarActions): Tool[] {
    const mark = (label: string, face: string, name: string, keys: string, command: Command): Tool => ({
        label,
        face,
        keys,
        className: `rf-tool-${name}`,
        isOn: (part) => commands.isMarkActive(part.state, textSchema.marks[name]!),
        run: (part) => !part.isTitle && part.run(command),
    });
    const line = (
        label: string,
        face: string | Icon,
        keys: string,
        form: Record<string, unknown>,
        command: Command,
    ): Tool => ({
        label,
        face,
        keys,
        isOn: (part) => commands.isLineActive(part.state, form),
        run: (part) => !part.isTitle && part.run(command),
    });
    const mod = /Mac|iP/.test(navigator.platform) ? '⌘' : `${words.controlKey}+`;
    return [
        { label: words.undo, face: icons.undo, keys: `${mod}Z`, run: () => actions.undo() },
        { label: words.redo, face: icons.redo, keys: `${mod}Y`, run: () => actions.redo() },
        mark(words.bold, words.boldFace, 'bold', `${mod}B`, commands.bold),
        mark(words.italic, words.italicFace, 'italic', `${mod}I`, commands.italic),
        mark(words.underline, 'U', 'underline', `${mod}U`, commands.underline),
        mark(words.strike, 'S', 'strike', `${mod}⇧X`, commands.strike),
        line(words.heading(1), 'H1', `${mod}Alt+1`, { header: 1 }, commands.heading(1)),
        line(words.heading(2), 'H2', `${mod}Alt+2`, { header: 2 }, commands.heading(2)),
        line(words.heading(3), 'H3', `${mod}Alt+3`, { header: 3 }, commands.heading(3)),
        line(words.bullet, icons.bullet, `${mod}⇧8`, { list: 'bullet' }, commands.bulletList),
        line(words.ordered, icons.ordered, `${mod}⇧7`, { list: 'ordered' }, commands.orderedList),
        line(words.quote, icons.quote, `${mod}⇧9`, { blockquote: true }, commands.quotation),
        { label: words.link, face: icons.link, keys: `${mod}K`, run: (part) => actions.askForLink(part) },
        {
            label: words.comment,
            face: icons.comment,
            keys: `${mod}Alt+M`,
            comments: true,
            run: () => actions.commentHere(),
        },
        { label: words.shortcuts, face: icons.keys, keys: `${mod}/`, run: () => actions.showShortcuts() },
    ];
}

/** Each shortcut with what it does. */
export function shortcutsOf(
    words: Words,
    actions: ToolbarActions,
    isCommenting: boolean,
): [keys: string, label: string][] {
    return toolsOf(words, actions)
        .filter(({ keys, comments }) => keys && (isCommenting || !comments))
        .map((tool) => [tool.keys, tool.label]);
}
