// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Status } from '../src/status.ts';

let status: Status;

beforeEach(() => {
    vi.useFakeTimers();
    status = new Status();
});
afterEach(() => void vi.useRealTimers());

function spoken(): string {
    return status.spoken.textContent!;
}

describe('how the text stands', () => {
    it('is shown at once and not said aloud while all goes well', () => {
        for (const state of ['loading', 'saved', 'saving', 'saved'] as const) {
            status.show(state, state);
            expect(status.element.textContent).toBe(state);
            vi.advanceTimersByTime(10_000);
            expect(spoken()).toBe('');
        }
    });

    it('is said aloud where it stays bad, once, and when it is good again', () => {
        status.show('offline', 'offline');
        expect(spoken()).toBe('');
        vi.advanceTimersByTime(2000);
        status.show('offline', 'offline – 1 Änderung wartet');
        vi.advanceTimersByTime(2000);
        expect(spoken()).toBe('offline – 1 Änderung wartet');
        status.show('offline', 'offline – 2 Änderungen warten');
        status.show('loading', 'wird geladen …');
        vi.advanceTimersByTime(10_000);
        expect(spoken()).toBe('offline – 1 Änderung wartet');
        status.show('saved', 'gespeichert');
        expect(spoken()).toBe('gespeichert');
    });

    it('is not said aloud where it was bad for a moment only', () => {
        status.show('catching-up', 'noch nicht gespeichert');
        vi.advanceTimersByTime(2000);
        status.show('saving', 'wird gespeichert …');
        status.show('saved', 'gespeichert');
        vi.advanceTimersByTime(10_000);
        expect(spoken()).toBe('');
    });
});
