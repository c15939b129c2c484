import * as decoding from 'lib0/decoding';

const SYNC = 0;
const SYNC_REPLY = 4;
const SYNC_STATUS = 8;
const STEP_1 = 0;

/** Counts the changes of this connection that the server has not acknowledged yet. */
export interface Tally {
    sent(): void;
    answered(taken: boolean): void;
}

/**
 * A WebSocket that counts what it sees go by: every frame that carries changes is answered by exactly
 * one status, in order, and only after the changes are durable.
 */
export function countingSocket(tally: Tally): typeof WebSocket {
    return class CountingSocket extends WebSocket {
        constructor(url: string | URL, protocols?: string | string[]) {
            super(url, protocols);
            this.addEventListener('message', ({ data }) => {
                if (data instanceof ArrayBuffer) this.look(new Uint8Array(data), false);
            });
        }

        override send(data: string | ArrayBufferLike | Blob | ArrayBufferView): void {
            if (data instanceof Uint8Array) this.look(data, true);
            super.send(data as never);
        }

        private look(frame: Uint8Array, outgoing: boolean): void {
            if (frame.length < 2) return;
            const decoder = decoding.createDecoder(frame);
            decoding.readVarString(decoder);
            const kind = decoding.readVarUint(decoder);
            if (outgoing && (kind === SYNC || kind === SYNC_REPLY)) {
                if (decoding.readVarUint(decoder) !== STEP_1) tally.sent();
            } else if (!outgoing && kind === SYNC_STATUS) {
                tally.answered(decoding.readVarUint(decoder) === 1);
            }
        }
    };
}
