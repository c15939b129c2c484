import { Schema, type MarkSpec, type NodeSpec } from 'prosemirror-model';

/** Attributes of a line stand on the line break that ends it. */
export const LINE_KEYS = ['header', 'list', 'indent', 'blockquote'] as const;

/** Inline attributes the editor knows; `link` carries an address, the others are `true`. */
export const MARK_KEYS = ['bold', 'italic', 'underline', 'strike', 'link'] as const;

export const DEEPEST_INDENT = 8;

const SAFE_LINK = /^(https?:\/\/|mailto:)/i;

export function isSafeLink(address: unknown): address is string {
    return typeof address === 'string' && SAFE_LINK.test(address);
}

/** What somebody typed as the address of a link; without a scheme it is a web page. */
export function linkAddress(typed: string): string | undefined {
    const words = typed.trim();
    const address = /^[\w-]+(\.[\w-]+)+([/?#:]|$)/.test(words) ? `https://${words}` : words;
    return isSafeLink(address) && !/\s/.test(address) ? address : undefined;
}

const line: NodeSpec = {
    content: 'inline*',
    attrs: {
        header: { default: null },
        list: { default: null },
        indent: { default: 0 },
        blockquote: { default: false },
        /** Attributes of other versions or other editors as JSON, kept and not shown. */
        other: { default: null },
    },
    defining: true,
    parseDOM: [
        { tag: 'h1', getAttrs: (dom) => lineAttributes(dom, { header: 1 }) },
        { tag: 'h2', getAttrs: (dom) => lineAttributes(dom, { header: 2 }) },
        { tag: 'h3, h4, h5, h6', getAttrs: (dom) => lineAttributes(dom, { header: 3 }) },
        { tag: 'li', getAttrs: listAttributes },
        { tag: 'p, div, td, th, pre', getAttrs: (dom) => lineAttributes(dom, {}) },
    ],
    toDOM(node) {
        const { header, list, indent, blockquote, other } = node.attrs;
        const attributes: Record<string, string> = {};
        if (list) attributes['data-list'] = list;
        if (indent) attributes['data-indent'] = String(indent);
        if (blockquote) attributes['data-blockquote'] = 'true';
        if (other) attributes['data-other'] = other;
        return [header ? `h${Math.min(header + 1, 4)}` : 'p', attributes, 0];
    },
};

function lineAttributes(dom: HTMLElement, known: Record<string, unknown>): Record<string, unknown> {
    return {
        ...known,
        list: dom.dataset.list ?? null,
        indent: Number(dom.dataset.indent ?? 0),
        blockquote: dom.dataset.blockquote === 'true' || dom.closest('blockquote') !== null,
        other: dom.dataset.other ?? null,
    };
}

function listAttributes(dom: HTMLElement): Record<string, unknown> {
    let depth = -1;
    for (
        let list = dom.parentElement?.closest('ul, ol');
        list;
        list = list.parentElement?.closest('ul, ol')
    ) {
        depth++;
    }
    return {
        list: dom.parentElement?.nodeName === 'OL' ? 'ordered' : 'bullet',
        indent: Math.min(Math.max(depth, 0), DEEPEST_INDENT),
    };
}

const marks: Record<string, MarkSpec> = {
    link: {
        attrs: { href: {} },
        inclusive: false,
        parseDOM: [
            {
                tag: 'a[href]',
                getAttrs: (dom) => {
                    const href = dom.getAttribute('href');
                    return isSafeLink(href) && { href };
                },
            },
        ],
        toDOM: (mark) => ['a', { href: mark.attrs.href, rel: 'noopener noreferrer' }, 0],
    },
    bold: {
        parseDOM: [
            { tag: 'strong' },
            { tag: 'b', getAttrs: (dom) => dom.style.fontWeight !== 'normal' && null },
            { style: 'font-weight', getAttrs: (value) => /^(bold(er)?|[6-9]\d\d)$/.test(value) && null },
        ],
        toDOM: () => ['strong', 0],
    },
    italic: {
        parseDOM: [{ tag: 'em' }, { tag: 'i' }, { style: 'font-style=italic' }],
        toDOM: () => ['em', 0],
    },
    underline: {
        parseDOM: [{ tag: 'u' }, { style: 'text-decoration=underline' }],
        toDOM: () => ['u', 0],
    },
    strike: {
        parseDOM: [{ tag: 's' }, { tag: 'del' }, { style: 'text-decoration=line-through' }],
        toDOM: () => ['s', 0],
    },
    /** Inline attributes of other versions or other editors as JSON, kept and not shown. */
    other: {
        attrs: { json: {} },
        parseDOM: [{ tag: 'span[data-other]', getAttrs: (dom) => ({ json: dom.dataset.other }) }],
        toDOM: (mark) => ['span', { 'data-other': mark.attrs.json }, 0],
    },
};

/** Something in the text that is no text and that this version does not know. */
const embed: NodeSpec = {
    inline: true,
    group: 'inline',
    atom: true,
    attrs: { json: {} },
    parseDOM: [{ tag: 'span[data-embed]', getAttrs: (dom) => ({ json: dom.dataset.embed }) }],
    toDOM: (node) => ['span', { 'data-embed': node.attrs.json, class: 'rf-embed' }, '▢'],
};

const text: NodeSpec = { group: 'inline' };

/** Lines, each one text block; list items too. */
export const textSchema = new Schema({ nodes: { doc: { content: 'line+' }, line, text, embed }, marks });

/** A single line without formats. */
export const titleSchema = new Schema({
    nodes: {
        doc: { content: 'line' },
        line: { content: 'inline*', attrs: line.attrs, parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
        text,
        embed,
    },
    marks: { other: marks.other! },
});
