/*
 * What this device keeps of what a member writes in threads: what is half written, and what waits to be sent. All tabs
 * share it, and nothing of one member is read for another.
 */
const DRAFT = 'rotfaden-draft:';
const WAITING = 'rotfaden-waiting:';

/** More than this is not kept, in characters. */
const LONGEST = 200_000;

/** A file that is uploaded and belongs to nothing yet. */
export interface KeptFile {
    readonly id: string;
    readonly name: string;
}

/** Words of a text, by relative positions of Yjs. */
export interface PassageOf {
    readonly root: string;
    readonly start: string;
    readonly end: string;
    readonly words: string;
}

/** Something half written. */
export interface Draft {
    readonly words: string;
    readonly title?: string;
    /** The words at which a comment will stand. */
    readonly at?: PassageOf;
    readonly answers?: { readonly id: string; readonly name: string };
    /** Files that are uploaded, and kept for it for a day. */
    readonly files?: readonly KeptFile[];
    /** The names of those who are mentioned and will not hear of it, by the words that the writer sees. */
    readonly silent?: Readonly<Record<string, string>>;
    /** What stands for what is mentioned, by the words that the writer sees. */
    readonly mentions: Readonly<Record<string, string>>;
}

/** A post that waits to be sent. */
export interface WaitingPost {
    /** By what it is told from all others, so that it is posted once. */
    readonly once: string;
    /** Nothing before the first post beside a thing. */
    readonly thread: string | null;
    readonly about: string;
    readonly words: string;
    readonly draft: Draft;
    readonly answers: string | null;
    /** Why the server does not take it. */
    readonly refused?: string | undefined;
}

/** What is kept under a key, unless it has another shape than it should have: others may write there too. */
function read<T>(key: string, isOne: (kept: unknown) => kept is T): T | undefined {
    try {
        const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
        return isOne(kept) ? kept : undefined;
    } catch {
        return undefined;
    }
}

type Fields = Record<string, unknown>;

const isObject = (kept: unknown): kept is Fields => typeof kept === 'object' && kept !== null;
const isText = (kept: unknown): kept is string => typeof kept === 'string';
const isTexts = (kept: unknown): boolean => isObject(kept) && Object.values(kept).every(isText);
const isOr = (kept: unknown, isOne: (kept: unknown) => boolean): boolean => kept === undefined || isOne(kept);

const isFile = (kept: unknown): boolean => isObject(kept) && isText(kept.id) && isText(kept.name);

function isDraft(kept: unknown): kept is Draft {
    return (
        isObject(kept) &&
        isText(kept.words) &&
        isTexts(kept.mentions) &&
        isOr(kept.title, isText) &&
        isOr(kept.silent, isTexts) &&
        isOr(kept.at, isTexts) &&
        isOr(kept.answers, isFile) &&
        isOr(kept.files, (files) => Array.isArray(files) && files.every(isFile))
    );
}

function isWaiting(kept: unknown): kept is WaitingPost {
    return (
        isObject(kept) &&
        isText(kept.once) &&
        isText(kept.about) &&
        isText(kept.words) &&
        isDraft(kept.draft) &&
        [kept.thread, kept.answers].every((id) => id === null || isText(id)) &&
        isOr(kept.refused, isText)
    );
}

const isList = (kept: unknown): kept is unknown[] => Array.isArray(kept);

/** A browser that keeps nothing keeps it as long as the page is there. */
function write(key: string, value: unknown): boolean {
    try {
        if (value === undefined) localStorage.removeItem(key);
        else {
            const kept = JSON.stringify(value);
            if (kept.length > LONGEST) return false;
            localStorage.setItem(key, kept);
        }
        return true;
    } catch {
        return false;
    }
}

export function draftKey(member: string, where: string): string {
    return `${DRAFT}${member}:${where}`;
}

/** @param where the thread, and what of it is written */
export function draftOf(member: string, where: string): Draft | undefined {
    return read(draftKey(member, where), isDraft);
}

/** @param draft nothing once it is sent or thrown away */
export function keepDraft(member: string, where: string, draft: Draft | undefined): boolean {
    return write(draftKey(member, where), draft);
}

export function waitingOf(member: string): WaitingPost[] {
    return (read(`${WAITING}${member}`, isList) ?? []).filter(isWaiting);
}

export function keepWaiting(member: string, posts: readonly WaitingPost[]): boolean {
    return write(`${WAITING}${member}`, posts.length === 0 ? undefined : posts);
}

function keysOf(member: string): string[] {
    try {
        return Object.keys(localStorage).filter(
            (key) => key.startsWith(`${DRAFT}${member}:`) || key === `${WAITING}${member}`,
        );
    } catch {
        return [];
    }
}

/** How many things of a member are written here and not sent. */
export function unsentWords(member: string): number {
    return keysOf(member).length;
}

/** Throws all of it away. */
export function discardWords(member: string): void {
    keysOf(member).forEach((key) => localStorage.removeItem(key));
}
