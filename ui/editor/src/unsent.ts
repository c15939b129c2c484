import { IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';

/**
 * What this device keeps of a document for a member, so that nothing is lost without a connection.
 * Which documents are kept, and how many changes of them are unsaved, stands in the local storage.
 */
const PREFIX = 'rotfaden-kept:';

function key(member: string, document: string): string {
    return `${PREFIX}${member}:${document}`;
}

export class Keeper {
    private readonly database: IndexeddbPersistence | undefined;
    readonly ready: Promise<void>;

    constructor(
        private readonly member: string,
        private readonly document: string,
        doc: Y.Doc,
    ) {
        this.database =
            'indexedDB' in globalThis ? new IndexeddbPersistence(key(member, document), doc) : undefined;
        this.ready = this.database
            ? Promise.race([this.database.whenSynced.then(() => undefined), timeout(2000)])
            : Promise.resolve();
    }

    /** How many changes were unsaved when this device last knew. */
    get unsaved(): number {
        return Number(read(key(this.member, this.document)) ?? 0);
    }

    set unsaved(count: number) {
        write(key(this.member, this.document), String(count));
    }

    close(): void {
        void this.database?.destroy();
    }
}

function timeout(milliseconds: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function read(name: string): string | null {
    try {
        return localStorage.getItem(name);
    } catch {
        return null;
    }
}

function write(name: string, value: string): void {
    try {
        localStorage.setItem(name, value);
    } catch {
        // A browser that keeps nothing can only promise what the server has.
    }
}

function keptFor(member: string): string[] {
    try {
        return Object.keys(localStorage).filter((name) => name.startsWith(`${PREFIX}${member}:`));
    } catch {
        return [];
    }
}

/** In how many documents changes of a member wait on this device. */
export function unsentOf(member: string): number {
    return keptFor(member).filter((name) => Number(read(name)) > 0).length;
}

/** Forgets all that this device keeps for a member. */
export async function forget(member: string): Promise<void> {
    for (const name of keptFor(member)) {
        await new Promise<void>((resolve) => {
            const request = indexedDB.deleteDatabase(name);
            request.onsuccess = request.onerror = request.onblocked = () => resolve();
        });
        localStorage.removeItem(name);
    }
}
