import { type Mark, type Node, type Schema } from 'prosemirror-model';
import { isSafeLink, LINE_KEYS, MARK_KEYS } from '../schema.ts';

/**
 * One position of a shared text: a UTF-16 unit, a line break, or an embed, with its attributes.
 * Both sides, the shared text and the editor's document, can be written as a row of cells.
 */
export interface Cell {
    readonly insert: string | object;
    readonly attributes: Attributes;
}

export type Attributes = Readonly<Record<string, unknown>>;

/** An operation of a Delta, as `Y.Text` gives and takes it. */
export interface Operation {
    insert?: string | object;
    retain?: number;
    delete?: number;
    attributes?: Record<string, unknown>;
}

const NONE: Attributes = Object.freeze({});

export function isBreak(cell: Cell): boolean {
    return cell.insert === '\n';
}

export function sameInsert(a: Cell, b: Cell): boolean {
    return a.insert === b.insert || (typeof a.insert === 'object' && json(a.insert) === json(b.insert));
}

/** JSON with sorted keys, so that equal values give equal text. */
export function json(value: unknown): string {
    return JSON.stringify(value, (_, inner) =>
        inner && typeof inner === 'object' && !Array.isArray(inner)
            ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
            : inner,
    );
}

/** The cells of lines of the editor, each line with the break that ends it. */
export function cellsOfLines(lines: readonly Node[]): Cell[] {
    const cells: Cell[] = [];
    for (const line of lines) {
        line.forEach((inline) => {
            const attributes = attributesOfMarks(inline.marks);
            if (inline.isText) {
                for (const unit of units(inline.text!)) cells.push({ insert: unit, attributes });
            } else {
                cells.push({ insert: JSON.parse(inline.attrs.json), attributes });
            }
        });
        cells.push({ insert: '\n', attributes: attributesOfLine(line) });
    }
    return cells;
}

function units(text: string): string[] {
    return text.split('');
}

function attributesOfMarks(marks: readonly Mark[]): Attributes {
    if (marks.length === 0) return NONE;
    const attributes: Record<string, unknown> = {};
    for (const mark of marks) {
        if (mark.type.name === 'other') Object.assign(attributes, JSON.parse(mark.attrs.json));
        else attributes[mark.type.name] = mark.type.name === 'link' ? mark.attrs.href : true;
    }
    return attributes;
}

export function attributesOfLine(line: Node): Attributes {
    const { header, list, indent, blockquote, other } = line.attrs;
    const attributes: Record<string, unknown> = other ? JSON.parse(other) : {};
    if (header) attributes.header = header;
    if (list) attributes.list = list;
    if (indent) attributes.indent = indent;
    if (blockquote) attributes.blockquote = true;
    return attributes;
}

/** A line of the editor from what a shared text holds; what it does not know goes into `other`. */
export function lineNode(schema: Schema, runs: readonly Operation[], breakAttributes: Attributes): Node {
    const content = runs.map((run) => {
        const marks = marksOf(schema, run.attributes ?? NONE);
        return typeof run.insert === 'string'
            ? schema.text(run.insert, marks)
            : schema.nodes.embed!.create({ json: json(run.insert) }, null, marks);
    });
    return schema.nodes.line!.create(lineAttrs(schema, breakAttributes), content);
}

function marksOf(schema: Schema, attributes: Attributes): Mark[] {
    const marks: Mark[] = [];
    const other: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(attributes)) {
        const type = schema.marks[key];
        if ((LINE_KEYS as readonly string[]).includes(key)) continue;
        if (type && key === 'link' && isSafeLink(value)) marks.push(type.create({ href: value }));
        else if (type && key !== 'link' && key !== 'other' && value === true) marks.push(type.create());
        else if (value !== null) other[key] = value;
    }
    if (Object.keys(other).length > 0) marks.push(schema.marks.other!.create({ json: json(other) }));
    return marks;
}

function lineAttrs(schema: Schema, attributes: Attributes): Record<string, unknown> {
    const attrs: Record<string, unknown> = {};
    const other: Record<string, unknown> = {};
    const plain = schema.marks.bold === undefined;
    for (const [key, value] of Object.entries(attributes)) {
        if ((MARK_KEYS as readonly string[]).includes(key)) continue;
        if (!plain && isLineValue(key, value)) attrs[key] = value;
        else if (value !== null) other[key] = value;
    }
    if (Object.keys(other).length > 0) attrs.other = json(other);
    return attrs;
}

function isLineValue(key: string, value: unknown): boolean {
    switch (key) {
        case 'header':
            return value === 1 || value === 2 || value === 3;
        case 'list':
            return value === 'bullet' || value === 'ordered';
        case 'indent':
            return typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= 8;
        case 'blockquote':
            return value === true;
        default:
            return false;
    }
}

/** What has to be set to turn some attributes into others; null takes one away. */
export function attributeChanges(from: Attributes, to: Attributes): Record<string, unknown> | undefined {
    if (from === to) return undefined;
    const changes: Record<string, unknown> = {};
    for (const key of Object.keys(from)) if (!(key in to)) changes[key] = null;
    for (const [key, value] of Object.entries(to)) if (json(from[key]) !== json(value)) changes[key] = value;
    return Object.keys(changes).length > 0 ? changes : undefined;
}
