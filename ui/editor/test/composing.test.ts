import { AllSelection, NodeSelection, TextSelection } from 'prosemirror-state';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { documentWith, FakeHost, sync } from './fake-host.ts';
import { random } from './random.ts';

const ROUNDS = process.env.ROTFADEN_LONG ? 20_000 : 1_000;

function hostWith(...lines: string[]) {
    const doc = documentWith(...lines);
    return { doc, text: doc.getText('text'), host: new FakeHost(doc) };
}

/** Begins to compose at a place; the word that has been composed so far is replaced by the next one. */
function composing(host: FakeHost, from: number) {
    let length = 0;
    host.select(from);
    host.composing = true;
    return {
        compose(word: string): void {
            const end = host.state.selection.head;
            host.replace(end - length, end, word);
            length = word.length;
        },
        commit(): void {
            host.composing = false;
            host.binding.catchUp();
        },
    };
}

describe('a word that is being composed', () => {
    beforeEach(() => void vi.useFakeTimers());
    afterEach(() => void vi.useRealTimers());

    it('stays whole when somebody writes at the start of its line', () => {
        const { host, text } = hostWith('LOC: ');
        const word = composing(host, 6);
        word.compose('D');
        word.compose('De');
        text.insert(0, 'x');
        word.compose('Der');
        word.commit();
        host.type(' ');
        host.type('Land');
        expect(host.lines()).toEqual(['xLOC: Der Land']);
        expect(text.toString()).toBe('xLOC: Der Land\n');
    });

    it('stays whole when somebody writes at the start of the next line', () => {
        const { host, text } = hostWith('LOC: ', 'zwei');
        const word = composing(host, 6);
        word.compose('De');
        text.insert(8, 'x');
        expect(host.lines()).toEqual(['LOC: De', 'xzwei']);
        word.compose('Der');
        word.commit();
        host.type(' Land');
        expect(host.lines()).toEqual(['LOC: Der Land', 'xzwei']);
        expect(text.toString()).toBe('LOC: Der Land\nxzwei\n');
    });

    it('stays whole when somebody writes right behind it', () => {
        const { host, text } = hostWith('LOC: ');
        const word = composing(host, 6);
        word.compose('か');
        text.insert(6, '!');
        word.compose('かな');
        word.compose('可');
        word.commit();
        host.type('也');
        expect(host.lines()).toEqual(['LOC: 可也!']);
    });

    it('stays behind what somebody writes before it, when it is converted', () => {
        const { host, text } = hostWith('LOC: ');
        const word = composing(host, 6);
        word.compose('かな');
        text.insert(5, '!');
        word.compose('可');
        word.commit();
        expect(host.lines()).toEqual(['LOC: !可']);
    });

    it('is in the shared text at once, whatever waits in its line', () => {
        const { host, text } = hostWith('LOC: ');
        const word = composing(host, 6);
        word.compose('D');
        text.insert(0, 'x');
        word.compose('De');
        expect(host.lines()).toEqual(['LOC: De']);
        expect(text.toString()).toBe('xLOC: De\n');
    });

    it('waits for nothing in other lines, above and below, while its own waits', () => {
        const { host, text } = hostWith('eins', 'zwei ', 'drei');
        const word = composing(host, 12);
        word.compose('D');
        text.insert(5, 'x');
        text.insert(0, '!');
        text.insert(text.length - 1, '?');
        expect(host.lines()).toEqual(['!eins', 'zwei D', 'drei?']);
        word.compose('De');
        text.insert(0, 'null\n');
        expect(host.lines()).toEqual(['null', '!eins', 'zwei De', 'drei?']);
        word.commit();
        host.type('r');
        expect(host.lines()).toEqual(['null', '!eins', 'xzwei Der', 'drei?']);
        expect(text.toString()).toBe('null\n!eins\nxzwei Der\ndrei?\n');
    });

    it('goes on in the line into which its line was split or joined', () => {
        const { host, text } = hostWith('eins', 'zwei ', 'drei');
        const word = composing(host, 12);
        word.compose('D');
        text.delete(4, 1);
        text.insert(8, '\n');
        text.delete(text.toString().indexOf('\ndrei'), 1);
        word.compose('Der');
        expect(host.lines()).toEqual(['eins', 'zwei Der', 'drei']);
        word.commit();
        host.type(' Land');
        expect(host.lines()).toEqual(['einszwei', ' Der Landdrei']);
    });

    it('is written over by nobody, however long it takes', () => {
        const { host, text } = hostWith('LOC: ');
        const word = composing(host, 6);
        word.compose('De');
        text.insert(0, 'x');
        vi.advanceTimersByTime(60_000);
        expect(host.lines()).toEqual(['LOC: De']);
        word.compose('Der');
        host.composing = false;
        vi.advanceTimersByTime(1_000);
        expect(host.lines()).toEqual(['xLOC: Der']);
    });

    it('lets everything wait while all is selected that it will replace', () => {
        const { host, text } = hostWith('eins', 'zwei');
        host.update(host.state.tr.setSelection(new AllSelection(host.state.doc)));
        host.composing = true;
        text.insert(0, 'x');
        expect(host.lines()).toEqual(['eins', 'zwei']);
        host.composing = false;
        host.binding.catchUp();
        expect(host.lines()).toEqual(['xeins', 'zwei']);
    });

    it('has its place kept for undoing, and others keep theirs, while its line waits', () => {
        const { host, text } = hostWith('LOC: ', 'zwei');
        const behindZ = Y.createRelativePositionFromTypeIndex(text, 7, -1);
        const word = composing(host, 6);
        word.compose('D');
        text.insert(0, 'xyz');
        word.compose('De');
        const kept = host.binding.stickySelection();
        expect(host.binding.resolve(kept.head)).toBe(8);
        expect(host.binding.resolve(behindZ)).toBe(11);
        host.select(1);
        word.commit();
        host.binding.select(kept);
        expect(host.state.selection.head).toBe(11);
        expect(host.binding.resolve(behindZ)).toBe(14);
    });

    it('finds the last break again that a merge took away meanwhile', () => {
        const { host, text } = hostWith('LOC: ');
        const word = composing(host, 6);
        word.compose('D');
        text.delete(text.length - 1, 1);
        word.compose('De');
        word.commit();
        host.type('r');
        expect(host.lines()).toEqual(['LOC: Der']);
        expect(text.toString()).toBe('LOC: Der\n');
    });

    it(`is where it belongs after random writing of others (${ROUNDS} rounds)`, () => {
        for (let round = 1; round <= ROUNDS; round++) composeAmongOthers(round);
    });
});

/** The word that is being composed, as one sign among the letters of the others. */
const WORD = '@';
const STEPS = ['か', 'かな', 'かなり', '可也', '可也り', '可'];

/** Two windows: in one a word is composed, in the other letters come and go around it. */
function composeAmongOthers(seed: number): void {
    const below = random(seed);
    const mine = documentWith('abcdef', 'ghijkl', '', 'mnopqr');
    const theirs = new Y.Doc();
    theirs.clientID = mine.clientID + (below(2) ? 1 : -1);
    sync(mine, theirs);
    const host = new FakeHost(mine);
    let intended = [...mine.getText('text').toString()];
    const at = below(intended.length);
    intended.splice(at, 0, WORD);
    const word = composing(host, positionAt(host, at));
    for (const step of STEPS) {
        word.compose(step);
        Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
        for (let writes = below(4); writes > 0; writes--) {
            const touches = writeAround(theirs, intended, step, below);
            if (touches || below(2)) Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
        }
    }
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
    word.commit();
    host.type(' Land');
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine));
    const expected = intended.join('').replace(WORD, STEPS.at(-1) + ' Land');
    expect(host.lines().join('\n') + '\n', `seed ${seed}`).toBe(expected);
    expect(theirs.getText('text').toString(), `seed ${seed}`).toBe(expected);
}

function positionAt(host: FakeHost, index: number): number {
    const before = host.doc.getText('text').toString().slice(0, index);
    return index + before.split('\n').length;
}

let letter = 0;

/** Writes, splits, joins or deletes outside of the word; tells whether it was right behind it. */
function writeAround(doc: Y.Doc, intended: string[], word: string, below: (n: number) => number): boolean {
    const text = doc.getText('text');
    const at = below(intended.length);
    const wordAt = intended.indexOf(WORD);
    const index = at > wordAt ? at - 1 + word.length : at;
    if (below(3) > 0) {
        const written = below(4) === 0 ? '\n' : String.fromCharCode(0x4e00 + (letter++ % 5000));
        text.insert(index, written, {});
        intended.splice(at, 0, written);
    } else if (at !== wordAt && at < intended.length - 1) {
        text.delete(index, 1);
        intended.splice(at, 1);
    }
    return at === wordAt + 1;
}

describe('what others write', () => {
    it('leaves a Backspace of a phone alone that joined two lines and was not read yet', () => {
        const { host, text } = hostWith('eins', 'zwei');
        host.select(7);
        host.onScreen = (state) => state.tr.join(6);
        text.insert(0, 'R');
        expect(host.lines()).toEqual(['Reinszwei']);
        expect(text.toString()).toBe('Reinszwei\n');
        expect(host.state.selection.head).toBe(6);
    });

    it('leaves what was just typed on a phone where it was typed', () => {
        const { host, text } = hostWith('eins', 'zwei');
        host.onScreen = (state) => state.tr.insertText('!', 11);
        text.insert(5, 'und ');
        expect(host.lines()).toEqual(['eins', 'und zwei!']);
    });

    it('leaves the caret where a finger has just put it', () => {
        const { host, text } = hostWith('eins');
        host.onScreen = (state) => state.tr.setSelection(TextSelection.create(state.doc, 3));
        text.insert(0, 'x');
        expect(host.state.selection.head).toBe(4);
    });

    it('leaves everything selected that was selected', () => {
        const { host, text } = hostWith('eins');
        host.update(host.state.tr.setSelection(new AllSelection(host.state.doc)));
        text.insert(0, 'x');
        expect(host.state.selection).toBeInstanceOf(AllSelection);
        expect(host.state.selection.to).toBe(host.state.doc.content.size);
    });

    it('leaves something selected that is no text', () => {
        const { host, text } = hostWith('eins');
        text.insertEmbed(2, { image: 'x' });
        host.update(host.state.tr.setSelection(NodeSelection.create(host.state.doc, 3)));
        text.insert(0, 'x');
        expect(host.state.selection).toBeInstanceOf(NodeSelection);
        expect(host.state.selection.from).toBe(4);
    });

    it('moves the ends of a selection inwards, in whichever direction it was made', () => {
        for (const [anchor, head] of [
            [1, 5],
            [5, 1],
        ] as const) {
            const { host, text } = hostWith('eins');
            host.select(anchor, head);
            text.insert(4, '!');
            text.insert(0, '?');
            expect([host.state.selection.anchor, host.state.selection.head]).toEqual([anchor + 1, head + 1]);
        }
    });

    it('leaves the format that was chosen for the next word', () => {
        const { host, text } = hostWith('eins');
        host.update(host.state.tr.addStoredMark(host.state.schema.marks.bold!.create()));
        text.insert(4, '!');
        expect(host.state.storedMarks).toHaveLength(1);
    });
});
