import { make } from '../dom.ts';
import { type Draft, draftKey, draftOf, keepDraft, type KeptFile, type PassageOf } from './device.ts';
import { type Find, Mentions } from './mentions.ts';
import { type Editable } from './model.ts';
import { discardFile, NotTaken, upload } from './upload.ts';
import { type ThreadWords } from './words.ts';

/** The longest post, in characters. */
const LONGEST = 10_000;

/** From here on it is said how much room is left. */
const NEARLY = 9_000;

/** So many files one post holds. */
const MOST_FILES = 10;

/** How often what is typed is put aside, in ms. */
const PAUSE = 300;

/** What is sent. */
export interface Written {
    /** As the server reads it. */
    readonly words: string;
    /** As it stood there. */
    readonly draft: Draft;
}

export interface ComposerOptions {
    readonly member: string;
    /** Where what is half written is kept. */
    readonly where: string;
    readonly words: ThreadWords;
    readonly find: Find;
    readonly label: string;
    readonly sendLabel: string;
    /** Whether a title is asked for as well. */
    readonly titled?: boolean;
    /** The words at which it will stand, kept with what is half written. */
    readonly at?: PassageOf;
    /** In which language the server answers; where it is missing, no files are taken. */
    readonly filesIn?: string | null;
    /** @returns whether it is under way, so that nothing of it has to stand there any more */
    readonly send: (written: Written) => boolean;
    readonly cancel?: () => void;
}

/** Where somebody writes a post. What is half written survives whatever happens to the page. */
export class Composer {
    readonly element = make('form', { class: 'composer' });
    private readonly field = make('textarea', { rows: '1' });
    private readonly title: HTMLInputElement | undefined;
    private readonly chip = make('div', { class: 'composer-answers', hidden: '' });
    private readonly fileList = make('ul', { class: 'composer-files', hidden: '' });
    private files: KeptFile[] = [];
    private underway = 0;
    private readonly hint = make('p', { class: 'about composer-hint', 'aria-live': 'polite' });
    private readonly there = make('blockquote', { class: 'composer-there', hidden: '' });
    private readonly trouble = make('p', { class: 'composer-trouble', role: 'alert' });
    private readonly mentions: Mentions;
    private answers: { id: string; name: string } | undefined;
    private timer: ReturnType<typeof setTimeout> | undefined;

    /** Whether something was written here that is not put aside yet. */
    private isChanged = false;

    /** Where the same draft stands in two tabs, the one that nobody writes in follows. */
    private readonly elsewhere = ({ key, oldValue }: StorageEvent): void => {
        const { member, where } = this.options;
        if (key !== draftKey(member, where) || this.isChanged) return;
        if (JSON.stringify(this.isEmpty ? undefined : this.draft) !== (oldValue ?? undefined)) return;
        const draft = draftOf(member, where);
        this.show(draft ?? { words: '', mentions: {} });
    };

    constructor(private readonly options: ComposerOptions) {
        const { words } = options;
        this.mentions = new Mentions(this.field, words, options.find, () => this.typed());
        this.field.setAttribute('aria-label', options.label);
        this.field.placeholder = words.postHint;
        if (options.titled) {
            this.title = make('input', { type: 'text', maxlength: '200', class: 'composer-title' });
            this.title.setAttribute('aria-label', words.title);
            this.title.placeholder = words.title;
            this.title.addEventListener('input', () => this.typed());
            this.element.append(this.title);
        }
        const send = make('button', { type: 'submit', class: 'composer-send' }, options.sendLabel);
        send.title = words.sendKeys;
        const acts = make('div', { class: 'composer-acts' }, this.signs());
        if (options.cancel) {
            const cancel = make('button', { type: 'button', class: 'bare' }, words.cancel);
            cancel.addEventListener('click', () => this.leave());
            acts.append(cancel);
        }
        acts.append(send);
        const box = make('div', { class: 'composer-box' }, this.field, ...this.mentions.elements);
        this.element.append(this.chip, box, this.fileList, this.trouble, this.there, this.hint, acts);
        if (options.filesIn !== undefined) this.takeFiles();
        this.element.addEventListener('submit', (event) => {
            event.preventDefault();
            this.send();
        });
        this.element.addEventListener('keydown', (event) => this.press(event));
        this.element.addEventListener('focusin', () => this.element.classList.add('composer-open'));
        this.field.addEventListener('input', () => this.typed());
        addEventListener('pagehide', this.keepNow);
        addEventListener('storage', this.elsewhere);
        this.restore();
    }

    destroy(): void {
        removeEventListener('pagehide', this.keepNow);
        removeEventListener('storage', this.elsewhere);
        this.keepNow();
    }

    /** As soon as it is to be seen: a sheet may be on its way. */
    focus(): void {
        const field = this.title && this.title.value === '' ? this.title : this.field;
        if (field.getClientRects().length > 0) {
            field.focus();
            return;
        }
        const seen = new ResizeObserver(() => {
            if (field.getClientRects().length === 0) return;
            seen.disconnect();
            field.focus();
        });
        seen.observe(field);
    }

    get isEmpty(): boolean {
        return this.field.value.trim() === '' && !this.title?.value.trim() && this.files.length === 0;
    }

    get titleTyped(): string {
        return this.title?.value.trim() ?? '';
    }

    /** From now on it is an answer. */
    answer(to: { id: string; name: string }): void {
        this.answers = to;
        this.showChip();
        this.isChanged = true;
        this.keepNow();
        this.focus();
    }

    /** Puts something behind what stands there. */
    add(words: string, mentions: Readonly<Record<string, string>>): void {
        const before = this.field.value.trimEnd();
        this.mentions.restore({ ...this.mentions.kept, ...mentions }, this.mentions.keptSilent);
        this.field.value = before === '' ? words : `${before}\n\n${words}`;
        this.field.setSelectionRange(this.field.value.length, this.field.value.length);
        this.typed();
        this.focus();
    }

    /** What was sent comes back. */
    takeUp(draft: Draft): void {
        if (!this.isEmpty) {
            this.add(draft.words, draft.mentions);
            return;
        }
        this.show(draft);
        this.typed();
        this.focus();
    }

    edit(editable: Editable): void {
        if (this.isEmpty) this.field.value = this.mentions.decode(editable.words, editable.mentions);
        this.grow();
        this.focus();
    }

    /** Something else stands there by now: it is shown beside one's own words. */
    conflict(there: Editable): void {
        this.refuse(this.options.words.conflict);
        this.there.textContent = this.mentions.decode(there.words, there.mentions);
        this.there.hidden = false;
    }

    /** What was refused stays, and why. */
    refuse(why: string): void {
        this.trouble.textContent = why;
    }

    clear(): void {
        this.field.value = '';
        if (this.title) this.title.value = '';
        this.answers = undefined;
        this.mentions.restore({});
        this.files = [];
        this.showFiles();
        this.trouble.textContent = '';
        this.there.hidden = true;
        this.isChanged = false;
        this.showChip();
        this.grow();
        this.showHint();
        keepDraft(this.options.member, this.options.where, undefined);
    }

    private leave(): void {
        this.clear();
        this.options.cancel?.();
    }

    private restore(): void {
        const draft = draftOf(this.options.member, this.options.where);
        if (draft) this.show(draft);
    }

    private show(draft: Draft): void {
        this.field.value = draft.words;
        if (this.title) this.title.value = draft.title ?? '';
        this.answers = draft.answers;
        this.mentions.restore(draft.mentions, draft.silent);
        this.files = [...(draft.files ?? [])];
        this.showFiles();
        this.showChip();
        this.grow();
        this.showHint();
    }

    private get draft(): Draft {
        const { answers } = this;
        const title = this.titleTyped;
        return {
            words: this.field.value,
            mentions: this.mentions.kept,
            silent: this.mentions.keptSilent,
            ...(answers ? { answers } : {}),
            ...(this.files.length > 0 ? { files: this.files } : {}),
            ...(title ? { title } : {}),
            ...(this.options.at ? { at: this.options.at } : {}),
        };
    }

    private send(): void {
        clearTimeout(this.timer);
        const words = this.mentions.encode(this.field.value);
        if (this.underway > 0) {
            this.refuse(this.options.words.uploading);
            return;
        }
        const saysNothing = this.field.value.trim() === '' && this.files.length === 0;
        if (saysNothing || (this.title && this.titleTyped === '')) {
            this.focus();
            return;
        }
        if (words.length > LONGEST) {
            this.refuse(this.options.words.tooLong(LONGEST, words.length));
            return;
        }
        this.trouble.textContent = '';
        if (this.options.send({ words, draft: this.draft })) this.clear();
    }

    private press(event: KeyboardEvent): void {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) {
            event.preventDefault();
            this.send();
        } else if (event.key === 'Escape' && this.options.cancel && !event.defaultPrevented) {
            event.preventDefault();
            this.keepNow();
            this.options.cancel();
        }
    }

    private typed(): void {
        this.isChanged = true;
        this.grow();
        this.showHint();
        clearTimeout(this.timer);
        this.timer = setTimeout(this.keepNow, PAUSE);
    }

    /** What another tab keeps is left alone where nothing was changed here. */
    private readonly keepNow = (): void => {
        clearTimeout(this.timer);
        if (!this.isChanged) return;
        this.isChanged = false;
        const { member, where, words } = this.options;
        const isKept = keepDraft(member, where, this.isEmpty && !this.answers ? undefined : this.draft);
        if (!isKept) this.hint.textContent = words.notKept;
    };

    /** As high as what stands in it. */
    private grow(): void {
        this.field.style.height = 'auto';
        this.field.style.height = `${Math.min(this.field.scrollHeight + 2, innerHeight / 3)}px`;
    }

    private showHint(): void {
        const { words } = this.options;
        const length = this.field.value.length;
        const said = this.mentions.silentIn(this.field.value).map(words.doesNotRead);
        if (length > NEARLY) said.push(words.tooLong(LONGEST, length));
        this.hint.textContent = said.join(' ');
    }

    private showChip(): void {
        const { words } = this.options;
        this.chip.hidden = !this.answers;
        if (!this.answers) return;
        const no = make('button', { type: 'button', class: 'bare', 'aria-label': words.noAnswer }, '×');
        no.addEventListener('click', () => {
            this.answers = undefined;
            this.showChip();
            this.isChanged = true;
            this.keepNow();
            this.focus();
        });
        this.chip.replaceChildren(make('span', {}, words.answerTo(this.answers.name)), no);
    }

    private signs(): HTMLElement {
        const { words } = this.options;
        const row = make('div', { class: 'composer-signs', role: 'group', 'aria-label': words.format });
        const sign = (face: string, name: string, act: () => void, className = ''): void => {
            const button = make('button', { type: 'button', class: `bare ${className}`, title: name }, face);
            button.setAttribute('aria-label', name);
            button.addEventListener('click', () => {
                act();
                this.field.focus();
                this.typed();
            });
            row.append(button);
        };
        sign(words.boldFace, words.bold, () => this.wrap('**'), 'face-bold');
        sign(words.italicFace, words.italic, () => this.wrap('*'), 'face-italic');
        sign('•', words.list, () => this.prefix('- '));
        sign('„“', words.quoteSign, () => this.prefix('> '));
        sign('@', words.mention, () =>
            this.field.setRangeText('@', this.caret, this.field.selectionEnd, 'end'),
        );
        return row;
    }

    private get caret(): number {
        return this.field.selectionStart;
    }

    private wrap(sign: string): void {
        const { selectionStart: from, selectionEnd: to, value } = this.field;
        this.field.setRangeText(`${sign}${value.slice(from, to)}${sign}`, from, to, 'end');
        if (from === to) this.field.setSelectionRange(from + sign.length, from + sign.length);
    }

    /** Before each line that is selected. */
    private prefix(sign: string): void {
        const { selectionStart: from, selectionEnd: to, value } = this.field;
        const begin = value.lastIndexOf('\n', from - 1) + 1;
        const lines = value.slice(begin, to).split('\n');
        this.field.setRangeText(lines.map((line) => sign + line).join('\n'), begin, to, 'end');
    }

    /** By a button, by pasting and by dropping. */
    private takeFiles(): void {
        const { words } = this.options;
        const chosen = make('input', { type: 'file', multiple: '', hidden: '' });
        chosen.addEventListener('change', () => {
            void this.addFiles([...(chosen.files ?? [])]);
            chosen.value = '';
        });
        const button = make('button', { type: 'button', class: 'bare', title: words.addFile });
        button.setAttribute('aria-label', words.addFile);
        button.append(make('span', { class: 'icon icon-file', 'aria-hidden': 'true' }));
        button.addEventListener('click', () => chosen.click());
        this.element.querySelector('.composer-signs')!.append(button, chosen);
        this.field.addEventListener('paste', (event) => {
            const files = [...(event.clipboardData?.files ?? [])];
            if (files.length === 0) return;
            event.preventDefault();
            void this.addFiles(files);
        });
        this.element.addEventListener('dragover', (event) => {
            if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
        });
        this.element.addEventListener('drop', (event) => {
            const files = [...(event.dataTransfer?.files ?? [])];
            if (files.length === 0) return;
            event.preventDefault();
            void this.addFiles(files);
        });
    }

    /** One after the other; what is not taken says why, and the others are. */
    private async addFiles(files: readonly File[]): Promise<void> {
        const { words, filesIn } = this.options;
        for (const file of files) {
            if (this.files.length >= MOST_FILES) {
                this.refuse(words.tooManyFiles(MOST_FILES));
                return;
            }
            this.underway++;
            this.showFiles(file.name);
            try {
                this.files.push(await upload(file, filesIn ?? null));
                this.trouble.textContent = '';
            } catch (failure) {
                const why = failure instanceof NotTaken ? failure.message : '';
                this.refuse(`${file.name}: ${why || words.notUploaded}`);
            } finally {
                this.underway--;
                this.showFiles();
                this.isChanged = true;
                this.keepNow();
            }
        }
    }

    private showFiles(underway?: string): void {
        const { words } = this.options;
        const items = this.files.map((file) => {
            const no = make('button', { type: 'button', class: 'bare' }, '×');
            no.setAttribute('aria-label', words.removeFile(file.name));
            no.addEventListener('click', () => {
                this.files = this.files.filter((one) => one !== file);
                void discardFile(file.id).catch(() => undefined);
                this.showFiles();
                this.isChanged = true;
                this.keepNow();
                this.field.focus();
            });
            return make('li', {}, make('span', {}, file.name), no);
        });
        if (underway) items.push(make('li', { class: 'about', role: 'status' }, `${underway} …`));
        this.fileList.replaceChildren(...items);
        this.fileList.hidden = items.length === 0;
    }
}
