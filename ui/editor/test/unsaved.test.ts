import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { Connection, type News, type SavedState } from '../src/connection.ts';
import { discard, forgetDocuments } from '../src/device.ts';
import { Unsaved, unsentOf } from '../src/unsaved.ts';
import { FakeServer } from './fake-server.ts';

let server: FakeServer;
let documentId: string;
let count = 0;
let reloads = 0;
const tabs: Tab[] = [];

/** A window of one member in which the document is open. */
class Tab {
    states: SavedState[] = [];
    state: SavedState = 'loading';
    waiting = 0;
    mayWrite = false;
    /** Happens the moment that the page shows anew how the text stands. */
    onShown = () => {};
    readonly connection: Connection;

    constructor(member = 'anna') {
        this.connection = new Connection(documentId, member, {
            onState: (state, waiting) => {
                this.state = state;
                this.waiting = waiting;
                this.states.push(state);
                this.onShown();
            },
            onAccess: (mayWrite) => (this.mayWrite = mayWrite),
        });
        tabs.push(this);
    }

    static async open(member?: string): Promise<Tab> {
        const tab = new Tab(member);
        await until(() => tab.state === 'saved');
        return tab;
    }

    /** Every letter is a change of its own. */
    type(letters: string): void {
        const text = this.connection.doc.getText('text');
        for (const letter of letters) text.insert(text.length, letter);
    }

    /** All of it is one change. */
    write(words: string): void {
        const text = this.connection.doc.getText('text');
        text.insert(text.length, words);
    }

    get text(): string {
        return this.connection.doc.getText('text').toString();
    }
}

/** Lets time go by until something holds. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
    for (let step = 0; step < 400; step++) {
        if (await holds()) return;
        await pass(100);
    }
    throw new Error('That never came true');
}

async function pass(milliseconds: number): Promise<void> {
    await vi.advanceTimersByTimeAsync(milliseconds);
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
}

beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
    vi.stubGlobal('location', {
        protocol: 'http:',
        host: 'localhost',
        pathname: '/',
        reload: () => reloads++,
    });
    vi.stubGlobal('sessionStorage', { getItem: () => null, setItem: () => {}, removeItem: () => {} });
    vi.stubGlobal('window', new EventTarget());
    vi.stubGlobal('navigator', { onLine: true });
    vi.stubGlobal('document', { cookie: '' });
    reloads = 0;
    documentId = `document-${++count}`;
    server = new FakeServer();
    server.install();
});

afterEach(async () => {
    tabs.splice(0).forEach(({ connection }) => connection.leave());
    server.cut();
    await pass(20_000);
    for (const member of ['anna', 'bekir']) await discard(member);
    vi.unstubAllGlobals();
    vi.useRealTimers();
});

describe('what somebody writes', () => {
    it('is not called saved while the line breaks twice with the changes on their way', async () => {
        const tab = await Tab.open();
        server.cut();
        await until(() => tab.state === 'offline');
        tab.states = [];
        tab.type('abc');
        for (let time = 0; time < 2; time++) {
            server.mend('holds');
            await until(() => server.held.length === 1);
            expect(tab.waiting).toBe(3);
            server.cut();
            await until(() => tab.state === 'offline');
        }
        expect(tab.states).not.toContain('saved');
        expect(await unsentOf('anna')).toBe(1);

        server.mend();
        await until(() => tab.state === 'saved');
        expect(server.text).toBe('abc');
        expect(await unsentOf('anna')).toBe(0);
    });

    it('is saved by the answer to exactly this change', async () => {
        const tab = await Tab.open();
        server.manner = 'holds';
        tab.type('abc');
        await until(() => server.held.length === 3);
        server.arrive(2);
        await until(() => tab.waiting === 1);
        expect(tab.state).toBe('saving');
        expect(await unsentOf('anna')).toBe(1);
        server.arrive();
        await until(() => tab.state === 'saved');
    });

    it('waits on the device for the next visit when the page goes', async () => {
        const tab = await Tab.open();
        server.cut();
        await until(() => tab.state === 'offline');
        tab.type('abc');
        tab.connection.leave();
        const next = new Tab();
        await until(() => next.waiting === 3);
        expect(next.text).toBe('abc');
        await until(() => next.state === 'offline');
        server.mend();
        await until(() => next.state === 'saved');
        expect(server.text).toBe('abc');
    });

    it('counts when it was written before the server knew who writes', async () => {
        const go = server.holdTickets();
        const tab = new Tab();
        await until(() => server.lines.length === 1);
        tab.type('abc');
        await pass(1000);
        expect(tab.waiting).toBe(3);
        go();
        await until(() => tab.state === 'saved');
        expect(server.text).toBe('abc');
        tab.type('d');
        await until(() => server.text === 'abcd' && tab.state === 'saved');
    });

    it('is not saved by an answer to somebody who was shown out meanwhile', async () => {
        const tab = await Tab.open();
        server.manner = 'holds';
        tab.type('abc');
        await until(() => server.held.length === 3);
        const [line] = server.lines;
        server.held.length = 0;
        server.showOut();
        await until(() => server.held.length === 1);
        server.answer(line!, true);
        await pass(1000);
        expect(tab.waiting).toBe(3);
        server.arrive();
        await until(() => tab.state === 'saved');
        expect(server.text).toBe('abc');
    });

    it('stays kept where the server does not take it, and draws no other tab in', async () => {
        const tab = await Tab.open();
        const other = await Tab.open();
        server.manner = 'refuses';
        tab.type('a');
        await until(() => tab.state === 'refused');
        await pass(20_000);
        expect(await unsentOf('anna')).toBe(1);
        expect(other.state).toBe('saved');
        expect(other.mayWrite).toBe(true);

        tab.connection.leave();
        server.manner = 'takes';
        await Tab.open();
        expect(server.text).toBe('a');
        expect(await unsentOf('anna')).toBe(0);
    });

    it('is waited for when the text is left, so that it is known to be saved', async () => {
        const tab = await Tab.open();
        server.manner = 'holds';
        tab.type('a');
        await until(() => server.held.length === 1);
        tab.connection.leave();
        expect(await unsentOf('anna')).toBe(1);
        server.arrive();
        await until(async () => (await unsentOf('anna')) === 0);
        expect(server.lines).toHaveLength(0);
        expect(server.text).toBe('a');
    });

    it('is counted by its own page where the device is full', async () => {
        const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
            throw new DOMException('full', 'QuotaExceededError');
        });
        const tab = await Tab.open();
        server.manner = 'holds';
        tab.type('a');
        await until(() => server.held.length === 1);
        expect(await unsentOf('anna')).toBe(1);
        full.mockRestore();
    });
});

describe('a text that is opened', () => {
    it('is not called offline before the server could not be reached', async () => {
        const tab = await Tab.open();
        expect(new Set(tab.states)).toEqual(new Set(['loading', 'saved']));
        server.cut();
        const other = new Tab();
        await until(() => other.state === 'offline');
    });

    it('brings no news; what others write brings some, and what they wrote meanwhile', async () => {
        server.doc.getText('text').insert(0, 'Bekirs Worte. ');
        leave('anna', 'Annas Worte. ');
        const tab = new Tab();
        const news: News[] = [];
        tab.connection.doc.on('afterTransaction', ({ origin, changed }) => {
            if (changed.size > 0) news.push(tab.connection.newsIn(origin));
        });
        await until(() => tab.state === 'saved');
        tab.type('abc');
        await until(() => tab.state === 'saved');
        expect(new Set(news)).toEqual(new Set(['none']));

        const bekir = await Tab.open('anna');
        bekir.type('x');
        server.broadcast(Y.encodeStateAsUpdate(bekir.connection.doc));
        await until(() => tab.text.includes('x'));
        expect(news.at(-1)).toBe('now');

        server.cut();
        await until(() => tab.state === 'offline');
        server.doc.getText('text').insert(0, 'Mehr. ');
        server.mend();
        await until(() => tab.text.includes('Mehr. '));
        expect(news.at(-1)).toBe('meanwhile');
    });
});

describe('a line', () => {
    it('is called offline the moment the browser says so, and looked for the moment it is back', async () => {
        const tab = await Tab.open();
        window.dispatchEvent(new Event('offline'));
        expect(tab.state).toBe('offline');
        server.cut();
        tab.type('abc');
        await pass(60_000);
        server.mend();
        window.dispatchEvent(new Event('online'));
        await pass(200);
        expect(tab.state).toBe('saved');
        expect(server.text).toBe('abc');
    });

    it('is not called offline any longer than nothing comes, whatever the browser says', async () => {
        const tab = await Tab.open();
        window.dispatchEvent(new Event('offline'));
        tab.type('abc');
        await until(() => tab.state === 'saved');
        const { visits } = server;
        window.dispatchEvent(new Event('online'));
        await pass(1000);
        expect(server.visits).toBe(visits);
    });

    it('is given up when nothing comes over it any more', async () => {
        const tab = await Tab.open();
        server.silent = true;
        tab.type('abc');
        await pass(5000);
        expect(tab.state).toBe('catching-up');
        await pass(6000);
        expect(tab.state).toBe('offline');
        server.silent = false;
        await until(() => tab.state === 'saved');
        expect(server.text).toBe('abc');
    });

    it('is kept while the server is only busy', async () => {
        const tab = await Tab.open();
        server.manner = 'holds';
        const { visits } = server;
        tab.type('abc');
        await pass(60_000);
        expect(tab.state).toBe('catching-up');
        expect(server.visits).toBe(visits);
        server.arrive();
        await until(() => tab.state === 'saved');
    });

    it('is kept while much is on its way', async () => {
        const tab = await Tab.open();
        server.silent = true;
        const { visits } = server;
        tab.write('Wort '.repeat(200_000));
        await pass(60_000);
        expect(server.visits).toBe(visits);
        server.silent = false;
    });
});

describe('more than a frame takes', () => {
    const MEGABYTE = 'Wort '.repeat(200_000);

    it('goes in parts that fit, and what is written behind it is saved too', async () => {
        const tab = await Tab.open();
        server.cut();
        await until(() => tab.state === 'offline');
        for (let time = 0; time < 5; time++) tab.write(MEGABYTE);
        tab.type('abc');
        server.mend();
        await until(() => tab.state === 'saved');
        expect(server.text).toBe(MEGABYTE.repeat(5) + 'abc');
        expect(server.largest).toBeLessThanOrEqual(server.mostInFrame);
        expect(await unsentOf('anna')).toBe(0);
    });

    it('goes in few parts where it is many small changes', async () => {
        const tab = await Tab.open();
        server.cut();
        await until(() => tab.state === 'offline');
        for (let time = 0; time < 4; time++) tab.write(MEGABYTE);
        tab.type('x'.repeat(200));
        server.mend('holds');
        await until(() => server.held.length > 0);
        expect(server.held.length).toBeLessThan(20);
        server.arrive();
        await until(() => tab.state === 'saved');
        expect(server.text).toHaveLength(4 * MEGABYTE.length + 200);
    });

    it('is refused where it is one change, which is kept and tried no more', async () => {
        const tab = await Tab.open();
        tab.type('abc');
        await until(() => tab.state === 'saved');
        tab.write(MEGABYTE.repeat(5));
        expect(tab.state).toBe('refused');
        expect(tab.mayWrite).toBe(false);
        tab.connection.leave();

        const next = new Tab();
        await until(() => next.state === 'refused');
        const { visits } = server;
        await pass(60_000);
        expect(server.visits).toBe(visits);
        expect(next.text).toBe('abc' + MEGABYTE.repeat(5));
        expect(server.text).toBe('abc');
        expect(await unsentOf('anna')).toBe(1);
    });

    it('ends no line twice where the server takes less than it should', async () => {
        const tab = await Tab.open();
        server.mostInFrame = 1000;
        tab.write('x'.repeat(2000));
        await until(() => tab.state === 'refused');
        const { visits } = server;
        await pass(60_000);
        expect(tab.state).toBe('refused');
        expect(server.visits).toBe(visits);
        expect(await unsentOf('anna')).toBe(1);
    });
});

describe('two tabs of one member', () => {
    it('send what one of them wrote without a line before it was closed', async () => {
        const first = await Tab.open();
        const second = await Tab.open();
        server.cut();
        await until(() => first.state === 'offline' && second.state === 'offline');
        second.type('vierzehnlettern'.slice(0, 14));
        second.connection.leave();
        await pass(0);
        expect(await unsentOf('anna')).toBe(1);

        server.mend('holds');
        await until(() => server.held.length > 0);
        first.type('x');
        await pass(1000);
        expect(await unsentOf('anna')).toBe(1);
        expect(first.waiting).toBe(15);
        server.manner = 'takes';
        server.arrive();
        await until(() => first.state === 'saved');
        expect([...server.text].sort().join('')).toBe([...'vierzehnletter', 'x'].sort().join(''));
        expect(await unsentOf('anna')).toBe(0);
    });

    it('may both send the same, and each calls it saved by its own answer', async () => {
        const first = await Tab.open();
        const second = await Tab.open();
        server.cut();
        await until(() => first.state === 'offline' && second.state === 'offline');
        second.type('abc');
        await pass(0);
        server.mend('holds');
        await until(() => first.waiting === 3 && server.held.length >= 2);
        const [line] = server.lines;
        server.manner = 'takes';
        const others = server.held.filter(({ from }) => from !== line);
        server.held.splice(0, server.held.length, ...server.held.filter(({ from }) => from === line));
        server.arrive();
        await pass(1000);
        expect([first.waiting, second.waiting].sort()).toEqual([0, 3]);
        server.held.push(...others);
        server.arrive();
        await until(() => first.state === 'saved' && second.state === 'saved');
        expect(server.text).toBe('abc');
    });

    it('notice within seconds what a closed one left while the other had a line', async () => {
        const tab = await Tab.open();
        leave('anna', 'abc');
        await until(() => server.text === 'abc');
        await until(async () => (await unsentOf('anna')) === 0);
        expect(tab.text).toBe('abc');
        expect(tab.state).toBe('saved');
    });

    it('send words that build on what only the server knows', async () => {
        const tab = await Tab.open();
        server.cut();
        await until(() => tab.state === 'offline');
        server.doc.getText('text').insert(0, 'Bekirs Worte. ');
        const gone = new Y.Doc();
        Y.applyUpdate(gone, Y.encodeStateAsUpdate(server.doc));
        leave('anna', 'Annas auch.', gone);
        server.mend('holds');
        await until(() => server.held.length > 0);
        tab.type('!');
        server.manner = 'takes';
        server.arrive();
        await until(() => tab.state === 'saved');
        expect(server.text).toContain('Bekirs Worte. ');
        expect(server.text).toContain('Annas auch.');
        expect(await unsentOf('anna')).toBe(0);
    });

    it('send words that build on what nobody has yet, and the answer to others proves nothing', async () => {
        const tab = await Tab.open();
        const gone = new Y.Doc();
        gone.getText('text').insert(0, 'Eins. ');
        const first = Y.encodeStateAsUpdate(gone);
        leave('anna', 'Zwei.', gone);
        server.manner = 'holds';
        tab.onShown = () => {
            if (tab.waiting !== 1) return;
            tab.onShown = () => {};
            tab.type('x');
        };
        await until(() => server.held.length === 2);
        server.arrive(1);
        await until(() => server.text === 'x');
        await pass(100);
        expect(tab.waiting).toBe(1);
        expect(await unsentOf('anna')).toBe(1);
        server.arrive();
        await until(async () => (await unsentOf('anna')) === 0);
        Y.applyUpdate(server.doc, first);
        expect(server.text).toContain('Eins. Zwei.');
    });

    it('write no more once one of them has forgotten what the device keeps', async () => {
        const tab = await Tab.open();
        await forgetDocuments('anna');
        await until(() => tab.state === 'logged-out');
        expect(tab.mayWrite).toBe(false);
    });
});

describe('what another tab threw away while it logged out', () => {
    it('is said to be thrown away, asks for no ticket any more, and is not sent', async () => {
        const tab = await Tab.open();
        server.cut();
        await until(() => tab.state === 'offline');
        tab.type('abc');
        await pass(0);
        tab.states = [];
        await discard('anna');
        await forgetDocuments('anna');
        await until(() => tab.state === 'discarded');
        expect(tab.states).not.toContain('logged-out');
        expect(tab.mayWrite).toBe(false);
        expect(tab.text).toBe('abc');

        server.loggedIn = '';
        server.mend();
        await pass(60_000);
        expect(tab.state).toBe('discarded');
        expect(reloads).toBe(0);
        expect(server.text).toBe('');
    });
});

describe('another member on the same device', () => {
    it('neither sees nor sends nor discards what the first one left', async () => {
        leave('anna', 'Annas Worte');
        server.loggedIn = 'bekir';
        const bekir = await Tab.open('bekir');
        await pass(20_000);
        expect(bekir.text).toBe('');
        expect(server.text).toBe('');
        await discard('bekir');
        await forgetDocuments('bekir');
        expect(await unsentOf('bekir')).toBe(0);
        expect(await unsentOf('anna')).toBe(1);
    });

    it('sends nothing through a tab that the first one left open', async () => {
        const anna = await Tab.open();
        server.cut();
        await until(() => anna.state === 'offline');
        anna.type('Annas Worte');
        server.loggedIn = 'bekir';
        server.mend();
        await until(() => anna.state === 'logged-out');
        await pass(20_000);
        expect(server.text).toBe('');
        expect(await unsentOf('anna')).toBe(1);
    });
});

/** What a tab leaves that was closed before the server answered. */
function leave(member: string, words: string, doc = new Y.Doc()): void {
    const closed = new Unsaved(member, documentId, doc);
    doc.on('update', (update: Uint8Array) => closed.add(update));
    const text = doc.getText('text');
    text.insert(text.length, words);
    closed.close();
}

describe('what others write', () => {
    it('is asked for where something before it never came', async () => {
        const tab = await Tab.open();
        server.doc.getText('text').insert(0, 'eins ');
        const first = Y.encodeStateVector(server.doc);
        server.doc.getText('text').insert(5, 'zwei');
        server.broadcast(Y.encodeStateAsUpdate(server.doc, first));
        await pass(0);
        expect(tab.text).toBe('');
        await until(() => tab.text === 'eins zwei');
        expect(tab.state).toBe('saved');
    });
});
