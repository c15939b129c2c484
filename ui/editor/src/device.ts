import * as idb from 'lib0/indexeddb';
import { IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';

/*
 * What this device keeps for members. All tabs share it: the documents as they were last seen, a database
 * for each, and every single change that the server has not answered for, in a database of its own. What is
 * kept for one member is never read for another.
 */
const DOCUMENT = 'rotfaden-kept:';
const UNSENT = 'rotfaden-unsent';
const CHANGES = 'changes';

/** Whose change it is, in which document, made in which tab, and the how-manieth of that tab. */
export type ChangeKey = readonly [member: string, document: string, tab: string, number: number];

/** A change that the server has not answered for. */
export interface Change {
    readonly key: ChangeKey;
    readonly update: Uint8Array;
    /** Whether the server has said that it does not take it. */
    readonly refused: boolean;
}

/** A document as this device last saw it. */
export class KeptDocument {
    private readonly database: IndexeddbPersistence | undefined;

    /** When all that is kept has come in. */
    readonly ready: Promise<void>;

    /** @param forgotten hears when another tab forgets all that is kept for the member */
    constructor(member: string, document: string, doc: Y.Doc, forgotten: () => void) {
        if (!('indexedDB' in globalThis)) {
            this.ready = Promise.resolve();
            return;
        }
        const database = new IndexeddbPersistence(`${DOCUMENT}${member}:${document}`, doc);
        this.database = database;
        this.ready = database.whenSynced.then(() =>
            database.db!.addEventListener('versionchange', () => {
                this.close();
                forgotten();
            }),
        );
    }

    /** Whether changes with this origin came out of the device. */
    isOrigin(origin: unknown): boolean {
        return origin !== undefined && origin === this.database;
    }

    close(): void {
        void this.database?.destroy();
    }
}

/** Keeps changes, each under its own key. */
export async function keep(changes: readonly Change[]): Promise<void> {
    await change((store) => changes.forEach((change) => store.put(change)));
}

/** Lets go of exactly these changes. */
export async function release(keys: readonly ChangeKey[]): Promise<void> {
    await change((store) => keys.forEach((key) => store.delete(key as never)));
}

/** What is kept for a member and a document, by whichever tab. */
export async function changesOf(member: string, document: string): Promise<Change[]> {
    return idb.getAll(await changes('readonly'), below(member, document));
}

/** The documents of which changes are kept for a member. */
export async function unsentDocuments(member: string): Promise<Set<string>> {
    const keys: ChangeKey[] = await idb.getAllKeys(await changes('readonly'), below(member));
    return new Set(keys.map(([, document]) => document));
}

/** Throws away all changes of a member that the server has not answered for. */
export async function discard(member: string): Promise<void> {
    await change((store) => store.delete(below(member)));
}

/** Forgets the documents of a member. Changes that were not answered for are something else, and stay. */
export async function forgetDocuments(member: string): Promise<void> {
    const databases = await indexedDB.databases();
    const names = databases.flatMap(({ name }) => (name?.startsWith(`${DOCUMENT}${member}:`) ? [name] : []));
    await Promise.all(names.map(remove));
}

/** Where another tab takes its time, the database goes when that tab does. */
function remove(name: string): Promise<void> {
    return new Promise((resolve) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = request.onerror = request.onblocked = () => resolve();
    });
}

let database: Promise<IDBDatabase> | undefined;

async function changes(access: IDBTransactionMode): Promise<IDBObjectStore> {
    database ??= openUnsent();
    const open = await database;
    return open.transaction(CHANGES, access).objectStore(CHANGES);
}

/** Where it could not be opened, or went, the next one tries again. */
async function openUnsent(): Promise<IDBDatabase> {
    try {
        const open = await idb.openDB(UNSENT, (fresh) =>
            fresh.createObjectStore(CHANGES, { keyPath: 'key' }),
        );
        open.onclose = open.onversionchange = () => {
            open.close();
            database = undefined;
        };
        return open;
    } catch (failure) {
        database = undefined;
        throw failure;
    }
}

async function change(work: (store: IDBObjectStore) => unknown): Promise<void> {
    const store = await changes('readwrite');
    work(store);
    await new Promise((resolve, reject) => {
        store.transaction.oncomplete = resolve;
        store.transaction.onabort = () => reject(store.transaction.error);
    });
}

/** All keys that begin so; a list comes after everything else that a key can hold. */
function below(...beginning: string[]): IDBKeyRange {
    return IDBKeyRange.bound(beginning, [...beginning, []]);
}
