// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { TextSelection } from 'prosemirror-state';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { Part } from '../src/part.ts';
import { MOST_IN_CHANGE, MOST_IN_FRAME } from '../src/proving-socket.ts';
import { documentWith } from './fake-host.ts';

// The view scrolls to what was typed; here nothing has a place on the screen.
Range.prototype.getClientRects = () => [new DOMRect()] as unknown as DOMRectList;
Range.prototype.getBoundingClientRect = () => new DOMRect();

/** A part on a screen of which others know nothing. */
function partWith(...lines: string[]) {
    const doc = documentWith(...lines);
    const place = document.body.appendChild(document.createElement('div'));
    const listener = {
        isEditable: () => true,
        onRedraw: () => {},
        onSelection: () => {},
        onCaret: () => {},
        onPress: () => {},
        onFocus: () => {},
        leave: () => false,
        undo: () => true,
        redo: () => true,
        askForLink: () => true,
        showShortcuts: () => true,
        refuseTooMuch: vi.fn(),
    };
    const text = doc.getText('text');
    const labels = { label: 'Text', hint: '', empty: '' };
    const awareness = new Awareness(doc);
    const part = new Part('text', place, labels, text, awareness, {}, listener);
    return { part, text, awareness, listener };
}

function linesOf(part: Part): string[] {
    return part.state.doc.children.map((line) => line.textContent);
}

/** Shows the caret of somebody else behind some of the text. */
function putCaret({ part, text, awareness }: ReturnType<typeof partWith>, index: number): void {
    const place = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, index, -1));
    awareness.states.set(awareness.clientID + 1, {
        user: { id: 'b', name: 'Bekir', color: 'red' },
        cursor: { anchor: place, head: place },
    });
    part.redraw();
}

describe('a phone’s keyboard', () => {
    let shown: ReturnType<typeof partWith>;

    beforeEach(() => {
        shown = partWith('eins', 'zwei');
        shown.part.view.focus();
    });

    afterEach(() => {
        shown.part.destroy();
        document.body.replaceChildren();
    });

    function line(index: number): HTMLElement {
        return shown.part.view.dom.children[index] as HTMLElement;
    }

    it('joins two lines in the instant in which somebody writes before them', () => {
        const { part, text } = shown;
        document.getSelection()!.collapse(line(0).firstChild, 4);
        line(0).append(line(1).firstChild!);
        line(1).remove();
        text.insert(0, 'R');
        expect(linesOf(part)).toEqual(['Reinszwei']);
        expect(text.toString()).toBe('Reinszwei\n');
        expect(part.view.dom.textContent).toBe('Reinszwei');
    });

    it('writes and deletes in the instant in which somebody writes in the same line', () => {
        const { part, text } = shown;
        const words = line(1).firstChild as Text;
        words.data = 'zweig';
        document.getSelection()!.collapse(words, 5);
        text.insert(5, 'und ');
        expect(linesOf(part)).toEqual(['eins', 'und zweig']);
        const written = line(1).firstChild as Text;
        written.data = 'und zwei';
        document.getSelection()!.collapse(written, 8);
        text.insert(5, '!');
        expect(linesOf(part)).toEqual(['eins', '!und zwei']);
        expect(text.toString()).toBe('eins\n!und zwei\n');
    });

    it('joins two lines in the instant in which a caret of somebody comes into them', () => {
        const { part, text } = shown;
        document.getSelection()!.collapse(line(0).firstChild, 4);
        line(0).append(line(1).firstChild!);
        line(1).remove();
        putCaret(shown, 2);
        expect(linesOf(part)).toEqual(['einszwei']);
        expect(text.toString()).toBe('einszwei\n');
    });

    it('has put the caret somewhere in the instant in which somebody writes', () => {
        const { part, text } = shown;
        document.getSelection()!.collapse(line(1).firstChild, 2);
        text.insert(0, 'x');
        expect(part.state.selection.head).toBe(10);
    });

    it('keeps its last letter when the page goes', () => {
        const { part, text } = shown;
        (line(0).firstChild as Text).data = 'einst';
        document.getSelection()!.collapse(line(0).firstChild, 5);
        part.destroy();
        expect(text.toString()).toBe('einst\nzwei\n');
        shown = partWith();
    });
});

describe('the caret of somebody else', () => {
    it('stays at its word when something before it is deleted here', () => {
        const shown = partWith('eins zwei');
        const { part } = shown;
        putCaret(shown, 6);
        part.view.dispatch(part.state.tr.delete(1, 2));
        const caret = part.view.dom.querySelector('.rf-caret')!;
        expect(caret.previousSibling?.textContent).toBe('ins z');
        part.view.dispatch(part.state.tr.insertText('x', 1));
        part.view.dispatch(part.state.tr.delete(2, 3));
        expect(part.view.dom.querySelector('.rf-caret')!.previousSibling?.textContent).toBe('xns z');
        part.destroy();
    });
});

describe('words that are dragged', () => {
    it('are dropped as they read then, with what somebody wrote in them', () => {
        const { part, text } = partWith('eins zwei');
        part.view.dispatch(part.state.tr.setSelection(TextSelection.create(part.state.doc, 1, 5)));
        part.view.dragging = { slice: part.state.selection.content(), move: true };
        text.insert(2, 'X');
        expect(part.view.dragging.slice.content.textBetween(0, part.view.dragging.slice.content.size)).toBe(
            'eiXns',
        );
        part.destroy();
    });
});

describe('what is put in at once', () => {
    const PASTE = new Event('paste') as ClipboardEvent;
    const MEGABYTE = 'Wort '.repeat(200_000);

    it('is refused before it is a change where it is more than can be saved', () => {
        const { part, text, listener } = partWith('eins');
        part.view.pasteText(MEGABYTE.repeat(5), PASTE);
        expect(listener.refuseTooMuch).toHaveBeenCalledOnce();
        expect(text.toString()).toBe('eins\n');
        expect(linesOf(part)).toEqual(['eins']);
        part.view.pasteText(MEGABYTE, PASTE);
        expect(text.toString()).toContain(MEGABYTE);
        part.destroy();
    });

    it('is weighed as it is written, and not by its letters', () => {
        const { part, text, listener } = partWith('eins');
        let largest = 0;
        text.doc!.on('update', (update: Uint8Array) => (largest = Math.max(largest, update.length)));
        part.view.dispatch(part.state.tr.insertText('ä'.repeat(2_060_000)));
        expect(largest).toBeGreaterThan(0.98 * MOST_IN_CHANGE);
        expect(largest).toBeLessThanOrEqual(MOST_IN_CHANGE);
        part.view.dispatch(part.state.tr.insertText('ä'.repeat(2_100_000)));
        expect(listener.refuseTooMuch).toHaveBeenCalledOnce();
        part.destroy();
    });

    it('is measured as the workspace measures', () => {
        const realtime = '../../workspace-server/src/main/java/org/rotfaden/realtime';
        const source = readFileSync(`${realtime}/rooms/LiveLimits.java`, 'utf8');
        expect(source).toContain(`@DefaultValue("${MOST_IN_FRAME / 1024 / 1024}MB") DataSize frame,`);
    });
});
