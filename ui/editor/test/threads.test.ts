// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Composer, type Written } from '../src/threads/composer.ts';
import { discardWords, draftOf, unsentWords, waitingOf } from '../src/threads/device.ts';
import { type Choice, type Post } from '../src/threads/model.ts';
import { enqueue, Outbox, POSTED } from '../src/threads/outbox.ts';
import { PostView } from '../src/threads/post.ts';
import { threadWords } from '../src/threads/words.ts';

const ANNA = 'anna';
const words = threadWords('de');

const once = (number: number): string => `00000000-0000-0000-0000-00000000000${number}`;

function choice(name: string, id: string, about = '', reads = true): Choice {
    return { type: 'member', id, name, about, reads };
}

beforeEach(() => {
    vi.stubGlobal(
        'ResizeObserver',
        class {
            observe(): void {}
            disconnect(): void {}
        },
    );
    localStorage.clear();
    vi.useFakeTimers();
});

afterEach(() => {
    vi.useRealTimers();
    document.body.replaceChildren();
});

describe('what is being written', () => {
    let found: Choice[] = [];
    let sent: Written[] = [];

    function composer(where = 'thread:1'): Composer {
        const made = new Composer({
            member: ANNA,
            where,
            words,
            find: async () => found,
            label: 'Beitrag',
            sendLabel: 'Senden',
            send: (written) => {
                sent.push(written);
                return true;
            },
        });
        document.body.append(made.element);
        return made;
    }

    function field(made: Composer): HTMLTextAreaElement {
        return made.element.querySelector('textarea')!;
    }

    function type(made: Composer, text: string): void {
        const area = field(made);
        area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
        area.dispatchEvent(new Event('input'));
    }

    async function mention(made: Composer, typed: string, choices: Choice[]): Promise<void> {
        found = choices;
        type(made, `@${typed}`);
        await vi.advanceTimersByTimeAsync(200);
        field(made).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', cancelable: true }));
    }

    function send(made: Composer): void {
        made.element.requestSubmit();
    }

    beforeEach(() => {
        sent = [];
    });

    test('is there again after a reload', () => {
        const before = composer();
        type(before, 'halb fertig');
        before.answer({ id: 'p1', name: 'Bekir' });
        vi.advanceTimersByTime(400);
        before.destroy();
        const after = composer();
        expect(field(after).value).toBe('halb fertig');
        expect(after.element.textContent).toContain('Antwort an Bekir');
        expect(field(composer('thread:2')).value).toBe('');
    });

    test('is kept when the page goes before a moment is over', () => {
        type(composer(), 'noch schnell');
        dispatchEvent(new Event('pagehide'));
        expect(draftOf(ANNA, 'thread:1')?.words).toBe('noch schnell');
    });

    test('is forgotten once it is sent, and where it is thrown away', () => {
        const made = composer();
        type(made, 'fertig');
        vi.advanceTimersByTime(400);
        expect(unsentWords(ANNA)).toBe(1);
        send(made);
        expect(sent.map((written) => written.words)).toEqual(['fertig']);
        expect(unsentWords(ANNA)).toBe(0);
        type(made, 'doch nicht');
        vi.advanceTimersByTime(400);
        discardWords(ANNA);
        expect(unsentWords(ANNA)).toBe(0);
    });

    test('in an empty tab takes nothing from the tab in which somebody writes', () => {
        const writing = composer();
        type(writing, 'lang und wichtig');
        vi.advanceTimersByTime(400);
        const empty = composer('thread:1');
        field(empty).value = '';
        empty.destroy();
        dispatchEvent(new Event('pagehide'));
        expect(draftOf(ANNA, 'thread:1')?.words).toBe('lang und wichtig');
    });

    test.each([
        '{}',
        '5',
        '"x"',
        'null',
        '{"words":null,"mentions":null}',
        '{"words":"a","mentions":{},"files":[null]}',
        '{',
    ])('is begun anew where somebody put rubbish: %s', (rubbish) => {
        localStorage.setItem('rotfaden-draft:anna:thread:1', rubbish);
        localStorage.setItem('rotfaden-waiting:anna', rubbish);
        expect(field(composer()).value).toBe('');
        expect(waitingOf(ANNA)).toEqual([]);
    });

    test('still says after a reload who will not hear of it', async () => {
        const before = composer();
        await mention(before, 'Di', [choice('Dilek', 'id-1', '', false)]);
        vi.advanceTimersByTime(400);
        before.destroy();
        expect(composer().element.querySelector('.composer-hint')!.textContent).toContain('Dilek');
    });

    test('shows what stands there by now beside the own words', () => {
        const made = composer('post:1');
        type(made, 'meine Worte');
        made.conflict({ words: 'andere Worte', version: 2, mentions: [] });
        expect(field(made).value).toBe('meine Worte');
        expect(made.element.querySelector('.composer-there')!.textContent).toBe('andere Worte');
    });

    test('mentions whoever is chosen, by her id', async () => {
        const made = composer();
        await mention(made, 'Sö', [choice("Sönke O'Carstens", 'id-1')]);
        expect(field(made).value).toBe("@Sönke O'Carstens ");
        type(made, 'kommst du?');
        send(made);
        expect(sent[0]!.words).toBe('@member:id-1 kommst du?');
    });

    test('tells two of the same name apart', async () => {
        const made = composer();
        await mention(made, 'An', [choice('Anna Meier', 'id-1', 'Nord')]);
        await mention(made, 'An', [choice('Anna Meier', 'id-2', 'Süd')]);
        await mention(made, 'An', [choice('Anna Meier', 'id-3', 'Süd')]);
        send(made);
        expect(sent[0]!.words.trim()).toBe('@member:id-1 @member:id-2 @member:id-3');
    });

    test('mentions nobody whose name is only the beginning of a word', async () => {
        const made = composer();
        await mention(made, 'An', [choice('Ann', 'id-1')]);
        type(made, 'und @Annalena');
        send(made);
        expect(sent[0]!.words).toBe('@member:id-1 und @Annalena');
    });

    test('says who will not hear of it', async () => {
        const made = composer();
        await mention(made, 'Di', [choice('Dilek', 'id-1', '', false)]);
        expect(made.element.querySelector('.composer-hint')!.textContent).toContain(
            'Dilek liest hier nicht mit',
        );
    });
});

describe('what waits to be sent', () => {
    let answers: object[] = [];
    let asked: string[] = [];

    function box(): Outbox {
        if (!customElements.get('rotfaden-outbox')) customElements.define('rotfaden-outbox', Outbox);
        const made = document.createElement('rotfaden-outbox') as Outbox;
        made.setAttribute('member-id', ANNA);
        Object.assign(made, {
            $server: {
                post: async (name: string) => {
                    asked.push(name);
                    return answers.shift() ?? { post: `p-${name}` };
                },
            },
        });
        return made;
    }

    function wait(number: number): void {
        const draft = { words: 'x', mentions: {} };
        enqueue(ANNA, { once: once(number), thread: 't', about: 'unit:1', words: 'x', draft, answers: null });
    }

    beforeEach(() => {
        answers = [];
        asked = [];
        Object.defineProperty(navigator, 'locks', {
            configurable: true,
            value: { request: async (_: string, __: object, work: (lock: object) => unknown) => work({}) },
        });
    });

    test('goes in its order, and each is told once it is taken', async () => {
        const taken: string[] = [];
        const hear = (event: Event): number => taken.push((event as CustomEvent).detail.post);
        addEventListener(POSTED, hear);
        wait(1);
        wait(2);
        document.body.append(box());
        await vi.advanceTimersByTimeAsync(10);
        removeEventListener(POSTED, hear);
        expect(asked).toEqual([once(1), once(2)]);
        expect(taken).toEqual([`p-${once(1)}`, `p-${once(2)}`]);
        expect(waitingOf(ANNA)).toEqual([]);
    });

    test('stays with the reason where it is refused, and keeps nothing else back', async () => {
        answers = [{ refused: 'Geschlossen.' }];
        wait(1);
        wait(2);
        document.body.append(box());
        await vi.advanceTimersByTimeAsync(10);
        expect(waitingOf(ANNA).map(({ once: name, refused }) => [name, refused])).toEqual([
            [once(1), 'Geschlossen.'],
        ]);
        await vi.advanceTimersByTimeAsync(20_000);
        expect(asked).toEqual([once(1), once(2)]);
    });

    test('is tried again where the server wants it later', async () => {
        answers = [{ refused: 'Langsamer.', later: true }];
        wait(1);
        document.body.append(box());
        await vi.advanceTimersByTimeAsync(10);
        expect(waitingOf(ANNA)).toHaveLength(1);
        await vi.advanceTimersByTimeAsync(5000);
        expect(waitingOf(ANNA)).toEqual([]);
        expect(asked).toEqual([once(1), once(1)]);
    });

    test('of another member stays hers', async () => {
        enqueue('bekir', {
            once: once(3),
            thread: 't',
            about: 'unit:1',
            words: 'x',
            draft: { words: 'x', mentions: {} },
            answers: null,
        });
        document.body.append(box());
        await vi.advanceTimersByTimeAsync(10);
        expect(asked).toEqual([]);
        expect(waitingOf('bekir')).toHaveLength(1);
    });
});

describe('what a post looks like', () => {
    const post: Post = {
        id: 'p1',
        root: 'p1',
        place: '1',
        at: { iso: '2026-11-27T12:00:00Z', said: 'eben', date: 'Fr', full: 'Freitag' },
        edited: false,
        deleted: false,
        version: 1,
        blocks: [
            {
                form: 'PARAGRAPH',
                runs: [
                    { words: '<img src=x onerror=alert(1)>', bold: true },
                    { words: 'https://example.org/<b>', link: 'https://example.org/<b>' },
                    {
                        words: '',
                        mention: { type: 'member', id: 'm1', name: '<i>Eve</i>', path: 'personen/eve' },
                    },
                    { words: '', mention: { type: 'member', id: 'm2' } },
                ],
            },
        ],
        reactions: [],
        files: [{ id: 'f1', name: '<s>x</s>.pdf', size: '1 kB' }],
        mine: false,
        unread: false,
    };
    const acts = {
        answer: vi.fn(),
        react: vi.fn(),
        menu: vi.fn(),
        history: vi.fn(),
        seek: vi.fn(),
        bringBack: vi.fn(),
    };

    test('is never markup that somebody wrote', () => {
        const made = new PostView(words, acts, () => true).make(post);
        expect(made.querySelector('img, b, i, s')).toBeNull();
        expect(made.querySelector('strong')!.textContent).toBe('<img src=x onerror=alert(1)>');
        expect(made.querySelector('.mention')!.textContent).toBe('@<i>Eve</i>');
    });

    test('names nobody whom the reader may not know', () => {
        const made = new PostView(words, acts, () => true).make(post);
        expect(made.querySelectorAll('.mention')[1]!.textContent).toBe('@jemand');
    });

    test('tells another page nothing of where somebody comes from', () => {
        const link = new PostView(words, acts, () => true).make(post).querySelector('a[target=_blank]')!;
        expect(link.getAttribute('rel')).toContain('noreferrer');
    });

    test('has no words where it is deleted', () => {
        const made = new PostView(words, acts, () => true).make({ ...post, deleted: true });
        expect(made.textContent).toBe(words.deleted);
    });
});
