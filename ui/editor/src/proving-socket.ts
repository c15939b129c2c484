import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** The largest frame that the server takes, in bytes; a test compares it with the server's. */
export const MOST_IN_FRAME = 4 * 1024 * 1024;

/** The largest change that still fits into a frame, with what a frame says besides. */
export const MOST_IN_CHANGE = MOST_IN_FRAME - 1024;

/** Asks for a sign of life. */
export const PING = Uint8Array.of(9);

const PONG = 10;
const SYNC = 0;
const AUTHENTICATION = 2;
const SYNC_REPLY = 4;
const SYNC_STATUS = 8;
const STEP_1 = 0;
const STEP_2 = 1;
const UPDATE = 2;

/** What happens once the server has answered; whether it took what was said. */
export type Answer = (taken: boolean) => void;

export interface Part {
    readonly update: Uint8Array;
    readonly answer: Answer;
}

export interface Witness {
    /** The server has said something, be it no more than a sign of life. */
    heard(): void;
    /** All that the document holds at this moment is on its way, in so many bytes. */
    saidEverything(bytes: number): Answer;
    /** All that the document holds is more than a frame takes: these are on their way instead. */
    saidInParts(): readonly Part[];
    /** One change is on its way. */
    said(update: Uint8Array): Answer;
}

/**
 * A WebSocket that knows what each answer of the server proves: every frame that carries changes is answered
 * by exactly one status, in order, and only after the changes are durable.
 *
 * The order holds for what the server listens to, so that nothing else leaves: nothing before the page has said
 * who it is, which it says once; no change before the server has asked what it lacks (the reply holds all of
 * them, also those that waited in line); no reply without a question; no frame that the server does not take.
 */
export function provingSocket(witness: Witness): typeof WebSocket {
    return class ProvingSocket extends WebSocket {
        private introduced = false;
        private asked = false;
        private told = false;
        private readonly underWay: Answer[] = [];

        constructor(url: string | URL, protocols?: string | string[]) {
            super(url, protocols);
            this.addEventListener('message', (event) => {
                if (event.data instanceof ArrayBuffer) this.hear(new Uint8Array(event.data));
                // The provider does not know the answer to a question that it never asks.
                if (isPong(event.data)) event.stopImmediatePropagation();
                witness.heard();
            });
        }

        override send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
            if (!(data instanceof Uint8Array) || this.maySay(data)) super.send(data as never);
        }

        private hear(frame: Uint8Array): void {
            const { kind, rest } = read(frame);
            if (kind === SYNC && decoding.readVarUint(rest) === STEP_1) this.asked = true;
            else if (kind === SYNC_STATUS) this.underWay.shift()?.(decoding.readVarUint(rest) === 1);
        }

        private maySay(frame: Uint8Array): boolean {
            const { kind, rest } = read(frame);
            if (kind === undefined) return true;
            if (kind === AUTHENTICATION) return this.introduce();
            if (!this.introduced) return false;
            return (kind !== SYNC && kind !== SYNC_REPLY) || this.maySync(rest, frame);
        }

        private introduce(): boolean {
            const isFirst = !this.introduced;
            this.introduced = true;
            return isFirst;
        }

        private maySync(message: decoding.Decoder, frame: Uint8Array): boolean {
            switch (decoding.readVarUint(message)) {
                case STEP_1:
                    return true;
                case STEP_2:
                    if (!this.asked) return false;
                    this.asked = false;
                    this.told = true;
                    if (frame.length > MOST_IN_FRAME) {
                        this.sayInParts(decoding.readVarString(decoding.createDecoder(frame)));
                        return false;
                    }
                    this.underWay.push(witness.saidEverything(frame.length));
                    return true;
                default:
                    if (!this.told || frame.length > MOST_IN_FRAME) return false;
                    this.underWay.push(witness.said(decoding.readVarUint8Array(message)));
                    return true;
            }
        }

        private sayInParts(name: string): void {
            for (const { update, answer } of witness.saidInParts()) {
                this.underWay.push(answer);
                super.send(updateFrame(name, update));
            }
        }
    };
}

function updateFrame(name: string, update: Uint8Array): Uint8Array<ArrayBuffer> {
    const frame = encoding.createEncoder();
    encoding.writeVarString(frame, name);
    encoding.writeVarUint(frame, SYNC);
    encoding.writeVarUint(frame, UPDATE);
    encoding.writeVarUint8Array(frame, update);
    return encoding.toUint8Array(frame);
}

function isPong(data: unknown): boolean {
    return data instanceof ArrayBuffer && data.byteLength === 1 && new Uint8Array(data)[0] === PONG;
}

/** A single byte is a sign of life, which names no document. */
function read(frame: Uint8Array): { kind: number | undefined; rest: decoding.Decoder } {
    const rest = decoding.createDecoder(frame);
    if (frame.length < 2) return { kind: undefined, rest };
    decoding.readVarString(rest);
    return { kind: decoding.readVarUint(rest), rest };
}
