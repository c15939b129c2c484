import { HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RECONNECTION } from '../src/connection.ts';

const HALL = 40;

/** How long a socket takes to fail, in milliseconds; the next attempt is counted from then. */
const FAILS_AFTER = 1;

describe('a hall that lost its server', () => {
    beforeEach(() => void vi.useFakeTimers());
    afterEach(() => void vi.useRealTimers());

    it('comes back spread over time and not as a storm', async () => {
        const attempts: number[][] = [];
        const sockets = Array.from({ length: HALL }, () => {
            const times: number[] = [];
            attempts.push(times);
            return new HocuspocusProviderWebsocket({
                url: 'ws://localhost:1/nowhere',
                ...RECONNECTION,
                WebSocketPolyfill: class extends EventTarget {
                    constructor() {
                        super();
                        times.push(Date.now());
                        setTimeout(() => this.dispatchEvent(new Event('error')), FAILS_AFTER);
                    }
                    close() {}
                },
            });
        });
        await vi.advanceTimersByTimeAsync(60_000);
        sockets.forEach((socket) => socket.destroy());

        expect(Math.min(...attempts.map((times) => times.length))).toBeGreaterThan(4);
        const third = attempts.map((times) => times[2]!);
        expect(new Set(third).size).toBeGreaterThan(HALL / 2);
        const last = attempts.map((times) => times.at(-1)! - times.at(-2)!);
        expect(Math.max(...last)).toBeLessThanOrEqual(RECONNECTION.maxDelay + FAILS_AFTER);
    });
});
