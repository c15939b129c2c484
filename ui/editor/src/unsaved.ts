import * as Y from 'yjs';
import * as device from './device.ts';
import type { Change } from './device.ts';

/** How large a part of many changes is at most, in bytes: small enough for an answer every now and then. */
const PART = 256 * 1024;

/** What this page has not saved yet, also where the device keeps nothing. */
const ofThisPage = new Set<Unsaved>();

/**
 * The changes of one member to one document that the server has not answered for, as one tab knows them: its
 * own, and those that it found on the device because another tab, or an earlier visit, left them. Each is
 * kept on the device until an answer proves exactly this change.
 */
export class Unsaved {
    private readonly changes = new Map<string, Change>();
    private readonly tab = Array.from(crypto.getRandomValues(new Uint32Array(4))).join('-');
    private made = 0;
    /** What lay on the device when it was last looked at. */
    private lay = new Set<string>();

    constructor(
        private readonly member: string,
        private readonly document: string,
        private readonly doc: Y.Doc,
    ) {
        ofThisPage.add(this);
    }

    get size(): number {
        return this.changes.size;
    }

    isOf(member: string): boolean {
        return this.member === member;
    }

    get documentId(): string {
        return this.document;
    }

    /** A change that was made in this tab. */
    add(update: Uint8Array): void {
        const change: Change = {
            key: [this.member, this.document, this.tab, this.made++],
            update,
            refused: false,
        };
        this.changes.set(nameOf(change), change);
        quietly(device.keep([change]));
    }

    all(): readonly Change[] {
        return [...this.changes.values()];
    }

    /** All changes in their order, joined as long as a part stays small; a large change is a part of its own. */
    inParts(): { update: Uint8Array; changes: Change[] }[] {
        const parts: Change[][] = [];
        let size = Infinity;
        for (const change of this.changes.values()) {
            size += change.update.length;
            if (size > PART) {
                parts.push([]);
                size = change.update.length;
            }
            parts.at(-1)!.push(change);
        }
        return parts.map((changes) => ({ update: joined(changes), changes }));
    }

    /** The changes that an update holds and nothing else. */
    like(update: Uint8Array): readonly Change[] {
        return this.all().filter((change) => isSame(change.update, update));
    }

    /** The server has answered for these. */
    saved(changes: readonly Change[]): void {
        changes.forEach((change) => this.changes.delete(nameOf(change)));
        if (changes.length > 0) quietly(device.release(changes.map(({ key }) => key)));
    }

    /** The server does not take these. They stay, and no other tab tries them again. */
    refused(changes: readonly Change[]): void {
        const refused = changes.map((change) => ({ ...change, refused: true }));
        refused.forEach((change) => this.changes.set(nameOf(change), change));
        if (changes.length > 0) quietly(device.keep(refused));
    }

    /**
     * Takes what others left on this device into the document, and tells whether there was something.
     *
     * @param which `all`, also what was refused once; `open`, what was not; or `left`, what lay there the last
     *     time too: a tab that is open and has a connection saves its own changes sooner
     */
    async takeOver(which: 'all' | 'open' | 'left'): Promise<boolean> {
        const kept = await device.changesOf(this.member, this.document).catch(() => []);
        const { lay } = this;
        this.lay = new Set(kept.map(nameOf));
        const taken = kept.filter((change) => {
            const name = nameOf(change);
            if (change.key[2] === this.tab || this.changes.has(name)) return false;
            return which === 'all' || (!change.refused && (which === 'open' || lay.has(name)));
        });
        this.doc.transact(() => {
            for (const change of taken) {
                this.changes.set(nameOf(change), change);
                Y.applyUpdate(this.doc, change.update);
            }
        }, this);
        return taken.length > 0;
    }

    /** Whether somebody threw away what waits here. A device that keeps nothing has nothing to throw away. */
    async isDiscarded(): Promise<boolean> {
        if (this.size === 0) return false;
        const kept = await device.changesOf(this.member, this.document).catch(() => undefined);
        const names = new Set(kept?.map(nameOf));
        return kept !== undefined && this.all().some((change) => !names.has(nameOf(change)));
    }

    close(): void {
        ofThisPage.delete(this);
    }
}

/** In how many documents changes of a member are not saved, in whichever tab of this device. */
export async function unsentOf(member: string): Promise<number> {
    const documents = await device.unsentDocuments(member).catch(() => new Set<string>());
    ofThisPage.forEach((unsaved) => {
        if (unsaved.isOf(member) && unsaved.size > 0) documents.add(unsaved.documentId);
    });
    return documents.size;
}

function nameOf({ key: [, , tab, number] }: Change): string {
    return `${tab}:${number}`;
}

function joined(changes: readonly Change[]): Uint8Array {
    const updates = changes.map(({ update }) => update);
    return updates.length === 1 ? updates[0]! : Y.mergeUpdates(updates);
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
    return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

/** A device that keeps nothing can only promise what the server has; this page still counts. */
function quietly(work: Promise<void>): void {
    work.catch(() => {});
}
