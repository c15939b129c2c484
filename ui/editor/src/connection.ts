import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { countingSocket } from './counting-socket.ts';
import { fetchTicket, NoTicket } from './ticket.ts';
import { Keeper } from './unsent.ts';

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
    | 'newer';

export interface ConnectionListener {
    onState(state: SavedState, waiting: number): void;
    onAccess(mayWrite: boolean): void;
}

/** The shape of documents that this editor knows. */
const SCHEMA = 1;

/** An acknowledgement that takes longer than this means that the line is too slow, in ms. */
const SLOW = 4000;

/** When to try again, in ms: soon, then ever later, and never all of a hall at the same moment. */
export const RECONNECTION = {
    delay: 500,
    factor: 1.6,
    minDelay: 300,
    maxDelay: 10_000,
    maxAttempts: 0,
    jitter: true,
};

const RELOADED = 'rotfaden-reloaded';

/**
 * Keeps a document in step with the server and with this device. It counts acknowledgements itself:
 * "saved" is said only when every change of this connection was answered.
 */
export class Connection {
    readonly doc = new Y.Doc();
    private readonly keeper: Keeper;
    private readonly socket: HocuspocusProviderWebsocket;
    private readonly provider: HocuspocusProvider;
    private outstanding = 0;
    private changes: number;
    private synced = false;
    private scope: 'read-write' | 'readonly' | undefined;
    private ended: 'refused' | 'closed' | 'logged-out' | undefined;
    private slowTimer: ReturnType<typeof setTimeout> | undefined;
    private slow = false;
    private retried = false;

    constructor(
        private readonly documentId: string,
        memberId: string,
        /** The origin of changes made here. */
        local: object,
        private readonly listener: ConnectionListener,
    ) {
        this.keeper = new Keeper(memberId, documentId, this.doc);
        this.changes = this.keeper.unsaved;
        this.socket = new HocuspocusProviderWebsocket({
            url: `${location.protocol.replace('http', 'ws')}//${location.host}/live/hocuspocus`,
            autoConnect: false,
            ...RECONNECTION,
            WebSocketPolyfill: countingSocket({
                sent: () => this.onSent(),
                answered: (taken) => this.onAnswered(taken),
            }),
            onStatus: ({ status }) => this.onStatus(status),
        });
        this.provider = new HocuspocusProvider({
            websocketProvider: this.socket,
            name: documentId,
            document: this.doc,
            token: () => this.token(),
            onAuthenticated: ({ scope }) => this.onAuthenticated(scope),
            onAuthenticationFailed: () => this.onDenied(),
            onSynced: ({ state }) => {
                this.synced = state;
                this.settle();
            },
        });
        this.doc.on('afterTransaction', ({ origin, changed }: Y.Transaction) => {
            const mine = origin === local || origin instanceof Y.UndoManager;
            if (mine && changed.size > 0) this.remember(this.changes + 1);
        });
        this.tell();
        void this.keeper.ready.then(() => {
            this.provider.attach();
            void this.socket.connect();
        });
    }

    get awareness(): Awareness {
        return this.provider.awareness!;
    }

    get mayWrite(): boolean {
        return this.scope !== 'readonly' && !this.ended && !this.isNewer();
    }

    destroy(): void {
        clearTimeout(this.slowTimer);
        this.provider.destroy();
        this.socket.destroy();
        this.keeper.close();
        this.doc.destroy();
    }

    /**
     * A ticket; while the server cannot be reached the connection waits and tries again by itself. Nothing is sent
     * instead of the missing ticket: it would wait in line for the next connection and be refused there.
     */
    private async token(): Promise<string> {
        try {
            const { ticket } = await fetchTicket(this.documentId);
            this.reloadIsOver();
            return ticket;
        } catch (failure) {
            const reason = failure instanceof NoTicket ? failure.reason : 'unreachable';
            if (reason === 'unreachable') {
                this.socket.webSocket?.close();
            } else {
                this.end(reason === 'no-right' ? 'closed' : 'logged-out');
            }
            return new Promise(() => {});
        }
    }

    private onStatus(status: string): void {
        if (status !== 'connected') {
            this.outstanding = 0;
            this.synced = false;
            this.setSlow(false);
        }
        this.tell();
    }

    private onAuthenticated(scope: string): void {
        this.retried = false;
        this.scope = scope === 'readonly' ? 'readonly' : 'read-write';
        this.listener.onAccess(this.mayWrite);
        this.tell();
    }

    /** The right may have changed rather than gone: a fresh ticket tells. */
    private onDenied(): void {
        if (this.ended) return;
        if (this.retried) {
            this.end('closed');
            return;
        }
        this.retried = true;
        void this.provider.onOpen(new Event('open'));
    }

    private onSent(): void {
        this.outstanding++;
        this.slowTimer ??= setTimeout(() => this.setSlow(true), SLOW);
        this.tell();
    }

    private onAnswered(taken: boolean): void {
        this.outstanding--;
        clearTimeout(this.slowTimer);
        this.slowTimer = setTimeout(() => this.setSlow(true), SLOW);
        if (!taken && this.changes > 0) this.end('refused');
        this.settle();
    }

    /** When nothing is outstanding, all that was changed here is durable. */
    private settle(): void {
        if (this.outstanding === 0) {
            clearTimeout(this.slowTimer);
            this.slowTimer = undefined;
            this.setSlow(false);
            if (this.synced && !this.ended) this.remember(0);
        }
        if (this.isNewer()) this.listener.onAccess(false);
        this.tell();
    }

    private end(how: 'refused' | 'closed' | 'logged-out'): void {
        this.ended = how;
        this.listener.onAccess(false);
        if (how === 'logged-out') this.reloadOnce();
        if (how !== 'refused') this.socket.disconnect();
        this.tell();
    }

    /** A page whose log-in ended is loaded once more, which leads to the log-in page. */
    private reloadOnce(): void {
        if (sessionStorage.getItem(RELOADED) !== location.pathname) {
            sessionStorage.setItem(RELOADED, location.pathname);
            location.reload();
        }
    }

    private reloadIsOver(): void {
        sessionStorage.removeItem(RELOADED);
    }

    private remember(changes: number): void {
        if (changes !== this.changes) {
            this.changes = changes;
            this.keeper.unsaved = changes;
            this.tell();
        }
    }

    private setSlow(slow: boolean): void {
        this.slow = slow;
        this.tell();
    }

    private isNewer(): boolean {
        const schema = this.doc.getMap('meta').get('schema');
        return schema !== undefined && schema !== SCHEMA;
    }

    private tell(): void {
        this.listener.onState(this.state(), this.changes);
    }

    private state(): SavedState {
        if (this.ended) return this.ended;
        if (this.socket && this.socket.status !== 'connected') {
            return this.scope === undefined && this.socket.status === 'connecting' && this.changes === 0
                ? 'loading'
                : 'offline';
        }
        if (!this.synced) return 'loading';
        if (this.isNewer()) return 'newer';
        if (this.slow) return 'catching-up';
        if (this.outstanding > 0 || this.changes > 0) return 'saving';
        return this.scope === 'readonly' ? 'read-only' : 'saved';
    }
}
