// Several clients write into one document and go on when the server goes away and comes back. Each
// word has a number; when the server has acknowledged it, a line says so:
//   acknowledged CLIENT NUMBER
// A line `stop` on the input ends the writing; when all clients agree the last line says
//   converged LENGTH
//
// usage: node writers.mjs PORT DOCUMENT TOKEN CLIENTS MILLISECONDS_BETWEEN_WORDS
import { createInterface } from 'node:readline';
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import * as decoding from 'lib0/decoding';
import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

const [port, name, token, count, pause] = process.argv.slice(2);

/** The kind of a Hocuspocus frame, and of the sync message in it. */
function kindOf(frame) {
    const decoder = decoding.createDecoder(new Uint8Array(frame));
    decoding.readVarString(decoder);
    const kind = decoding.readVarUint(decoder);
    return [kind, kind === 0 || kind === 4 ? decoding.readVarUint(decoder) : undefined];
}

class Writer {
    doc = new Y.Doc();
    written = 0;
    acknowledged = 0;

    constructor(number) {
        this.number = number;
    }

    write() {
        this.written++;
        const text = this.doc.getText('text');
        // Never inside of another word, which then could not be found again.
        const at = text.toString().indexOf('»', Math.floor(Math.random() * text.length)) + 1;
        text.insert(at, `«${this.number}.${this.written}»`, {});
    }

    /** The number of the last of this client's words that a frame holds. */
    lastWordIn(frame) {
        const words = Buffer.from(frame).toString().matchAll(new RegExp(`«${this.number}\\.(\\d+)»`, 'g'));
        return Math.max(0, ...[...words].map(([, number]) => Number(number)));
    }

    acknowledge(upTo) {
        if (upTo > this.acknowledged) {
            this.acknowledged = upTo;
            console.log(`acknowledged ${this.number} ${upTo}`);
        }
    }
}

class HocuspocusWriter extends Writer {
    constructor(number) {
        super(number);
        const writer = this;
        this.socket = new HocuspocusProviderWebsocket({
            url: `ws://127.0.0.1:${port}/live/hocuspocus`,
            delay: 200,
            minDelay: 100,
            maxDelay: 500,
            WebSocketPolyfill: class extends WebSocket {
                // What the next answers prove: nothing before this client has said all that the server lacks, because
                // what waited in line may lean on what got lost; then what each frame holds.
                proofs = [];
                told = false;

                constructor(url) {
                    super(url);
                    this.addEventListener('message', ({ data }) => {
                        if (data.byteLength > 1 && kindOf(data)[0] === 8) writer.acknowledge(this.proofs.shift());
                    });
                }

                send(data) {
                    const [kind, sync] = kindOf(data);
                    if (kind === 0 || kind === 4) {
                        this.told ||= sync === 1;
                        if (sync === 1) this.proofs.push(writer.written);
                        if (sync === 2) this.proofs.push(this.told ? writer.lastWordIn(data) : 0);
                    }
                    super.send(data);
                }
            },
        });
        this.provider = new HocuspocusProvider({ websocketProvider: this.socket, name, document: this.doc, token });
        this.provider.attach();
    }

    isSynced() {
        return this.provider.synced && !this.provider.hasUnsyncedChanges;
    }
}

class YWebsocketWriter extends Writer {
    constructor(number) {
        super(number);
        this.provider = new WebsocketProvider(`ws://127.0.0.1:${port}/live/yjs`, name, this.doc, {
            params: { token },
            WebSocketPolyfill: WebSocket,
            disableBc: true,
            maxBackoffTime: 500,
        });
    }

    isSynced() {
        return this.provider.synced;
    }
}

const writers = Array.from({ length: Number(count) }, (_, i) => (i % 3 === 2 ? new YWebsocketWriter(i) : new HocuspocusWriter(i)));
const timer = setInterval(() => writers.forEach((writer) => writer.provider.synced && writer.write()), Number(pause));

for await (const line of createInterface({ input: process.stdin })) if (line === 'stop') break;
clearInterval(timer);
const deadline = Date.now() + 30_000;
const texts = () => new Set(writers.map((writer) => writer.doc.getText('text').toString()));
while (Date.now() < deadline && !(writers.every((writer) => writer.isSynced()) && texts().size === 1)) {
    await new Promise((resolve) => setTimeout(resolve, 100));
}
const [text] = texts();
const all = writers.every((w) => Array.from({ length: w.written }, (_, i) => `«${w.number}.${i + 1}»`).every((word) => text.includes(word)));
console.log(texts().size === 1 && all ? `converged ${text.length}` : `diverged ${[...texts()].map((one) => one.length)}`);
process.exit(0);
