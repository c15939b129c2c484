// Speaks with a test over lines of JSON. For each seed that comes in: several replicas of real yjs
// edit at random, their updates go out in a shuffled order and some of them twice, with what the text
// must be in the end. The other side answers with what a replica that is behind lacks; it is applied,
// and the line that goes out says whether that replica agrees.
//
// Or a replica joins another that has seen some updates and not those before them: what is early goes
// out, each says what it knows and gets what it lacks, and both see what is late.
//
// Passages that were selected while all this was written go out too, with where they are in the end.
import { createInterface } from 'node:readline';
import * as Y from 'yjs';

const REPLICAS = 3;
const EDITS = 40;
const WORDS = ['a', 'Bus ', '😀', 'ß', '\n', 'Straße', '\u0301', '👩‍👧', '1.', ' und '];
const FORMATS = [{ bold: true }, { italic: true }, { bold: null }, { link: 'https://example.org' }, { comment: 'c' }];
const LINES = [{ header: 2 }, { list: 'bullet', indent: 1 }, { list: 'ordered' }, { blockquote: true }, { list: null }];

function random(seed) {
    let state = seed;
    return (below) => {
        state = (state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
    };
}

function edit(doc, below) {
    const text = doc.getText(['text', 'reason', 'title'][below(10) < 8 ? 0 : 1 + below(2)]);
    const at = below(text.length + 1);
    const length = Math.min(below(5), text.length - at);
    switch (below(8)) {
        case 0:
        case 1:
        case 2:
            return text.insert(at, WORDS[below(WORDS.length)], below(3) ? {} : { bold: true });
        case 3:
            return length && text.delete(at, length);
        case 4:
            return length && text.format(at, length, FORMATS[below(FORMATS.length)]);
        case 5:
            return text.insert(at, '\n', { ...LINES[below(LINES.length)] });
        case 6:
            return text.insertEmbed(at, { image: below(9), size: [1, 2.5, null] });
        default:
            return doc.getMap('meta').set('k' + below(3), below(9));
    }
}

const ROOTS = ['title', 'text', 'reason'];
const base64url = (position) => Buffer.from(Y.encodeRelativePosition(position)).toString('base64url');

/** What stands at each index of a text; what is not text as U+FFFC. */
const units = (text) => text.toDelta().flatMap(({ insert }) => (typeof insert === 'string' ? insert.split('') : ['\ufffc']));
const cutsPair = (all, index) => /[\udc00-\udfff]/.test(all[index] ?? '');

/** Some words of a document as what hangs on them keeps them, or nothing. */
function passage(doc, below) {
    const root = ROOTS[below(ROOTS.length)];
    const text = doc.getText(root);
    if (text.length === 0) return undefined;
    const from = below(text.length);
    const to = from + 1 + below(Math.min(6, text.length - from));
    if (cutsPair(units(text), from) || cutsPair(units(text), to)) return undefined;
    return {
        root,
        from,
        to,
        start: base64url(Y.createRelativePositionFromTypeIndex(text, from, 0)),
        end: base64url(Y.createRelativePositionFromTypeIndex(text, to, -1)),
    };
}

/**
 * Where a passage is; nothing when its words are deleted. Nobody else knows what was undone. A pair that somebody
 * saw cut in two may have come together around one of its ends.
 */
function placeOf({ root, start, end }, doc) {
    const at = (position) => Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(Buffer.from(position, 'base64url')), doc, false).index;
    const [from, to] = [at(start), at(end)];
    return from < to ? { from, to, words: units(doc.getText(root)).slice(from, to).join('').toWellFormed() } : null;
}

function round(seed) {
    const below = random(seed);
    const docs = Array.from({ length: REPLICAS }, () => new Y.Doc());
    // Client ids of 53 bits, as other implementations choose them.
    docs.forEach((doc, index) => (doc.clientID = index === 0 ? 2 ** 53 - 1 - below(1000) : 1 + index + below(2 ** 31)));
    const updates = [];
    for (const doc of docs) doc.on('update', (update, origin) => origin !== 'peer' && updates.push(update));
    const behind = new Y.Doc();
    const passages = [];
    // Passages have dice of their own: the rounds stay those that once found something.
    const dice = random(seed + 1_000_000);
    for (let i = 0; i < EDITS; i++) {
        edit(docs[below(REPLICAS)], below);
        passages.push(passage(docs[dice(REPLICAS)], dice));
        if (below(4) === 0) {
            const [from, to] = [docs[below(REPLICAS)], docs[below(REPLICAS)]];
            Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), 'peer');
        }
        if (i === EDITS / 2) Y.applyUpdate(behind, Y.encodeStateAsUpdate(docs[0]), 'peer');
    }
    const whole = new Y.Doc();
    for (const update of updates) Y.applyUpdate(whole, update);
    const order = [...updates, ...updates.filter(() => below(4) === 0)];
    for (let i = order.length - 1; i > 0; i--) {
        const j = below(i + 1);
        [order[i], order[j]] = [order[j], order[i]];
    }
    const selected = passages.filter(Boolean).map((one) => ({ ...one, place: placeOf(one, whole) }));
    const last = Array.from({ length: 5 }, () => passage(whole, dice)).filter(Boolean);
    return { updates, order, whole, behind, selected, last };
}

function meeting(seed) {
    const below = random(seed);
    const { updates, order, whole } = round(seed);
    const joining = new Y.Doc();
    for (const update of updates.slice(0, below(updates.length))) Y.applyUpdate(joining, update);
    const late = new Set(updates.filter(() => below(3) === 0));
    return { early: order.filter((update) => !late.has(update)), late: [...late], joining, whole };
}

/**
 * yjs can leave parked updates aside although what they waited for has come, where two wait for each other
 * (one of some thousand rounds). A browser asks again; here nothing new may come to the rescue.
 */
function retryParked(doc) {
    for (let known; doc.store.pendingStructs && known !== base64(Y.encodeStateVector(doc)); ) {
        known = base64(Y.encodeStateVector(doc));
        const { update } = doc.store.pendingStructs;
        doc.store.pendingStructs = null;
        Y.applyUpdateV2(doc, update);
    }
}

const base64 = (bytes) => Buffer.from(bytes).toString('base64');
const deltas = (doc) => Object.fromEntries(ROOTS.map((root) => [root, doc.getText(root).toDelta()]));
/** JSON in which the order of keys, and where equal runs are cut, makes no difference. */
const plain = (doc) =>
    // A replica that is behind may have seen a pair cut in two that later came together: yjs itself
    // then shows signs of replacement on one side and the pair on the other.
    JSON.stringify(
        Object.values(deltas(doc)).map((delta) =>
            delta.flatMap(({ insert, attributes = {} }) =>
                (typeof insert === 'string' ? insert.replace(/[\ud800-\udfff]/g, '\ufffd').split('') : [JSON.stringify(insert, Object.keys(insert).sort())]).map((unit) => [
                    unit,
                    Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1)),
                ]),
            ),
        ),
    );
const say = (message) => process.stdout.write(JSON.stringify(message) + '\n');

let current;
for await (const line of createInterface({ input: process.stdin })) {
    const asked = JSON.parse(line);
    if (asked.seed !== undefined) {
        current = round(asked.seed);
        say({
            updates: current.order.map(base64),
            behind: base64(Y.encodeStateVector(current.behind)),
            deltas: deltas(current.whole),
            selected: current.selected,
            last: current.last,
        });
    } else if (asked.meeting !== undefined) {
        current = meeting(asked.meeting);
        say({
            early: current.early.map(base64),
            late: current.late.map(base64),
            joining: base64(Y.encodeStateVector(current.joining)),
            deltas: deltas(current.whole),
        });
    } else if (asked.knows !== undefined) {
        const { joining, late, whole } = current;
        const missing = Y.encodeStateAsUpdate(joining, Buffer.from(asked.knows, 'base64'));
        for (const update of [Buffer.from(asked.missing, 'base64'), ...late]) Y.applyUpdate(joining, update);
        retryParked(joining);
        say({ missing: base64(missing), agrees: plain(joining) === plain(whole) });
    } else {
        Y.applyUpdate(current.behind, Buffer.from(asked.missing, 'base64'));
        say({ agrees: plain(current.behind) === plain(current.whole) });
    }
}
