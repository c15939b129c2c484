import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { type Change, KeptDocument } from './device.ts';
import { type Answer, MOST_IN_CHANGE, type Part, PING, provingSocket } from './proving-socket.ts';
import { fetchTicket, NoTicket, reloadIsOver, reloadOnce } from './ticket.ts';
import { Unsaved } from './unsaved.ts';
import { Visit, type VisitListener } from './visit.ts';

/** How the text stands with the server, in the words of which the page speaks. */
export type SavedState =
    | 'loading'
    | 'saved'
    | 'saving'
    | 'offline'
    | 'catching-up'
    | 'read-only'
    | 'refused'
    | 'closed'
    | 'logged-out'
    | 'discarded'
    | 'newer';

export interface ConnectionListener {
    onState(state: SavedState, waiting: number): void;
    onAccess(mayWrite: boolean): void;
}

/** What a change brings of others: nothing, what they write now, or what they wrote while nobody here heard it. */
export type News = 'none' | 'now' | 'meanwhile';

/** After what nothing more is said. */
type Ended = 'refused' | 'closed' | 'logged-out' | 'discarded';

/** The shape of documents that this editor knows. */
const SCHEMA = 1;

/** How long what the device keeps is waited for before the server is asked, in ms. */
const DEVICE = 2000;

/** How often the device is searched for what other tabs left, and the text for gaps, in ms. */
const SEARCH = 5000;

/** How long an editor that was left goes on until the last change is saved, in ms. */
const LINGER = 10_000;

/** How the server ends a line over a frame that is too large. */
const TOO_LARGE = 1009;

/** When to try again, in ms: soon, then ever later, and never all of a hall at the same moment. */
export const RECONNECTION = {
    delay: 500,
    factor: 1.6,
    minDelay: 300,
    maxDelay: 10_000,
    maxAttempts: 0,
    jitter: true,
};

/**
 * Keeps a document in step with the server and with this device. Nothing but the server's answer to exactly
 * this change makes it "saved"; until then it is counted and kept, whatever happens to the line or the page.
 */
export class Connection implements VisitListener {
    readonly doc = new Y.Doc();
    private readonly kept: KeptDocument;
    private readonly unsaved: Unsaved;
    private readonly socket: HocuspocusProviderWebsocket;
    private readonly provider: HocuspocusProvider;
    private readonly search: ReturnType<typeof setInterval>;
    private visit = new Visit(this);
    private loaded = false;
    private wasLoaded = false;
    /** Whether the server could not be reached, or was lost. */
    private lost = false;
    /** Whether the browser says so, and nothing came since. */
    private cutOff = navigator.onLine === false;
    private readonly onOffline = () => {
        this.cutOff = true;
        this.tell();
    };
    private readonly onOnline = () => this.comeBack();
    private scope: 'read-write' | 'readonly' | undefined;
    private ended: Ended | undefined;
    private lingerTimer: ReturnType<typeof setTimeout> | undefined;
    private retried = false;
    private forgotten = false;
    private left = false;
    private destroyed = false;

    constructor(
        private readonly documentId: string,
        private readonly memberId: string,
        private listener: ConnectionListener,
    ) {
        this.kept = new KeptDocument(memberId, documentId, this.doc, () => void this.onForgotten());
        this.unsaved = new Unsaved(memberId, documentId, this.doc);
        // Before the provider hears of a change: what it sends is known by then.
        this.doc.on('update', (update: Uint8Array, origin: unknown) => this.onUpdate(update, origin));
        this.socket = new HocuspocusProviderWebsocket({
            url: `${location.protocol.replace('http', 'ws')}//${location.host}/live/hocuspocus`,
            autoConnect: false,
            ...RECONNECTION,
            WebSocketPolyfill: provingSocket({
                heard: () => this.onHeard(),
                saidEverything: (bytes) => {
                    this.visit.told = true;
                    return this.onSaid(this.unsaved.all(), bytes);
                },
                saidInParts: () => {
                    this.visit.told = true;
                    return this.onSaidInParts();
                },
                said: (update) => this.onSaid(this.unsaved.like(update), update.length),
            }),
            onStatus: ({ status }) => this.onStatus(status),
            onClose: ({ event }) => {
                if (event.code === TOO_LARGE) this.onTooLarge();
            },
        });
        this.provider = new HocuspocusProvider({
            websocketProvider: this.socket,
            name: documentId,
            document: this.doc,
            token: () => this.token(),
            onAuthenticated: ({ scope }) => this.onAuthenticated(scope),
            onAuthenticationFailed: () => this.onDenied(),
            onSynced: ({ state }) => {
                this.loaded = state;
                this.wasLoaded ||= state;
                this.settle();
            },
        });
        window.addEventListener('offline', this.onOffline);
        window.addEventListener('online', this.onOnline);
        this.search = setInterval(() => {
            void this.takeOver('left');
            this.askForGaps();
        }, SEARCH);
        this.tell();
        void this.begin();
    }

    get awareness(): Awareness {
        return this.provider.awareness!;
    }

    get mayWrite(): boolean {
        return this.scope !== 'readonly' && !this.ended && !this.forgotten && !this.isNewer();
    }

    /** What comes in when the text is opened is no news. */
    newsIn(origin: unknown): News {
        if (origin !== this.provider || !this.wasLoaded) return 'none';
        return this.loaded ? 'now' : 'meanwhile';
    }

    /** Nobody looks any more. What is on its way is waited for, so that it is known to be saved. */
    leave(): void {
        this.left = true;
        this.listener = { onState: () => {}, onAccess: () => {} };
        if (this.unsaved.size > 0 && this.visit.told && !this.ended) {
            this.awareness.setLocalState(null);
            this.lingerTimer = setTimeout(() => this.destroy(), LINGER);
        } else {
            this.destroy();
        }
    }

    private destroy(): void {
        if (this.destroyed) return;
        this.destroyed = true;
        this.visit.end();
        clearTimeout(this.lingerTimer);
        clearInterval(this.search);
        window.removeEventListener('offline', this.onOffline);
        window.removeEventListener('online', this.onOnline);
        this.provider.destroy();
        this.socket.destroy();
        this.unsaved.close();
        this.kept.close();
        this.doc.destroy();
    }

    private async begin(): Promise<void> {
        await soon(Promise.all([this.kept.ready, this.takeOver('all')]));
        if (this.left || this.ended) return;
        this.provider.attach();
        void this.socket.connect();
    }

    /**
     * A ticket; while the server cannot be reached the connection waits and tries again by itself. Nothing is sent
     * instead of the missing ticket: it would wait in line for the next connection and be refused there. Where
     * somebody else has logged in meanwhile, this member's words are not theirs to send.
     */
    private async token(): Promise<string> {
        try {
            const { ticket, member } = await fetchTicket(this.documentId);
            if (member.id !== this.memberId) throw new NoTicket('logged-out');
            reloadIsOver();
            return ticket;
        } catch (failure) {
            const reason = failure instanceof NoTicket ? failure.reason : 'unreachable';
            if (reason === 'unreachable') {
                this.socket.webSocket?.close();
            } else {
                this.end(reason === 'no-right' ? 'closed' : 'logged-out');
                if (reason === 'logged-out') reloadOnce();
            }
            return new Promise(() => {});
        }
    }

    onOverdue(): void {
        this.socket.send(PING);
        this.tell();
    }

    /** The line is dead. The browser notices late, and closing takes it even longer, so that it is told. */
    onGone(): void {
        this.socket.webSocket?.dispatchEvent(new Event('close'));
    }

    private onHeard(): void {
        this.visit.lives();
        if (!this.cutOff) return;
        this.cutOff = false;
        this.tell();
    }

    /** The browser has a line again: nothing is waited for, and one that was silent meanwhile is not trusted. */
    private comeBack(): void {
        const { cutOff } = this;
        this.cutOff = false;
        if (!this.socket.shouldConnect) return;
        if (cutOff && this.socket.status === 'connected') this.onGone();
        void this.socket.connect();
        this.tell();
    }

    private onUpdate(update: Uint8Array, origin: unknown): void {
        const isMine = origin !== this.provider && origin !== this.unsaved && !this.kept.isOrigin(origin);
        if (!isMine) return;
        this.unsaved.add(update);
        if (update.length > MOST_IN_CHANGE) this.refuse(this.unsaved.like(update));
        this.tell();
    }

    private onStatus(status: string): void {
        if (status === 'disconnected') this.lost = true;
        if (status !== 'connected') {
            this.visit.end();
            this.visit = new Visit(this);
            this.loaded = false;
            // Where the provider gives a line up by itself it forgets that it has to catch up again.
            this.provider.synced = false;
            if (this.left) this.destroy();
        } else if (!this.visit.told) {
            this.visit.begin();
        }
        this.tell();
    }

    private onAuthenticated(scope: string): void {
        this.retried = false;
        this.lost = false;
        this.scope = scope === 'readonly' ? 'readonly' : 'read-write';
        this.listener.onAccess(this.mayWrite);
        this.tell();
        const { visit } = this;
        void soon(this.takeOver('open')).then(() => {
            visit.searched = true;
            this.tell();
        });
    }

    /**
     * The right may have changed rather than gone: a fresh ticket tells. It is presented on a fresh connection,
     * on which no answer is still on its way.
     */
    private onDenied(): void {
        if (this.ended) return;
        if (this.retried) {
            this.end('closed');
            return;
        }
        this.retried = true;
        this.socket.webSocket?.close();
    }

    /** Another tab is about to log out, and may have thrown away what waits. */
    private async onForgotten(): Promise<void> {
        this.forgotten = true;
        this.listener.onAccess(false);
        if (await this.unsaved.isDiscarded()) this.end('discarded');
        this.tell();
    }

    /** Sends what other tabs, open or closed, left on this device. */
    private async takeOver(which: 'all' | 'open' | 'left'): Promise<void> {
        if (which === 'left' && (this.ended || !this.visit.told)) return;
        const taken = await this.unsaved.takeOver(which);
        if (taken && this.visit.told) this.provider.forceSync();
        this.tell();
    }

    /**
     * What came before something that it leans on waits for that, and Yjs can leave it waiting although all has
     * come. The server knows what this text does not show.
     */
    private askForGaps(): void {
        if (this.loaded && this.doc.store.pendingStructs) this.provider.forceSync();
    }

    private onSaid(changes: readonly Change[], bytes: number): Answer {
        const { visit } = this;
        visit.said(bytes);
        this.tell();
        return (taken) => this.onAnswered(visit, changes, taken);
    }

    /** Where one change alone is more than a frame takes, nothing behind it can go either. */
    private onSaidInParts(): Part[] {
        const parts = this.unsaved.inParts();
        const tooLarge = parts.findIndex(({ update }) => update.length > MOST_IN_CHANGE);
        if (tooLarge >= 0) this.refuse(parts.splice(tooLarge)[0]!.changes);
        else if (parts.length === 0) this.refuse([]);
        return parts.map(({ update, changes }) => ({ update, answer: this.onSaid(changes, update.length) }));
    }

    /** The server ended the line over what was said: said once more, it would end it once more. */
    private onTooLarge(): void {
        this.refuse(this.unsaved.all());
        this.socket.disconnect();
    }

    private refuse(changes: readonly Change[]): void {
        this.unsaved.refused(changes);
        this.end('refused');
    }

    private onAnswered(visit: Visit, changes: readonly Change[], taken: boolean): void {
        visit.heard();
        if (taken) {
            this.unsaved.saved(changes);
        } else if (this.unsaved.size > 0) {
            this.refuse(changes);
        }
        this.settle();
    }

    private settle(): void {
        if (this.left && this.unsaved.size === 0) this.destroy();
        if (this.isNewer()) this.listener.onAccess(false);
        this.tell();
    }

    private end(how: Ended): void {
        this.ended = how;
        this.listener.onAccess(false);
        if (how !== 'refused') this.socket.disconnect();
        this.tell();
    }

    private isNewer(): boolean {
        const schema = this.doc.getMap('meta').get('schema');
        return schema !== undefined && schema !== SCHEMA;
    }

    private tell(): void {
        this.listener.onState(this.state(), this.unsaved.size);
    }

    private state(): SavedState {
        const waiting = this.unsaved.size;
        if (this.ended) return this.ended;
        if (this.forgotten) return 'logged-out';
        if (this.cutOff || this.lost) return 'offline';
        if (!this.loaded) return 'loading';
        if (this.isNewer()) return 'newer';
        if (this.visit.slow) return 'catching-up';
        if (waiting > 0) return 'saving';
        if (!this.visit.isDone) return 'loading';
        return this.scope === 'readonly' ? 'read-only' : 'saved';
    }
}

/** Waits, but not for a device that takes its time. */
function soon(work: Promise<unknown>): Promise<unknown> {
    return Promise.race([work, new Promise((resolve) => setTimeout(resolve, DEVICE))]);
}
