import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { vi } from 'vitest';
import * as Y from 'yjs';

const SYNC = 0;
const AUTHENTICATION = 2;
const SYNC_REPLY = 4;
const CLOSE = 7;
const SYNC_STATUS = 8;
const PING = 9;
const PONG = 10;

/** What becomes of changes that reach the server. */
type Manner = 'takes' | 'holds' | 'refuses';

/** A server of one document, and the line to it, which can be cut while something is on its way. */
export class FakeServer {
    readonly doc = new Y.Doc();
    /** Changes that are on their way and have not arrived: when the line is cut, they are lost. */
    readonly held: { from: FakeSocket; update: Uint8Array }[] = [];
    manner: Manner = 'takes';
    /** Who is logged in, according to the cookie of this browser. */
    loggedIn = 'anna';
    reachable = true;
    /** The largest frame that is taken, as the workspace takes it. */
    mostInFrame = 4 * 1024 * 1024;
    /** The largest frame that came. */
    largest = 0;
    /** Whether nothing goes over the lines any more, and no end has noticed. */
    silent = false;
    /** How many lines there were so far. */
    visits = 0;
    private readonly sockets = new Set<FakeSocket>();
    private tickets: Promise<void> = Promise.resolve();

    /** Puts this server where the page looks for one. */
    install(): void {
        const server = this;
        vi.stubGlobal(
            'WebSocket',
            class extends FakeSocket {
                constructor() {
                    super(server);
                }
            },
        );
        vi.stubGlobal('fetch', () => this.ticket());
    }

    get text(): string {
        return this.doc.getText('text').toString();
    }

    cut(): void {
        this.reachable = false;
        this.held.length = 0;
        this.sockets.forEach((socket) => socket.close());
    }

    mend(manner: Manner = 'takes'): void {
        this.reachable = true;
        this.manner = manner;
    }

    /** What was held arrives after all. */
    arrive(count = this.held.length): void {
        this.held.splice(0, count).forEach(({ from, update }) => this.take(from, update));
    }

    /** Tickets take their time until the function that this gives is called. */
    holdTickets(): () => void {
        let go = () => {};
        this.tickets = new Promise((resolve) => (go = resolve));
        return go;
    }

    /** Tells all lines what somebody else wrote. */
    broadcast(update: Uint8Array): void {
        this.sockets.forEach((socket) =>
            socket.deliver(SYNC, (encoder) => {
                encoding.writeVarUint(encoder, 2);
                encoding.writeVarUint8Array(encoder, update);
            }),
        );
    }

    /** Ends all stays but no line, as when a right is lost; answers may still be on their way. */
    showOut(): void {
        this.sockets.forEach((socket) => {
            socket.member = undefined;
            socket.deliver(CLOSE, (encoder) => encoding.writeVarString(encoder, 'permission-denied'));
            socket.deliver(AUTHENTICATION, (encoder) => {
                encoding.writeVarUint(encoder, 1);
                encoding.writeVarString(encoder, 'permission-denied');
            });
        });
    }

    /** An answer as it comes to an earlier stay on the same line. */
    answer(socket: FakeSocket, taken: boolean): void {
        socket.deliver(SYNC_STATUS, (encoder) => encoding.writeVarUint(encoder, taken ? 1 : 0));
    }

    get lines(): readonly FakeSocket[] {
        return [...this.sockets];
    }

    opened(socket: FakeSocket): void {
        this.sockets.add(socket);
        this.visits++;
    }

    closed(socket: FakeSocket): void {
        this.sockets.delete(socket);
    }

    receive(from: FakeSocket, frame: Uint8Array): void {
        this.largest = Math.max(this.largest, frame.length);
        if (frame.length > this.mostInFrame) {
            from.close(1009);
            return;
        }
        const decoder = decoding.createDecoder(frame);
        from.document = decoding.readVarString(decoder);
        const kind = decoding.readVarUint(decoder);
        if (kind === AUTHENTICATION) {
            decoding.readVarUint(decoder);
            from.member = decoding.readVarString(decoder);
            from.deliver(AUTHENTICATION, (encoder) => {
                encoding.writeVarUint(encoder, 2);
                encoding.writeVarString(encoder, 'read-write');
            });
        } else if (from.member !== undefined && (kind === SYNC || kind === SYNC_REPLY)) {
            const step = decoding.readVarUint(decoder);
            const said = decoding.readVarUint8Array(decoder);
            if (step === 0) this.greet(from, said);
            else if (this.manner === 'holds') this.held.push({ from, update: said });
            else this.take(from, said);
        }
    }

    private greet(socket: FakeSocket, known: Uint8Array): void {
        socket.deliver(SYNC, (encoder) => {
            encoding.writeVarUint(encoder, 1);
            encoding.writeVarUint8Array(encoder, Y.encodeStateAsUpdate(this.doc, known));
        });
        socket.deliver(SYNC, (encoder) => {
            encoding.writeVarUint(encoder, 0);
            encoding.writeVarUint8Array(encoder, Y.encodeStateVector(this.doc));
        });
    }

    private take(from: FakeSocket, update: Uint8Array): void {
        const taken = this.manner !== 'refuses' || isEmpty(update);
        if (taken) Y.applyUpdate(this.doc, update);
        this.answer(from, taken);
    }

    private async ticket(): Promise<Response> {
        await this.tickets;
        if (!this.reachable) throw new TypeError('no line');
        const body = { ticket: this.loggedIn, access: 'WRITE', member: { id: this.loggedIn } };
        return new Response(JSON.stringify(body), { status: 201 });
    }
}

function isEmpty(update: Uint8Array): boolean {
    return update.length === 2 && update.every((byte) => byte === 0);
}

/** The browser's end of a line. */
export class FakeSocket extends EventTarget {
    binaryType = 'blob';
    readyState = 0;
    document = '';
    member: string | undefined;

    constructor(private readonly server: FakeServer) {
        super();
        setTimeout(() => (server.reachable ? this.open() : this.close()));
    }

    send(frame: Uint8Array): void {
        if (this.readyState !== 1 || this.server.silent) return;
        if (frame.length > 1) this.server.receive(this, frame.slice());
        else if (frame[0] === PING) this.arrive(Uint8Array.of(PONG).buffer);
    }

    close(code = 1000): void {
        if (this.readyState === 3) return;
        this.readyState = 3;
        this.server.closed(this);
        setTimeout(() => this.dispatchEvent(Object.assign(new Event('close'), { code })));
    }

    /** What the server says arrives a moment later, in order. */
    deliver(kind: number, write: (encoder: encoding.Encoder) => void): void {
        const encoder = encoding.createEncoder();
        encoding.writeVarString(encoder, this.document);
        encoding.writeVarUint(encoder, kind);
        write(encoder);
        this.arrive(encoding.toUint8Array(encoder).slice().buffer);
    }

    private arrive(data: ArrayBuffer): void {
        setTimeout(() => {
            if (this.readyState === 1) this.dispatchEvent(new MessageEvent('message', { data }));
        });
    }

    private open(): void {
        if (this.readyState !== 0) return;
        if (this.server.silent) {
            setTimeout(() => this.open(), 100);
            return;
        }
        this.readyState = 1;
        this.server.opened(this);
        this.dispatchEvent(new Event('open'));
    }
}
