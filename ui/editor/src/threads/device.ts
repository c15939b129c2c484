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

/** Something half written. */
export interface Draft {
    readonly words: string;
    readonly title?: string;
    readonly answers?: { readonly id: string; readonly name: string };
    /** Files that are uploaded, and kept for it for a day. */
    readonly files?: readonly KeptFile[];
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

function read<T>(key: string): T | undefined {
    try {
        const kept = localStorage.getItem(key);
        return kept === null ? undefined : (JSON.parse(kept) as T);
    } catch {
        return undefined;
    }
}

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

/** @param where the thread, and what of it is written */
export function draftOf(member: string, where: string): Draft | undefined {
    return read(`${DRAFT}${member}:${where}`);
}

/** @param draft nothing once it is sent or thrown away */
export function keepDraft(member: string, where: string, draft: Draft | undefined): boolean {
    return write(`${DRAFT}${member}:${where}`, draft);
}

export function waitingOf(member: string): WaitingPost[] {
    return read(`${WAITING}${member}`) ?? [];
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
