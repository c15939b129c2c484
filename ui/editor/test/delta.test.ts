import { describe, expect, it } from 'vitest';
import { type Cell, type Operation } from '../src/binding/cells.ts';
import { composed, crossed, type Delta, divided, placeAfter, placeBefore } from '../src/binding/delta.ts';
import { random } from './random.ts';

const ROUNDS = process.env.ROTFADEN_LONG ? 100_000 : 2_000;

type Below = (n: number) => number;

/** What a text reads after a Delta. */
function after(text: readonly Cell[], delta: Delta): Cell[] {
    const rest = [...text];
    const result: Cell[] = [];
    for (const { insert, retain, delete: removed, attributes } of delta) {
        if (typeof insert === 'string') {
            for (const sign of insert) result.push({ insert: sign, attributes: attributes ?? {} });
        } else if (insert) {
            result.push({ insert, attributes: attributes ?? {} });
        } else {
            const touched = rest.splice(0, retain ?? removed);
            if (retain) result.push(...touched.map((cell) => formatted(cell, attributes ?? {})));
        }
    }
    return [...result, ...rest];
}

function formatted({ insert, attributes }: Cell, changes: Record<string, unknown>): Cell {
    const all = Object.entries({ ...attributes, ...changes }).filter(([, value]) => value !== null);
    return { insert, attributes: Object.fromEntries(all) };
}

function textOf(length: number): Cell[] {
    return Array.from({ length }, (_, index) => ({
        insert: String.fromCharCode(0x61 + index),
        attributes: {},
    }));
}

function deltaOver(length: number, below: Below): Operation[] {
    const delta: Operation[] = [];
    for (let rest = length; rest > 0;) {
        const count = 1 + below(Math.min(rest, 4));
        switch (below(6)) {
            case 0:
                delta.push({ insert: 'XY'.slice(below(2)), attributes: { bold: true } });
                break;
            case 1:
                delta.push({ insert: { image: 'x' } });
                break;
            case 2:
                delta.push({ delete: count });
                rest -= count;
                break;
            case 3:
                delta.push({ retain: count, attributes: { bold: [true, null][below(2)], header: below(3) } });
                rest -= count;
                break;
            default:
                delta.push({ retain: count });
                rest -= count;
        }
    }
    return delta;
}

function rounds(check: (below: Below, seed: number) => void): void {
    for (let seed = 1; seed <= ROUNDS; seed++) check(random(seed), seed);
}

describe('Deltas', () => {
    const length = 12;
    const text = textOf(length);

    it('do composed what they do one after the other', () => {
        rounds((below, seed) => {
            const first = deltaOver(length, below);
            const between = after(text, first);
            const second = deltaOver(between.length, below);
            expect(after(text, composed(first, second)), `seed ${seed}`).toEqual(after(between, second));
        });
    });

    it('give one text when they cross, whichever goes first', () => {
        rounds((below, seed) => {
            const one = deltaOver(length, below);
            const other = deltaOver(length, below);
            const { mine, theirs } = crossed(one, other, (index) => index % 2 === 0);
            expect(after(after(text, other), mine), `seed ${seed}`).toEqual(after(after(text, one), theirs));
        });
    });

    it('do in two parts what they do whole, and leave the line alone in the first', () => {
        rounds((below, seed) => {
            const delta = deltaOver(length, below);
            const line = { from: 3, to: 8 };
            const parts = divided(delta, line);
            if (!parts) return;
            const first = after(text, parts.now);
            expect(after(first, parts.later), `seed ${seed}`).toEqual(after(text, delta));
            const start = placeAfter(parts.now, line.from, 'right');
            expect(first.slice(start, start + 5), `seed ${seed}`).toEqual(text.slice(3, 8));
        });
    });

    it('take places along and back', () => {
        rounds((below, seed) => {
            const delta = deltaOver(length, below);
            const result = after(text, delta);
            for (let place = 0; place < length; place++) {
                const sign = text[place]!.insert;
                const at = result.findIndex((cell) => cell.insert === sign);
                if (at < 0) continue;
                expect(placeAfter(delta, place, 'right'), `seed ${seed}`).toBe(at);
                expect(placeAfter(delta, place + 1, 'left'), `seed ${seed}`).toBe(at + 1);
                expect(placeBefore(delta, at + 1), `seed ${seed}`).toBe(place + 1);
            }
        });
    });
});
