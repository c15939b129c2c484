import { Fragment, Slice } from 'prosemirror-model';
import { TextSelection } from 'prosemirror-state';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { linesOf } from '../src/binding/reconcile.ts';
import { cellsOfLines } from '../src/binding/cells.ts';
import { textSchema } from '../src/schema.ts';
import { documentWith, FakeHost, sync } from './fake-host.ts';
import { random } from './random.ts';

const ROUNDS = process.env.ROTFADEN_LONG ? 10_000 : 300;
const ACTIONS = 60;

/** The runner wants to hear of its worker now and then. */
const ROUNDS_BETWEEN_REPORTS = 100;

const WORDS = ['a', 'Bus', ' und ', '😀', 'ß', '\u0301', '12', 'Straße '];

function act(host: FakeHost, below: (n: number) => number): void {
    const { tr, doc, schema } = host.state;
    const positions: number[] = [];
    doc.descendants((node, at) => {
        if (node.type.name === 'line')
            for (let i = 0; i <= node.content.size; i++) positions.push(at + 1 + i);
    });
    const at = positions[below(positions.length)]!;
    const other = positions[below(positions.length)]!;
    const [from, to] = [Math.min(at, other), Math.max(at, other)];
    const near = Math.min(to, from + 4);
    switch (below(9)) {
        case 0:
        case 1:
        case 2:
            return host.update(tr.insertText(WORDS[below(WORDS.length)]!, at));
        case 3:
            return host.update(tr.split(at));
        case 4:
            return host.update(tr.delete(from, near));
        case 5:
            return host.update(
                tr.addMark(from, to, schema.marks[['bold', 'italic', 'strike'][below(3)]!]!.create()),
            );
        case 6:
            return host.update(tr.removeMark(from, to));
        case 7: {
            const $at = doc.resolve(at);
            const attrs = [
                { header: 2 },
                { list: 'bullet' },
                { list: 'ordered', indent: 1 },
                { blockquote: true },
                {},
            ];
            return host.update(tr.setNodeMarkup($at.before(), null, attrs[below(attrs.length)]));
        }
        default: {
            const line = schema.nodes.line!;
            const pasted = Fragment.from([
                line.create(null, schema.text('eins')),
                line.create({ list: 'bullet' }, schema.text('zwei')),
            ]);
            return host.update(tr.replace(from, near, new Slice(pasted, 1, 1)));
        }
    }
}

/** What the shared text says, in the words of the editor. */
function shared(doc: Y.Doc) {
    return cellsOfLines(linesOf(textSchema, doc.getText('text').toDelta(), false));
}

describe('two editors', () => {
    it(`agree with both texts after random edits, composed words and random delivery (${ROUNDS} rounds)`, async () => {
        for (let round = 0; round < ROUNDS; round++) {
            if (round % ROUNDS_BETWEEN_REPORTS === 0) await new Promise((go) => setImmediate(go));
            const below = random(round + 1);
            const first = documentWith('Busse und Bahnen', 'für alle', '');
            const second = new Y.Doc();
            sync(first, second);
            const hosts = [new FakeHost(first), new FakeHost(second)];
            const mail: Uint8Array[][] = [[], []];
            first.on('update', (update, _, __, { origin }) => origin !== 'mail' && mail[1]!.push(update));
            second.on('update', (update, _, __, { origin }) => origin !== 'mail' && mail[0]!.push(update));
            for (let action = 0; action < ACTIONS; action++) {
                const who = below(2);
                if (below(10) === 0) {
                    hosts[who]!.composing = !hosts[who]!.composing;
                    hosts[who]!.binding.catchUp();
                } else if (below(4) > 0) {
                    act(hosts[who]!, below);
                } else {
                    const box = mail[who]!;
                    const count = below(box.length + 1);
                    for (const update of box.splice(0, count)) Y.applyUpdate(hosts[who]!.doc, update, 'mail');
                }
                for (const host of hosts.filter((host) => !host.composing)) {
                    expect(cellsOfLines(host.state.doc.children as never), `seed ${round + 1}`).toEqual(
                        shared(host.doc),
                    );
                }
            }
            sync(first, second);
            for (const host of hosts) {
                host.composing = false;
                host.binding.catchUp();
            }
            expect(hosts[0]!.state.doc.toJSON(), `seed ${round + 1}`).toEqual(hosts[1]!.state.doc.toJSON());
        }
    });
});

describe('a single edit', () => {
    function pair(...lines: string[]) {
        const doc = documentWith(...lines);
        return { doc, text: doc.getText('text'), host: new FakeHost(doc) };
    }

    it('inserts exactly what was typed where it was typed', () => {
        const { host, text } = pair('aaa');
        let delta: unknown;
        text.observe((event) => (delta = event.delta));
        host.update(host.state.tr.insertText('a', 2));
        expect(delta).toEqual([{ retain: 1 }, { insert: 'a' }]);
    });

    it('splits a line by one break and keeps both halves', () => {
        const { host, text } = pair('Busse und Bahnen');
        let delta: unknown;
        text.observe((event) => (delta = event.delta));
        host.update(host.state.tr.split(6));
        expect(delta).toEqual([{ retain: 5 }, { insert: '\n' }]);
    });

    it('leaves the words between two places alone that change at once', () => {
        const { host, text } = pair('eins zwei drei', 'vier');
        let delta: unknown;
        text.observe((event) => (delta = event.delta));
        host.update(host.state.tr.insertText('X', 20).insertText('Y', 1));
        expect(delta).toEqual([{ insert: 'Y' }, { retain: 18 }, { insert: 'X' }]);
    });

    it('joins lines so that the first one keeps its format', () => {
        const { host, text } = pair('Titel', 'Text');
        host.update(host.state.tr.setNodeMarkup(0, null, { header: 1 }));
        host.update(host.state.tr.join(7));
        expect(text.toDelta()).toEqual([
            { insert: 'TitelText' },
            { insert: '\n', attributes: { header: 1 } },
        ]);
    });

    it('never takes the last break away', () => {
        const { host, text } = pair('eins', 'zwei');
        host.update(host.state.tr.delete(0, host.state.doc.content.size));
        expect(text.toString()).toBe('\n');
    });

    it('does not inherit the format of its neighbour', () => {
        const { host, text } = pair('fett');
        host.update(host.state.tr.addMark(1, 5, textSchema.marks.bold!.create()));
        host.update(host.state.tr.replaceWith(5, 5, textSchema.text('mager')));
        expect(text.toDelta()).toEqual([
            { insert: 'fett', attributes: { bold: true } },
            { insert: 'mager\n' },
        ]);
    });
});

describe('what comes from others', () => {
    it('keeps the caret at its word', () => {
        const doc = documentWith('Busse und Bahnen');
        const host = new FakeHost(doc);
        host.update(host.state.tr.setSelection(TextSelection.create(host.state.doc, 7)));
        doc.getText('text').insert(0, 'Alle ');
        expect(host.state.selection.head).toBe(12);
        doc.getText('text').insert(14, '!');
        expect(host.state.selection.head).toBe(12);
    });

    it('keeps attributes and embeds it does not know', () => {
        const doc = documentWith('Text');
        doc.getText('text').format(0, 4, { comment: 'c1' });
        doc.getText('text').insertEmbed(4, { image: 'x' });
        const host = new FakeHost(doc);
        host.update(host.state.tr.insertText('neu', 3));
        host.update(host.state.tr.addMark(1, 4, textSchema.marks.bold!.create()));
        const inserts = doc.getText('text').toDelta() as {
            insert: unknown;
            attributes?: Record<string, unknown>;
        }[];
        expect(inserts.some((run) => typeof run.insert === 'object')).toBe(true);
        expect(
            inserts
                .filter((run) => run.attributes?.comment === 'c1')
                .map((run) => run.insert)
                .join(''),
        ).toBe('Teneuxt');
    });

    it('reads a missing last break as present and puts it back with the next word', () => {
        const doc = new Y.Doc();
        doc.getText('text').insert(0, 'offen');
        const host = new FakeHost(doc);
        expect(host.lines()).toEqual(['offen']);
        host.update(host.state.tr.insertText('!', 6));
        expect(doc.getText('text').toString()).toBe('offen!\n');
    });

    it('shows cut surrogate pairs as both sides have them', () => {
        const one = documentWith('😀');
        const two = new Y.Doc();
        sync(one, two);
        const host = new FakeHost(one);
        two.getText('text').insert(1, 'x');
        sync(one, two);
        expect(host.lines().join('\n') + '\n').toBe(two.getText('text').toString());
    });

    it('shows a surrogate pair that was cut beside a composed word once the word is done', () => {
        const one = documentWith('a😀', 'zwei');
        const two = new Y.Doc();
        sync(one, two);
        const host = new FakeHost(one);
        const theirs = two.getText('text');
        host.select(2);
        host.composing = true;
        theirs.insert(0, 'x');
        Y.applyUpdate(one, Y.encodeStateAsUpdate(two));
        host.update(host.state.tr.split(3));
        theirs.delete(0, 1);
        theirs.insert(theirs.length - 1, 'y');
        Y.applyUpdate(one, Y.encodeStateAsUpdate(two));
        host.composing = false;
        host.binding.catchUp();
        expect(host.lines().join('\n') + '\n').toBe(one.getText('text').toString());
    });
});
