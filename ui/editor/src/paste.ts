import { isSafeLink } from './schema.ts';

/**
 * Cleans what is pasted from word processors and web pages: lines with their form, words with the
 * few formats there are, and nothing else.
 */
export function cleanPasted(html: string): string {
    const source = new DOMParser().parseFromString(html, 'text/html');
    source
        .querySelectorAll(
            'style, script, title, meta, link, xml, template, noscript, svg, img, object, [hidden]',
        )
        .forEach((element) => element.remove());
    const target = document.implementation.createHTMLDocument('').body;
    new Lines(target).walk(source.body, {});
    return target.innerHTML;
}

interface Form {
    header?: number;
    list?: 'bullet' | 'ordered';
    indent?: number;
    blockquote?: boolean;
}

const BLOCKS =
    /^(P|DIV|LI|UL|OL|DL|DT|DD|BLOCKQUOTE|PRE|TABLE|TBODY|THEAD|TR|TD|TH|SECTION|ARTICLE|HEADER|FOOTER|MAIN|ASIDE|FIGURE|FIGCAPTION|H[1-6])$/;

class Lines {
    private line: HTMLElement | undefined;

    constructor(private readonly target: HTMLElement) {}

    walk(node: Node, form: Form, inline: HTMLElement[] = []): void {
        for (const child of Array.from(node.childNodes)) {
            if (child instanceof Text || child.nodeType === Node.TEXT_NODE) {
                this.addText(child.textContent ?? '', form, inline);
            } else if (child.nodeType === Node.ELEMENT_NODE) {
                this.element(child as HTMLElement, form, inline);
            }
        }
    }

    private element(element: HTMLElement, form: Form, inline: HTMLElement[]): void {
        if (element.nodeName === 'BR') {
            this.line = undefined;
        } else if (BLOCKS.test(element.nodeName)) {
            this.line = undefined;
            this.walk(element, formOf(element, form), inline);
            this.line = undefined;
        } else if (!isWordMarker(element)) {
            const format = formatOf(element);
            this.walk(element, form, format ? [...inline, format] : inline);
        }
    }

    private addText(text: string, form: Form, inline: HTMLElement[]): void {
        const words = text.replace(/[ \t\r\n]+/g, ' ');
        if (!this.line && words.trim() === '') return;
        this.line ??= this.begin(form);
        let place: HTMLElement = this.line;
        for (const format of inline) place = place.appendChild(format.cloneNode() as HTMLElement);
        place.append(place === this.line && !this.line.textContent ? words.trimStart() : words);
    }

    private begin(form: Form): HTMLElement {
        const line = document.createElement(form.header ? `h${form.header}` : 'p');
        if (form.list) line.dataset.list = form.list;
        if (form.indent) line.dataset.indent = String(form.indent);
        if (form.blockquote) line.dataset.blockquote = 'true';
        return this.target.appendChild(line);
    }
}

function formOf(element: HTMLElement, outer: Form): Form {
    switch (element.nodeName) {
        case 'UL':
        case 'OL':
            return {
                list: element.nodeName === 'OL' ? 'ordered' : 'bullet',
                indent: outer.list ? Math.min((outer.indent ?? 0) + 1, 8) : 0,
            };
        case 'BLOCKQUOTE':
            return { blockquote: true };
        case 'H1':
        case 'H2':
        case 'H3':
        case 'H4':
        case 'H5':
        case 'H6':
            return { header: Math.min(Number(element.nodeName[1]), 3) };
        default:
            return wordListForm(element) ?? ownForm(element) ?? outer;
    }
}

/** What a line copied from this editor says of itself. */
function ownForm(element: HTMLElement): Form | undefined {
    const { list, indent, blockquote } = element.dataset;
    if (list === 'bullet' || list === 'ordered') return { list, indent: Number(indent ?? 0) };
    return blockquote ? { blockquote: true } : undefined;
}

/** Word writes list items as paragraphs with a marker before them. */
function wordListForm(element: HTMLElement): Form | undefined {
    const style = element.getAttribute('style') ?? '';
    const level = /mso-list:\s*\S+\s+level(\d)/.exec(style);
    if (!level) return undefined;
    const marker = element.querySelector('[style*="mso-list"]')?.textContent ?? '';
    return { list: /\d|[a-z]\)/i.test(marker.trim()) ? 'ordered' : 'bullet', indent: Number(level[1]) - 1 };
}

function isWordMarker(element: HTMLElement): boolean {
    return /mso-list:\s*Ignore/i.test(element.getAttribute('style') ?? '');
}

function formatOf(element: HTMLElement): HTMLElement | undefined {
    const style = element.style;
    switch (element.nodeName) {
        case 'STRONG':
        case 'B':
            return style.fontWeight === 'normal' ? undefined : document.createElement('strong');
        case 'EM':
        case 'I':
            return document.createElement('em');
        case 'U':
        case 'INS':
            return document.createElement('u');
        case 'S':
        case 'DEL':
        case 'STRIKE':
            return document.createElement('s');
        case 'A': {
            const href = element.getAttribute('href');
            if (!isSafeLink(href)) return undefined;
            const link = document.createElement('a');
            link.setAttribute('href', href);
            return link;
        }
        default:
            return kept(element) ?? styled(style);
    }
}

/** What other versions put there and this one only carries. */
function kept(element: HTMLElement): HTMLElement | undefined {
    const { other, embed } = element.dataset;
    if (other === undefined && embed === undefined) return undefined;
    const span = document.createElement('span');
    if (other !== undefined) span.dataset.other = other;
    if (embed !== undefined) span.dataset.embed = embed;
    return span;
}

function styled(style: CSSStyleDeclaration): HTMLElement | undefined {
    if (/^(bold|[6-9]00)$/.test(style.fontWeight)) return document.createElement('strong');
    return style.fontStyle === 'italic' ? document.createElement('em') : undefined;
}
